"""Languages that are partial: what they lack is lent by the first language of the site, and shown as lent.

Lent words stand between two characters that no keyboard writes. They pass through data, catalogs and templates like any
letter; a finished page shows them inside `<span lang>`, and nothing that is no page keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

BEGIN, END = "\ue000", "\ue001"
_MARK = re.compile(f"({BEGIN}|{END})")
_MARKS = re.compile(f"[{BEGIN}{END}]|%EE%80%8[01]")
_UNMARKABLE = re.compile(r"(<!--.*?-->|<(script|style|title|svg|option|textarea)\b.*?</\2>|<[^>]*>)", re.S)


def lent(words: str) -> str:
    """Return words of another language, marked."""
    return f"{BEGIN}{words}{END}" if words else words


def is_lent(words: str) -> bool:
    """Return whether some of the words are another language's."""
    return BEGIN in words


def own(text: Mapping[str, str]) -> dict[str, str]:
    """Return the words of a text by language, without those that another language lent."""
    return {language: words for language, words in text.items() if not is_lent(words)}


def bare(text: str) -> str:
    """Return a text without marks: for what is no page."""
    return _MARKS.sub("", text)


def shown(drawn: str, tag: str) -> str:
    """Return a page with its lent words inside `<span lang="tag">`. Attributes, scripts, drawings lose marks."""
    if not is_lent(drawn):
        return drawn
    pieces = _UNMARKABLE.split(drawn)
    found, depth = [], 0
    for text, apart in zip(pieces[::3], [*pieces[1::3], ""], strict=True):
        part, depth = _spans(text, tag, depth)
        found += [part, bare(apart)]
    return "".join(found)


def _spans(text: str, tag: str, depth: int) -> tuple[str, int]:
    """Return a text between two tags with spans; lent words may begin before it and end after it (`depth`)."""
    found = []
    for piece in _MARK.split(text):
        if piece in (BEGIN, END):
            depth = max(0, depth + (1 if piece == BEGIN else -1))
        else:
            found.append(f'<span lang="{tag}">{piece}</span>' if depth and piece.strip() else piece)
    return "".join(found), depth
