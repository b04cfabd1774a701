"""Parts of an answer in the contract's shape, with their sentences in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from guide.estimator.answer_shape import (
    Answer,
    AssumptionAnswer,
    DeductionAnswer,
    NoticeAnswer,
    OptionAnswer,
    StepAnswer,
)
from guide.estimator.budget import Option
from guide.estimator.compare import Reason
from guide.estimator.engine import Assumption, Estimate, Notice, Step
from guide.estimator.inputs import Value
from guide.estimator.payslip import Deduction


class Saying(Protocol):
    """Teller of sentences in one language."""

    def say(self, sentence: str, values: Mapping[str, Value]) -> str:
        """Return the sentence of that name, complete."""


class AnswerWriter:
    """Writer of estimates, steps, notices, packages and deductions, in the language of `saying`."""

    def __init__(self, saying: Saying):
        self.saying = saying

    def estimated(self, estimate: Estimate) -> Answer:
        """Return an estimate in the contract's shape."""
        answer: Answer = {
            "inputs": dict(estimate.inputs),
            "contributions": estimate.contributions,
            "monthly": estimate.monthly,
            "grand_total": estimate.grand_total,
            "benefits": estimate.benefits,
            "benefit_total": estimate.benefit_total,
            "steps": [self.step(step) for step in estimate.steps],
            "assumptions": [self.assumption(assumption) for assumption in estimate.assumptions],
        }
        if estimate.range is not None:
            answer["range"] = estimate.range
        answer["notices"] = [self.notice(notice) for notice in estimate.notices]
        return answer

    def step(self, step: Step) -> StepAnswer:
        """Return a step with its sentence."""
        return {
            "id": step.id,
            "base": step.base,
            "rate": step.rate,
            "relief": step.relief,
            "amount": step.amount,
            "rounding": step.rounding,
            "citation": step.citation,
            "effective": step.effective,
            "text": self.saying.say(step.sentence, step.values),
        }

    def assumption(self, assumption: Assumption) -> AssumptionAnswer:
        """Return an input that was left out, what counts for it, and its sentence."""
        text = self.saying.say(assumption.sentence, assumption.values)
        return {"name": assumption.name, "value": assumption.value, "text": text}

    def notice(self, notice: Notice | Reason) -> NoticeAnswer:
        """Return a notice or a reason with its sentence."""
        return {"id": notice.id, "text": self.saying.say(notice.id, notice.values)}

    def deduction(self, item: Deduction) -> DeductionAnswer:
        """Return one item of a payslip with its steps."""
        return {
            "program": item.program,
            "amount": item.amount,
            "expected": item.expected,
            "correct": item.amount == item.expected,
            "step": self.step(item.step) if item.step else None,
            "matches": [
                {"party": match.party, "month": match.month, "steps": [self.step(step) for step in match.steps]}
                for match in item.matches
            ],
        }

    def option(self, option: Option) -> OptionAnswer:
        """Return one package that a budget pays for."""
        return {
            "programs": option.estimate.programs,
            "income": option.estimate.inputs["income"],
            "base": option.base,
            "monthly": option.estimate.monthly,
            "grand_total": option.estimate.grand_total,
            "gives": option.gives,
        }
