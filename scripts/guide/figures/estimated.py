"""Figures that the estimator works out: now, and when they change."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, lru_cache

from guide.estimator.engine import Estimate, estimate
from guide.estimator.inputs import InputError, read_inputs
from guide.figures.figure import Figure, UnknownFigure
from guide.law.rules import Rules
from guide.law.timeline import month_of, months_after


class Estimated:
    """Answers to questions on a day, each worked out once."""

    def __init__(self, rules: Rules, today: datetime.date):
        self.rules, self.today, self.month = rules, today, month_of(today)
        self.answer = lru_cache(maxsize=None)(self._answer)

    def _answer(self, question: tuple[tuple[str, str], ...]) -> Estimate | None:
        """Return the estimate of a question; None where the data does not cover its month."""
        try:
            return estimate(self.rules, read_inputs(dict(question), self.today), self.today)
        except InputError as error:
            if all(mistake.sentence.startswith(("uncovered", "gap")) for mistake in error.mistakes):
                return None
            raise

    def figure(self, name: str, inputs: Mapping[str, str], amount: str) -> Figure:
        """Return one amount of the answer to `inputs`, with its next change where no month is asked."""
        question = {"month": self.month, **inputs}
        try:
            now = self.answer(tuple(question.items()))
        except InputError:
            raise UnknownFigure(name) from None
        if now is None and amount:
            return Figure(name, None, "money", ())
        amounts = now.amounts() if now else {}
        if now is None or amount not in amounts:
            raise UnknownFigure(name)
        steps = [step for step in now.steps if _counts(step.id, amount, now)]
        facts = tuple(dict.fromkeys(fact for step in steps for fact in step.facts))
        figure = Figure(name, amounts[amount], "money", facts)
        return figure if "month" in inputs else self._with_change(figure, question, amount)

    def _with_change(self, figure: Figure, question: Mapping[str, str], amount: str) -> Figure:
        for month in self._turns(int(question.get("months", 1))):
            later = self.answer(tuple({**question, "month": month}.items()))
            then = later.amounts().get(amount) if later else None
            if then is not None and then != figure.value:
                return replace(figure, until=months_after(month, -1), then=then)
        return figure

    def _turns(self, months: int) -> list[str]:
        """Return the months ahead in which an amount over so many months may turn: each that a boundary lies within."""
        months_ahead = {months_after(boundary, -before) for boundary in self.boundaries for before in range(months)}
        return sorted(month for month in months_ahead if month > self.month)

    def relieved(self, inputs: Mapping[str, str], amount: str) -> bool:
        """Return whether a relief lowers the amount of a question in the last month of the relief, whatever the day.

        Of a question about one month the answer is no: that amount stays.
        """
        if "month" in inputs:
            return False
        for relief in self.rules.reliefs:
            then = self.answer(tuple({"month": relief.last, **inputs}.items()))
            if then and any(relief.fact in step.facts and _counts(step.id, amount, then) for step in then.steps):
                return True
        return False

    @cached_property
    def boundaries(self) -> list[str]:
        """The months ahead in which some known value begins or some relief has just ended."""
        known = self.today.isoformat()
        schedules = [entry for schedule in self.rules.schedules for entry in schedule.entries]
        benefits = [entry for benefit in self.rules.benefits for entry in benefit.entries]
        months = [entry.month for entry in (*schedules, *benefits) if entry.known <= known]
        for relief in self.rules.reliefs:
            if relief.known <= known:
                months += [relief.first, months_after(relief.last, 1)]
        return sorted({month for month in months if month > self.month})


def _counts(step: str, amount: str, answer: Estimate) -> bool:
    """Return whether a step is part of an amount: `jkk.employer` of `jkk.total`, each share of `monthly.total`."""
    received = step in answer.benefits
    if amount.startswith("benefit"):
        return received if amount == "benefit_total" else step == amount.removeprefix("benefit.")
    if received:
        return False
    return amount.startswith(("monthly", "grand")) or step.partition(".")[0] == amount.partition(".")[0]
