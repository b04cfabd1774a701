"""From a row of a list to a question for the estimator."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from guide.estimator.inputs import LISTS, NAMES, OF_SEGMENT, PROGRAMS, InputMistake, wrong
from guide.estimator.member_list.amounts import in_full, plausible
from guide.estimator.member_list.cells import Cell, Row, is_empty, text_of
from guide.estimator.member_list.dates import age_in
from guide.estimator.member_list.titles import Header, Titled
from guide.estimator.member_list.values import Reader, Values
from guide.law.timeline import month_of

REMEMBERED = 50_000
"""Cells of a column that are remembered as read."""
Question = dict[str, str]


class Questions:
    """Reads rows under one header. `given`: inputs for all rows whose own cell is empty."""

    def __init__(
        self, values: Values, header: Header, given: Mapping[str, str], today: datetime.date, first: Sequence[Row]
    ):
        self.values, self.header, self.today = values, header, month_of(today)
        self.given = {name: values.reader(name)(text) for name, text in given.items()}
        if "month" in self.given:
            self.given["month"] = values.dates.month(self.given["month"]) or self.given["month"]
        self.readers = [self._column(column, first) for column in header.inputs]
        self.crossed = False
        self.ticked = [] if header.of("programs") else self._ticked(first)
        self.by_occupation: dict[str, int] = {"segment": 0, "sector": 0}

    def _column(self, column: Titled, first: Sequence[Row]) -> _Column:
        cells = [row[column.place] for row in first if column.place < len(row)]
        month_first = self.values.dates.month_comes_first(cells)
        role, dates = column.role, self.values.dates
        if role == "month":
            return _Column(column, lambda cell: dates.month(cell, month_first=month_first) or text_of(cell).strip())
        if role == "birth":
            return _Column(column, lambda cell: dates.birth(cell, self.today, month_first=month_first))
        read = self.values.reader(role)
        if role == "income":
            return _Column(column, lambda cell: plausible(role, read(in_full(role, cell, column.unit)), cell))
        return _Column(column, (lambda cell: read(in_full(role, cell, column.unit))) if column.unit else read)

    def _ticked(self, first: Sequence[Row]) -> list[tuple[int, str]]:
        """Return place and program of the columns in which programs are ticked, not counted."""
        free = (c for c in self.header.columns if c.role not in NAMES)
        found = [(c.place, program) for c in free if (program := self.values.program(c.title))]
        cells = [row[place] for place, _ in found for row in first if place < len(row)]
        self.crossed = not any(self.values.tick(cell) for cell in cells)
        ticks = {self._tick(cell) for cell in cells}
        counted = any(self._tick(cell) is None and any(map(str.isdigit, text_of(cell))) for cell in cells)
        return found if ticks - {False} and not counted else []

    def _tick(self, cell: Cell) -> bool | None:
        return self.values.tick(cell, crossed=self.crossed)

    def read(self, row: Row) -> Question:
        """Return the inputs of a row as text. Raises InputError for a cell that no reader can take."""
        found: Question = {}
        width = len(row)
        for column in self.readers:
            if column.place < width:
                cell = row[column.place]
                text = column.known.get(cell)
                if text is None:
                    text = column.read(cell)
                if text:
                    found[column.role] = text
        if self.ticked:
            ticks = [(name, self._tick(row[place]), row[place]) for place, name in self.ticked if place < width]
            for _, ticked, cell in ticks:
                if ticked is None:
                    raise wrong("programs", "choice", known=PROGRAMS, bad=text_of(cell))
            if any(ticked for _, ticked, _ in ticks):
                found["programs"] = ",".join(name for name, ticked, _ in ticks if ticked)
        return self._complete(found)

    def _complete(self, found: Question) -> Question:
        """Put together what several columns tell, and add what holds for all rows."""
        year, birth, occupation = found.pop("year", ""), found.pop("birth", ""), found.pop("occupation", "")
        if year and "month" in found and found["month"][4:5] != "-":
            found["month"] = self.values.dates.of_year(found["month"], year) or found["month"]
        if self.given:
            found = {**self.given, **found}
        if occupation:
            self._by_occupation(found, occupation)
        names = OF_SEGMENT.get(found.get("segment", ""), NAMES)
        if birth and "age" in names:
            month = found.get("month", self.today)
            if month[4:5] == "-":
                found["age"] = str(age_in(month, birth))
        for name in ("age", "income"):
            if name in found and name not in names:
                del found[name]
        if "children" in found and "event" not in found:
            del found["children"]
        return found

    def _by_occupation(self, found: Question, occupation: str) -> None:
        segment, _, sector = occupation.partition("|")
        if segment and "segment" not in found:
            found["segment"] = segment
            self.by_occupation["segment"] += 1
        if sector and found.get("segment") == "bpu" and "sector" not in found:
            found["sector"] = sector
            self.by_occupation["sector"] += 1

    def as_written(self, mistake: InputMistake, row: Row, label: str, language: str) -> InputMistake:
        """Return a mistake with the column named `label`, and values as the reader wrote them."""
        shown = dict(mistake.values)
        values, name = self.values, mistake.name
        if "known" in shown and isinstance(shown["known"], (tuple, list)):
            of = "event" if mistake.sentence == "event-only" else name
            shown["known"] = tuple(values.show(of, str(value), language) for value in shown["known"])
        if "segment" in shown:
            shown["segment"] = self._cell(row, "segment") or shown["segment"]
        if "bad" in shown and name not in LISTS and mistake.sentence in ("choice", "segment-knows", "month", "whole"):
            shown["bad"] = self._cell(row, name) or shown["bad"]
        return InputMistake(label, mistake.sentence, shown)

    def _cell(self, row: Row, name: str) -> str:
        column = self.header.of(name)
        return text_of(row[column.place]).strip() if column and column.place < len(row) else ""


class _Column:
    """Reads one column and remembers what it read."""

    def __init__(self, column: Titled, reader: Reader):
        self.place, self.role, self.reader = column.place, column.role, reader
        self.known: dict[Cell, str] = {}

    def read(self, cell: Cell) -> str:
        text = "" if is_empty(cell) else self.reader(cell)
        if len(self.known) >= REMEMBERED:
            self.known.clear()
        self.known[cell] = text
        return text
