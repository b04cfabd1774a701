"""Rows of integers: how an amount follows from what the law counts.

A row is `(at_least, add, times, over)`: for the last row whose `at_least` is not above `x`, the amount
is `(add + times·x) / over`, times a relief's fraction if there is one, rounded once, half up. Rupiah
throughout; nothing is rounded before that, and no float is involved.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

Row = tuple[int, int, int, int]
Rows = tuple[Row, ...]
SAME: Rows = ((0, 0, 1, 1),)
"""x itself."""
LARGEST = 10**12
"""The largest rupiah amount that an input may have (contract.md)."""


def amount(rows: Sequence[Row], x: int, relief: tuple[int, int] = (1, 1)) -> int:
    """Return whole rupiah for `x`, rounded half up once; `relief` is a fraction (numerator, denominator)."""
    row = rows[0]
    for candidate in rows:
        if candidate[0] <= x:
            row = candidate
    _, add, times, over = row
    over *= relief[1]
    return (2 * (add + times * x) * relief[0] + over) // (2 * over)


def as_fraction(rate: Decimal | Fraction) -> tuple[int, int]:
    """Return an exact rate as a reduced fraction: 1.74% is 87/5000."""
    fraction = Fraction(rate)
    return fraction.numerator, fraction.denominator


def proportion(rate: Decimal | Fraction) -> Rows:
    """Return the rows of a rate of all of x."""
    times, over = as_fraction(rate)
    return ((0, 0, times, over),)


def fixed(rupiah: int) -> Rows:
    """Return the rows of the same amount for every x."""
    return ((0, rupiah, 0, 1),)


def clamped(floor: int | None, ceiling: int | None) -> Rows:
    """Return the rows of x itself, held between floor and ceiling."""
    rows: Rows = ((0, floor, 0, 1), (floor, 0, 1, 1)) if floor else SAME
    return rows if ceiling is None else (*rows, (ceiling, ceiling, 0, 1))


def within(rate: Fraction, minimum: int | None, maximum: int | None) -> Rows:
    """Return the rows of a rate of x whose result is held between minimum and maximum."""
    times, over = rate.numerator, rate.denominator
    rows: Rows = ((0, 0, times, over),)
    if minimum:
        rows = ((0, minimum, 0, 1), (-(-minimum * over // times), 0, times, over))
    return rows if maximum is None else (*rows, (-(-maximum * over // times), maximum, 0, 1))


def progressive(slices: Sequence[tuple[int, Decimal]]) -> Rows:
    """Return the rows of slices, each above its limit at its own rate; lower slices' sum is carried in `add`."""
    rows: list[Row] = []
    below = Fraction(0)
    for position, (above, rate) in enumerate(slices):
        if position:
            before, rate_before = slices[position - 1]
            below += (above - before) * Fraction(rate_before)
        rest = below - above * Fraction(rate)
        over = Fraction(rate).denominator * rest.denominator
        rows.append((above, int(rest * over), int(Fraction(rate) * over), over))
    return tuple(rows)
