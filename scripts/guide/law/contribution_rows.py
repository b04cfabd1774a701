"""What is paid, as rows: by schedule, by share, and less by relief."""

from __future__ import annotations

from typing import Any

from guide.facts.facts import Facts
from guide.facts.model import law
from guide.law.citations import cite, percent, times
from guide.law.rows import ALWAYS, Rows, clamped, fixed, part, progressive, proportion
from guide.law.timeline import known_from


def schedule_rows(facts: Facts, schedule: law.Schedule) -> dict[str, Any]:
    return {
        "segment": schedule.segment,
        "program": schedule.program,
        "key": schedule.key,
        "covers": schedule.key.split("-"),
        "renewed": schedule.renewed,
        "entries": [
            {
                **times(f"schedules.{schedule.id}", entry),
                "cite": cite(facts, entry.citations),
                "rounding": entry.rounding.basis,
                "bands": False,
                "until_pension_age": False,
                "included": [],
                **_formula(facts, entry),
            }
            for entry in schedule.entries
        ],
    }


def _formula(facts: Facts, entry: law.Contribution) -> dict[str, Any]:
    """`of`: the input that counts, or nothing; `bases`: its rows through time; `shares`: by key and party."""
    if isinstance(entry, law.Flat):
        shares = {party: {"rate": "", "rows": fixed(value)} for party, value in entry.shares.items()}
        return {"of": "nothing", "bases": ALWAYS, "shares": {"": shares}}
    if isinstance(entry, law.Percent):
        keyed = {c.risk: c.shares for c in entry.classes} or {"": entry.shares}
        return {
            "of": "income",
            "bases": [{"month": "", "known": "", "rows": clamped(entry.floor, entry.ceiling)}],
            "shares": {key: _proportions(shares) for key, shares in keyed.items()},
            "until_pension_age": entry.until_pension_age,
            "included": [[i.program, percent(i.rate)] for i in entry.included],
        }
    if isinstance(entry, law.Banded):
        bases = [
            {**times(f"bands.{entry.bands}", table), "rows": [(band.at_least, band.base, 0, 1) for band in table.rows]}
            for table in facts.by_id["bands"][entry.bands].entries
        ]
        return {"of": "income", "bases": bases, "bands": True, "shares": {"": _proportions(entry.shares)}}
    if isinstance(entry, law.Sliced):
        parties = entry.slices[0].shares
        shares = {
            party: {"rate": "", "rows": progressive([(s.above, s.shares[party]) for s in entry.slices])}
            for party in parties
        }
        return {"of": "income", "bases": ALWAYS, "shares": {"": shares}}
    assert isinstance(entry, law.Optional)
    return {
        "of": "contract",
        "bases": ALWAYS,
        "shares": _options(entry),
    }


def _proportions(shares: law.Shares) -> dict[str, Any]:
    return {party: {"rate": percent(rate), "rows": proportion(rate)} for party, rate in shares.items()}


def _options(entry: law.Optional) -> dict[str, Any]:
    """By placement: rows on the contract's months. Each month beyond the package that fits below adds the extension."""
    keyed: dict[str, Rows] = {}
    for option in sorted(entry.options, key=lambda option: option.contract):
        beyond = (option.contract, option.amount - option.contract * entry.extension, entry.extension, 1)
        keyed.setdefault(option.placement, []).append(beyond)
    return {placement: {entry.party: {"rate": "", "rows": rows}} for placement, rows in keyed.items()}


def relief_rows(facts: Facts, relief: law.Relief) -> dict[str, Any]:
    return {
        "id": relief.id,
        "fact": f"reliefs.{relief.id}",
        "segment": relief.segment,
        "programs": relief.programs,
        "sectors": relief.sectors,
        "payers": relief.payers,
        "factor": part(relief.factor),
        "first": relief.first,
        "last": relief.last,
        "known": known_from(relief),
        "cite": cite(facts, relief.citations),
    }
