"""Sheets of .xlsx files, row by row."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from guide.estimator.member_list.cells import MOST_COLUMNS, MOST_ROWS, Cell, Row, day_of, number
from guide.estimator.member_list.packed import Archive, local, parse, parse_all
from guide.estimator.member_list.sentences import stop
from guide.estimator.member_list.usual_sheet import UnusualError, usual_rows

_DATES = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
"""Numbers of the built-in formats that show a day."""
_QUIET = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DAY = re.compile(r"[yd]|mmm", re.IGNORECASE)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_MOST_TEXT = 200_000_000
"""Letters of all shared texts of a workbook."""
_REMEMBERED = 100_000


@dataclass(frozen=True)
class Part:
    """A sheet of a workbook: its name, and its file in the archive."""

    name: str
    path: str


class Workbook:
    """An .xlsx file: which sheets there are, the texts that they share, which styles show days."""

    def __init__(self, archive: Archive):
        self.archive = archive
        self.base = datetime.date(1899, 12, 30)
        root = _relations(archive, "_rels/.rels", "")
        self.path = next((path for path in root.values() if path.endswith("workbook.xml")), "xl/workbook.xml")
        folder, name = posixpath.split(self.path)
        self.relations = _relations(archive, f"{folder}/_rels/{name}.rels", folder)
        self.parts = self._parts()

    def _parts(self) -> list[Part]:
        found: list[Part] = []

        def start(name: str, marks: Mapping[str, str]) -> None:
            tag = local(name)
            if tag == "workbookPr" and marks.get("date1904") in ("1", "true"):
                self.base = datetime.date(1904, 1, 1)
            if tag == "sheet" and marks.get("state", "visible") == "visible":
                relation = next((value for key, value in marks.items() if local(key) == "id" and ":" in key), "")
                if self.relations.get(relation) in self.archive.names:
                    found.append(Part(marks.get("name", ""), self.relations[relation]))

        parse_all(self.archive, self.path, start)
        return found

    def _path_of(self, ending: str) -> str:
        return next((path for path in self.relations.values() if path.lower().endswith(ending)), "")

    @cached_property
    def texts(self) -> list[str]:
        """The texts that cells share."""
        found: list[str] = []
        pieces: list[str] = []
        size = 0

        def start(name: str, _: Mapping[str, str]) -> None:
            text.clear()

        def end(name: str) -> None:
            nonlocal size
            if name == text_tag:
                pieces.append("".join(text))
            elif name == item:
                found.append(plain("".join(pieces)))
                size += len(found[-1])
                pieces.clear()
            elif name == spoken:
                pieces.pop()

        text: list[str] = []
        path = self._path_of("sharedstrings.xml")
        if path in self.archive.names:
            prefix = _prefix(self.archive.read(path), b"sst")
            text_tag, item, spoken = f"{prefix}t", f"{prefix}si", f"{prefix}rPh"
            for _ in parse(self.archive.pieces(path), start, end, text):
                if size > _MOST_TEXT or len(found) > 5_000_000:
                    raise stop("large")
        return found

    @cached_property
    def day_styles(self) -> frozenset[str]:
        """The numbers of the cell styles that show a day."""
        shown: dict[str, bool] = {}
        styles: list[str] = []
        inside = False

        def start(name: str, marks: Mapping[str, str]) -> None:
            nonlocal inside
            tag = local(name)
            if tag == "numFmt":
                shown[marks.get("numFmtId", "")] = bool(_DAY.search(_QUIET.sub("", marks.get("formatCode", ""))))
            elif tag == "cellXfs":
                inside = True
            elif tag in ("cellStyles", "dxfs"):
                inside = False
            elif tag == "xf" and inside:
                styles.append(marks.get("numFmtId", "0"))

        parse_all(self.archive, self._path_of("styles.xml"), start)
        return frozenset(
            str(i) for i, kind in enumerate(styles) if shown.get(kind, kind.isdigit() and int(kind) in _DATES)
        )

    def rows(self, part: Part) -> Iterator[Row]:
        """Yield the rows of a sheet; rows that the file leaves out are empty."""
        return SheetParser(self, part).rows()


class SheetParser:
    """Collects the rows of one sheet while its XML is parsed."""

    def __init__(self, book: Workbook, part: Part):
        self.book, self.part = book, part
        self.texts, self.day_styles = book.texts, book.day_styles
        self.ready: list[Row] = []
        self.numbers: dict[tuple[str, str], Cell] = {}
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
        prefix = _prefix(self.book.archive.read(self.part.path), b"worksheet")
        start, end = self._handlers(text, prefix)
        for _ in parse(self.book.archive.pieces(self.part.path), start, end, text):
            yield from self.ready
            self.ready.clear()

    def _handlers(self, text: list[str], prefix: str):
        """Return what is called at the start and at the end of a tag."""
        cell_tag, row_tag, formula, value_tag, inline = (f"{prefix}{name}" for name in ("c", "row", "f", "v", "is"))
        places: dict[str, int] = {}
        row: Row = []
        at, kind, style, missing = -1, "n", "", 0

        def start(name: str, marks: Mapping[str, str]) -> None:
            nonlocal at, kind, style, row, missing
            if name == cell_tag:
                reference = marks.get("r")
                if reference:
                    letters = reference.rstrip("0123456789")
                    at = places.get(letters, -1)
                    if at < 0:
                        at = places[letters] = _place(letters, self.count + 1)
                else:
                    at += 1
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
                if not text:
                    return
                gap = at - len(row)
                if gap > 0:
                    if at >= MOST_COLUMNS:
                        raise stop("columns", row=self.count + 1, most=MOST_COLUMNS)
                    row.extend([""] * gap)
                elif gap < 0:
                    return
                row.append(self._cell("".join(text), kind, style))
                text.clear()
            elif name == formula:
                text.clear()
            elif name == row_tag:
                self.ready.extend([] for _ in range(missing))
                self.ready.append(row)
                self.count += missing + 1
                if self.count > MOST_ROWS:
                    raise stop("rows", most=MOST_ROWS)

        return start, end

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
            known = self.numbers.get((text, style))
            if known is None:
                if len(self.numbers) > _REMEMBERED:
                    self.numbers.clear()
                known = self.numbers[text, style] = self._number(text, style)
            return known
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


def plain(text: str) -> str:
    """Return a text without the escapes of .xlsx files."""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


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


def _prefix(head: bytes, first: bytes) -> str:
    """Return the prefix of the tags, as the first tag of a file has it."""
    found = re.search(rb"<((?:[\w.-]+:)?)" + first, head)
    return found[1].decode("latin-1") if found else ""


def _relations(archive: Archive, path: str, folder: str) -> dict[str, str]:
    """Return the files that a part of the archive names, by the ids of its relations."""
    found: dict[str, str] = {}

    def start(name: str, marks: Mapping[str, str]) -> None:
        if local(name) == "Relationship" and marks.get("TargetMode") != "External":
            target = marks.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[marks.get("Id", "")] = full

    parse_all(archive, path, start)
    return found
