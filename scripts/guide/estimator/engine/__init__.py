"""An estimate: what is paid, by whom, what is received, and why. A pure function of rules and inputs.

Amounts are whole rupiah. Every amount has a step that says base, rate, relief, rounding, citation and date;
explanations of any kind are renderings of those steps.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from guide.estimator.engine.assumptions import assumptions_of, range_of
from guide.estimator.engine.benefits import benefits_of
from guide.estimator.engine.context import Memo, Question
from guide.estimator.engine.contributions import contributions_in, later_months
from guide.estimator.engine.programs import answering, programs_of
from guide.estimator.engine.result import LARGEST_TOTAL, PARTIES, Assumption, Estimate, Notice, Step
from guide.estimator.inputs import Inputs, wrong
from guide.law.benefit_rules import BenefitRule
from guide.law.rules import Rules, ScheduleRule
from guide.law.timeline import in_force, months_after

__all__ = ["PARTIES", "Assumption", "Estimate", "Memo", "Notice", "Step", "estimate"]


def estimate(
    rules: Rules, inputs: Inputs, today: datetime.date, *, explain: bool = True, memo: Memo | None = None
) -> Estimate:
    """Answer `inputs` by the rules known on `today`. Raises InputError where the law gives no answer.

    For many questions by the same rules on the same day: without `explain` there are no steps, no notices and no range,
    and what was looked up in the law stays in `memo`.
    """
    answer = _estimate(rules, inputs, today.isoformat(), explain, memo or Memo())
    meanings = inputs.meanings() if explain else ()
    if len(meanings) < 2:
        return answer
    others = [_estimate(rules, meaning, today.isoformat(), False, Memo()).amounts() for meaning in meanings]
    return replace(answer, range=range_of(answer.amounts(), others))


def _estimate(rules: Rules, inputs: Inputs, today: str, explain: bool, memo: Memo) -> Estimate:
    question = Question(rules, inputs, today, explain, memo)
    programs = programs_of(question)
    contributions = contributions_in(question, inputs.month, programs)
    first = sum(shares["total"] for shares in contributions.values())
    grand_total = (first + later_months(question, programs)) * inputs.people
    benefits = benefits_of(question, programs) if inputs.event else {}
    if grand_total > LARGEST_TOTAL or sum(benefits.values()) > LARGEST_TOTAL:
        raise wrong("people", "too-large")
    if explain:
        _general_notices(question, programs)
    return Estimate(
        inputs={**inputs.values, "programs": programs},
        contributions=contributions,
        grand_total=grand_total,
        benefits=benefits,
        steps=question.steps,
        notices=question.notices,
        digest=rules.digest,
        assumptions=assumptions_of(question, programs),
    )


def _general_notices(question: Question, programs: Sequence[str]) -> None:
    inputs = question.inputs
    if inputs.segment == "pu" and "risk" not in inputs.given:
        question.notice("risk-assumed")
    if inputs.segment == "pu":
        _minimum_wage(question)
    if inputs.segment in ("pmi", "jakon"):
        question.notice("paid-once")
    last = months_after(inputs.month, (inputs.months or 1) - 1)
    if last > question.today[:7] or _is_overdue(question, programs, last):
        question.notice("law-may-change")


def _minimum_wage(question: Question) -> None:
    """Add a notice of a wage below the minimum wage of its month; amounts stay as they are."""
    month = question.inputs.month
    for wages in question.rules.minimum_wages:
        entry = in_force(wages.entries, month, question.today)
        if entry and month <= entry.last and question.inputs.income < entry.amount:
            question.notice("below-minimum-wage", amount=entry.amount)


def _is_overdue(question: Question, programs: Sequence[str], month: str) -> bool:
    """Return whether a value that is renewed every year should have been renewed by `month`."""
    rules: list[ScheduleRule | BenefitRule] = [question.schedule(program) for program in programs]
    rules += answering(question) if question.inputs.event else ()
    for rule in rules:
        entry = in_force(rule.entries, month, question.today) if rule.renewed else None
        if entry and month >= f"{int(entry.month[:4]) + 1}-{rule.renewed:02}":
            return True
    return False
