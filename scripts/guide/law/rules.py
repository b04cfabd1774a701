"""The law as the estimator reads it: frozen rules whose amounts are rows of integers (see `rows`).

`fact` is the id of the dated value in the data, `effective` its first day or month, `month` the first contribution
month that it governs, `known` the ISO day from which it could be known, `cite` its citations as people write them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from guide.law.benefit_rules import BenefitRule
from guide.law.dated_rules import CitedRule, DatedRule
from guide.law.rows import SAME, Rows

Counted = Literal["income", "contract", "nothing"]
"""The input that a contribution is counted from: rupiah of income, months of the contract, or none."""
Factor = tuple[int, int]
"""The part of a contribution that remains due, as numerator and denominator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRows(DatedRule):
    """Rows from an income (or the months of a contract) to the base that shares are taken of."""

    rows: Rows


ALWAYS = (BaseRows(fact="", month="", effective="", known="", rows=SAME),)
"""Bases of a contribution that is taken of the income itself, at any time."""


@dataclass(frozen=True, slots=True)
class ShareRule:
    """One party's share: rows from the base to rupiah, and the rate as text (empty where there is none)."""

    rate: str
    rows: Rows


Shares = Mapping[str, ShareRule]
"""Shares by party."""


class Included(NamedTuple):
    """A part of a contribution that is taken out of another program's: that program, and the rate as text."""

    program: str
    rate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleEntry(CitedRule):
    """A contribution from one month on. `shares`: by key (risk class, placement, or empty), then by party.

    `bands`: whether the base is that of an income band. `until_pension_age`: whether nothing is due from that age on.
    """

    rounding: str
    of: Counted
    bases: tuple[BaseRows, ...]
    shares: Mapping[str, Shares]
    bands: bool = False
    until_pension_age: bool = False
    included: tuple[Included, ...] = ()


@dataclass(frozen=True, slots=True)
class ScheduleRule:
    """What one segment pays for one program through time. `covers`: the programs that its key names.

    `renewed`: the month of the year in which a new value is expected, or None.
    """

    segment: str
    program: str
    key: str
    covers: tuple[str, ...]
    renewed: int | None
    entries: tuple[ScheduleEntry, ...]


@dataclass(frozen=True, slots=True)
class ReliefRule:
    """A reduction in the months `first` … `last`: `factor` of the contribution remains due.

    `payers`: who may pay for it to hold; empty: anybody.
    """

    id: str
    fact: str
    segment: str
    programs: tuple[str, ...]
    sectors: tuple[str, ...]
    payers: tuple[str, ...]
    factor: Factor
    first: str
    last: str
    known: str
    cite: str


@dataclass(frozen=True, slots=True)
class GapRule:
    """Months `first` … `last` whose law is not in the data: there is no answer about them."""

    id: str
    segments: tuple[str, ...]
    programs: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MandatoryRule(DatedRule):
    """Programs that a segment must have, and may have besides; `sizes`: of these employers, empty: of all."""

    segment: str
    sizes: tuple[str, ...]
    programs: tuple[str, ...]
    voluntary: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PensionAge(CitedRule):
    """The pension age in years."""

    age: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MinimumWage(DatedRule):
    """The minimum wage in rupiah a month, up to the month `last`."""

    amount: int
    last: str


@dataclass(frozen=True, slots=True)
class MinimumWageRule:
    """The minimum wage of a region through time."""

    id: str
    region: str
    entries: tuple[MinimumWage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitEntry(DatedRule):
    """A limit of the law from one month on, in the unit of its history."""

    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxEntry(CitedRule):
    """A tax from one month on: rows from what is paid out to the tax, in rupiah."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class TaxRule:
    """One tax through time."""

    id: str
    entries: tuple[TaxEntry, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """Every rule of the estimator; `digest` is that of the data they were compiled from."""

    digest: str
    schedules: tuple[ScheduleRule, ...]
    reliefs: tuple[ReliefRule, ...]
    gaps: tuple[GapRule, ...]
    benefits: tuple[BenefitRule, ...]
    mandatory: tuple[MandatoryRule, ...]
    pension_age: tuple[PensionAge, ...]
    minimum_wages: tuple[MinimumWageRule, ...]
    limits: Mapping[str, tuple[LimitEntry, ...]]
    taxes: tuple[TaxRule, ...]
