"""The sheet of the workbook that holds the law: where each block of rows stands, and how formulas find a row in it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guide.handouts.workbook.law_rows import LawRow, Person

SHEET = "Aturan"
FIRST = 6
"""The number of the first row below the titles."""
_DAY_ZERO = datetime.date(1899, 12, 30)
Words = Callable[[str, str], str]
"""How people write a value of an input, in every language."""


@dataclass(frozen=True)
class Block:
    """Rows about one thing. `deciding`: the inputs whose values tell its people apart; none: it holds for all."""

    title: str
    deciding: Sequence[str]
    rows: Sequence[LawRow]
    first: int

    @property
    def last(self) -> int:
        """The number of its last row in the sheet."""
        return self.first + len(self.rows) - 1

    def column(self, letter: str) -> str:
        """Return a column of the block, as formulas write it."""
        return f"{SHEET}!${letter}${self.first}:${letter}${self.last}"

    def find(self, who: str, month: str, base: str) -> str:
        """Return the formula of the number of the row that holds: the last one that fits; 0 where none does."""
        fits = [f"({self.column('B')}<={month})", f"({self.column('C')}<={base})"]
        if self.deciding:
            fits.insert(0, f"({self.column('A')}={who})")
        return f"SUMPRODUCT(MAX({'*'.join(fits)}*ROW({self.column('B')})))"

    def holds(self, who: str, month: str) -> str:
        """Return the formula that adds up what the rows add until a month."""
        fits = [f"({self.column('B')}<={month})", self.column("D")]
        if self.deciding:
            fits.insert(0, f"({self.column('A')}={who})")
        return f"SUMPRODUCT({'*'.join(fits)})"

    def row(self, who: Person, month: str, base: int) -> int:
        """Return the number that `find` finds, for values that are known now."""
        fits = (
            self.first + at
            for at, row in enumerate(self.rows)
            if row.who in ((), who) and row.month <= month and row.at_least <= base
        )
        return max(fits, default=0)

    def sum(self, who: Person, month: str) -> int:
        """Return what `holds` adds up."""
        return sum(row.add for row in self.rows if row.who in ((), who) and row.month <= month)

    def share(self, number: int, base: int) -> tuple[int, int]:
        """Return what a row gives for a base, as numerator and denominator; none by nothing where it is not covered."""
        row = self.rows[number - self.first]
        return row.add + row.times * base, row.over


class LawSheet:
    """Takes blocks one below the other."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []

    def add(self, title: str, deciding: Sequence[str], rows: Sequence[LawRow]) -> Block:
        """Add a block below a line with its title."""
        first = (self.blocks[-1].last if self.blocks else FIRST - 1) + 2
        told = tuple(deciding) if any(row.who for row in rows) else ()
        self.blocks.append(Block(title, told, rows, first))
        return self.blocks[-1]

    @property
    def last(self) -> int:
        """The number of the last row."""
        return self.blocks[-1].last

    def value(self, letter: str, number: str) -> str:
        """Return the formula of a cell in a row whose number another cell holds."""
        return f"INDEX({SHEET}!${letter}$1:${letter}${self.last},{number})"


def serial(month: str) -> int:
    """Return the first day of a month as spreadsheets count days."""
    return (datetime.date(int(month[:4]), int(month[5:]), 1) - _DAY_ZERO).days


def written(block: Block, who: Person, words: Words) -> str:
    """Return for whom a row holds, as the cells of its people write it."""
    return "|".join(words(name, value) for name, value in zip(block.deciding, who, strict=bool(who)))
