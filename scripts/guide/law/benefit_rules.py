"""Benefits as the estimator reads them: one class for each way in which an amount is found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from guide.law.dated_rules import CitedRule
from guide.law.rows import Rows


class WaitingRule(NamedTuple):
    """Contribution months that people of these segments must have paid before these events."""

    segments: tuple[str, ...]
    events: tuple[str, ...]
    months: int


class RequiredRule(NamedTuple):
    """Programs that workers of employers of these sizes must have for the benefit."""

    sizes: tuple[str, ...]
    programs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutRule(CitedRule):
    """What a benefit pays from one month on. `kind`: its name in the browser's rules."""

    kind: ClassVar[str]
    rounding: str
    waiting: tuple[WaitingRule, ...]
    requires: tuple[RequiredRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedPayout(PayoutRule):
    """The same amount for everybody."""

    kind = "amount"
    rows: Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class PhasePayout(PayoutRule):
    """Rupiah by phase of a migrant worker's journey."""

    kind = "phases"
    phases: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatePayout(PayoutRule):
    """Rows from the base of JKK to rupiah; `rate` as text."""

    kind = "rate"
    rows: Rows
    rate: str


class StageRule(NamedTuple):
    """So many months (0: without end) of one rate, as text and as rows from the base to rupiah a month."""

    months: int
    rate: str
    rows: Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class StagesPayout(PayoutRule):
    """Rates of the wage that change with the months; `base`: rows from the wage to what counts."""

    kind = "stages"
    base: Rows
    stages: tuple[StageRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolPayout(PayoutRule):
    """Rupiah for one child by the stage it begins at, for at most so many children."""

    kind = "table"
    stages: Mapping[str, int]
    children: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PensionPayout(PayoutRule):
    """A pension of those who paid at least `months`: rows from wage × months to rupiah a month; `rate` as text."""

    kind = "accrual"
    months: int
    rate: str
    rows: Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundPayout(PayoutRule):
    """What was paid in comes back, to those who paid too few months for a pension."""

    kind = "refund"


@dataclass(frozen=True, slots=True)
class BenefitRule:
    """One benefit through time. `answer`: its name in an answer. `renewed`: the month of its yearly values, or None."""

    id: str
    answer: str
    renewed: int | None
    segments: tuple[str, ...]
    events: tuple[str, ...]
    entries: tuple[PayoutRule, ...]
