"""What is received."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from guide.estimator.engine.assumptions import waits
from guide.estimator.engine.context import Question
from guide.estimator.engine.contributions import base_of, monthly_of
from guide.estimator.engine.programs import EVENT_PROGRAM, answering, lacking
from guide.estimator.engine.result import Step
from guide.law.benefit_rules import (
    BenefitRule,
    FixedPayout,
    PayoutRule,
    PensionPayout,
    PhasePayout,
    RatePayout,
    RefundPayout,
    SchoolPayout,
    StagesPayout,
)
from guide.law.rows import amount
from guide.law.timeline import in_force


class Payment(NamedTuple):
    """Rupiah (None: not due), the base that they are taken of, and the rate as text."""

    rupiah: int | None
    base: int | None = None
    rate: str = ""


NOT_DUE = Payment(None)


def benefits_of(question: Question, programs: Sequence[str]) -> dict[str, int]:
    """Return rupiah by benefit id, for one person."""
    inputs = question.inputs
    program = EVENT_PROGRAM[inputs.event]
    missing = lacking(question, programs)
    if inputs.event == "layoff":
        _conditions(question)
    if missing:
        question.notice("program-needs", program=program.upper(), programs=" + ".join(missing).upper())
        return {}
    if program not in programs:
        question.notice("program-missing", program=program.upper())
        return {}
    if question.explain and inputs.paid_months is None and waits(question):
        question.notice("waiting-assumed")
    benefits: dict[str, int] = {}
    for benefit in answering(question):
        rupiah = _received(question, benefit)
        if rupiah is not None:
            benefits[benefit.answer] = rupiah
    return benefits


def _conditions(question: Question) -> None:
    """Add the notice of what JKP asks for beside programs and months (PP 6/2025 Ps 4)."""
    limit = in_force(question.rules.limits.get("layoff-age", ()), question.inputs.month, question.today)
    if limit:
        question.notice("jkp-conditions", age=limit.value)


def _received(question: Question, benefit: BenefitRule) -> int | None:
    """Return rupiah of one benefit, 0 where too few months were paid; None where the benefit is not due."""
    inputs = question.inputs
    if benefit.id == "scholarship" and not inputs.children:
        return None
    entry = question.in_force(benefit.entries, inputs.month)
    for segments, events, months in entry.waiting:
        fewer = inputs.paid_months is not None and inputs.paid_months < months
        if fewer and inputs.segment in segments and inputs.event in events:
            question.notice("waiting", benefit=benefit.answer, months=months)
            return 0
    payment = _payment(question, entry)
    if payment.rupiah is not None and question.explain:
        question.steps.append(_step(benefit.answer, entry, payment.rupiah, payment.base, payment.rate))
    return payment.rupiah


def _step(name: str, entry: PayoutRule, rupiah: int, base: int | None, rate: str) -> Step:
    return Step(
        id=name,
        base=base,
        rate=rate or None,
        relief=None,
        amount=rupiah,
        rounding=f"half-up, {entry.rounding}",
        citation=entry.cite,
        effective=entry.effective,
        sentence=_sentence(entry, rate),
        values={"benefit": name, "rate": rate, "base": base or 0, "amount": rupiah},
        facts=(entry.fact,),
        entry=entry,
    )


def _sentence(entry: PayoutRule, rate: str) -> str:
    """Return the name of the step's sentence; that of a pension says that money comes every month."""
    if isinstance(entry, PensionPayout):
        return "benefit-monthly"
    return "benefit-rate" if rate else "benefit"


def _payment(question: Question, entry: PayoutRule) -> Payment:
    """Return what the entry pays by its kind."""
    if isinstance(entry, FixedPayout):
        return Payment(amount(entry.rows, 0))
    if isinstance(entry, PhasePayout):
        return Payment(entry.phases[question.inputs.phase])
    if isinstance(entry, RatePayout):
        base = base_of(question, "jkk")
        return Payment(amount(entry.rows, base), base, entry.rate)
    if isinstance(entry, StagesPayout):
        return _stages(question, entry)
    if isinstance(entry, SchoolPayout):
        return _school(question, entry)
    if isinstance(entry, PensionPayout):
        return _pension(question, entry)
    assert isinstance(entry, RefundPayout), entry
    return _refund(question)


def _stages(question: Question, entry: StagesPayout) -> Payment:
    """Return a month's amount, rounded, times its months. Without `sick_months` every stage runs to its end."""
    base = amount(entry.base, base_of(question, "jkk"))
    left = question.inputs.sick_months
    total, rates = 0, []
    for months, rate, rows in entry.stages:
        spent = months if left is None else min(months or left, left)
        if spent:
            total += amount(rows, base) * spent
            rates.append(f"{rate} × {spent}")
        left = left if left is None else left - spent
    return Payment(total, base, " + ".join(rates))


def _school(question: Question, entry: SchoolPayout) -> Payment:
    """Return the sum of the children with the largest amounts, as many as count."""
    children = sorted((entry.stages[stage] for stage in question.inputs.children), reverse=True)
    if len(children) > entry.children:
        question.notice("children-most", most=entry.children)
    return Payment(sum(children[: entry.children]))


def _pension(question: Question, entry: PensionPayout) -> Payment:
    wage, months = question.inputs.average_wage, question.inputs.paid_months or 0
    if months < entry.months:
        return NOT_DUE
    return Payment(amount(entry.rows, wage * months), wage, f"{entry.rate} × {months}/12")


def _refund(question: Question) -> Payment:
    """Return what was paid in, below the months of a pension; what the money earned is not counted here."""
    months = question.inputs.paid_months or 0
    pension = next(benefit for benefit in question.rules.benefits if benefit.id == "jp.pension")
    entry = question.in_force(pension.entries, question.inputs.month)
    if isinstance(entry, PensionPayout) and months >= entry.months:
        return NOT_DUE
    monthly = monthly_of(question, "jp", any_age=True)
    question.notice("lump-sum-development")
    return Payment(monthly * months, monthly, f"{months} ×")
