"""Values that the law works out from other values are worked out again."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from guide.facts.diagnostics import Mistake, N_, mistake_at
from guide.facts.facts import Facts
from guide.facts.model import law

GAP = 100
"""Rupiah by which a pension limit may differ: which way it was rounded is not known (the published chain is a fit)."""


def ceiling_after(previous: int, growth: Fraction) -> int:
    """Next year's JP wage ceiling in rupiah a month, rounded down to Rp100.

    PP 45/2015 Ps 29(3)-(4): the previous ceiling times one plus the growth of the economy. `growth` is a fraction
    (0.0511 is 5.11%); where the economy shrank it is negative.
    """
    return int(previous * (1 + growth)) // 100 * 100


def ceilings_follow_growth(facts: Facts, *_: Any) -> Iterator[Mistake]:
    """Each ceiling is the one before times one plus the growth it names, down to Rp100, or names a conflict."""
    for schedule in facts.schedules:
        for before, entry in pairwise(schedule.entries):
            rate = isinstance(entry, law.Percent) and (entry.growth or entry.shrinkage)
            if not rate or entry.ceiling is None or not isinstance(before, law.Percent) or before.ceiling is None:
                continue
            if entry.growth and entry.shrinkage:
                yield mistake_at(entry.place, "shrinkage", N_("give either growth or shrinkage"))
                continue
            good = ceiling_after(before.ceiling, Fraction(rate) if entry.growth else -Fraction(rate))
            if entry.ceiling != good and not entry.conflict:
                yield mistake_at(entry.place, "ceiling", CONTRADICTION, good=f"{good:_}", bad=f"{entry.ceiling:_}")


def pension_limits_follow_inflation(facts: Facts, *_: Any) -> Iterator[Mistake]:
    """Each pension limit is the one before times one plus inflation (PP 45/2015 Ps 18), or names a conflict."""
    for benefit in facts.benefits:
        for before, entry in pairwise(benefit.entries):
            if not isinstance(entry, law.Accrual) or not isinstance(before, law.Accrual) or entry.inflation is None:
                continue
            for name in ("minimum", "maximum"):
                good = getattr(before, name) * (1 + Fraction(entry.inflation))
                bad = getattr(entry, name)
                if abs(bad - good) >= GAP and not entry.conflict:
                    yield mistake_at(entry.place, name, CONTRADICTION, good=f"{int(good):_}", bad=f"{bad:_}")


CONTRADICTION = N_("worked out from the entry before it is {good}, not {bad}; mend one of them or name a conflict")
