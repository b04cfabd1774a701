"""Telephone links: the number of the call centre can be tapped wherever a page names it."""

from __future__ import annotations

import re

NUMBER = "175"
PHONE_LINK = f'<a href="tel:{NUMBER}">{NUMBER}</a>'

_PIECE = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^>]*>|[^<]+", re.S)
_NUMBER = re.compile(rf"(?<![\w.,/:-]){NUMBER}(?![\w/-]|[.,]\d)")
_AROUND = {"a", "button", "summary", "label", "option", "svg", "script", "style", "title", "textarea", "pre"}
"""Elements that are pressed themselves, or whose text is not read in its place."""


def with_phone_links(html: str) -> str:
    """Return the HTML of an article with a `tel:` link around each bare number of the call centre."""
    inside = 0

    def linked(piece: re.Match[str]) -> str:
        nonlocal inside
        if piece[2]:
            if piece[2].lower() in _AROUND:
                inside += -1 if piece[1] else 1
            return piece[0]
        return piece[0] if inside else _NUMBER.sub(PHONE_LINK, piece[0])

    return _PIECE.sub(linked, html) if NUMBER in html else html
