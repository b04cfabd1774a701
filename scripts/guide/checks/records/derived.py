"""Values that the law works out from other values are worked out again.

A value may differ from what comes out only where its entry names a conflict about that very field that is not settled
yet, and the conflict names that very value. Whatever else sources disagree about switches no check off.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from guide.facts.diagnostics import Mistake, N_, mistake_at
from guide.facts.facts import Facts
from guide.facts.model import law
from guide.facts.model.record import Dated

CONTRADICTION = N_("worked out from the entry before it is {good}, not {bad}; mend one of them or name a conflict")
FINER = "2020"
"""Pension limits are rounded to Rp50 before this year, to Rp100 from it on: so the published ones come out."""


def ceiling_after(previous: int, growth: Fraction) -> int:
    """Return next year's JP wage ceiling in rupiah a month, rounded down to Rp100.

    PP 45/2015 Ps 29(3)-(4): the previous ceiling times one plus the growth of the economy. `growth` is a fraction
    (0.0511 is 5.11%); where the economy shrank it is negative.
    """
    return int(previous * (1 + growth)) // 100 * 100


def limit_after(previous: int, inflation: Fraction, effective: str) -> int:
    """Return next year's pension limit in rupiah a month, rounded up to Rp50 until 2019 and to Rp100 after that.

    PP 45/2015 Ps 18: the previous limit times one plus inflation, a fraction (0.0292 is 2.92%). The rounding is read
    off the published limits.
    """
    step = 50 if effective < FINER else 100
    return -int(-previous * (1 + inflation) // step) * step


def ceilings_follow_growth(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a ceiling that is not the one before times one plus its growth, down to Rp100 (the first: whole)."""
    for schedule in facts.schedules:
        rates = [entry for entry in schedule.entries if isinstance(entry, law.Percent)]
        first = rates[0].ceiling if rates and any(entry.growth or entry.shrinkage for entry in rates) else None
        if first and first % 100:
            message = N_("a ceiling that grows is whole hundreds of rupiah: {good}, not {bad}")
            yield mistake_at(rates[0].place, "ceiling", message, good=f"{first // 100 * 100:_}", bad=f"{first:_}")
        for before, entry in pairwise(rates):
            rate = entry.growth or entry.shrinkage
            if not rate or entry.ceiling is None or before.ceiling is None:
                continue
            if entry.growth and entry.shrinkage:
                yield mistake_at(entry.place, "shrinkage", N_("give either growth or shrinkage"))
                continue
            good = ceiling_after(before.ceiling, Fraction(rate) if entry.growth else -Fraction(rate))
            yield from _contradiction(facts, entry, "ceiling", good)


def pension_limits_follow_inflation(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a pension limit that is not the one before times one plus inflation, rounded up (PP 45/2015 Ps 18)."""
    for benefit in facts.benefits:
        for before, entry in pairwise(benefit.entries):
            if not isinstance(entry, law.Accrual) or not isinstance(before, law.Accrual) or entry.inflation is None:
                continue
            for name in ("minimum", "maximum"):
                good = limit_after(getattr(before, name), Fraction(entry.inflation), entry.effective)
                yield from _contradiction(facts, entry, name, good)


def bases_lie_in_the_middle(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a base that is not the middle of its band, where the table says that all are.

    The first band counts as wide as the second, the last as wide as the one before it.
    """
    for entry in (entry for table in facts.bands for entry in table.entries if entry.bases == "middle"):
        edges = [row.at_least for row in entry.rows]
        if len(edges) < 3:
            yield mistake_at(entry.place, "bases", N_("three bands are needed to know how wide they are"))
            continue
        below, above = edges[1] - (edges[2] - edges[1]), edges[-1] + (edges[-1] - edges[-2])
        edges = [below, *edges[1:], above]
        for i, (row, (low, high)) in enumerate(zip(entry.rows, pairwise(edges), strict=True)):
            if 2 * row.base != low + high:
                message = N_("the middle of this band is {good}, not {bad}; mend its base or the limits beside it")
                yield mistake_at(
                    entry.place, ("rows", i, "base"), message, good=f"{(low + high) // 2:_}", bad=f"{row.base:_}"
                )


def _contradiction(facts: Facts, entry: Dated, field: str, good: int) -> Iterator[Mistake]:
    """Yield a mistake for a value in rupiah that is neither `good` nor named by an open conflict about its field."""
    bad = getattr(entry, field)
    if bad != good and not (field in entry.disputed and bad in _named(facts, entry.conflict)):
        yield mistake_at(entry.place, field, CONTRADICTION, good=f"{good:_}", bad=f"{bad:_}")


def _named(facts: Facts, conflict: str | None) -> set[int]:
    """Return the amounts in rupiah that a conflict names while it is not settled."""
    found = facts.by_id["conflicts"].get(conflict or "")
    open_ = found.quantities if found and not found.resolved else ()
    return {int(quantity.value) for quantity in open_ if quantity.unit == "rupiah"}
