"""The law: regulations, schedules of contributions, reliefs, benefits, gaps, conflicts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.model.base import Citation, Cited, Dated, Model, Quantity, Source, Text
from guide.model.scalars import (
    Confidence,
    Count,
    Day,
    Event,
    Id,
    Month,
    Party,
    Payer,
    Phase,
    ProgramId,
    Rate,
    Rupiah,
    Sector,
    SegmentId,
    Stage,
    Truth,
    Url,
    Words,
)


class Regulation(Model):
    """A law, a decree or an official letter that values are cited from."""

    id: Id
    kind: Literal[
        "uu",
        "pp",
        "perpres",
        "inpres",
        "permenaker",
        "pmk",
        "permenko",
        "permendagri",
        "permendesa",
        "se",
        "pergub",
        "perbup",
        "letter",
        "agreement",
    ]
    number: Words
    year: Count
    title: Text
    about: Text
    issued: Day | None
    in_force: Day | None
    url: Url
    address: Literal["full", "partial", "none"]
    read: Literal["text", "transcription", "secondary", "memory"]
    compiled: Day
    verified: Day | None
    confidence: Confidence
    amends: tuple[Id, ...] = ()
    note: Text | None = None


class Rounding(Model):
    """How a share becomes whole rupiah. `basis` is `convention` where no regulation states it."""

    mode: Literal["half-up"] = "half-up"
    basis: Literal["convention", "cited"] = "convention"


class Example(Model):
    """A worked example that an authority or a newspaper printed: estimator inputs, and what came out."""

    id: Id
    inputs: dict[str, Words]
    expect: dict[str, Rupiah]
    sources: tuple[Source, ...] = Field(min_length=1)


Shares = dict[Party, Rate]
Amounts = dict[Party, Rupiah]


class Contribution(Dated):
    """What a segment pays for a program from `effective` on. Rupiah a month, or once for jakon and pmi."""

    rounding: Rounding = Rounding()
    examples: tuple[Example, ...] = ()


class Flat(Contribution):
    """The same amount for everybody."""

    kind: Literal["flat"]
    shares: Amounts


class RiskClass(Model):
    """One class of work accident risk with its rate."""

    risk: Literal["1", "2", "3", "4", "5"]
    name: Text
    shares: Shares


class Included(Model):
    """A part of this program that is taken out of another program's contribution. Never added."""

    program: ProgramId
    rate: Rate


class Percent(Contribution):
    """A rate of the wage between `floor` and `ceiling`; either one rate, or one for each risk class."""

    kind: Literal["rate"]
    shares: Shares = Field(default_factory=dict)
    classes: tuple[RiskClass, ...] = ()
    floor: Rupiah | None = None
    ceiling: Rupiah | None = None
    growth: Rate | None = None
    shrinkage: Rate | None = None
    until_pension_age: Truth = False
    included: tuple[Included, ...] = ()


class Banded(Contribution):
    """A rate of the base that the band of the declared income has. `bands` names a table in bands.yml."""

    kind: Literal["bands"]
    bands: Id
    shares: Shares


class Slice(Model):
    """The part of a value above `above` (up to the next slice) pays these rates."""

    above: Rupiah
    shares: Shares


class Sliced(Contribution):
    """Progressive: each slice of the value pays its own rate."""

    kind: Literal["slices"]
    slices: tuple[Slice, ...] = Field(min_length=1)


class Option(Model):
    """One keyed amount: a placement and a contract length in months, and its two instalments."""

    placement: Literal["p3mi", "individual"]
    contract: Count
    amount: Rupiah
    before: Rupiah = 0
    during: Rupiah


class Optional(Contribution):
    """An amount chosen by key. Each month beyond the longest contract adds `extension`."""

    kind: Literal["options"]
    options: tuple[Option, ...] = Field(min_length=1)
    extension: Rupiah
    party: Party


ScheduleEntry = Annotated[Flat | Percent | Banded | Sliced | Optional, Field(discriminator="kind")]


class Schedule(Model):
    """What one segment pays for one program, through time. The id is the file's name."""

    id: Id
    segment: SegmentId
    program: ProgramId
    key: Id
    entries: tuple[ScheduleEntry, ...] = Field(min_length=1)


class Band(Model):
    """Declared income from `at_least` on counts as `base`."""

    at_least: Rupiah
    base: Rupiah
    confidence: Confidence


class Bands(Dated):
    """A table of income bands, as the annex of the regulation prints it. Rupiah a month."""

    rows: tuple[Band, ...] = Field(min_length=1)


class BandTable(Model):
    """A table of income bands through time."""

    id: Id
    segment: SegmentId
    entries: tuple[Bands, ...] = Field(min_length=1)


class Relief(Cited):
    """A temporary reduction: in `first` … `last` the rate or flat amount is multiplied by `factor`."""

    id: Id
    name: Text
    segment: SegmentId
    programs: tuple[ProgramId, ...] = Field(min_length=1)
    sectors: tuple[Sector, ...] = Field(min_length=1)
    payers: tuple[Payer, ...] = ()
    factor: Rate
    first: Month
    last: Month
    conditions: tuple[Text, ...] = ()


class Gap(Cited):
    """Months touched by a law whose text is not in the data: they are not covered, and say so."""

    id: Id
    segments: tuple[SegmentId, ...] = Field(min_length=1)
    programs: tuple[ProgramId, ...] = Field(min_length=1)
    first: Month
    last: Month
    reason: Text


class Waiting(Model):
    """Contribution months that must have been paid before a benefit is paid at all."""

    segments: tuple[SegmentId, ...] = Field(min_length=1)
    events: tuple[Event, ...] = Field(min_length=1)
    months: Count


class Payout(Dated):
    """What a benefit pays from `effective` on."""

    waiting: tuple[Waiting, ...] = ()
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


class Limit(Payout):
    """Costs are paid up to `limit` rupiah, per `per`; null: no limit."""

    kind: Literal["limit"]
    limit: Rupiah | None
    per: Literal["case", "year", "month", "person"]


PayoutEntry = Annotated[
    Amount | ByPhase | Multiple | Staged | Table | Accrual | Refund | Limit, Field(discriminator="kind")
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
    entries: tuple[PayoutEntry, ...] = Field(min_length=1)


class AgeStep(Dated):
    """The pension age from `effective` on, in years."""

    age: Count


class TaxSlice(Model):
    """The part above `above` is taxed at `rate`."""

    above: Rupiah
    rate: Rate


class Tax(Dated):
    """Tax on a payment: each slice at its own rate."""

    slices: tuple[TaxSlice, ...] = Field(min_length=1)


class TaxRule(Model):
    """One tax rule through time."""

    id: Id
    name: Text
    conditions: tuple[Text, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    entries: tuple[Tax, ...] = Field(min_length=1)


class Conflict(Model):
    """Two sources disagree: what each says, which one we use, and why."""

    id: Id
    subject: Text
    says: tuple[Text, ...] = Field(min_length=2)
    choice: Text
    reason: Text
    resolved: Truth
    quantities: tuple[Quantity, ...] = ()
    citations: tuple[Citation, ...] = ()
    compiled: Day
    confidence: Confidence
