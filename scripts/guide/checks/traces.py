"""What pages that people wrote say of the law leads to facts: numbers are figures, the head names the rest."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from guide.figures import Figures, UnknownFigure
from guide.load import ProseFile
from guide.mistakes import Mistake, N_, mistake_at
from guide.model import Facts

GAP = re.compile(r"\{[^{}]*\}")
PASSED = re.compile(r"^\d+\.(?= )|\]\([^)]*\)|`[^`]*`|\w+ \d+/\d+", re.M)
"""What holds numbers that say nothing: marks of steps, addresses, code, and names of laws that lead to their page."""
NUMBER = re.compile(r"(?<!\w)\d+(?!\w)")
NO_LAW = "facts"
"""The rule of `data/words.yml` that pages without a statement of law are free from."""


def pages_rest_on_facts(facts: Facts, prose: Any, *_: Any) -> Iterator[Mistake]:
    """A page that people wrote shows a figure or names the facts it rests on, the same in every language."""
    first = next(iter(prose.values()), {})
    free = [glob for allowed in facts.words[0].allowed if allowed.rule == NO_LAW for glob in allowed.pages]
    for found in prose.values():
        for path, file in found.items():
            if path in first and file.head.rests_on != first[path].head.rests_on:
                yield mistake_at(file.head.place, "rests_on", N_("the languages rest on different facts"))
            if not file.head.rests_on and not any(fnmatchcase(path, glob) for glob in free):
                message = N_("name the facts that support this page, such as segments.bpu")
                yield mistake_at(file.head.place, "rests_on", message)


def facts_that_pages_rest_on_exist(facts: Facts, prose: Any, today: datetime.date) -> Iterator[Mistake]:
    """What a page rests on is in the data and may be shown."""
    figures = Figures(facts, today)
    for found in prose.values():
        for file in found.values():
            for i, name in enumerate(file.head.rests_on):
                try:
                    shown = getattr(figures.fact(figures.resting(name)), "publish", True)
                except UnknownFigure:
                    shown = False
                if not shown:
                    yield mistake_at(file.head.place, ("rests_on", i), N_("no fact is called {bad}"), bad=name)


def no_count_is_typed(facts: Facts, prose: Any, *_: Any) -> Iterator[Mistake]:
    """A number on a page that people wrote is a figure, but for those that are no law and say why."""
    for language, found in prose.items():
        for path, file in found.items():
            for number in _typed(facts, language, path, file):
                message = N_("do not type the number “{bad}”: name a figure in braces, such as limits.claim")
                yield Mistake(file.file, 1, 1, "", message, {"bad": number})


def _typed(facts: Facts, language: str, path: str, file: ProseFile) -> Iterator[str]:
    wording, head = facts.words[0], file.head
    text = "\n".join((head.title, head.description, head.message, head.next.words, file.body))
    text = PASSED.sub(" ", GAP.sub(" x ", text))
    for typed in wording.typed:
        if any(fnmatchcase(path, glob) for glob in typed.pages):
            text = re.sub(rf"\b(?:{'|'.join(map(re.escape, typed.words))})(?!\w)", " ", text, flags=re.I)
    units = next((measure.units for measure in wording.measures if measure.language == language), ())
    said = "|".join(words[language] for words in facts.numbers[0].small)
    counts = re.compile(rf"\b(?:{said})\s+(?:{'|'.join(units)})\b" if units else "(?!)", re.I)
    yield from (match[0] for pattern in (NUMBER, counts) for match in pattern.finditer(text))
