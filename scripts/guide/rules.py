"""Every schedule, relief and benefit as rows of integers, for the estimator of either language.

A row is `(at_least, add, times, over)`: for the last row whose `at_least` is not above `x`, the amount
is `(add + times·x) / over`, times a relief's fraction if there is one, rounded once, half up. Rupiah
throughout; nothing is rounded before that, and no float is involved.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from guide.model import Facts, law
from guide.model.base import Citation, Dated
from guide.timeline import known_from

Row = tuple[int, int, int, int]
Rows = list[Row]
SAME: Rows = [(0, 0, 1, 1)]
ALWAYS = [{"month": "", "known": "", "rows": SAME}]
LARGEST = 10**12
"""The largest rupiah amount that an input may have (contract.md)."""


def amount(rows: Sequence[Row], x: int, relief: tuple[int, int] = (1, 1)) -> int:
    """Whole rupiah for `x`, rounded half up once. `relief` is a fraction (numerator, denominator)."""
    row = rows[0]
    for candidate in rows:
        if candidate[0] <= x:
            row = candidate
    _, add, times, over = row
    over *= relief[1]
    return (2 * (add + times * x) * relief[0] + over) // (2 * over)


def part(rate: Decimal | Fraction) -> tuple[int, int]:
    """An exact rate as a reduced fraction: 1.74% is 87/5000."""
    fraction = Fraction(rate)
    return fraction.numerator, fraction.denominator


def proportion(rate: Decimal | Fraction) -> Rows:
    """A rate of all of x."""
    times, over = part(rate)
    return [(0, 0, times, over)]


def fixed(amount_: int) -> Rows:
    """The same amount for every x."""
    return [(0, amount_, 0, 1)]


def clamped(floor: int | None, ceiling: int | None) -> Rows:
    """x itself, held between floor and ceiling."""
    rows: Rows = [(0, floor, 0, 1), (floor, 0, 1, 1)] if floor else list(SAME)
    return rows if ceiling is None else [*rows, (ceiling, ceiling, 0, 1)]


def within(rate: Fraction, minimum: int | None, maximum: int | None) -> Rows:
    """A rate of x whose result is held between minimum and maximum."""
    times, over = rate.numerator, rate.denominator
    rows: Rows = [(0, 0, times, over)]
    if minimum:
        rows = [(0, minimum, 0, 1), (-(-minimum * over // times), 0, times, over)]
    return rows if maximum is None else [*rows, (-(-maximum * over // times), maximum, 0, 1)]


def progressive(slices: Sequence[tuple[int, Decimal]]) -> Rows:
    """Each slice above its limit at its own rate; what lower slices gave is carried in `add`."""
    rows: Rows = []
    below = Fraction(0)
    for position, (above, rate) in enumerate(slices):
        if position:
            before, rate_before = slices[position - 1]
            below += (above - before) * Fraction(rate_before)
        rest = below - above * Fraction(rate)
        over = Fraction(rate).denominator * rest.denominator
        rows.append((above, int(rest * over), int(Fraction(rate) * over), over))
    return rows


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
            {"segment": segment.id, "sizes": rule.sizes, "programs": rule.programs, "voluntary": rule.voluntary,
             **_times(f"segments.{segment.id}", rule)}
            for segment in facts.segments for rule in segment.mandatory
        ],
        "pension_age": [{"age": step.age, **_times("pension-age", step), "cite": cite(facts, step.citations)}
                        for step in facts.pension_age],
        "taxes": [
            {"id": tax.id, "entries": [
                {"rows": progressive([(s.above, s.rate) for s in entry.slices]), **_times(f"taxes.{tax.id}", entry),
                 "cite": cite(facts, entry.citations)} for entry in tax.entries]}
            for tax in facts.taxes
        ],
    }


def cite(facts: Facts, citations: Sequence[Citation]) -> str:
    """Citations as people write them: `PP 44/2015 Ps 16(1); PP 82/2019`."""
    names = []
    for citation in citations:
        name = regulation_name(facts.by_id["regulations"][citation.regulation])
        names.append(f"{name} {citation.article}" if citation.article else name)
    return "; ".join(names)


KINDS = {"uu": "UU", "pp": "PP", "perpres": "Perpres", "inpres": "Inpres", "permenaker": "Permenaker", "pmk": "PMK",
         "permenko": "Permenko", "permendagri": "Permendagri", "permendesa": "Permendesa", "se": "SE",
         "pergub": "Pergub", "perbup": "Perbup", "letter": "Surat", "agreement": "PKS"}


def regulation_name(regulation: law.Regulation) -> str:
    """Short name of a regulation: `PP 44/2015`; letters keep their own number."""
    kind = KINDS[regulation.kind]
    if "/" in regulation.number:
        return f"{kind} {regulation.number}"
    return f"{kind} {regulation.number}/{regulation.year}" if regulation.number else f"{kind} {regulation.year}"


def percent(rate: Decimal | Fraction) -> str:
    """A rate as data writes it: 0.0174 is `1.74%`."""
    value = Decimal(Fraction(rate).numerator) * 100 / Decimal(Fraction(rate).denominator)
    return f"{value.normalize():f}%"


def _times(owner: str, entry: Dated) -> dict[str, str]:
    return {"fact": fact_id(owner, entry.effective), "month": entry.month, "effective": entry.effective,
            "known": known_from(entry)}


def fact_id(owner: str, effective: str) -> str:
    """The id of one dated value: `schedules.bpu-jkk@2015-07-01`."""
    return f"{owner}@{effective}"


def _schedule(facts: Facts, schedule: law.Schedule) -> dict[str, Any]:
    return {
        "segment": schedule.segment, "program": schedule.program, "key": schedule.key,
        "entries": [{**_times(f"schedules.{schedule.id}", entry), "cite": cite(facts, entry.citations),
                     "rounding": entry.rounding.basis, **_formula(facts, entry)} for entry in schedule.entries],
    }


def _formula(facts: Facts, entry: law.Contribution) -> dict[str, Any]:
    """`of`: the input that counts; `bases`: rows from it to the base, through time; `shares`: by key and party."""
    if isinstance(entry, law.Flat):
        shares = {party: {"rate": "", "rows": fixed(value)} for party, value in entry.shares.items()}
        return {"of": "income", "bases": ALWAYS, "shares": {"": shares}}
    if isinstance(entry, law.Percent):
        keyed = {c.risk: c.shares for c in entry.classes} or {"": entry.shares}
        return {"of": "income", "bases": [{"month": "", "known": "", "rows": clamped(entry.floor, entry.ceiling)}],
                "shares": {key: _proportions(shares) for key, shares in keyed.items()},
                "until_pension_age": entry.until_pension_age,
                "included": [[i.program, percent(i.rate)] for i in entry.included]}
    if isinstance(entry, law.Banded):
        bases = [{**_times(f"bands.{entry.bands}", table), "rows": [(band.at_least, band.base, 0, 1) for band in table.rows]}
                 for table in facts.by_id["bands"][entry.bands].entries]
        return {"of": "income", "bases": bases, "bands": True, "shares": {"": _proportions(entry.shares)}}
    if isinstance(entry, law.Sliced):
        parties = entry.slices[0].shares
        shares = {party: {"rate": "", "rows": progressive([(s.above, s.shares[party]) for s in entry.slices])}
                  for party in parties}
        return {"of": "income", "bases": ALWAYS, "shares": {"": shares}}
    assert isinstance(entry, law.Optional)
    return {"of": "contract", "bases": ALWAYS, "shares": _options(entry),
            "contracts": sorted({option.contract for option in entry.options})}


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
    return {"id": relief.id, "fact": f"reliefs.{relief.id}", "segment": relief.segment, "programs": relief.programs, "sectors": relief.sectors,
            "payers": relief.payers, "factor": part(relief.factor), "first": relief.first, "last": relief.last,
            "known": known_from(relief), "cite": cite(facts, relief.citations)}


def _benefit(facts: Facts, benefit: law.Benefit) -> dict[str, Any]:
    return {
        "id": benefit.id, "segments": benefit.segments, "events": benefit.events,
        "entries": [{**_times(f"benefits.{benefit.id}", entry), "cite": cite(facts, entry.citations),
                     "rounding": entry.rounding.basis,
                     "waiting": [[w.segments, w.events, w.months] for w in entry.waiting],
                     **_payout(entry)} for entry in benefit.entries],
    }


def _payout(entry: law.Payout) -> dict[str, Any]:
    if isinstance(entry, law.Amount):
        return {"kind": "amount", "rows": fixed(entry.amount * entry.count)}
    if isinstance(entry, law.ByPhase):
        return {"kind": "phases", "phases": {p.phase: p.amount for p in entry.phases}}
    if isinstance(entry, law.Multiple):
        rows = within(Fraction(entry.rate) * entry.count, entry.minimum, None)
        return {"kind": "rate", "rows": rows, "rate": f"{percent(entry.rate)} × {entry.count}"}
    if isinstance(entry, law.Staged):
        return {"kind": "stages", "base": clamped(None, entry.ceiling),
                "stages": [[span.months or 0, percent(span.rate), proportion(span.rate)] for span in entry.stages]}
    if isinstance(entry, law.Table):
        left = sum(row.per_year * row.years for row in entry.rows)
        stages = {}
        for row in entry.rows:
            stages[row.stage] = left
            left -= row.per_year * row.years
        return {"kind": "table", "stages": stages, "children": entry.children}
    if isinstance(entry, law.Accrual):
        yearly = Fraction(entry.rate)
        return {"kind": "accrual", "months": entry.months, "rate": percent(entry.rate),
                "rows": within(yearly / 12, entry.minimum, entry.maximum)}
    return {"kind": "refund"}
