"""Each program's rules as a graph: what enters, what the law of the day does with it, what comes out; figures by id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guide.facts.model import law
from guide.facts.model.site import NamedEstimate
from guide.figures.registry import Figures
from guide.law.benefit_rules import FixedPayout, PayoutRule, PensionPayout, PhasePayout, RefundPayout, SchoolPayout
from guide.law.rows import Rows
from guide.law.rules import ReliefRule, ScheduleEntry, ScheduleRule
from guide.law.timeline import in_force

Place = Literal["in", "law", "cut", "out"]
"""Where a node stands: what enters, what the law says, what a relief takes off, what comes out."""
WORKED_OUT_OTHERWISE = {"event", "month", "months", "payer"}
"""Inputs that the example of a contribution does not have."""


@dataclass(frozen=True)
class Node:
    """One node. `says`: which sentence tells it; `figures` fill it. `about`: a party, way, program, relief or fact."""

    place: Place
    says: str
    figures: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class Contribution:
    """How a segment's contribution follows, from top to bottom; `example`: the question that its amount answers."""

    segment: str
    example: NamedEstimate | None
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Payouts:
    """Benefits that follow from the same input: `enters` names it."""

    enters: str
    benefits: tuple[law.Benefit, ...]


class RuleGraph:
    """The graphs of all programs on the day of the figures."""

    def __init__(self, figures: Figures):
        self.figures, self.facts, self.rules = figures, figures.facts, figures.rules

    def contributions(self, program: str) -> list[Contribution]:
        """Return one graph for each segment that pays for a program today."""
        schedules = [schedule for schedule in self.rules.schedules if program in schedule.covers]
        order = [segment.id for segment in self.facts.segments]
        graphs = [self._contribution(schedule) for schedule in sorted(schedules, key=lambda s: order.index(s.segment))]
        return [graph for graph in graphs if graph]

    def _contribution(self, schedule: ScheduleRule) -> Contribution | None:
        entry = in_force(schedule.entries, self.figures.month, self.figures.day)
        if entry is None:
            return None
        example = self._example(schedule)
        nodes = [Node("in", {"income": schedule.segment, "contract": "contract", "nothing": "anybody"}[entry.of])]
        nodes += [*self._counted(entry), *_shares(entry), *map(self._relief, self._reliefs(schedule))]
        nodes += [Node("law", "included", about=part.program) for part in entry.included]
        amount = (f"estimates.{example.id}.{schedule.key}.total",) if example else ()
        return Contribution(schedule.segment, example, (*nodes, Node("out", "contribution", amount, entry.fact)))

    def _example(self, schedule: ScheduleRule) -> NamedEstimate | None:
        """Return the first question of the data about this contribution and nothing else."""
        estimates: tuple[NamedEstimate, ...] = self.facts.estimates
        for estimate in estimates:
            inputs = estimate.inputs
            asked = schedule.program in inputs.get("programs", schedule.program).split(",")
            if asked and inputs["segment"] == schedule.segment and not WORKED_OUT_OTHERWISE & set(inputs):
                return estimate
        return None

    def _counted(self, entry: ScheduleEntry) -> Iterator[Node]:
        """Yield what the law counts of an income, and until when anything is due."""
        base = in_force(entry.bases, self.figures.month, self.figures.day)
        owner = _owner(entry.fact)
        if base and entry.bands:
            bands = _owner(base.fact)
            yield Node("law", "bands", (f"{bands}.lowest", f"{bands}.highest"), base.fact)
        elif base:
            yield from _limits(owner, base.rows, entry.fact)
        if entry.until_pension_age:
            yield Node("law", "pension-age", ("pension-age",))

    def _reliefs(self, schedule: ScheduleRule) -> list[ReliefRule]:
        """Return the reliefs of a contribution that run today or were announced; none that has ended."""
        today = self.figures
        return [
            relief
            for relief in self.rules.reliefs
            if relief.segment == schedule.segment and schedule.program in relief.programs
            if relief.known <= today.day and relief.last >= today.month
        ]

    def _relief(self, relief: ReliefRule) -> Node:
        ahead = relief.first > self.figures.month
        parts = ("factor", "first", "last") if ahead else ("factor", "last")
        figures = tuple(f"{relief.fact}.{part}" for part in parts)
        return Node("cut", "relief-ahead" if ahead else "relief", figures, relief.id)

    def payouts(self, program: str) -> list[Payouts]:
        """Return the benefits of a program that a rule of today works out, by what enters."""
        groups: dict[str, list[law.Benefit]] = {}
        for rule in self.rules.benefits:
            benefit: law.Benefit = self.facts.by_id["benefits"][rule.id]
            entry = in_force(rule.entries, self.figures.month, self.figures.day)
            if benefit.program == program and entry:
                groups.setdefault(_enters(entry, benefit), []).append(benefit)
        return [Payouts(enters, tuple(benefits)) for enters, benefits in groups.items()]


def _owner(fact: str) -> str:
    return fact.partition("@")[0]


def _limits(owner: str, rows: Rows, fact: str) -> Iterator[Node]:
    """Yield the least and the most that counts, where the rows of a base hold it between them."""
    flat = [times == 0 for _, _, times, _ in rows]
    if flat[0]:
        yield Node("law", "floor", (f"{owner}.floor",), fact)
    if flat[-1]:
        yield Node("law", "ceiling", (f"{owner}.ceiling",), fact)


def _shares(entry: ScheduleEntry) -> Iterator[Node]:
    """Yield the rates or amounts of a contribution: one for each party, or the lowest and highest of its rows."""
    owner, keys = _owner(entry.fact), list(entry.shares)
    first = entry.shares[keys[0]]
    if entry.of == "contract":
        yield from _packages(entry, owner)
        return
    for party, share in first.items():
        if len(keys) > 1:
            yield Node("law", "classes", (f"{owner}.{keys[0]}.{party}", f"{owner}.{keys[-1]}.{party}"), party)
        elif entry.of == "income" and not share.rate:
            yield Node("law", "slices", (f"{owner}.0", f"{owner}.{len(share.rows) - 1}"), party)
        else:
            yield Node("law", "share", (f"{owner}.{party}",), party)


def _packages(entry: ScheduleEntry, owner: str) -> Iterator[Node]:
    """Yield the shortest and longest package of each way of going, and what each month beyond it adds."""
    for placement, shares in entry.shares.items():
        for share in shares.values():
            lengths = [months for months, *_ in share.rows]
            ends = (f"{owner}.{placement}.{lengths[0]}", f"{owner}.{placement}.{lengths[-1]}")
            yield Node("law", "packages", ends, placement)
    yield Node("law", "extension", (f"{owner}.extension",))


def _enters(entry: PayoutRule, benefit: law.Benefit) -> str:
    """Return what a benefit follows from; `event`: it is the same for all, `pu`: a wage, for employees alone."""
    match entry:
        case PensionPayout():
            return "years"
        case RefundPayout():
            return "paid"
        case SchoolPayout():
            return "school"
        case FixedPayout() | PhasePayout():
            return "event"
    return "wage" if set(benefit.segments) - {"pu"} else "pu"
