"""Hints of sources: a reader sees them in the language of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.facts import Facts
from guide.facts.model.record import Source
from guide.facts.traversal import every

ENGLISH = "en"
_PROSE = re.compile(
    r"\b(?:a|after|address|addresses|and|article|branch|by|calculator|for|from|in|is|item|kept|memory|no|not|of|on|only|one|page"
    r"|papers|quotes|site(?!-)|terms|the|to|with|(?:Janua|Februa)ry|March|May|June|July|August|October|December)\b"
)
"""Words of which a hint has one where it is English, and no name, day, number or file."""


def hints_are_said_in_the_first_language(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Warn of an English hint without words of the first language, and of words for a hint that no source has."""
    first = facts.languages[0]
    words = {entry.hint: entry.words for entry in facts.hints}
    seen: set[str] = set()
    for source in every(facts, Source):
        hint = source.hint or ""
        foreign = first != ENGLISH and hint not in seen and _PROSE.search(hint)
        if foreign and first not in words.get(hint, {}):
            message = N_("say this in {language} in data/hints.yml: {bad}")
            yield mistake_at(source.place, "hint", message, warning=True, bad=hint, language=first)
        seen.add(hint)
    for entry in facts.hints:
        if entry.hint not in seen:
            message = N_("no source has the hint {bad}: take this entry out")
            yield mistake_at(entry.place, "hint", message, warning=True, bad=entry.hint)
