"""The text of a file, and what is wrong with it before anybody asks what it says."""

from __future__ import annotations

from pathlib import Path

from guide.facts.diagnostics import N_, Mistake, Spot
from guide.facts.model.words import HIDDEN, TAKE_OUT

UNREADABLE = "\udc00"
"""Stands for a file that is none: a folder, a link to nowhere. No file holds this sign, since no UTF-8 does."""
GARBLED = "\ufffd"
"""What is read where bytes are no UTF-8."""
MARKED = "\ufeff"
"""The byte order mark that some editors put before a text."""


def text_of(path: Path, newline: str | None = "") -> str:
    """Return the text of a file; GARBLED if it is no UTF-8, UNREADABLE if it cannot be read. `newline`: see `open`."""
    if not path.is_file():
        return UNREADABLE
    try:
        with path.open(encoding="utf-8", errors="replace", newline=newline) as file:
            return file.read()
    except OSError:
        return UNREADABLE


def flaws(file: str, text: str) -> tuple[Mistake, ...]:
    """Yield the first flaw that makes a text unusable, if there is one."""
    if text == UNREADABLE:
        return (Mistake(file, 1, 1, "", N_("this is not a file that can be read; put a text file here, or nothing")),)
    if text.startswith(MARKED):
        return (
            Mistake(file, 1, 1, "", N_("a byte order mark stands before the text: save the file as UTF-8 without it")),
        )
    if GARBLED in text:
        message = N_("this letter is not UTF-8: save the file as UTF-8, then write the letter again")
        return (Mistake(file, *spot_of(text, text.index(GARBLED)), "", message),)
    if match := HIDDEN.search(text):
        return (Mistake(file, *spot_of(text, match.start()), "", TAKE_OUT, {"bad": f"U+{ord(match[0]):04X}"}),)
    return ()


def spot_of(text: str, at: int) -> Spot:
    """Return line and column of the letter that stands `at` letters after the beginning."""
    before = text[:at]
    return before.count("\n") + 1, len(before.rsplit("\n", 1)[-1]) + 1
