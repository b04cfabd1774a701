"""What is received, as rows: by benefit, by phase, stage, table or year paid."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from guide.facts.facts import Facts
from guide.facts.model import law
from guide.law.citations import cite, percent, times
from guide.law.rows import clamped, fixed, proportion, within


def benefit_rows(facts: Facts, benefit: law.Benefit) -> dict[str, Any]:
    return {
        "id": benefit.id,
        "answer": _answer(benefit),
        "renewed": benefit.renewed,
        "segments": benefit.segments,
        "events": benefit.events,
        "entries": [
            {
                **times(f"benefits.{benefit.id}", entry),
                "cite": cite(facts, entry.citations),
                "rounding": entry.rounding.basis,
                "waiting": [[w.segments, w.events, w.months] for w in entry.waiting],
                "requires": [[r.sizes, r.programs] for r in entry.requires],
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
