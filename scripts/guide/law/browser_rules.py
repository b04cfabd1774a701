"""The rules as the browser's estimator reads them: plain JSON without what is empty, usual or follows from the rest.

Left out are fact ids, months (the browser takes them from `effective`), the day of becoming known where it is the first
of that month, what a later law says again unchanged, and the usual values: rounding by convention, income as what
counts, bases that are the income itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar, get_args

from guide.facts.model.scalars import Size
from guide.law.benefit_rules import (
    BenefitRule,
    FixedPayout,
    PayoutRule,
    PensionPayout,
    PhasePayout,
    RatePayout,
    SchoolPayout,
    StagesPayout,
)
from guide.law.dated_rules import DatedRule
from guide.law.rows import Rows
from guide.law.rules import (
    ALWAYS,
    MandatoryRule,
    MinimumWageRule,
    ReliefRule,
    Rules,
    ScheduleEntry,
    ScheduleRule,
    Shares,
)

Json: TypeAlias = "str | int | Mapping[str, Json] | Sequence[Json] | None"
JsonObject = dict[str, Json]
Rule = TypeVar("Rule", bound=DatedRule)


def to_browser(rules: Rules) -> JsonObject:
    """Return the rules as JSON, the same for the same rules byte for byte."""
    return {
        "digest": rules.digest,
        "schedules": [_schedule(schedule) for schedule in rules.schedules],
        "reliefs": [_relief(relief) for relief in rules.reliefs],
        "gaps": [
            {"id": gap.id, "segments": gap.segments, "programs": gap.programs, "first": gap.first, "last": gap.last}
            for gap in rules.gaps
        ],
        "benefits": [_benefit(benefit) for benefit in rules.benefits],
        "mandatory": [
            {
                "segment": rule.segment,
                **_filled(sizes=rule.sizes, programs=rule.programs, voluntary=rule.voluntary),
                **_times(rule),
            }
            for rule in _news(rules.mandatory, lambda rule: (rule.programs, rule.voluntary), _whom)
        ],
        "pension_age": [{"age": step.age, **_times(step)} for step in rules.pension_age],
        "minimum_wages": [_minimum_wage(wage) for wage in rules.minimum_wages],
        "limits": {
            name: [{"value": step.value, **_times(step)} for step in _news(steps, lambda step: step.value)]
            for name, steps in rules.limits.items()
        },
        "taxes": [
            {
                "id": tax.id,
                "entries": [{"rows": entry.rows, **_times(entry), "cite": entry.cite} for entry in tax.entries],
            }
            for tax in rules.taxes
        ],
    }


def _whom(rule: MandatoryRule) -> list[str]:
    return [f"{rule.segment} {size}" for size in rule.sizes or get_args(Size)]


def _news(
    rules: Iterable[Rule], says: Callable[[Rule], object], whom: Callable[[Rule], Iterable[str]] = lambda rule: ("all",)
) -> Iterator[Rule]:
    """Yield the rules that say something else to somebody, and not those by which a later law says the same again."""
    held: dict[str, object] = {}
    for rule in rules:
        if any(held.get(one) != says(rule) for one in whom(rule)):
            yield rule
        held |= dict.fromkeys(whom(rule), says(rule))


def _minimum_wage(wage: MinimumWageRule) -> JsonObject:
    entries = [{"amount": entry.amount, "last": entry.last, **_times(entry)} for entry in wage.entries]
    return {"entries": entries}


def _filled(**values: Json) -> JsonObject:
    """Return the values that are not empty."""
    return {name: value for name, value in values.items() if value}


def _times(rule: DatedRule) -> JsonObject:
    known = "" if rule.known == f"{rule.effective[:7]}-01" else rule.known
    return _filled(effective=rule.effective, known=known)


def _rounding(basis: str) -> str:
    return "" if basis == "convention" else basis


def _schedule(schedule: ScheduleRule) -> JsonObject:
    return {
        "segment": schedule.segment,
        "program": schedule.program,
        "key": schedule.key,
        **_filled(renewed=schedule.renewed),
        "entries": [_schedule_entry(entry) for entry in schedule.entries],
    }


def _schedule_entry(entry: ScheduleEntry) -> JsonObject:
    bases = [{**_times(base), "rows": base.rows} for base in entry.bases]
    return {
        **_times(entry),
        "cite": entry.cite,
        **_filled(
            rounding=_rounding(entry.rounding),
            bands=entry.bands,
            until_pension_age=entry.until_pension_age,
            included=entry.included,
            of="" if entry.of == "income" else entry.of,
            bases=() if entry.bases == ALWAYS else bases,
        ),
        "shares": {key: _shares(shares) for key, shares in entry.shares.items()},
    }


def _shares(shares: Shares) -> JsonObject:
    return {party: {**_filled(rate=share.rate), "rows": share.rows} for party, share in shares.items()}


def _relief(relief: ReliefRule) -> JsonObject:
    known = "" if relief.known == f"{relief.first[:7]}-01" else relief.known
    return {
        "id": relief.id,
        "segment": relief.segment,
        **_filled(programs=relief.programs, sectors=relief.sectors, payers=relief.payers),
        "factor": relief.factor,
        "first": relief.first,
        "last": relief.last,
        **_filled(known=known),
        "cite": relief.cite,
    }


def _benefit(benefit: BenefitRule) -> JsonObject:
    answer = "" if benefit.answer == benefit.id else benefit.answer
    return {
        "id": benefit.id,
        **_filled(answer=answer, renewed=benefit.renewed, segments=benefit.segments, events=benefit.events),
        "entries": [_payout(entry) for entry in benefit.entries],
    }


def _payout(entry: PayoutRule) -> JsonObject:
    common = _filled(rounding=_rounding(entry.rounding), waiting=entry.waiting, requires=entry.requires)
    return {**_times(entry), "cite": entry.cite, **common, "kind": entry.kind, **_amounts(entry)}


def _amounts(entry: PayoutRule) -> JsonObject:
    if isinstance(entry, FixedPayout):
        return {"rows": entry.rows}
    if isinstance(entry, PhasePayout):
        return {"phases": entry.phases}
    if isinstance(entry, RatePayout):
        return {"rows": entry.rows, "rate": entry.rate}
    if isinstance(entry, StagesPayout):
        return {"base": entry.base, "stages": entry.stages}
    if isinstance(entry, SchoolPayout):
        return {"stages": entry.stages, "children": entry.children}
    if isinstance(entry, PensionPayout):
        return {"months": entry.months, "rate": entry.rate, "rows": _limits(entry.rows)}
    return {}


def _limits(rows: Rows) -> tuple[int, int, int, int]:
    """Return rows of an amount between two limits as `(least, most, times, over)`; the browser makes rows again."""
    (_, least, *_), (_, _, times, over), (_, most, *_) = rows
    whole = ((0, least, 0, 1), (least * over, 0, times, over), (most * over, most, 0, 1))
    assert rows == whole and times == 1, rows
    return least, most, times, over
