"""Every schedule, relief and benefit as rows of integers, for the estimator of either language (see `rows`)."""

from __future__ import annotations

from typing import Any

from guide.facts.facts import Facts
from guide.facts.model import law
from guide.law.benefit_rows import benefit_rows
from guide.law.contribution_rows import relief_rows, schedule_rows
from guide.law.citations import cite, fact_id, percent, regulation_name, times
from guide.law.rows import ALWAYS, LARGEST, amount, progressive

__all__ = ["ALWAYS", "LARGEST", "amount", "cite", "compile_rules", "fact_id", "percent", "regulation_name"]


SAID = ("layoff-age",)
"""Limits of the law that the estimator says."""


def compile_rules(facts: Facts) -> dict[str, Any]:
    """All rules of the estimator as plain lists and numbers, ready for JSON (see tests for its shape)."""
    return {
        "digest": facts.digest,
        "schedules": [schedule_rows(facts, schedule) for schedule in facts.schedules],
        "reliefs": [relief_rows(facts, relief) for relief in facts.reliefs],
        "gaps": [
            {"id": gap.id, "segments": gap.segments, "programs": gap.programs, "first": gap.first, "last": gap.last}
            for gap in facts.gaps
        ],
        "benefits": [benefit_rows(facts, benefit) for benefit in facts.benefits if benefit.events],
        "mandatory": [
            {
                "segment": segment.id,
                "sizes": rule.sizes,
                "programs": rule.programs,
                "voluntary": rule.voluntary,
                **times(f"segments.{segment.id}", rule),
            }
            for segment in facts.segments
            for rule in segment.mandatory
        ],
        "pension_age": [
            {"age": step.age, **times("pension-age", step), "cite": cite(facts, step.citations)}
            for step in facts.pension_age
        ],
        "minimum_wages": [
            {"id": wage.id, "region": wage.region, "entries": [_minimum_wage(wage.id, entry) for entry in wage.entries]}
            for wage in facts.minimum_wages
        ],
        "limits": {
            limit.id: [{"value": step.value, **times(f"limits.{limit.id}", step)} for step in limit.entries]
            for limit in facts.limits
            if limit.id in SAID
        },
        "taxes": [
            {
                "id": tax.id,
                "entries": [
                    {
                        "rows": progressive([(s.above, s.rate) for s in entry.slices]),
                        **times(f"taxes.{tax.id}", entry),
                        "cite": cite(facts, entry.citations),
                    }
                    for entry in tax.entries
                ],
            }
            for tax in facts.taxes
        ],
    }


def _minimum_wage(owner: str, entry: law.MinimumWage) -> dict[str, Any]:
    return {"amount": entry.amount, "last": entry.last, **times(f"minimum_wages.{owner}", entry)}
