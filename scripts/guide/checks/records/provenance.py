"""Every sentence of law leads to a fact, and what is named as such is one (guide.checks.statements)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from guide.checks.records.legal_statements import in_data, on_pages, passages
from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.facts import Facts
from guide.facts.load.front_matter import WrittenPages
from guide.figures.figure import UnknownFigure
from guide.figures.registry import Figures, figures_on


def statements_lead_to_facts(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse a sentence that states law without a fact behind it."""
    for statement in (*on_pages(facts, prose), *in_data(facts)):
        if not statement.led:
            yield statement.mistake()


def traces_support_something(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse facts named above what they support, twice there, or in one language only."""
    first, twice = next(iter(prose.values()), {}), N_("a fact is named twice here")
    for pages in prose.values():
        for path, file in pages.items():
            if path in first and file.head.rests_on != first[path].head.rests_on:
                yield mistake_at(file.head.place, "rests_on", N_("the languages rest on different facts"))
            if len({*file.head.rests_on}) < len(file.head.rests_on):
                yield mistake_at(file.head.place, "rests_on", twice)
            for passage in passages(file.body):
                if passage.at >= 0 and not passage.lines:
                    yield file.mistake(passage.at, N_("nothing rests on these facts: write them below the words"))
                elif len({*passage.facts}) < len(passage.facts):
                    yield file.mistake(passage.at, twice)


def facts_that_pages_rest_on_exist(facts: Facts, prose: WrittenPages, today: datetime.date) -> Iterator[Mistake]:
    """Refuse a page that rests on a fact which is not in the data or may not be shown."""
    figures = figures_on(facts, today)
    message = N_("no fact is called {bad}")
    for question in (*facts.landing, *facts.quiz):
        for i, name in enumerate(question.rests_on):
            if not _shown(figures, name):
                yield mistake_at(question.place, ("rests_on", i), message, bad=name)
    for pages in prose.values():
        for file in pages.values():
            for i, name in enumerate(file.head.rests_on):
                if not _shown(figures, name):
                    yield mistake_at(file.head.place, ("rests_on", i), message, bad=name)
            for passage in passages(file.body):
                for name in passage.facts:
                    if not _shown(figures, name):
                        yield file.mistake(passage.at, message, bad=name)


def _shown(figures: Figures, name: str) -> bool:
    try:
        return getattr(figures.fact(figures.resting(name)), "publish", True)
    except UnknownFigure:
        return False
