"""Days on which facts must be looked at again, and what there is to do."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from guide.facts.diagnostics import N_
from guide.facts.facts import HISTORIES, Facts
from guide.facts.model.law import Regulation
from guide.facts.model.places import Partner
from guide.facts.model.programs import Procedure, Program
from guide.facts.model.record import Cited, Model
from guide.figures.registry import Figures
from guide.law.timeline import months_after

Reviewed = Cited | Regulation | Procedure | Program
"""Records that somebody compares with the text of the law."""
AHEAD = datetime.timedelta(days=30)
"""How long before a day we begin to say that it comes."""
LAW = N_("compare it with the text of the law again")
RENEWED = N_("a new value comes each year: look for the letter and add it")
EXTENDED = N_("it is about to end: find out whether it is extended")
CONTACTS = N_("call and see whether the contacts are still right")
SOURCES = N_("look for newer reports")


@dataclass(frozen=True)
class Due:
    """A record to look at again on `day`: its field, and what there is to do."""

    day: datetime.date
    record: Model
    field: str
    task: str


def review_day(figures: Figures) -> datetime.date:
    """Return the first change of the law ahead, or the end of the shortest cadence, whichever is sooner.

    A value that comes each year is a change ahead, though nobody knows it yet; one that is late may come any month.
    """
    site, soonest = figures.facts.site, _first_of(months_after(figures.month, 1))
    days = [site.checked + datetime.timedelta(days=cadence.days) for cadence in site.cadence]
    days += [_first_of(month) for month in figures.boundaries[:1]]
    days += [max(item.day, soonest) for item in _yearly(figures.facts)]
    return min(days)


def over(period: str, today: datetime.date) -> bool:
    """Return whether a year, month or day such as `2026-11` lies behind us as a whole."""
    return today.isoformat()[: len(period)] > period


def standing(partner: Partner, facts: Facts, today: datetime.date) -> str:
    """Return how far a partner's arrangements may be trusted: all have `ended`, the news is `old`, none is sure."""
    if all(one.until and over(one.until, today) for one in partner.arrangements):
        return "ended"
    if over(partner.as_of, today - _cadence(facts, "partners")):
        return "old"
    return "" if any(one.confidence == "high" for one in partner.arrangements) else "unsure"


def due(facts: Facts, today: datetime.date) -> list[Due]:
    """Return everything that falls due, one entry a file and task, the soonest of each, in order of days.

    What has run out by itself (a relief after its last month) is due no longer.
    """
    soonest: dict[tuple[str, str], Due] = {}
    every = (*_law(facts), *_yearly(facts), *_wages(facts), *_ending(facts, today), *_seen(facts))
    for item in sorted(every, key=lambda d: d.day):
        soonest.setdefault((item.record.place.file, item.task), item)
    return sorted(soonest.values(), key=lambda d: (d.day, d.record.place.file))


def _law(facts: Facts) -> Iterator[Due]:
    cadence = _cadence(facts, "law")
    for collection in HISTORIES:
        for record in getattr(facts, collection):
            yield from (_looked_at(entry, cadence) for entry in record.entries)
    for segment in facts.segments:
        yield from (_looked_at(rule, cadence) for rule in segment.mandatory)
    for collection in (
        "pension_age",
        "reliefs",
        "gaps",
        "regulations",
        "procedures",
        "programs",
        "sizes",
        "risk_kinds",
        "eligibility",
    ):
        yield from (_looked_at(record, cadence) for record in getattr(facts, collection))


def _looked_at(record: Reviewed, cadence: datetime.timedelta) -> Due:
    return Due((record.verified or record.compiled) + cadence, record, "verified", LAW)


def _yearly(facts: Facts) -> Iterator[Due]:
    for record in (*facts.schedules, *facts.benefits):
        if record.renewed:
            last = record.entries[-1]
            year = int(last.effective[:4]) + 1
            yield Due(datetime.date(year, record.renewed, 1), last, "effective", RENEWED)


def _wages(facts: Facts) -> Iterator[Due]:
    """Yield the minimum wage of the months after the last one that the data has."""
    for wages in facts.minimum_wages:
        last = wages.entries[-1]
        yield Due(_first_of(months_after(last.last, 1)), last, "last", RENEWED)


def _ending(facts: Facts, today: datetime.date) -> Iterator[Due]:
    for record in (*facts.reliefs, *facts.sponsorship):
        if record.last and today < _first_of(months_after(record.last[:7], 1)):
            yield Due(_first_of(record.last[:7]), record, "last", EXTENDED)


def _seen(facts: Facts) -> Iterator[Due]:
    for of, collections, task in (
        ("contacts", ("offices", "channels"), CONTACTS),
        ("partners", ("partners", "sponsorship"), SOURCES),
        ("coverage", ("coverage",), SOURCES),
    ):
        for collection in collections:
            for record in getattr(facts, collection):
                yield Due(facts.site.checked + _cadence(facts, of), record, "as_of", task)


def _cadence(facts: Facts, of: str) -> datetime.timedelta:
    days: dict[str, int] = {item.of: item.days for item in facts.site.cadence}
    return datetime.timedelta(days=days.get(of, 365))


def _first_of(month: str) -> datetime.date:
    return datetime.date.fromisoformat(f"{month}-01")
