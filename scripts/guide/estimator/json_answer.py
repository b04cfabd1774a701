"""An answer as the contract writes it: plain lists, text and whole rupiah, ready for JSON."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from guide.estimator import budget, compare, savings
from guide.estimator.engine import Assumption, Estimate, Notice, Step, estimate
from guide.estimator.inputs import (
    InputError,
    InputMistake,
    PROGRAMS,
    read_amount,
    read_inputs,
    read_month,
    read_whole,
    wrong,
)
from guide.law.citations import percent
from guide.estimator.message_text import Saying
from guide.estimator.inputs.suggestions import closest

Answer = dict[str, Any]
NEEDS = {"return": "project", "output": "list"}


class Answerer:
    """Answers questions by `rules` on a day, in one language."""

    def __init__(self, rules: Mapping[str, Any], today: datetime.date, saying: Saying):
        self.rules, self.today, self.saying = rules, today, saying

    def answer(self, raw: Mapping[str, str], asked: Mapping[str, str]) -> Answer:
        """Everything that was asked. `raw`: inputs as text; `asked`: texts of budget, payslip and so on.

        Raises InputError.
        """
        mistakes = [
            InputMistake(n, "event-only", {"known": (o,)}) for n, o in NEEDS.items() if n in asked and o not in asked
        ]
        if mistakes:
            raise InputError(mistakes)
        found = self._base(raw, asked)
        for name, part in self._parts():
            if name in asked:
                found = _joined(found, part(raw, asked))
        return {**found, "facts": self.rules["digest"]}

    def _base(self, raw: Mapping[str, str], asked: Mapping[str, str]) -> Answer:
        """The estimate to which all else is added; empty where something asked can do without, and has to."""
        alone = asked.keys() & {"budget", "payslip"} or ("lump_sum" in asked and set(raw) <= {"month"})
        try:
            return self.estimated(self._estimate(raw))
        except InputError as error:
            if not alone:
                raise
            missing = tuple(m.name for m in error.mistakes if m.sentence == "missing")
        if missing and "compare" in asked:
            raise wrong("compare", "needs", known=missing)
        return {}

    def _parts(self) -> Sequence[tuple[str, Callable[[Any, Any], Answer]]]:
        return (
            ("budget", self._options),
            ("payslip", self._payslip),
            ("compare", self._compare),
            ("project", self._projection),
            ("lump_sum", self._tax),
        )

    def _estimate(self, raw: Mapping[str, str]) -> Estimate:
        return estimate(self.rules, read_inputs(raw, self.today), self.today)

    def estimated(self, found: Estimate) -> Answer:
        """An estimate."""
        return {
            "inputs": dict(found.inputs),
            "contributions": found.contributions,
            "monthly": found.monthly,
            "grand_total": found.grand_total,
            "benefits": found.benefits,
            "benefit_total": found.benefit_total,
            "steps": [self.step(step) for step in found.steps],
            "assumptions": [self.assumption(assumption) for assumption in found.assumptions],
            **({} if found.range is None else {"range": found.range}),
            "notices": [self.notice(notice) for notice in found.notices],
        }

    def step(self, step: Step) -> Answer:
        """A step with its sentence. What does not apply is null."""
        names = ("id", "base", "rate", "relief", "amount", "rounding", "citation", "effective")
        return {**{name: getattr(step, name) for name in names}, "text": self.saying.say(step.sentence, step.values)}

    def assumption(self, assumption: Assumption) -> Answer:
        """An input that was left out, what counts for it, and its sentence."""
        text = self.saying.say(assumption.sentence, assumption.values)
        return {"name": assumption.name, "value": assumption.value, "text": text}

    def notice(self, notice: Notice | compare.Reason) -> Answer:
        """A notice or a reason with its sentence."""
        return {"id": notice.id, "text": self.saying.say(notice.id, notice.values)}

    def _options(self, raw: Mapping[str, str], asked: Mapping[str, str]) -> Answer:
        rupiah = read_amount("budget", asked["budget"])
        bought = budget.buy(self.rules, raw, rupiah, self.today)
        options = [
            {
                "programs": option.estimate.inputs["programs"],
                "income": option.estimate.inputs["income"],
                "base": option.base,
                "monthly": option.estimate.monthly,
                "grand_total": option.estimate.grand_total,
                "gives": option.gives,
            }
            for option in bought
        ]
        answers = [answer for option in bought for answer in (option.estimate, *option.events.values())]
        assumed = _once(self.assumption(one) for answer in answers for one in answer.assumptions)
        notices = [self.notice(Notice("true-income"))]
        return {"budget": rupiah, "options": options, "assumptions": assumed, "notices": notices}

    def _payslip(self, raw: Mapping[str, str], asked: Mapping[str, str]) -> Answer:
        found = budget.recognise(self.rules, raw, read_items(asked["payslip"]), self.today)
        return {
            "payslip": [
                {
                    "program": item.program,
                    "amount": item.amount,
                    "expected": item.expected,
                    "correct": item.amount == item.expected,
                    "step": item.step and self.step(item.step),
                    "matches": [
                        {"party": m.party, "month": m.month, "steps": [self.step(step) for step in m.steps]}
                        for m in item.matches
                    ],
                }
                for item in found
            ],
            "assumptions": _once(self.assumption(one) for item in found for one in item.assumptions),
            "notices": _once(self.notice(notice) for item in found for notice in item.notices),
        }

    def _compare(self, raw: Mapping[str, str], asked: Mapping[str, str]) -> Answer:
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

    def _projection(self, raw: Mapping[str, str], asked: Mapping[str, str]) -> Answer:
        years = read_whole("project", asked["project"], 1, savings.LONGEST)
        rate = savings.read_return(asked.get("return", savings.USUAL_RETURN))
        monthly = savings.monthly_savings(self.rules, raw, self.today)
        notice = self.notice(Notice("illustration", {"rate": percent(rate)}))
        by_year = [year._asdict() for year in savings.savings(monthly, years, rate)]
        return {"projection": {"monthly": monthly, "return": percent(rate), "years": by_year, "notice": notice["text"]}}

    def _tax(self, raw: Mapping[str, str], asked: Mapping[str, str]) -> Answer:
        lump_sum = read_amount("lump_sum", asked["lump_sum"])
        month = read_month("month", raw["month"]) if "month" in raw else None
        step = savings.lump_sum_tax(self.rules, lump_sum, month, self.today)
        notice = self.notice(Notice("final-tax"))
        parts = {"lump_sum": lump_sum, "tax": step.amount, "net": lump_sum - step.amount}
        return {"tax": {**parts, "step": self.step(step), "notice": notice["text"]}}


def _joined(found: Answer, part: Answer) -> Answer:
    """An answer with a part more. What is said of the whole is not said again of the part."""
    both = {}
    for name, key in (("assumptions", "name"), ("notices", "id")):
        told = found.get(name, [])
        more = [one for one in part.get(name, ()) if one[key] not in [other[key] for other in told]]
        both[name] = [*told, *more]
    return {**found, **part, **both}


def _once(notices: Iterable[Answer]) -> list[Answer]:
    told = list(notices)
    return [notice for i, notice in enumerate(told) if notice not in told[:i]]


def _renamed(name: str) -> str:
    return "compare" if name == "month" else name


def read_items(text: str) -> dict[str, int]:
    """`jht=160000,jp=80000` as rupiah by program. Raises InputError."""
    parts = re.split(r"(?:^|,)\s*([A-Za-z_]+)\s*=", text)
    if parts[0].strip() or len(parts) < 3:
        raise wrong("payslip", "item", bad=text)
    found = {}
    for name, amount in zip(parts[1::2], parts[2::2], strict=True):
        program = name.lower()
        if program not in PROGRAMS:
            good = closest(program, PROGRAMS)
            raise wrong(program, "unknown-near" if good else "unknown", good=good)
        found[program] = read_amount(program, amount)
    return found
