"""One figure of a page."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from guide.figures.conditions import Condition

Amount = int | Decimal | str | None
"""Rupiah or a number, a rate or decimal, a month; None where the data does not cover the day."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. `kind`: money, rate, month, number, decimal.

    `facts`: ids of the dated values behind it (see `Figures.fact`). `until`: its last month, where the data
    knows a later value, `then`. `conditions`: what must have been paid before (guide.figures.conditions).
    """

    id: str
    value: Amount
    kind: str
    facts: tuple[str, ...]
    until: str | None = None
    then: Amount = None
    conditions: tuple[Condition, ...] = ()

    @property
    def whole(self) -> int | None:
        """The value of a figure in rupiah or a whole number; None of any other."""
        return self.value if isinstance(self.value, int) else None


class UnknownFigure(KeyError):
    """An id that no fact has."""
