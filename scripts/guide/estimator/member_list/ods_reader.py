"""Sheets of .ods files, row by row."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from guide.estimator.member_list.cells import MOST_COLUMNS, MOST_ROWS, Cell, Row, number
from guide.estimator.member_list.packed import Archive, parse, parse_all
from guide.estimator.member_list.sentences import stop

CONTENT = "content.xml"
_CELLS = ("table:table-cell", "table:covered-table-cell")


def sheet_names(archive: Archive) -> list[str]:
    """Return the names of the sheets in their order."""
    found: list[str] = []

    def start(name: str, marks: Mapping[str, str]) -> None:
        if name == "table:table":
            found.append(marks.get("table:name", ""))

    parse_all(archive, CONTENT, start)
    return found


def rows(archive: Archive, sheet: int) -> Iterator[Row]:
    """Yield the rows of the sheet of that place, the empty ones at its end left out."""
    text: list[str] = []
    parser = _SheetParser(sheet, text)
    for _ in parse(archive.pieces(CONTENT), parser.start, parser.end, text):
        for row, times in parser.ready:
            for _ in range(times):
                yield list(row)
        parser.ready.clear()


class _SheetParser:
    """Collects the rows of one sheet, each with how often it stands there, while the XML is parsed."""

    def __init__(self, sheet: int, text: list[str]):
        self.wanted, self.sheet, self.text = sheet, -1, text
        self.ready: list[tuple[Row, int]] = []
        self.row: Row = []
        self.marks: Mapping[str, str] = {}
        self.repeat = self.empty_cells = self.empty_rows = self.count = 0
        self.lines: list[str] = []
        self.noted = 0

    def start(self, name: str, marks: Mapping[str, str]) -> None:
        if name == "table:table":
            self.sheet += 1
        elif self.sheet != self.wanted:
            self.text.clear()
        elif name == "table:table-row":
            self.row, self.empty_cells = [], 0
            self.repeat = _times(marks.get("table:number-rows-repeated", "1"))
        elif name in _CELLS:
            self.marks, self.lines = marks, []
        elif name == "text:p":
            self.text.clear()
        elif name in ("text:s", "text:tab", "text:line-break"):
            self.text.append(" " * min(_times(marks.get("text:c", "1")), 100))
        elif name == "office:annotation":
            self.noted += 1

    def end(self, name: str) -> None:
        if self.sheet != self.wanted:
            self.text.clear()
        elif name == "text:p":
            if not self.noted:
                self.lines.append("".join(self.text))
            self.text.clear()
        elif name == "office:annotation":
            self.noted -= 1
        elif name in _CELLS:
            self._add(_cell(self.marks, self.lines), _times(self.marks.get("table:number-columns-repeated", "1")))
        elif name == "table:table-row":
            self._finish()

    def _add(self, cell: Cell, times: int) -> None:
        if cell == "":
            self.empty_cells += times
            return
        if len(self.row) + self.empty_cells + times > MOST_COLUMNS:
            raise stop("columns", row=self.count + 1, most=MOST_COLUMNS)
        self.row.extend([""] * self.empty_cells)
        self.row.extend([cell] * times)
        self.empty_cells = 0

    def _finish(self) -> None:
        if not self.row:
            self.empty_rows += self.repeat
            return
        self.count += self.empty_rows + self.repeat
        if self.count > MOST_ROWS:
            raise stop("rows", most=MOST_ROWS)
        self.ready.append(([], self.empty_rows))
        self.ready.append((self.row, self.repeat))
        self.empty_rows = 0


def _times(text: str) -> int:
    """Return how often something is repeated."""
    return min(int(text), MOST_ROWS + 1) if text.isdigit() and len(text) < 10 else 1


def _cell(marks: Mapping[str, str], lines: list[str]) -> Cell:
    kind = marks.get("office:value-type") or marks.get("calcext:value-type", "")
    if kind in ("float", "currency", "percentage"):
        return number(marks.get("office:value", ""))
    if kind == "date":
        try:
            return datetime.date.fromisoformat(marks.get("office:date-value", "")[:10])
        except ValueError:
            return "\n".join(lines)
    if kind == "boolean":
        return marks.get("office:boolean-value", "").upper()
    return "\n".join(lines)
