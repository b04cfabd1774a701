"""Benefits of the data as rules: by amount, phase, rate, stage, school year or year paid."""

from __future__ import annotations

from fractions import Fraction
from typing import TypedDict

from guide.facts.facts import Facts
from guide.facts.model import law
from guide.law.benefit_rules import (
    BenefitRule,
    FixedPayout,
    PayoutRule,
    PensionPayout,
    PhasePayout,
    RatePayout,
    RefundPayout,
    RequiredRule,
    SchoolPayout,
    StageRule,
    StagesPayout,
    WaitingRule,
)
from guide.law.citations import cite, percent, times
from guide.law.rows import clamped, fixed, proportion, within


class _Common(TypedDict):
    """The fields that every payout has."""

    fact: str
    month: str
    effective: str
    known: str
    cite: str
    rounding: str
    waiting: tuple[WaitingRule, ...]
    requires: tuple[RequiredRule, ...]


def benefit_rule(facts: Facts, benefit: law.Benefit) -> BenefitRule:
    """Return the rule of a benefit that the estimator answers with."""
    return BenefitRule(
        id=benefit.id,
        answer=_answer(benefit),
        renewed=benefit.renewed,
        segments=benefit.segments,
        events=benefit.events,
        entries=tuple(_payout(entry, _common(facts, benefit, entry)) for entry in benefit.entries),
    )


def _answer(benefit: law.Benefit) -> str:
    """Return the name in an answer: the `pmi.death` of one segment is the `jkm.death` of everybody else."""
    owner, dot, rest = benefit.id.partition(".")
    return f"{benefit.program}.{rest}" if dot and owner in benefit.segments else benefit.id


def _common(facts: Facts, benefit: law.Benefit, entry: law.Payout) -> _Common:
    return {
        **times(f"benefits.{benefit.id}", entry),
        "cite": cite(facts, entry.citations),
        "rounding": entry.rounding.basis,
        "waiting": tuple(WaitingRule(rule.segments, rule.events, rule.months) for rule in entry.waiting),
        "requires": tuple(RequiredRule(rule.sizes, rule.programs) for rule in entry.requires),
    }


def _payout(entry: law.Payout, common: _Common) -> PayoutRule:
    if isinstance(entry, law.Amount):
        return FixedPayout(**common, rows=fixed(entry.amount * entry.count))
    if isinstance(entry, law.ByPhase):
        return PhasePayout(**common, phases={step.phase: step.amount for step in entry.phases})
    if isinstance(entry, law.Multiple):
        rows = within(Fraction(entry.rate) * entry.count, entry.minimum, None)
        return RatePayout(**common, rows=rows, rate=f"{percent(entry.rate)} × {entry.count}")
    if isinstance(entry, law.Staged):
        stages = (StageRule(span.months or 0, percent(span.rate), proportion(span.rate)) for span in entry.stages)
        return StagesPayout(**common, base=clamped(None, entry.ceiling), stages=tuple(stages))
    if isinstance(entry, law.Table):
        return SchoolPayout(**common, stages=_school_stages(entry), children=entry.children)
    if isinstance(entry, law.Accrual):
        rows = within(Fraction(entry.rate) / 12, entry.minimum, entry.maximum)
        return PensionPayout(**common, months=entry.months, rate=percent(entry.rate), rows=rows)
    assert isinstance(entry, law.Refund), "a limit of costs answers no event"
    return RefundPayout(**common)


def _school_stages(entry: law.Table) -> dict[str, int]:
    """Return rupiah from each stage to the end of university."""
    left = sum(row.per_year * row.years for row in entry.rows)
    stages: dict[str, int] = {}
    for row in entry.rows:
        stages[row.stage] = left
        left -= row.per_year * row.years
    return stages
