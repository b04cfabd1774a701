"""A question of the quiz has one right choice: no two say the same, not by figures of the day either."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from guide.checks.records.translations import GAP, known
from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.facts import Facts
from guide.figures.registry import Figures, figures_on


def choices_differ(facts: Facts, _prose: Any, today: datetime.date) -> Iterator[Mistake]:
    """Refuse a choice that says what another of the same question says."""
    figures = figures_on(facts, today)
    for question in facts.quiz:
        for language in facts.languages:
            earlier: set[str] = set()
            for i, choice in enumerate(question.choices):
                words = GAP.sub(partial(_value, figures, f"quiz.{question.id}"), choice[language])
                if words.casefold() in earlier:
                    message = N_("two choices say the same: {bad}")
                    yield mistake_at(question.place, ("choices", i, language), message, bad=words)
                earlier.add(words.casefold())


def _value(figures: Figures, owner: str, gap: re.Match[str]) -> str:
    """Return what a {figure} says today, or itself where there is none of that name, which another check tells."""
    if not known(figures, owner, gap[1]):
        return gap[0]
    return str(figures.get(figures.name_in(owner, gap[1].partition("|")[0])).value)
