"""Contributions of the data as rules: by schedule and share, and less by relief."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TypedDict

from guide.facts.facts import Facts
from guide.facts.model import law
from guide.facts.model.scalars import Party
from guide.law.citations import cite, percent, times
from guide.law.rows import Row, as_fraction, clamped, fixed, progressive, proportion
from guide.law.rules import ALWAYS, BaseRows, Included, ReliefRule, ScheduleEntry, ScheduleRule, ShareRule, Shares


class _Common(TypedDict):
    """The fields that every contribution has."""

    fact: str
    month: str
    effective: str
    known: str
    cite: str
    rounding: str


def schedule_rule(facts: Facts, schedule: law.Schedule) -> ScheduleRule:
    """Return the rule of a schedule."""
    return ScheduleRule(
        segment=schedule.segment,
        program=schedule.program,
        key=schedule.key,
        covers=tuple(schedule.key.split("-")),
        renewed=schedule.renewed,
        entries=tuple(_entry(facts, entry, _common(facts, schedule, entry)) for entry in schedule.entries),
    )


def relief_rule(facts: Facts, relief: law.Relief) -> ReliefRule:
    """Return the rule of a relief."""
    return ReliefRule(
        id=relief.id,
        fact=f"reliefs.{relief.id}",
        segment=relief.segment,
        programs=relief.programs,
        sectors=relief.sectors,
        payers=relief.payers,
        factor=as_fraction(relief.factor),
        first=relief.first,
        last=relief.last,
        known=relief.known,
        cite=cite(facts, relief.citations),
    )


def _common(facts: Facts, schedule: law.Schedule, entry: law.Contribution) -> _Common:
    return {
        **times(f"schedules.{schedule.id}", entry),
        "cite": cite(facts, entry.citations),
        "rounding": entry.rounding.basis,
    }


def _entry(facts: Facts, entry: law.Contribution, common: _Common) -> ScheduleEntry:
    if isinstance(entry, law.Flat):
        flat: Shares = {party: ShareRule("", fixed(value)) for party, value in entry.shares.items()}
        return ScheduleEntry(**common, of="nothing", bases=ALWAYS, shares={"": flat})
    if isinstance(entry, law.Percent):
        return _percent(entry, common)
    if isinstance(entry, law.Banded):
        shares = {"": _proportions(entry.shares)}
        return ScheduleEntry(**common, of="income", bases=_band_bases(facts, entry.bands), shares=shares, bands=True)
    if isinstance(entry, law.Sliced):
        return ScheduleEntry(**common, of="income", bases=ALWAYS, shares={"": _sliced(entry)})
    assert isinstance(entry, law.Keyed)
    return ScheduleEntry(**common, of="contract", bases=ALWAYS, shares=_options(entry))


def _percent(entry: law.Percent, common: _Common) -> ScheduleEntry:
    by_risk: dict[str, Shares] = {risk.risk: _proportions(risk.shares) for risk in entry.classes}
    rows = clamped(entry.floor, entry.ceiling)
    return ScheduleEntry(
        **common,
        of="income",
        bases=(BaseRows(fact="", month="", effective="", known="", rows=rows),),
        shares=by_risk or {"": _proportions(entry.shares)},
        until_pension_age=entry.until_pension_age,
        included=tuple(Included(share.program, percent(share.rate)) for share in entry.included),
    )


def _band_bases(facts: Facts, bands: str) -> tuple[BaseRows, ...]:
    """Return the bases of a table of income bands through time."""
    tables: tuple[law.Bands, ...] = facts.by_id["bands"][bands].entries
    return tuple(
        BaseRows(**times(f"bands.{bands}", table), rows=tuple((band.at_least, band.base, 0, 1) for band in table.rows))
        for table in tables
    )


def _proportions(shares: Mapping[Party, Decimal]) -> Shares:
    return {party: ShareRule(percent(rate), proportion(rate)) for party, rate in shares.items()}


def _sliced(entry: law.Sliced) -> Shares:
    parties = entry.slices[0].shares
    slices = {party: [(part.above, part.shares[party]) for part in entry.slices] for party in parties}
    return {party: ShareRule("", progressive(rates)) for party, rates in slices.items()}


def _options(entry: law.Keyed) -> Mapping[str, Shares]:
    """Return by placement the share, in rows on the contract's months.

    Each month beyond the longest package that fits adds the extension.
    """
    keyed: dict[str, list[Row]] = {}
    for option in sorted(entry.options, key=lambda option: option.contract):
        beyond = (option.contract, option.amount - option.contract * entry.extension, entry.extension, 1)
        keyed.setdefault(option.placement, []).append(beyond)
    return {placement: {entry.party: ShareRule("", tuple(rows))} for placement, rows in keyed.items()}
