"""A question on its way to its answer: by which rules, known on which day; steps and notices gather here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from guide.estimator.engine.result import Notice, Step
from guide.estimator.inputs import InputError, Inputs, wrong

Entry = Mapping[str, Any]


def at(entries: Sequence[Entry], month: str, today: str) -> Entry | None:
    """The last entry that is in force in `month` and known on `today` (an ISO day)."""
    found = None
    for entry in entries:
        if entry["month"] <= month and entry["known"] <= today:
            found = entry
    return found


def uncovered(entries: Sequence[Entry], month: str, today: str) -> InputError:
    """The error for a month before the first known entry."""
    known = [entry["month"] for entry in entries if entry["known"] <= today]
    return wrong("month", "uncovered-before", bad=month, first=min(known)) if known else wrong("month", "uncovered")


class Question:
    """One question. `today` is an ISO day; without `explain` nothing gathers. `memo`: what was looked up before."""

    def __init__(self, rules: Mapping[str, Any], inputs: Inputs, today: str, explain: bool, memo: dict):
        self.rules, self.inputs, self.today, self.explain, self.memo = rules, inputs, today, explain, memo
        self.who = (inputs.segment, inputs.sector, inputs.payer, inputs.risk or inputs.placement or "")
        self.steps: list[Step] = []
        self.notices: list[Notice] = []

    def notice(self, name: str, **values: Any) -> None:
        """Say something once."""
        notice = Notice(name, values)
        if self.explain and notice not in self.notices:
            self.notices.append(notice)

    def in_force(self, entries: Sequence[Entry], month: str) -> Entry:
        """The entry in force in `month`. Raises InputError where the data does not cover it."""
        found = at(entries, month, self.today)
        if found is None:
            raise uncovered(entries, month, self.today)
        return found

    def schedule(self, program: str) -> Entry:
        """The segment's schedule of a program."""
        key = (self.who[0], program)
        if key not in self.memo:
            found = (s for s in self.rules["schedules"] if s["segment"] == key[0] and program in s["covers"])
            self.memo[key] = next(found)
        return self.memo[key]
