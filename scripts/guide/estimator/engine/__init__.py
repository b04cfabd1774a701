"""An estimate: what is paid, by whom, what is received, and why. A pure function of rules and inputs.

Amounts are whole rupiah. Every amount has a step that says base, rate, relief, rounding, citation and date;
explanations of any kind are renderings of those steps.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from guide.estimator.engine.assumptions import assumptions_of, range_of
from guide.estimator.engine.benefits import benefits_of
from guide.estimator.engine.contributions import contributions_in, later_months
from guide.estimator.engine.programs import answering, programs_of
from guide.estimator.engine.context import Entry, Question, at
from guide.estimator.engine.result import Assumption, Estimate, LARGEST_TOTAL, Notice, PARTIES, Step
from guide.estimator.inputs import Inputs, wrong
from guide.law.timeline import months_after

__all__ = ["PARTIES", "Assumption", "Estimate", "Notice", "Step", "estimate"]


def estimate(
    rules: Mapping[str, Any], inputs: Inputs, today: datetime.date, *, explain: bool = True, memo: dict | None = None
) -> Estimate:
    """Answer `inputs` by the rules known on `today`. Raises InputError where the law gives no answer.

    For many questions by the same rules on the same day: without `explain` there are no steps, no notices and no range,
    and what was looked up in the law stays in `memo`.
    """
    memo = {} if memo is None else memo
    found = _estimate(rules, inputs, today.isoformat(), explain, memo)
    meanings = inputs.meanings() if explain else ()
    if len(meanings) < 2:
        return found
    others = [_estimate(rules, meaning, today.isoformat(), False, {}).amounts() for meaning in meanings]
    return replace(found, range=range_of(found.amounts(), others))


def _estimate(rules: Mapping[str, Any], inputs: Inputs, today: str, explain: bool, memo: dict) -> Estimate:
    asked = Question(rules, inputs, today, explain, memo)
    programs = programs_of(asked)
    contributions = contributions_in(asked, inputs.month, programs)
    first = sum(shares["total"] for shares in contributions.values())
    grand_total = (first + later_months(asked, programs)) * inputs.people
    benefits = benefits_of(asked, programs) if inputs.event else {}
    if grand_total > LARGEST_TOTAL or sum(benefits.values()) > LARGEST_TOTAL:
        raise wrong("people", "too-large")
    if explain:
        _general_notices(asked, programs)
    echoed = {**inputs.values, "programs": programs}
    assumed = assumptions_of(asked, programs)
    return Estimate(echoed, contributions, grand_total, benefits, asked.steps, asked.notices, rules["digest"], assumed)


def _general_notices(asked: Question, programs: Sequence[str]) -> None:
    inputs = asked.inputs
    if inputs.segment == "pu" and "risk" not in inputs.given:
        asked.notice("risk-assumed")
    if inputs.segment == "pu":
        _minimum_wage(asked)
    if inputs.segment in ("pmi", "jakon"):
        asked.notice("paid-once")
    last = months_after(inputs.month, (inputs.months or 1) - 1)
    if last > asked.today[:7] or any(_is_overdue(asked, law, last) for law in _laws(asked, programs)):
        asked.notice("law-may-change")


def _minimum_wage(asked: Question) -> None:
    """Say that a wage is below the minimum wage of its month; amounts stay as they are."""
    for wages in asked.rules["minimum_wages"]:
        entry = at(wages["entries"], asked.inputs.month, asked.today)
        if entry and asked.inputs.month <= entry["last"] and asked.inputs.income < entry["amount"]:
            asked.notice("below-minimum-wage", amount=entry["amount"])


def _laws(asked: Question, programs: Sequence[str]) -> list[Entry]:
    """The schedules and benefits that answer."""
    return [*(asked.schedule(program) for program in programs), *(answering(asked) if asked.inputs.event else ())]


def _is_overdue(asked: Question, law: Entry, month: str) -> bool:
    """Whether a value that is renewed every year should have been renewed by `month`."""
    entry = law["renewed"] and at(law["entries"], month, asked.today)
    return bool(entry) and month >= f"{int(entry['month'][:4]) + 1}-{law['renewed']:02}"
