"""Results as CSV, in the dress of the list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import BinaryIO

from guide.estimator.member_list.answers import Answer
from guide.estimator.member_list.cells import Cell, Row, harmless, text_of
from guide.estimator.member_list.csv_reader import Dress

_SPECIAL = re.compile(r'[",;|\t\r\n]')
_FLUSH = 1 << 20


class CsvWriter:
    """Writes CSV in the dress of the list."""

    def __init__(self, file: BinaryIO, dress: Dress):
        self.file, self.dress = file, dress
        self.parts: list[str] = []
        self.size = 0

    def head(self, titles: Sequence[str], names: Sequence[str]) -> None:
        """Write the header: the titles of the list, then our names."""
        self._add(self.dress.mark.join(map(cell_text, [*titles, *names])))

    def row(self, cells: Row, answer: Answer) -> None:
        """Write a row with its answer."""
        if not answer.written:
            shown = ["" if amount is None else str(amount) for amount in answer.amounts]
            last = [cell_text(answer.assumed_names), cell_text(answer.error)]
            answer.written = self.dress.mark.join([*shown, *last])
        written = [cell_text(cell) if isinstance(cell, str) else self._other(cell) for cell in cells]
        self._add(f"{self.dress.mark.join(written)}{self.dress.mark}{answer.written}")

    def _other(self, cell: Cell) -> str:
        text = text_of(cell)
        return cell_text(text.replace(".", ",") if isinstance(cell, float) and self.dress.mark == ";" else text)

    def _add(self, line: str) -> None:
        self.parts.append(line)
        self.size += len(line)
        if self.size > _FLUSH:
            self._flush()

    def _flush(self) -> None:
        self.parts.append("")
        self.file.write(self.dress.line_end.join(self.parts).encode("utf-8", "backslashreplace"))
        self.parts, self.size = [], 0

    def close(self) -> None:
        """Write what comes last."""
        self._flush()


def cell_text(cell: str) -> str:
    """Return a cell of a CSV file: no spreadsheet runs it as a formula, and none cuts it."""
    if cell.isalnum():
        return cell
    cell = harmless(cell)
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell
