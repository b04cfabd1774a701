"""Translations that can be filled and shown as their English can: the same gaps, no tag of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.facts.diagnostics import N_, Mistake
from guide.i18n.catalogs import DOMAINS, entries

_GAP = re.compile(r"\{\w+(?::\w+)?\}|%\(\w+\)[a-z]")
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>?|&#?\w+;")
_LOOSE = re.compile(r"[{}]|%(?!%)")
"""What the functions that fill a sentence would stumble over, where it is no gap."""
SAME = N_("write the same gaps as the English has: {bad}")
TAGS = N_("the English has no such tag: take out {bad}")
LOOSE = N_("the English has no such sign: write “{bad}” another way")


def translations_fit_their_english(folder: Path) -> Iterator[Mistake]:
    """Refuse a translation with other gaps than its English, or with tags and signs of gaps that it has not."""
    for path in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        language, domain = path.parts[-3], path.stem
        if domain in DOMAINS:
            name = f"{folder.parent.name}/{path.relative_to(folder.parent).as_posix()}"
            for english, words, line in entries(folder, language, domain):
                for message, bad in _misfits(english, words):
                    yield Mistake(name, line, 1, "", message, {"bad": bad})


def _misfits(english: str, words: str) -> Iterator[tuple[str, str]]:
    """Yield what does not fit in a translation: the sentence that says so, and the signs."""
    if other := {*_GAP.findall(english)} ^ {*_GAP.findall(words)}:
        yield SAME, ", ".join(sorted(other))
    for message, pattern in ((TAGS, _TAG), (LOOSE, _LOOSE)):
        known = {*pattern.findall(_GAP.sub("", english))}
        if more := [sign for sign in pattern.findall(_GAP.sub("", words)) if sign not in known]:
            yield message, more[0]
