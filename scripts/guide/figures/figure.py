"""One figure of a page."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from guide.figures.conditions import Condition


@dataclass(frozen=True)
class Figure:
    """One figure. `kind`: money, rate, month, number, decimal. `value` None: not covered on this date.

    `facts`: ids of the dated values behind it (see `Figures.fact`). `until`: its last month, where the data
    knows a later value, `then`. `conditions`: what must have been paid before (guide.figures.conditions).
    """

    id: str
    value: int | Decimal | str | None
    kind: str
    facts: tuple[str, ...]
    until: str | None = None
    then: int | Decimal | str | None = None
    conditions: tuple[Condition, ...] = ()


class UnknownFigure(KeyError):
    """No fact has this id."""
