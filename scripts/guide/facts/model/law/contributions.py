"""Schedules: what a segment pays for a program, through time, and the income bands it is counted on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from guide.facts.model.record import Dated, Model, Text
from guide.facts.model.law.examples import Example, Rounding
from guide.facts.model.scalars import (
    Confidence,
    Count,
    Id,
    MonthOfYear,
    Party,
    ProgramId,
    Rate,
    Rupiah,
    SegmentId,
    Truth,
)

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


class Keyed(Contribution):
    """An amount chosen by key. Each month beyond the longest contract adds `extension`."""

    kind: Literal["options"]
    options: tuple[Option, ...] = Field(min_length=1)
    extension: Rupiah
    party: Party


ScheduleEntry = Annotated[Flat | Percent | Banded | Sliced | Keyed, Field(discriminator="kind")]


class Schedule(Model):
    """What one segment pays for one program, through time. The id is the file's name.

    `renewed`: the month (3 is March) in which a new value is expected every year.
    """

    id: Id
    segment: SegmentId
    program: ProgramId
    key: Id
    renewed: MonthOfYear | None = None
    entries: tuple[ScheduleEntry, ...] = Field(min_length=1)


class Band(Model):
    """Declared income from `at_least` on counts as `base`."""

    at_least: Rupiah
    base: Rupiah
    confidence: Confidence


class Bands(Dated):
    """A table of income bands, as the annex of the regulation prints it. Rupiah a month.

    `bases`: `middle` where each base is the middle of its band; it is then counted again.
    """

    bases: Literal["middle"] | None = None
    rows: tuple[Band, ...] = Field(min_length=1)


class BandTable(Model):
    """A table of income bands through time."""

    id: Id
    segment: SegmentId
    entries: tuple[Bands, ...] = Field(min_length=1)
