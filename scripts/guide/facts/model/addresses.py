"""Addresses that may stand in a link: full ones, and pages of the site."""

from __future__ import annotations

import re

_SIGN = r"[!#-&(-;=?-\[\]-~]"
"""What may stand in an address: no blank, quote, angle bracket or backslash (which browsers take for a slash)."""
_HOST = r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:\d{1,5})?"
_ADDRESS = re.compile(rf"https?://{_HOST}([/?#]{_SIGN}*)?|(mailto|tel|geo|sms):{_SIGN}+")
_PAGE = re.compile(rf"([a-z0-9][a-z0-9.-]*/)*(#{_SIGN}+)?")


def is_address(text: str) -> bool:
    """Return whether a text is a full address that may stand in a link: web, mail, calls, messages or a map.

    No name stands before its host (`https://bpjs.go.id@example.org` leads to example.org).
    """
    return bool(_ADDRESS.fullmatch(text))


def is_page(text: str) -> bool:
    """Return whether a text is a page of the site with its slash at the end, or a place on one (`#alat`)."""
    return bool(_PAGE.fullmatch(text))
