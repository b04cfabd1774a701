"""Sheets of .xlsx files, row by row."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from guide.estimator.member_list.cells import MOST_COLUMNS, MOST_ROWS, Cell, Row, day_of, number
from guide.estimator.member_list.packed import parse
from guide.estimator.member_list.sentences import stop
from guide.estimator.member_list.usual_sheet import UnusualError, usual_rows
from guide.estimator.member_list.xlsx_reader import Part, Workbook, plain, prefix_of

_REMEMBERED = 100_000
Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]


def sheet_rows(book: Workbook, part: Part) -> Iterator[Row]:
    """Yield the rows of a sheet; rows that the file leaves out are empty."""
    return SheetParser(book, part).rows()


class SheetParser:
    """Collects the rows of one sheet while its XML is parsed."""

    def __init__(self, book: Workbook, part: Part):
        self.book, self.part = book, part
        self.texts, self.day_styles = book.texts, book.day_styles
        self.ready: list[Row] = []
        self.numbers: dict[tuple[str, str], Cell] = {}
        self.places: dict[str, int] = {}
        self.count = 0

    def rows(self) -> Iterator[Row]:
        """Yield the rows in the usual way; where the sheet is written otherwise, parse it and go on from there."""
        given = 0
        pieces = self.book.archive.pieces(self.part.path)
        try:
            for row in usual_rows(pieces, self.texts, self._number, _place):
                yield row
                given += 1
        except (UnusualError, UnicodeDecodeError, ValueError, IndexError):
            yield from islice(self.parsed(), given, None)

    def parsed(self) -> Iterator[Row]:
        """Yield the rows by parsing the XML, however it is written."""
        text: list[str] = []
        prefix = prefix_of(self.book.archive.read(self.part.path), b"worksheet")
        start, end = self._handlers(text, prefix)
        for _ in parse(self.book.archive.pieces(self.part.path), start, end, text):
            yield from self.ready
            self.ready.clear()

    def _handlers(self, text: list[str], prefix: str) -> tuple[Start, End]:
        """Return what is called at the start and at the end of a tag."""
        cell_tag, row_tag, formula, value_tag, inline = (f"{prefix}{name}" for name in ("c", "row", "f", "v", "is"))
        row: Row = []
        at, kind, style, missing = -1, "n", "", 0

        def start(name: str, marks: Mapping[str, str]) -> None:
            nonlocal at, kind, style, row, missing
            if name == cell_tag:
                reference = marks.get("r")
                at = self._column(reference.rstrip("0123456789")) if reference else at + 1
                kind, style = marks.get("t", "n"), marks.get("s", "")
                text.clear()
            elif name in (value_tag, inline):
                text.clear()
            elif name == row_tag:
                row, at = [], -1
                missing = self._missing(marks.get("r", ""))

        def end(name: str) -> None:
            nonlocal row
            if name == cell_tag:
                if text and at >= len(row):
                    self._fill(row, at)
                    row.append(self._cell("".join(text), kind, style))
                text.clear()
            elif name == formula:
                text.clear()
            elif name == row_tag:
                self._add(row, missing)

        return start, end

    def _column(self, letters: str) -> int:
        place = self.places.get(letters, -1)
        if place < 0:
            place = self.places[letters] = _place(letters, self.count + 1)
        return place

    def _fill(self, row: Row, place: int) -> None:
        """Put empty cells into a row up to a place."""
        if place > len(row):
            if place >= MOST_COLUMNS:
                raise stop("columns", row=self.count + 1, most=MOST_COLUMNS)
            row.extend([""] * (place - len(row)))

    def _add(self, row: Row, missing: int) -> None:
        """Take a row, and before it those that the file leaves out."""
        self.ready.extend([] for _ in range(missing))
        self.ready.append(row)
        self.count += missing + 1
        if self.count > MOST_ROWS:
            raise stop("rows", most=MOST_ROWS)

    def _missing(self, number_of_row: str) -> int:
        """Return how many rows the file leaves out before the one of that number."""
        if not number_of_row.isdigit():
            return 0
        if int(number_of_row) > MOST_ROWS:
            raise stop("rows", most=MOST_ROWS)
        return max(0, int(number_of_row) - self.count - 1)

    def _cell(self, text: str, kind: str, style: str) -> Cell:
        if kind == "s":
            try:
                return self.texts[int(text)]
            except (ValueError, IndexError):
                raise stop("broken") from None
        if kind == "n":
            cell = self.numbers.get((text, style))
            if cell is None:
                if len(self.numbers) > _REMEMBERED:
                    self.numbers.clear()
                cell = self.numbers[text, style] = self._number(text, style)
            return cell
        if kind == "b":
            return "TRUE" if text.strip() == "1" else "FALSE"
        if kind == "d":
            try:
                return datetime.date.fromisoformat(text[:10])
            except ValueError:
                return text
        return plain(text)

    def _number(self, text: str, style: str) -> Cell:
        value = number(text.strip())
        if style in self.day_styles and not isinstance(value, str) and value >= 1:
            return day_of(value, self.book.base)
        return value


def _place(letters: str, row: int) -> int:
    """Return the place of a column from its letters: A is 0."""
    place = 0
    if not letters.isascii() or not letters.isalpha() or len(letters) > 3:
        raise stop("columns", row=row, most=MOST_COLUMNS)
    for letter in letters.upper():
        place = place * 26 + ord(letter) - 64
    if place > MOST_COLUMNS:
        raise stop("columns", row=row, most=MOST_COLUMNS)
    return place - 1
