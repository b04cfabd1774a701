"""CSV in every dress: its letters, the mark between its cells, its line ends."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from guide.estimator.member_list.cells import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Row
from guide.estimator.member_list.sentences import stop

MARKS = ",;\t|"
MOST_LINES = 100
"""Lines of one row; more are a quotation mark that nobody closed."""
LARGEST_CELL = 2**31 - 1
"""Letters of a cell: the most that csv can be told on every machine, so that no cell stops the file half-way."""
csv.field_size_limit(LARGEST_CELL)
_PIECE = 1 << 20
_SEPARATOR = re.compile(r"\"?sep=(.)\"?\s*", re.IGNORECASE)
_EMPTY = ',;|" \t\r\n'
_UNLIKELY = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x81\x8d\x8f\x90\x9d\xfe\xff]")
"""Bytes that no text in Windows-1252 from these islands holds."""


@dataclass(frozen=True)
class Dress:
    """How a CSV file is written: mark between cells, line end, whether it begins with a byte-order mark."""

    mark: str = ","
    line_end: str = "\n"
    bom: bool = False


class CsvList:
    """Rows of a CSV file; `titles` counts the titles known in a row, and so finds the mark."""

    def __init__(self, file: BinaryIO, titles: Callable[[Row], int]):
        self.file = file
        self.encoding = _encoding(file)
        self.separator = ""
        head = list(islice(self._lines(), 64))
        if head and (named := _SEPARATOR.fullmatch(head[0])):
            self.separator = named[1]
        mark = self.separator or _mark(head, titles)
        self.dress = Dress(mark, _line_end(head), self.encoding in ("utf-8-sig", "utf-16"))

    def rows(self) -> Iterator[Row]:
        """Yield every row. Raises FileError where a quotation mark stays open or a byte is no letter."""
        lines = self._lines()
        if self.separator:
            next(lines)  # it names the mark and is no row
        counted = _Counted(lines)
        reader = csv.reader(counted, delimiter=self.dress.mark)
        for number, row in enumerate(_guarded(reader, counted), 1):
            if len(row) > MOST_COLUMNS:
                raise stop("columns", row=number, most=MOST_COLUMNS)
            if number > MOST_ROWS:
                raise stop("rows", most=MOST_ROWS)
            yield row

    def _lines(self) -> Iterator[str]:
        """Yield every line with its end."""
        self.file.seek(0)
        text = io.TextIOWrapper(self.file, encoding=self.encoding, newline="")
        number = 0
        try:
            while line := text.readline(LONGEST_CELL):
                number += 1
                if len(line) == LONGEST_CELL:
                    raise stop("long", row=number, most=LONGEST_CELL)
                yield line
        except UnicodeError:
            raise stop("byte", line=number + 1) from None
        finally:
            with suppress(ValueError):  # the file was closed before the last line was asked for
                text.detach()


class _Counted:
    """Lines that tell how many were taken since `taken` was set to zero, and whether they came to their end."""

    def __init__(self, lines: Iterator[str]):
        self.lines, self.taken, self.ended, self.row = lines, 0, False, 1

    def __iter__(self) -> _Counted:
        return self

    def __next__(self) -> str:
        self.taken += 1
        if self.taken > MOST_LINES:
            raise stop("quote", row=self.row)
        try:
            return next(self.lines)
        except StopIteration:
            self.ended = True
            raise


def _guarded(reader: Iterator[list[str]], counted: _Counted) -> Iterator[Row]:
    while True:
        counted.taken = 0
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise stop("unreadable", why=error) from None
        if counted.ended:
            raise stop("quote", row=counted.row)
        counted.row += 1
        yield list(row)


def _encoding(file: BinaryIO) -> str:
    """Return the name of the encoding. Raises FileError where the bytes are no text."""
    file.seek(0)
    head = file.read(1024)
    if head.startswith(codecs.BOM_UTF8):
        return _utf8_or_windows(file, bom=True)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in head:
        pairs = head[: len(head) // 2 * 2]
        if pairs and not any(pairs[1::2]):
            return "utf-16-le"
        if pairs and not any(pairs[::2]):
            return "utf-16-be"
        raise stop("binary")
    return _utf8_or_windows(file)


def _utf8_or_windows(file: BinaryIO, *, bom: bool = False) -> str:
    """Return UTF-8, or Windows-1252 where bytes are letters in that alone. With `bom` it can be UTF-8 alone."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    strays, letters, stray_line, lines = False, False, 0, 1
    unlikely = False
    file.seek(0)
    while True:
        piece = file.read(_PIECE)
        text = decoder.decode(piece, not piece)
        if not text.isascii():
            stray = re.search("[\udc80-\udcff]", text)
            if stray and not strays:
                strays, stray_line = True, lines + _breaks(text[: stray.start()])
            letters = letters or bool(re.search("[\x80-\ud7ff\ue000-\U0010ffff]", text))
        unlikely = unlikely or bool(_UNLIKELY.search(piece.decode("latin-1")))
        lines += _breaks(text)
        if not piece:
            break
    if strays and (bom or letters or unlikely):
        raise stop("byte", line=stray_line)
    if bom:
        return "utf-8-sig"
    if unlikely and not letters:
        raise stop("binary")
    return "cp1252" if strays else "utf-8"


def _breaks(text: str) -> int:
    return text.count("\n") or text.count("\r")


def _mark(lines: list[str], titles: Callable[[Row], int]) -> str:
    """Return the mark by which most titles are known; where none are, the most frequent one of the first line."""
    first = next((line for line in lines if line.strip(_EMPTY)), "".join(lines[:1]))
    plain = re.sub(r'"[^"]*"', "", first)

    def known(mark: str) -> tuple[int, int]:
        rows = islice(csv.reader(iter(lines), delimiter=mark), 10)
        return max((titles(list(row)) for row in rows), default=0), plain.count(mark)

    return max(MARKS, key=known)


def _line_end(lines: list[str]) -> str:
    ends = re.search(r"(\r\n|\r|\n)$", lines[0]) if lines else None
    return ends[1] if ends else "\n"
