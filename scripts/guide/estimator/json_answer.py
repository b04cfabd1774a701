"""An answer as the contract writes it: plain lists, text and whole rupiah, ready for JSON."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from guide.estimator import budget, compare, payslip, savings
from guide.estimator.answer_shape import Answer, YearAnswer
from guide.estimator.answer_writer import AnswerWriter
from guide.estimator.engine import Estimate, Notice, estimate
from guide.estimator.inputs import (
    InputError,
    InputMistake,
    read_amount,
    read_inputs,
    read_month,
    read_whole,
    wrong,
)
from guide.estimator.message_text import MessageFormatter
from guide.law.citations import percent
from guide.law.rules import Rules

Texts = Mapping[str, str]
Item = TypeVar("Item")
NEEDS = {"return": "project"}
"""What else is asked that only goes with another option."""


class Answerer(AnswerWriter):
    """Answers to questions by `rules` on a day, in one language."""

    def __init__(self, rules: Rules, today: datetime.date, saying: MessageFormatter):
        super().__init__(saying)
        self.rules, self.today = rules, today

    def answer(self, raw: Texts, asked: Texts) -> Answer:
        """Answer everything that was asked. `raw`: inputs as text; `asked`: texts of budget, payslip and so on.

        Raises InputError.
        """
        mistakes = [
            InputMistake(name, "event-only", {"known": (other,)})
            for name, other in NEEDS.items()
            if name in asked and other not in asked
        ]
        if mistakes:
            raise InputError(mistakes)
        answer = self._base(raw, asked)
        for name, part in self._parts():
            if name in asked:
                answer = _joined(answer, part(raw, asked))
        return {**answer, "facts": self.rules.digest}

    def _base(self, raw: Texts, asked: Texts) -> Answer:
        """Return the estimate to which all else is added; empty where something asked can do without, and has to."""
        alone = asked.keys() & {"budget", "payslip"} or ("lump_sum" in asked and set(raw) <= {"month"})
        try:
            return self.estimated(self._estimate(raw))
        except InputError as error:
            if not alone:
                raise
            missing = tuple(mistake.name for mistake in error.mistakes if mistake.sentence == "missing")
        if missing and "compare" in asked:
            raise wrong("compare", "needs", known=missing)
        return {}

    def _parts(self) -> Sequence[tuple[str, Callable[[Texts, Texts], Answer]]]:
        return (
            ("budget", self._options),
            ("payslip", self._payslip),
            ("compare", self._compare),
            ("project", self._projection),
            ("lump_sum", self._tax),
        )

    def _estimate(self, raw: Texts) -> Estimate:
        return estimate(self.rules, read_inputs(raw, self.today), self.today)

    def _options(self, raw: Texts, asked: Texts) -> Answer:
        rupiah = read_amount("budget", asked["budget"])
        bought = budget.buy(self.rules, raw, rupiah, self.today)
        answers = [answer for option in bought for answer in (option.estimate, *option.events.values())]
        return {
            "budget": rupiah,
            "options": [self.option(option) for option in bought],
            "assumptions": _once(self.assumption(each) for answer in answers for each in answer.assumptions),
            "notices": [self.notice(Notice("true-income"))],
        }

    def _payslip(self, raw: Texts, asked: Texts) -> Answer:
        items = payslip.recognise(self.rules, raw, payslip.read_items(asked["payslip"]), self.today)
        return {
            "payslip": [self.deduction(item) for item in items],
            "assumptions": _once(self.assumption(each) for item in items for each in item.assumptions),
            "notices": _once(self.notice(notice) for item in items for notice in item.notices),
        }

    def _compare(self, raw: Texts, asked: Texts) -> Answer:
        try:
            now, then = self._estimate(raw), self._estimate({**raw, "month": asked["compare"]})
        except InputError as error:
            raise InputError([InputMistake(_renamed(m.name), m.sentence, m.values) for m in error.mistakes]) from None
        return {
            "compare": {
                "month": then.inputs["month"],
                "now": now.amounts(),
                "then": then.amounts(),
                "differences": compare.differences(now, then),
                "reasons": [self.notice(reason) for reason in compare.reasons(now, then)],
            }
        }

    def _projection(self, raw: Texts, asked: Texts) -> Answer:
        years = read_whole("project", asked["project"], 1, savings.LONGEST)
        rate = savings.read_return(asked.get("return", savings.USUAL_RETURN))
        monthly = savings.monthly_savings(self.rules, raw, self.today)
        notice = self.notice(Notice("illustration", {"rate": percent(rate)}))["text"]
        by_year: list[YearAnswer] = [
            {"year": each.year, "paid": each.paid, "earned": each.earned, "balance": each.balance}
            for each in savings.savings(monthly, years, rate)
        ]
        return {"projection": {"monthly": monthly, "return": percent(rate), "years": by_year, "notice": notice}}

    def _tax(self, raw: Texts, asked: Texts) -> Answer:
        lump_sum = read_amount("lump_sum", asked["lump_sum"])
        month = read_month("month", raw["month"]) if "month" in raw else None
        step = savings.lump_sum_tax(self.rules, lump_sum, month, self.today)
        return {
            "tax": {
                "lump_sum": lump_sum,
                "tax": step.amount,
                "net": lump_sum - step.amount,
                "step": self.step(step),
                "notice": self.notice(Notice("final-tax"))["text"],
            }
        }


def _joined(answer: Answer, part: Answer) -> Answer:
    """Return an answer with a part more. What is said of the whole is not said again of the part."""
    assumed, told = answer.get("assumptions", []), answer.get("notices", [])
    names, ids = {each["name"] for each in assumed}, {each["id"] for each in told}
    return {
        **answer,
        **part,
        "assumptions": [*assumed, *(each for each in part.get("assumptions", ()) if each["name"] not in names)],
        "notices": [*told, *(each for each in part.get("notices", ()) if each["id"] not in ids)],
    }


def _once(items: Iterable[Item]) -> list[Item]:
    every = list(items)
    return [item for i, item in enumerate(every) if item not in every[:i]]


def _renamed(name: str) -> str:
    return "compare" if name == "month" else name
