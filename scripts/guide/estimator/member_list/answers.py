"""Answers to the rows of a list; equal questions are answered once."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from guide.estimator.engine import PARTIES, Assumption, Estimate, Memo, estimate
from guide.estimator.inputs import read_inputs
from guide.law.rules import Rules

BENEFITS = (
    *("jkk.death", "jkk.disability", "jkk.sick-pay", "jkk.periodic", "jkk.funeral"),
    *("jkm.death", "jkm.periodic", "jkm.funeral", "scholarship", "jkp.cash", "jp.pension", "jp.lump-sum"),
)
KEYS = ("jkk", "jkk-jkm", "jkm", "jht", "jp", "jkp")
REMEMBERED = 20_000
"""Answers kept at a time; rows of a list repeat."""


class Answer:
    """What stands beside a row: amounts in the order of our columns (None: does not apply), assumptions, the error.

    `written` is the answer as a result file holds it, filled by its writer.
    """

    __slots__ = ("amounts", "assumed", "error", "total", "written")

    def __init__(
        self, amounts: Sequence[int | None], assumed: Sequence[Assumption] = (), error: str = "", total: int = 0
    ):
        self.amounts, self.assumed, self.error, self.total = amounts, tuple(assumed), error, total
        self.written = ""

    @property
    def assumed_names(self) -> str:
        """The names of the inputs that were assumed."""
        return " ".join(assumption.name for assumption in self.assumed)


class Answers:
    """Answers questions by `rules` on a day."""

    def __init__(self, rules: Rules, today: datetime.date):
        self.rules, self.today = rules, today
        answered = [benefit.answer for benefit in rules.benefits]
        benefits = [*BENEFITS, *dict.fromkeys(name for name in answered if name not in BENEFITS)]
        shares = [f"{key}.{party}" for key in (*KEYS, "monthly") for party in (*PARTIES, "total")]
        self.names = (*shares, "grand_total", *(f"benefit.{name}" for name in benefits), "benefit_total")
        self.memo = Memo()
        self.found: dict[tuple[tuple[str, str], ...], Answer] = {}
        self.nothing = Answer([None] * len(self.names))

    def begin(self) -> None:
        """Forget what an earlier result wrote: the next may be a file of another kind."""
        self.found.clear()
        self.nothing = Answer([None] * len(self.names))

    def answer(self, question: Mapping[str, str]) -> Answer:
        """Return the answer to a question. Raises InputError."""
        key = tuple(question.items())
        answer = self.found.get(key)
        if answer is None:
            answer = self._answer(self.estimate(question))
            if len(self.found) >= REMEMBERED:
                self.found.clear()
            self.found[key] = answer
        return answer

    def estimate(self, question: Mapping[str, str]) -> Estimate:
        """Return the estimate of a question. Raises InputError."""
        inputs = read_inputs(question, self.today)
        return estimate(self.rules, inputs, self.today, explain=False, memo=self.memo)

    def _answer(self, found: Estimate) -> Answer:
        amounts = found.amounts()
        if not found.inputs.get("event"):
            del amounts["benefit_total"]
        return Answer([amounts.get(name) for name in self.names], found.assumptions, total=found.grand_total)

    def failed(self, error: str) -> Answer:
        """Return the answer of a row that has an error."""
        return Answer(self.nothing.amounts, error=error)
