"""Braces: each holds a figure or a part, as the pages draw them; none is left for readers to see."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.checks.records.translations import GAP
from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.facts import Facts
from guide.facts.load.front_matter import PART, WrittenPages
from guide.facts.traversal import every_text

BRACE = re.compile(r"[{}]")
MEANT = re.compile(r"\{\s*part\b[^{}\n]*\}?")
"""What somebody meant for a part, well written or not."""


def no_brace_is_left(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse a brace that holds no figure and no part: readers would see it."""
    message = N_("a brace is left here: write the name of a figure between two braces, or take it out")
    for record, path, text in every_text(facts):
        for language, words in text.items():
            if BRACE.search(_without_gaps(words)):
                yield mistake_at(record.place, (*path, language), message)
    for pages in prose.values():
        for file in pages.values():
            head = file.head
            for record, name in ((head, "title"), (head, "description"), (head.next, "words")):
                if BRACE.search(getattr(record, name)):
                    yield mistake_at(record.place, name, message)
            if BRACE.search(_without_gaps(head.message)):
                yield mistake_at(head.place, "message", message)
            if match := BRACE.search(_without_gaps(file.body)):
                yield file.mistake(match.start(), message)


def _without_gaps(text: str) -> str:
    """Return a text with every gap blotted out, each letter in its place."""
    return GAP.sub(lambda gap: "\0" * len(gap[0]), text)


def parts_stand_alone(_facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse a part that is not a whole line: pages would show its braces."""
    message = N_("a part is a whole line, such as {good}, not {bad}")
    for pages in prose.values():
        for file in pages.values():
            whole = {match.start() for match in PART.finditer(file.body)}
            for match in MEANT.finditer(file.body):
                if match.start() not in whole:
                    yield file.mistake(match.start(), message, good="{part:questions pay}", bad=match[0])
