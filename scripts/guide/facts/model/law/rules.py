"""Reliefs, gaps, the pension age, taxes, limits, and sources that disagree."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.facts.model.record import Citation, Cited, Dated, Model, Quantity, Source, Text
from guide.facts.model.scalars import (
    Confidence,
    Count,
    Day,
    Id,
    Month,
    Payer,
    ProgramId,
    Rate,
    Rupiah,
    Sector,
    SegmentId,
    Truth,
    Words,
)


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

    @property
    def known(self) -> str:
        """The ISO day from which the relief could be known."""
        return self.known_from(self.first)


class Gap(Cited):
    """Months touched by a law whose text is not in the data: they are not covered, and say so."""

    id: Id
    segments: tuple[SegmentId, ...] = Field(min_length=1)
    programs: tuple[ProgramId, ...] = Field(min_length=1)
    first: Month
    last: Month
    reason: Text
    quantities: tuple[Quantity, ...] = ()

    @property
    def known(self) -> str:
        """The ISO day from which the gap could be known."""
        return self.known_from(self.first)


class AgeStep(Dated):
    """The pension age from `effective` on, in years."""

    age: Count


class HeirsStep(Dated):
    """Who gets the money from `effective` on, one after another."""

    order: tuple[Text, ...] = Field(min_length=1)


class HeirsRule(Model):
    """Who gets the money after a death, through time."""

    id: Id
    name: Text
    entries: tuple[HeirsStep, ...] = Field(min_length=1)


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


class LimitStep(Dated):
    """A limit from `effective` on, in its history's unit."""

    value: Count


class LimitRule(Model):
    """An age, a day of the month or a length of time that the law sets, through time."""

    id: Id
    name: Text
    quantities: tuple[Quantity, ...] = ()
    unit: Literal["days", "months", "years", "number"]
    entries: tuple[LimitStep, ...] = Field(min_length=1)


class MinimumWage(Dated):
    """Rupiah a month, from `effective` to the month `last`: after that nobody knows, and nothing is said."""

    amount: Rupiah
    last: Month


class MinimumWageRule(Model):
    """The minimum wage of a region through time."""

    id: Id
    region: Words
    name: Text
    entries: tuple[MinimumWage, ...] = Field(min_length=1)


class CoverStart(Dated):
    """When cover begins, from `effective` on, in words.

    `begins`: whole sentences. `short`: a few words for paper, beside an amount. `ask`: what is not certain, and whom to
    ask. `example`: a case, without names.
    """

    begins: Text
    short: Text
    ask: Text | None = None
    example: Text | None = None
    sources: tuple[Source, ...] = ()


class Cover(Model):
    """From when a program covers the members of a segment, through time. The id is `<segment>-<program>`."""

    id: Id
    segment: SegmentId
    program: ProgramId
    quantities: tuple[Quantity, ...] = ()
    entries: tuple[CoverStart, ...] = Field(min_length=1)


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
    sources: tuple[Source, ...] = ()
    compiled: Day
    confidence: Confidence
