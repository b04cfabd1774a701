"""One figure of a page."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from guide.figures.conditions import Condition

Amount = int | Decimal | str | None
"""Rupiah or a number, a rate or decimal, a month; None where the data does not cover the day."""
FORMS = frozenset({"plain", "round", "change"})
"""The ways in which every figure can be written."""
_MORE_FORMS = {"money": frozenset({"said"}), "number": frozenset({"said", "years"})}
_TYPES: dict[str, type] = {"money": int, "number": int, "rate": Decimal, "decimal": Decimal, "month": str}


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

    @property
    def forms(self) -> frozenset[str]:
        """The ways in which a figure of this kind can be written (guide.pages.figure_markup)."""
        return FORMS | _MORE_FORMS.get(self.kind, frozenset())


def fits(kind: str, value: Amount) -> bool:
    """Return whether a value is one of a kind: no rate is rupiah, no amount a rate."""
    return isinstance(value, _TYPES[kind])


class UnknownFigure(KeyError):
    """An id that no fact has."""
