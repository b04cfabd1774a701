"""From amounts back to their reasons: what a budget buys, and which rule a payslip's deduction follows."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from guide.estimator.engine import Assumption, Estimate, Notice, Step, estimate
from guide.estimator.engine.context import at
from guide.estimator.inputs import CHOICES, InputError, OF_EVENT, read_inputs, wrong
from guide.law.timeline import month_of, months_after

Raw = Mapping[str, Any]


class Option(NamedTuple):
    """What a budget buys: the estimate of the largest base that it pays for, and what it gives by event."""

    estimate: Estimate
    base: int
    events: Mapping[str, Estimate]

    @property
    def gives(self) -> dict[str, int]:
        """Benefit totals by event, in rupiah."""
        return {event: found.benefit_total for event, found in self.events.items()}


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


def buy(rules: Raw, raw: Raw, budget: int, today: datetime.date) -> list[Option]:
    """What `budget` rupiah buy a self-employed person, more programs first. Raises InputError.

    The budget is for all people and months asked for. Without `income` every band of declared income is tried.
    """
    raw = {"segment": "bpu", **raw}
    if raw["segment"] != "bpu":
        raise wrong("budget", "segment-only", known=("bpu",), bad=raw["segment"])
    plain = {name: value for name, value in raw.items() if name not in ("event", *OF_EVENT)}
    found = []
    for programs in _choices(rules, raw, today):
        for income, base in _incomes(rules, raw, today):
            question = {**plain, "income": income, "programs": programs}
            answer = estimate(rules, read_inputs(question, today), today)
            if answer.grand_total <= budget:
                found.append(Option(answer, base, _gives(rules, {**raw, **question}, today)))
                break
    return found


def _choices(rules: Raw, raw: Raw, today: datetime.date) -> list[Sequence[str]]:
    if raw.get("programs"):
        return [read_inputs({"segment": "bpu", "income": "0", "programs": raw["programs"]}, today).programs]
    rule = at(_of(rules["mandatory"], raw), raw.get("month") or month_of(today), today.isoformat())
    if rule is None:
        return [()]
    return [(*rule["programs"], *rule["voluntary"]), rule["programs"]]


def _incomes(rules: Raw, raw: Raw, today: datetime.date) -> Iterator[tuple[str, int]]:
    """Declared incomes with their bases, largest first."""
    month = raw.get("month") or month_of(today)
    schedule = next(s for s in _of(rules["schedules"], raw) if s["program"] == "jkk")
    entry = at(schedule["entries"], month, today.isoformat())
    bases = entry and at(entry["bases"], month, today.isoformat())
    rows = bases["rows"] if bases else []
    if raw.get("income"):
        income = read_inputs({"segment": "bpu", "income": raw["income"]}, today).income
        yield str(income), next((row[1] for row in reversed(rows) if row[0] <= income), 0)
        return
    for at_least, base, _, _ in reversed(rows):
        yield str(at_least or base), base
    if not rows:
        yield "0", 0


def _of(rules: Sequence[Raw], raw: Raw) -> list[Raw]:
    return [rule for rule in rules if rule["segment"] == raw["segment"]]


def _gives(rules: Raw, question: Raw, today: datetime.date) -> dict[str, Estimate]:
    """Estimates by event: of the event asked for, or of those that need no more inputs (sick pay: a month)."""
    found = {}
    for event in [question["event"]] if question.get("event") else CHOICES["event"][:4]:
        asked = {**question, "event": event}
        if event == "work-sick":
            asked.setdefault("sick_months", "1")
        found[event] = estimate(rules, read_inputs(asked, today), today, explain=False)
    return found


def recognise(rules: Raw, raw: Raw, items: Mapping[str, int], today: datetime.date) -> list[Deduction]:
    """For each program's amount, which rule of which time it follows. Raises InputError."""
    raw = {"segment": "pu", **raw}
    if raw["segment"] not in ("pu", "bpu"):
        raise wrong("payslip", "segment-only", known=("pu", "bpu"), bad=raw["segment"])
    return [_recognise(rules, raw, program, amount, today) for program, amount in items.items()]


def _recognise(rules: Raw, raw: Raw, program: str, amount: int, today: datetime.date) -> Deduction:
    inputs = read_inputs({**raw, "programs": program}, today)
    now = estimate(rules, inputs, today)
    party = "government" if inputs.payer == "government" else "worker"
    step = next((s for s in now.steps if s.values["party"] == party), None)
    found: dict[tuple, Match] = {}
    for month in (inputs.month, *_turns(rules, inputs, program)):
        try:
            then = estimate(rules, read_inputs({**raw, "programs": program, "month": month}, today), today)
        except InputError:
            continue
        for whose, share in then.contributions[program].items():
            rule = [(s.entry["effective"], s.relieved_by and s.relieved_by["id"]) for s in then.steps]
            if share == amount and share:
                found.setdefault((whose, *rule), Match(whose, month, then.steps))
    return Deduction(
        program, amount, now.contributions[program][party], step, tuple(found.values()), now.notices, now.assumptions
    )


def _turns(rules: Raw, inputs: Any, program: str) -> list[str]:
    """The months in which a rule for the program begins or ends, up to the month asked for; latest first."""
    months = set()
    for schedule in rules["schedules"]:
        if schedule["segment"] == inputs.segment and schedule["program"] == program:
            months |= {entry["month"] for entry in schedule["entries"]}
    for relief in rules["reliefs"]:
        if relief["segment"] == inputs.segment and program in relief["programs"]:
            months |= {relief["first"], months_after(relief["last"], 1)}
    return sorted((month for month in months if month < inputs.month), reverse=True)
