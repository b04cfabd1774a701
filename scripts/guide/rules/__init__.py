"""Every schedule, relief and benefit as rows of integers, for the estimator of either language (see `rows`)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from guide.model import Facts, law
from guide.model.base import Dated
from guide.rules.naming import cite, percent, regulation_name
from guide.rules.rows import ALWAYS, LARGEST, Rows, amount, clamped, fixed, part, progressive, proportion, within
from guide.timeline import known_from

__all__ = ["ALWAYS", "LARGEST", "amount", "cite", "compile_rules", "fact_id", "percent", "regulation_name"]


def compile_rules(facts: Facts) -> dict[str, Any]:
    """All rules of the estimator as plain lists and numbers, ready for JSON (see tests for its shape)."""
    return {
        "digest": facts.digest,
        "schedules": [_schedule(facts, schedule) for schedule in facts.schedules],
        "reliefs": [_relief(facts, relief) for relief in facts.reliefs],
        "gaps": [
            {"id": gap.id, "segments": gap.segments, "programs": gap.programs, "first": gap.first, "last": gap.last}
            for gap in facts.gaps
        ],
        "benefits": [_benefit(facts, benefit) for benefit in facts.benefits if benefit.events],
        "mandatory": [
            {
                "segment": segment.id,
                "sizes": rule.sizes,
                "programs": rule.programs,
                "voluntary": rule.voluntary,
                **_times(f"segments.{segment.id}", rule),
            }
            for segment in facts.segments
            for rule in segment.mandatory
        ],
        "pension_age": [
            {"age": step.age, **_times("pension-age", step), "cite": cite(facts, step.citations)}
            for step in facts.pension_age
        ],
        "taxes": [
            {
                "id": tax.id,
                "entries": [
                    {
                        "rows": progressive([(s.above, s.rate) for s in entry.slices]),
                        **_times(f"taxes.{tax.id}", entry),
                        "cite": cite(facts, entry.citations),
                    }
                    for entry in tax.entries
                ],
            }
            for tax in facts.taxes
        ],
    }


def _times(owner: str, entry: Dated) -> dict[str, str]:
    return {
        "fact": fact_id(owner, entry.effective),
        "month": entry.month,
        "effective": entry.effective,
        "known": known_from(entry),
    }


def fact_id(owner: str, effective: str) -> str:
    """The id of one dated value: `schedules.bpu-jkk@2015-07-01`."""
    return f"{owner}@{effective}"


def _schedule(facts: Facts, schedule: law.Schedule) -> dict[str, Any]:
    return {
        "segment": schedule.segment,
        "program": schedule.program,
        "key": schedule.key,
        "covers": schedule.key.split("-"),
        "renewed": schedule.renewed,
        "entries": [
            {
                **_times(f"schedules.{schedule.id}", entry),
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
            {**_times(f"bands.{entry.bands}", table), "rows": [(band.at_least, band.base, 0, 1) for band in table.rows]}
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
        "contracts": sorted({option.contract for option in entry.options}),
    }


def _proportions(shares: law.Shares) -> dict[str, Any]:
    return {party: {"rate": percent(rate), "rows": proportion(rate)} for party, rate in shares.items()}


def _options(entry: law.Optional) -> dict[str, Any]:
    """By placement: rows on the contract's months; beyond the longest, each month adds the extension."""
    keyed: dict[str, Rows] = {}
    for option in sorted(entry.options, key=lambda option: option.contract):
        keyed.setdefault(option.placement, []).append((option.contract, option.amount, 0, 1))
    for rows in keyed.values():
        longest, total, _, _ = rows[-1]
        rows.append((longest + 1, total - longest * entry.extension, entry.extension, 1))
    return {placement: {entry.party: {"rate": "", "rows": rows}} for placement, rows in keyed.items()}


def _relief(facts: Facts, relief: law.Relief) -> dict[str, Any]:
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


def _benefit(facts: Facts, benefit: law.Benefit) -> dict[str, Any]:
    return {
        "id": benefit.id,
        "answer": _answer(benefit),
        "renewed": benefit.renewed,
        "segments": benefit.segments,
        "events": benefit.events,
        "entries": [
            {
                **_times(f"benefits.{benefit.id}", entry),
                "cite": cite(facts, entry.citations),
                "rounding": entry.rounding.basis,
                "waiting": [[w.segments, w.events, w.months] for w in entry.waiting],
                **_payout(entry),
            }
            for entry in benefit.entries
        ],
    }


def _answer(benefit: law.Benefit) -> str:
    """The name in an answer: what a segment of its own calls `pmi.death` is the `jkm.death` of everybody else."""
    owner, dot, rest = benefit.id.partition(".")
    return f"{benefit.program}.{rest}" if dot and owner in benefit.segments else benefit.id


def _payout(entry: law.Payout) -> dict[str, Any]:
    if isinstance(entry, law.Amount):
        return {"kind": "amount", "rows": fixed(entry.amount * entry.count)}
    if isinstance(entry, law.ByPhase):
        return {"kind": "phases", "phases": {p.phase: p.amount for p in entry.phases}}
    if isinstance(entry, law.Multiple):
        rows = within(Fraction(entry.rate) * entry.count, entry.minimum, None)
        return {"kind": "rate", "rows": rows, "rate": f"{percent(entry.rate)} × {entry.count}"}
    if isinstance(entry, law.Staged):
        return {
            "kind": "stages",
            "base": clamped(None, entry.ceiling),
            "stages": [[span.months or 0, percent(span.rate), proportion(span.rate)] for span in entry.stages],
        }
    if isinstance(entry, law.Table):
        left = sum(row.per_year * row.years for row in entry.rows)
        stages = {}
        for row in entry.rows:
            stages[row.stage] = left
            left -= row.per_year * row.years
        return {"kind": "table", "stages": stages, "children": entry.children}
    if isinstance(entry, law.Accrual):
        yearly = Fraction(entry.rate)
        return {
            "kind": "accrual",
            "months": entry.months,
            "rate": percent(entry.rate),
            "rows": within(yearly / 12, entry.minimum, entry.maximum),
        }
    return {"kind": "refund"}
