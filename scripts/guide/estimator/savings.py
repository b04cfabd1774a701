"""Old-age savings (JHT) through the years, and the tax on a lump sum. Illustrations, never promises."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from typing import NamedTuple

from guide.estimator.engine import estimate
from guide.estimator.engine.context import uncovered
from guide.estimator.engine.result import LARGEST_TOTAL, Step
from guide.estimator.inputs import Raw, read_inputs, wrong
from guide.law.rows import amount
from guide.law.rules import Rules
from guide.law.timeline import in_force, month_of

LONGEST = 60
"""Years that a projection may run."""
USUAL_RETURN = "5%"
"""The yearly return that is taken where none is given: an illustration, since the fund's own were not found."""


class Year(NamedTuple):
    """The end of one year, in rupiah: paid in so far, earned in the year, balance."""

    year: int
    paid: int
    earned: int
    balance: int


def read_return(text: str) -> Fraction:
    """Return a yearly return such as `5%`, `5.51` or `5,51%`, from 0 to 100%. Raises InputError."""
    typed = re.fullmatch(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?%?", text.strip())
    hundredths = int(typed[1]) * 100 + int((typed[2] or "").ljust(2, "0")) if typed else 10_001
    if hundredths > 10_000:
        raise wrong("return", "percent", bad=text)
    return Fraction(hundredths, 10_000)


def savings(monthly: int, years: int, rate: Fraction) -> list[Year]:
    """Return the balance year by year, from nothing.

    A contribution is paid at the end of each month and earns for the months left of the year: the twelve
    together earn for 66 months. Each year's return is rounded half up once, then stays in the balance.
    """
    years_passed, balance = [], 0
    times, over = rate.numerator, 12 * rate.denominator
    for year in range(1, years + 1):
        product = 2 * times * (12 * balance + 66 * monthly) + over
        if product > LARGEST_TOTAL:
            raise wrong("income", "too-large")
        earned = product // (2 * over)
        balance += 12 * monthly + earned
        years_passed.append(Year(year, 12 * monthly * year, earned, balance))
    return years_passed


def monthly_savings(rules: Rules, raw: Raw, today: datetime.date) -> int:
    """Return what is paid for JHT in the month, all parties, in rupiah. Raises InputError."""
    inputs = read_inputs({**raw, "programs": "jht"}, today)
    return estimate(rules, inputs, today, explain=False).contributions["jht"]["total"]


def lump_sum_tax(rules: Rules, lump_sum: int, month: str | None, today: datetime.date) -> Step:
    """Return the tax on JHT that is paid out at once, in rupiah (PP 68/2009). Raises InputError."""
    entries = next(tax.entries for tax in rules.taxes if tax.id == "jht-lump-sum")
    month = month or month_of(today)
    entry = in_force(entries, month, today.isoformat())
    if entry is None:
        raise uncovered(entries, month, today.isoformat())
    tax = amount(entry.rows, lump_sum)
    return Step(
        id="tax",
        base=lump_sum,
        rate=None,
        relief=None,
        amount=tax,
        rounding="half-up, convention",
        citation=entry.cite,
        effective=entry.effective,
        sentence="tax",
        values={"base": lump_sum, "amount": tax},
        facts=(entry.fact,),
        entry=entry,
    )
