"""Rows of a list below its header: members, and what stands between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from guide.estimator.inputs import NAMES
from guide.estimator.member_list.cells import Row, is_empty, text_of, words_in
from guide.estimator.member_list.titles import Header

_MONEY = re.compile(r"\s*(?:rp|idr)?\.?\s*[0-9]", re.IGNORECASE)
MEMBER, BLANK, LEFT_OUT = "member", "blank", "left-out"


class Rows:
    """Tells members from empty rows, totals, repeated headers, headings and signatures.

    `totals`: words with which a row of totals begins.
    """

    def __init__(self, header: Header, totals: Set[str]):
        self.totals = totals
        self.titles = [title.strip() for title in header.titles]
        self.persons = [column.place for column in header.columns if column.role in ("nik", "birth", "segment")]
        self.known = {column.place for column in header.columns if column.role in NAMES or column.role == "name"}
        self.money = {column.place for column in header.columns if column.role == "income"}
        name = header.of("name")
        self.name = name.place if name else -1
        self.after_total = self.after_blank = False

    def kind(self, row: Row) -> str:
        """Return what a row is: a member, empty, or to be left out."""
        if self._is_certain(row):
            return MEMBER
        filled = [at for at, cell in enumerate(row) if not is_empty(cell)]
        if not filled or self._is_only_numbered(row, filled):
            self.after_blank = True
            return BLANK
        if self._is_total(row, filled):
            self.after_total = True
            return LEFT_OUT
        below = self.name >= 0 and (self.after_total or self.after_blank)
        if self._is_heading(row, filled) or (below and self._is_note(row, filled)):
            return LEFT_OUT
        return MEMBER

    def _is_certain(self, row: Row) -> bool:
        """Tell whether a row says two things about a person, which no total, heading or signature does."""
        said = [place for place in self.persons if place < len(row) and not is_empty(row[place])]
        return len(said) > 1 and row[said[0]] != self.titles[said[0]]

    def _is_only_numbered(self, row: Row, filled: Sequence[int]) -> bool:
        """Tell whether a row waits for a person: a form has numbered it, and nothing else stands in it."""
        return len(filled) == 1 and filled[0] not in self.known and text_of(row[filled[0]]).strip(" .").isdigit()

    def _is_total(self, row: Row, filled: Sequence[int]) -> bool:
        if any(place in filled for place in self.persons):
            return False
        first = next((row[at] for at in filled if isinstance(row[at], str)), "")
        words = words_in(first) if isinstance(first, str) and len(first) < 200 else ""
        return any(words == total or words.startswith(f"{total} ") for total in self.totals)

    def _is_heading(self, row: Row, filled: Sequence[int]) -> bool:
        """Tell whether a row repeats the header, or only names a group beside the columns that answer something."""
        first = filled[0]
        if len(filled) == 1:
            return self.name >= 0 and first not in self.known and isinstance(row[first], str)
        if first >= len(self.titles) or text_of(row[first]).strip() != self.titles[first]:
            return False
        return [text_of(cell).strip() for cell in row] == self.titles[: len(row)]

    def _is_note(self, row: Row, filled: Sequence[int]) -> bool:
        """Tell whether a row below the list holds no income and nothing about a person: a place, a day, a signature.

        Below an empty row alone, what stands in the column of names is a person all the same.
        """
        if any(place in self.persons or (place == self.name and not self.after_total) for place in filled):
            return False
        return not any(at in self.money and _MONEY.match(text_of(row[at])) for at in filled)


def to_the_last(rows: Iterator[Row]) -> Iterator[Row]:
    """Yield the rows; one without any cell is a row where another follows, and nothing at the end."""
    blank = 0
    for row in rows:
        if row:
            for _ in range(blank):
                yield []
            yield row
        blank = 0 if row else blank + 1
