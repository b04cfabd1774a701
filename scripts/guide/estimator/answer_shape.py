"""The shape of an answer as the contract writes it, ready for JSON. Amounts are whole rupiah."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from guide.estimator.inputs import Value

Amounts = Mapping[str, int]
Shares = Mapping[str, Amounts]
"""Rupiah by program key and party."""


class StepAnswer(TypedDict):
    """A step with its sentence in `text`; what does not apply is None."""

    id: str
    base: int | None
    rate: str | None
    relief: str | None
    amount: int
    rounding: str
    citation: str
    effective: str
    text: str


class AssumptionAnswer(TypedDict):
    """An input that was left out, what counts for it, and its sentence."""

    name: str
    value: Value
    text: str


class NoticeAnswer(TypedDict):
    """A notice or a reason with its sentence."""

    id: str
    text: str


class OptionAnswer(TypedDict):
    """One package that a budget pays for; `gives`: benefit totals by event."""

    programs: Sequence[str]
    income: Value
    base: int
    monthly: Amounts
    grand_total: int
    gives: Amounts


class MatchAnswer(TypedDict):
    """A rule that gives a payslip's amount: whose share, since which month, and its steps."""

    party: str
    month: str
    steps: list[StepAnswer]


class DeductionAnswer(TypedDict):
    """One item of a payslip: the amount there, the one that should be, and the rules that give the amount."""

    program: str
    amount: int
    expected: int
    correct: bool
    step: StepAnswer | None
    matches: list[MatchAnswer]


class CompareAnswer(TypedDict):
    """Amounts of two months, their differences and the reasons."""

    month: Value
    now: Amounts
    then: Amounts
    differences: Amounts
    reasons: list[NoticeAnswer]


class YearAnswer(TypedDict):
    """The end of one year of savings."""

    year: int
    paid: int
    earned: int
    balance: int


ProjectionAnswer = TypedDict(
    "ProjectionAnswer", {"monthly": int, "return": str, "years": list[YearAnswer], "notice": str}
)
"""Old-age savings by year; `return`: the yearly rate as text."""


class TaxAnswer(TypedDict):
    """Tax on a lump sum, and what is left."""

    lump_sum: int
    tax: int
    net: int
    step: StepAnswer
    notice: str


class Answer(TypedDict, total=False):
    """An answer: the parts that were asked for, and the digest of the facts behind it."""

    inputs: Mapping[str, Value]
    contributions: Shares
    monthly: Amounts
    grand_total: int
    benefits: Amounts
    benefit_total: int
    steps: list[StepAnswer]
    range: Mapping[str, Sequence[int]]
    budget: int
    options: list[OptionAnswer]
    payslip: list[DeductionAnswer]
    compare: CompareAnswer
    projection: ProjectionAnswer
    tax: TaxAnswer
    assumptions: list[AssumptionAnswer]
    notices: list[NoticeAnswer]
    facts: str
