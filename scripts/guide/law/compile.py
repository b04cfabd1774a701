"""Every schedule, relief and benefit of the data as the estimator's rules (see `rules` and `rows`)."""

from __future__ import annotations

from collections.abc import Iterator

from guide.facts.facts import Facts
from guide.facts.model import law
from guide.law.benefit_rows import benefit_rule
from guide.law.citations import cite, times
from guide.law.contribution_rows import relief_rule, schedule_rule
from guide.law.rows import progressive
from guide.law.rules import (
    GapRule,
    LimitEntry,
    MandatoryRule,
    MinimumWage,
    MinimumWageRule,
    PensionAge,
    Rules,
    TaxEntry,
    TaxRule,
)

SAID = ("layoff-age",)
"""Limits of the law that the estimator says."""


def compile_rules(facts: Facts) -> Rules:
    """Return all rules of the estimator."""
    return Rules(
        digest=facts.digest,
        schedules=tuple(schedule_rule(facts, schedule) for schedule in facts.schedules),
        reliefs=tuple(relief_rule(facts, relief) for relief in facts.reliefs),
        gaps=tuple(GapRule(gap.id, gap.segments, gap.programs, gap.first, gap.last) for gap in facts.gaps),
        benefits=tuple(benefit_rule(facts, benefit) for benefit in facts.benefits if benefit.events),
        mandatory=tuple(_mandatory(facts)),
        pension_age=tuple(
            PensionAge(**times("pension-age", step), age=step.age, cite=cite(facts, step.citations))
            for step in facts.pension_age
        ),
        minimum_wages=tuple(_minimum_wage(rule) for rule in facts.minimum_wages),
        limits={limit.id: tuple(_limit(limit)) for limit in facts.limits if limit.id in SAID},
        taxes=tuple(TaxRule(tax.id, tuple(_taxes(facts, tax))) for tax in facts.taxes),
    )


def _mandatory(facts: Facts) -> Iterator[MandatoryRule]:
    for segment in facts.segments:
        for rule in segment.mandatory:
            yield MandatoryRule(
                **times(f"segments.{segment.id}", rule),
                segment=segment.id,
                sizes=rule.sizes,
                programs=rule.programs,
                voluntary=rule.voluntary,
            )


def _minimum_wage(rule: law.MinimumWageRule) -> MinimumWageRule:
    owner = f"minimum_wages.{rule.id}"
    entries = [MinimumWage(**times(owner, entry), amount=entry.amount, last=entry.last) for entry in rule.entries]
    return MinimumWageRule(rule.id, rule.region, tuple(entries))


def _limit(limit: law.LimitRule) -> Iterator[LimitEntry]:
    return (LimitEntry(**times(f"limits.{limit.id}", step), value=step.value) for step in limit.entries)


def _taxes(facts: Facts, tax: law.TaxRule) -> Iterator[TaxEntry]:
    for entry in tax.entries:
        rows = progressive([(part.above, part.rate) for part in entry.slices])
        yield TaxEntry(**times(f"taxes.{tax.id}", entry), cite=cite(facts, entry.citations), rows=rows)
