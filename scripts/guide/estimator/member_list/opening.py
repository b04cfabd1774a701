"""What kind of file a list is, by its bytes, and the sheets in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO

from guide.estimator.member_list import ods_reader
from guide.estimator.member_list.cells import Row
from guide.estimator.member_list.csv_reader import CsvList, Dress
from guide.estimator.member_list.packed import Archive
from guide.estimator.member_list.sentences import stop
from guide.estimator.member_list.xlsx_reader import Workbook
from guide.estimator.member_list.xlsx_sheet import sheet_rows

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_PAGES = (b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta", b"<head", b"<div", b"<style")


@dataclass(frozen=True)
class Sheet:
    """A table of rows that can be read from its beginning as often as wanted."""

    name: str
    rows: Callable[[], Iterator[Row]]


@dataclass(frozen=True)
class Listing:
    """An opened file: its kind (csv, xlsx, ods, xls), its sheets, and how its CSV is written."""

    kind: str
    sheets: Sequence[Sheet]
    dress: Dress = field(default_factory=Dress)


def open_list(file: BinaryIO, titles: Callable[[Row], int]) -> Listing:
    """Return the sheets of a file. `titles` counts the known titles in a row. Raises FileError."""
    head = file.read(2048)
    file.seek(0)
    if head.startswith(b"PK"):
        return _archive(Archive(file))
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _older(file)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES):
        raise stop("page")
    if head.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        raise stop("binary")
    listed = CsvList(file, titles)
    return Listing("csv", [Sheet("", listed.rows)], listed.dress)


def _archive(archive: Archive) -> Listing:
    if "mimetype" in archive.names and archive.read("mimetype").strip() == _ODS:
        names = ods_reader.sheet_names(archive)
        return Listing("ods", [Sheet(name, partial(ods_reader.rows, archive, at)) for at, name in enumerate(names)])
    if "[Content_Types].xml" not in archive.names or any(name.endswith("workbook.bin") for name in archive.names):
        raise stop("format")
    book = Workbook(archive)
    if not book.parts:
        raise stop("broken")
    return Listing("xlsx", [Sheet(part.name, partial(sheet_rows, book, part)) for part in book.parts])


def _older(file: BinaryIO) -> Listing:
    """Open an .xls file; its reader is loaded for it alone."""
    from guide.estimator.member_list import xls_reader

    book = xls_reader.open_xls(file)
    sheets = [Sheet(name, partial(xls_reader.rows, book, name)) for name in xls_reader.sheet_names(book)]
    return Listing("xls", sheets)
