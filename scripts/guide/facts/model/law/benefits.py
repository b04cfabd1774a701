"""Benefits: what a program pays out, through time."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.facts.model.law.examples import Example, Rounding
from guide.facts.model.record import Dated, Model, Quantity, Text
from guide.facts.model.scalars import (
    Count,
    Event,
    Id,
    MonthOfYear,
    Phase,
    ProgramId,
    Rate,
    Rupiah,
    SegmentId,
    Size,
    Stage,
    Truth,
)


class Waiting(Model):
    """Contribution months that must have been paid before a benefit is paid at all.

    `in_a_row`: without a gap. `within`: the id of the limit that says how many last months they must lie in.
    """

    segments: tuple[SegmentId, ...] = Field(min_length=1)
    events: tuple[Event, ...] = Field(min_length=1)
    months: Count
    in_a_row: Truth = False
    within: Id | None = None


class Requirement(Model):
    """Programs that workers of employers of these sizes must have for a benefit; who has them has its program too."""

    sizes: tuple[Size, ...] = Field(min_length=1)
    programs: tuple[ProgramId, ...] = Field(min_length=1)


class Payout(Dated):
    """What a benefit pays from `effective` on."""

    waiting: tuple[Waiting, ...] = ()
    requires: tuple[Requirement, ...] = ()
    rounding: Rounding = Rounding()
    examples: tuple[Example, ...] = ()


class Amount(Payout):
    """`amount` rupiah, `count` times."""

    kind: Literal["amount"]
    amount: Rupiah
    count: Count = 1


class PhaseAmount(Model):
    """An amount that depends on the phase of a migrant worker's journey."""

    phase: Phase
    amount: Rupiah


class ByPhase(Payout):
    """An amount for each phase: before, during and after work abroad."""

    kind: Literal["phases"]
    phases: tuple[PhaseAmount, ...] = Field(min_length=1)


class Multiple(Payout):
    """`rate` × `count` × what it is taken of, not less than `minimum`."""

    kind: Literal["rate"]
    rate: Rate
    count: Count = 1
    of: Literal["income", "balance", "price", "income-by-degree"] = "income"
    minimum: Rupiah | None = None


class Span(Model):
    """`rate` of the wage for so many months; null: for as long as it lasts."""

    months: Count | None
    rate: Rate


class Staged(Payout):
    """A rate of the wage, up to `ceiling`, that changes with the months."""

    kind: Literal["stages"]
    stages: tuple[Span, ...] = Field(min_length=1)
    ceiling: Rupiah | None = None


class SchoolYears(Model):
    """Money for one school stage: rupiah a year, and how many years at most."""

    stage: Stage
    per_year: Rupiah
    years: Count


class Table(Payout):
    """A keyed table: from the stage a child starts at to the end of university."""

    kind: Literal["table"]
    rows: tuple[SchoolYears, ...] = Field(min_length=1)
    children: Count


class Accrual(Payout):
    """A monthly pension: `rate` of the average wage for each year, within `minimum` and `maximum`."""

    kind: Literal["accrual"]
    rate: Rate
    minimum: Rupiah
    maximum: Rupiah
    inflation: Rate | None = None
    months: Count


class Refund(Payout):
    """What was paid in comes back, with what it earned."""

    kind: Literal["refund"]


class FamilyPension(Payout):
    """A part of the member's pension, every month; the conditions say whose, and how much."""

    kind: Literal["family-pension"]


class Limit(Payout):
    """Costs are paid up to `limit` rupiah, per `per`; null: no limit."""

    kind: Literal["limit"]
    limit: Rupiah | None
    per: Literal["case", "year", "month", "person"]


PayoutEntry = Annotated[
    Amount | ByPhase | Multiple | Staged | Table | Accrual | Refund | FamilyPension | Limit, Field(discriminator="kind")
]


class Benefit(Model):
    """One thing that a program pays. `events`: what it answers in the estimator; empty: shown only."""

    id: Id
    name: Text
    summary: Text
    program: ProgramId
    segments: tuple[SegmentId, ...] = Field(min_length=1)
    events: tuple[Event, ...] = ()
    conditions: tuple[Text, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    renewed: MonthOfYear | None = None
    entries: tuple[PayoutEntry, ...] = Field(min_length=1)
