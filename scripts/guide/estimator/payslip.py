"""Which rule of which time a payslip's deduction follows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from guide.estimator.engine import Assumption, Notice, Step, estimate
from guide.estimator.inputs import PROGRAMS, InputError, Inputs, Raw, read_amount, read_inputs, wrong
from guide.estimator.inputs.suggestions import closest
from guide.law.rules import Rules
from guide.law.timeline import months_after

SEGMENTS = ("pu", "bpu")
"""Segments whose deductions are recognised."""


class Match(NamedTuple):
    """A rule that gives the amount: whose share (or `total`), since which month, and its steps."""

    party: str
    month: str
    steps: Sequence[Step]


class Deduction(NamedTuple):
    """One item of a payslip: what the worker should pay in the month, and the rules that give what stands there.

    `notices`, `assumptions`: what must be known beside what the worker should pay.
    """

    program: str
    amount: int
    expected: int
    step: Step | None
    matches: Sequence[Match]
    notices: Sequence[Notice]
    assumptions: Sequence[Assumption]


def recognise(rules: Rules, raw: Raw, items: Mapping[str, int], today: datetime.date) -> list[Deduction]:
    """Return for each program's amount, in rupiah, which rule of which time it follows. Raises InputError."""
    raw = {"segment": "pu", **raw}
    if raw["segment"] not in SEGMENTS:
        raise wrong("payslip", "segment-only", known=SEGMENTS, bad=str(raw["segment"]))
    return [_recognise(rules, raw, program, amount, today) for program, amount in items.items()]


def _recognise(rules: Rules, raw: Raw, program: str, amount: int, today: datetime.date) -> Deduction:
    inputs = read_inputs({**raw, "programs": program}, today)
    now = estimate(rules, inputs, today)
    party = "government" if inputs.payer == "government" else "worker"
    return Deduction(
        program=program,
        amount=amount,
        expected=now.contributions[program][party],
        step=next((step for step in now.steps if step.values["party"] == party), None),
        matches=_matches(rules, raw, inputs, program, amount, today),
        notices=now.notices,
        assumptions=now.assumptions,
    )


def _matches(
    rules: Rules, raw: Raw, inputs: Inputs, program: str, amount: int, today: datetime.date
) -> tuple[Match, ...]:
    """Return each rule that gives `amount`, with the latest month in which one of its turns gives it."""
    matches: dict[tuple[object, ...], Match] = {}
    for month in (inputs.month, *_turns(rules, inputs, program)):
        try:
            then = estimate(rules, read_inputs({**raw, "programs": program, "month": month}, today), today)
        except InputError:
            continue
        law = [(step.entry.effective, step.relieved_by and step.relieved_by.id) for step in then.steps]
        for party, share in then.contributions[program].items():
            if share == amount and share:
                matches.setdefault((party, *law), Match(party, month, then.steps))
    return tuple(matches.values())


def _turns(rules: Rules, inputs: Inputs, program: str) -> list[str]:
    """Return the months in which a rule for the program begins or ends, up to the month asked for; latest first."""
    months = set()
    for schedule in rules.schedules:
        if schedule.segment == inputs.segment and schedule.program == program:
            months |= {entry.month for entry in schedule.entries}
    for relief in rules.reliefs:
        if relief.segment == inputs.segment and program in relief.programs:
            months |= {relief.first, months_after(relief.last, 1)}
    return sorted((month for month in months if month < inputs.month), reverse=True)


def read_items(text: str) -> dict[str, int]:
    """Return `jht=160000,jp=80000` as rupiah by program. Raises InputError."""
    parts = re.split(r"(?:^|,)\s*([A-Za-z_]+)\s*=", text)
    if parts[0].strip() or len(parts) < 3:
        raise wrong("payslip", "item", bad=text)
    items = {}
    for name, amount in zip(parts[1::2], parts[2::2], strict=True):
        program = name.lower()
        if program not in PROGRAMS:
            good = closest(program, PROGRAMS)
            raise wrong(program, "unknown-near" if good else "unknown", good=good)
        items[program] = read_amount(program, amount)
    return items
