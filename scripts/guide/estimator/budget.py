"""What a budget buys a self-employed person."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from guide.estimator.engine import Estimate, estimate
from guide.estimator.inputs import CHOICES, OF_EVENT, Raw, read_inputs, wrong
from guide.law.rules import Rules
from guide.law.timeline import in_force, month_of

SEGMENT = "bpu"
"""The segment that a budget is for."""


class Option(NamedTuple):
    """A package that a budget pays for: the estimate of the largest base, and what the package gives by event."""

    estimate: Estimate
    base: int
    events: Mapping[str, Estimate]

    @property
    def gives(self) -> dict[str, int]:
        """Benefit totals by event, in rupiah."""
        return {event: answer.benefit_total for event, answer in self.events.items()}


def buy(rules: Rules, raw: Raw, budget: int, today: datetime.date) -> list[Option]:
    """Return what `budget` rupiah buy a self-employed person, more programs first. Raises InputError.

    The budget is for all people and months asked for. Without `income` every band of declared income is tried.
    """
    raw = {"segment": SEGMENT, **raw}
    if raw["segment"] != SEGMENT:
        raise wrong("budget", "segment-only", known=(SEGMENT,), bad=str(raw["segment"]))
    plain = {name: text for name, text in raw.items() if name not in ("event", *OF_EVENT)}
    options = []
    for programs in _choices(rules, raw, today):
        for income, base in _incomes(rules, raw, today):
            question: Raw = {**plain, "income": income, "programs": programs}
            answer = estimate(rules, read_inputs(question, today), today)
            if answer.grand_total <= budget:
                options.append(Option(answer, base, _gives(rules, {**raw, **question}, today)))
                break
    return options


def _month(raw: Raw, today: datetime.date) -> str:
    return str(raw.get("month") or month_of(today))


def _choices(rules: Rules, raw: Raw, today: datetime.date) -> list[Sequence[str]]:
    """Return the programs to try: those asked for, else all that there are and those that are mandatory."""
    if raw.get("programs"):
        chosen = read_inputs({"segment": SEGMENT, "income": "0", "programs": raw["programs"]}, today).programs
        return [chosen or ()]
    mandatory = [rule for rule in rules.mandatory if rule.segment == SEGMENT]
    rule = in_force(mandatory, _month(raw, today), today.isoformat())
    return [(*rule.programs, *rule.voluntary), rule.programs] if rule else [()]


def _incomes(rules: Rules, raw: Raw, today: datetime.date) -> Iterator[tuple[str, int]]:
    """Yield declared incomes with their bases, largest first."""
    month, day = _month(raw, today), today.isoformat()
    schedule = next(rule for rule in rules.schedules if (rule.segment, rule.program) == (SEGMENT, "jkk"))
    entry = in_force(schedule.entries, month, day)
    bases = in_force(entry.bases, month, day) if entry else None
    rows = bases.rows if bases else ()
    if raw.get("income"):
        income = read_inputs({"segment": SEGMENT, "income": raw["income"]}, today).income
        yield str(income), next((row[1] for row in reversed(rows) if row[0] <= income), 0)
        return
    for at_least, base, _, _ in reversed(rows):
        yield str(at_least or base), base
    if not rows:
        yield "0", 0


def _gives(rules: Rules, question: Raw, today: datetime.date) -> dict[str, Estimate]:
    """Return estimates by event: of the event asked for, or of those that need no more inputs (sick pay: a month)."""
    event = question.get("event")
    estimates = {}
    for each in [str(event)] if event else CHOICES["event"][:4]:
        raw = {**question, "event": each}
        if each == "work-sick":
            raw.setdefault("sick_months", "1")
        estimates[each] = estimate(rules, read_inputs(raw, today), today, explain=False)
    return estimates
