"""Evaluation context of one estimate: rules, inputs and the day of knowledge; it collects steps and notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from guide.estimator.engine.result import Notice, Step
from guide.estimator.inputs import InputError, Inputs, Value, wrong
from guide.law.benefit_rules import BenefitRule
from guide.law.rules import BaseRows, Factor, ReliefRule, Rules, ScheduleEntry, ScheduleRule, Shares
from guide.law.timeline import InTime, in_force

Entry = TypeVar("Entry", bound=InTime)
Key = tuple[object, ...]


def uncovered(entries: Sequence[InTime], month: str, today: str) -> InputError:
    """Return the error for a month before the first entry known on `today`, an ISO day."""
    months = [entry.month for entry in entries if entry.known <= today]
    return wrong("month", "uncovered-before", bad=month, first=min(months)) if months else wrong("month", "uncovered")


class ShareLaw(NamedTuple):
    """What governs one person's shares of one program in one month."""

    entry: ScheduleEntry
    bases: BaseRows
    shares: Shares
    relief: ReliefRule | None
    factor: Factor


@dataclass(slots=True)
class Memo:
    """What was looked up in the rules, for many questions by the same rules on the same day."""

    programs: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    schedules: dict[Key, ScheduleRule] = field(default_factory=dict)
    shares: dict[Key, ShareLaw] = field(default_factory=dict)
    benefits: dict[Key, list[BenefitRule]] = field(default_factory=dict)
    required: dict[Key, list[tuple[str, ...]]] = field(default_factory=dict)
    assumed: dict[Key, list[str]] = field(default_factory=dict)


class Question:
    """One question. `today` is an ISO day; without `explain` no steps and no notices are collected."""

    __slots__ = ("explain", "inputs", "memo", "notices", "rules", "share_key", "steps", "today", "who")

    def __init__(self, rules: Rules, inputs: Inputs, today: str, explain: bool, memo: Memo):
        self.rules, self.inputs, self.today, self.explain, self.memo = rules, inputs, today, explain, memo
        self.share_key = inputs.risk or inputs.placement
        self.who = (inputs.segment, inputs.sector, inputs.payer, self.share_key)
        self.steps: list[Step] = []
        self.notices: list[Notice] = []

    def notice(self, name: str, **values: Value) -> None:
        """Add a notice, each once."""
        notice = Notice(name, values)
        if self.explain and notice not in self.notices:
            self.notices.append(notice)

    def in_force(self, entries: Sequence[Entry], month: str) -> Entry:
        """Return the entry in force in `month`. Raises InputError where the data does not cover it."""
        entry = in_force(entries, month, self.today)
        if entry is None:
            raise uncovered(entries, month, self.today)
        return entry

    def schedule(self, program: str) -> ScheduleRule:
        """Return the segment's schedule of a program."""
        segment = self.inputs.segment
        key = (segment, program)
        if key not in self.memo.schedules:
            rules = (rule for rule in self.rules.schedules if rule.segment == segment and program in rule.covers)
            self.memo.schedules[key] = next(rules)
        return self.memo.schedules[key]
