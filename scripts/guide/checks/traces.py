"""What pages that people wrote say of the law leads to facts: numbers are figures, the head names the rest."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any

from guide.checks.words import TYPED
from guide.figures import Figures, UnknownFigure
from guide.mistakes import Mistake, N_, mistake_at
from guide.model import Facts

GAP = re.compile(r"\{[^{}]*\}")
PASSED = re.compile(r"^\d+\.(?= )|\]\([^)]*\)|`[^`]*`|\w+ \d+/\d+", re.M)
"""What holds numbers that say nothing: marks of steps, addresses, code, and names of laws that lead to their page."""
NUMBER = re.compile(r"(?<!\w)\d+(?!\w)")
COUNT = N_("do not type the number “{bad}”: name a figure in braces, such as limits.claim")
NO_LAW = "facts"
"""The rule of `data/words.yml` that pages without a statement of law are free from."""


def pages_rest_on_facts(facts: Facts, prose: Any, *_: Any) -> Iterator[Mistake]:
    """A page that people wrote names the facts it rests on, or is free from that with a reason."""
    free = [glob for allowed in facts.words[0].allowed if allowed.rule == NO_LAW for glob in allowed.pages]
    for found in prose.values():
        for path, file in found.items():
            if not file.head.rests_on and not any(fnmatchcase(path, glob) for glob in free):
                message = N_("name the facts that support this page, such as segments.bpu")
                yield mistake_at(file.head.place, "rests_on", message)


def languages_rest_on_the_same_facts(facts: Facts, prose: Any, *_: Any) -> Iterator[Mistake]:
    """A page rests on the same facts in every language."""
    first = next(iter(prose.values()), {})
    for found in prose.values():
        for path, file in found.items():
            if path in first and file.head.rests_on != first[path].head.rests_on:
                yield mistake_at(file.head.place, "rests_on", N_("the languages rest on different facts"))


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
        counts = _counts(facts, language)
        for path, file in found.items():
            head, free = file.head, _free(facts, path)
            for record, name in ((head, "title"), (head, "description"), (head, "message"), (head.next, "words")):
                for number in _typed(getattr(record, name), free, counts):
                    yield mistake_at(record.place, name, COUNT, bad=number[0])
            for number in _typed(file.body, free, counts):
                yield file.mistake(number.start(), COUNT, bad=number[0])


def _counts(facts: Facts, language: str) -> re.Pattern:
    """A number in words before a unit of time or people, as a language says them."""
    units = next((measure.units for measure in facts.words[0].measures if measure.language == language), ())
    said = "|".join(words[language] for words in facts.numbers[0].small if language in words)
    return re.compile(rf"\b(?:{said})\s+(?:{'|'.join(units)})\b" if units and said else "(?!)", re.I)


def _free(facts: Facts, path: str) -> re.Pattern:
    """What a page may type, by `data/words.yml`."""
    words = [
        word
        for typed in facts.words[0].typed
        if any(fnmatchcase(path, glob) for glob in typed.pages)
        for word in typed.words
    ]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?!\w)" if words else "(?!)", re.I)


def _typed(text: str, free: re.Pattern, counts: re.Pattern) -> Iterator[re.Match]:
    for passed in (GAP, PASSED, TYPED, free):
        text = passed.sub(lambda match: "\0" * len(match[0]), text)
    for pattern in (NUMBER, counts):
        yield from pattern.finditer(text)
