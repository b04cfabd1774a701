"""Data of a script in fewer bytes: what stood before is told by how far back and how long. handout.js reads it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

MARK = "~"
_LETTERS = "".join(chr(code) for code in range(35, 126) if chr(code) not in "<\\")
"""What numbers are written with: letters that a text in a script need not escape."""
_BASE = len(_LETTERS)
_SHORTEST, _LONGEST, _FARTHEST = 5, _BASE + 4, _BASE * _BASE - 1
_TRIED = 400


@lru_cache(maxsize=8)  # many files have the same to search
def packed(text: str) -> str:
    """Return JSON with each run of five letters or more, found in the last 7,900, as `~`, distance and length."""
    text = text.replace(MARK, "\\u007e")
    seen: dict[str, list[int]] = {}
    out, at = [], 0
    while at < len(text):
        start, size = _best(text, at, seen.get(text[at : at + _SHORTEST], ()))
        out.append(_told(at - start, size) if size else text[at])
        for place in range(at, at + (size or 1)):
            seen.setdefault(text[place : place + _SHORTEST], []).append(place)
        at += size or 1
    return "".join(out)


def _best(text: str, at: int, places: Sequence[int]) -> tuple[int, int]:
    """Return where the longest run that goes on here stood before, and its length; (0, 0) if there is none."""
    near = [place for place in places[-_TRIED:] if at - place <= _FARTHEST]
    found = [(_size(text, place, at), place) for place in near]
    size, place = max(found, default=(0, 0))
    return (place, size) if size >= _SHORTEST else (0, 0)


def _size(text: str, place: int, at: int) -> int:
    most = min(_LONGEST, at - place, len(text) - at)
    return next((size for size in range(most) if text[place + size] != text[at + size]), most)


def _told(distance: int, size: int) -> str:
    far, near = divmod(distance, _BASE)
    return f"{MARK}{_LETTERS[far]}{_LETTERS[near]}{_LETTERS[size - _SHORTEST]}"
