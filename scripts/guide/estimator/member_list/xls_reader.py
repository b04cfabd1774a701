"""Sheets of .xls files, the older kind, read by calamine (the command alone reads them)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import BinaryIO

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from guide.estimator.member_list.cells import MOST_COLUMNS, Cell, Row
from guide.estimator.member_list.sentences import stop


def open_xls(file: BinaryIO) -> CalamineWorkbook:
    """Return the workbook. Raises FileError where it is broken or locked."""
    try:
        return CalamineWorkbook.from_filelike(file)
    except BaseException as error:
        raise _broken(error) from None


def sheet_names(book: CalamineWorkbook) -> list[str]:
    """Return the names of the sheets that are shown."""
    return [sheet.name for sheet in book.sheets_metadata if sheet.visible == SheetVisibleEnum.Visible]


def rows(book: CalamineWorkbook, name: str) -> Iterator[Row]:
    """Yield the rows of a sheet."""
    try:
        sheet = book.get_sheet_by_name(name)
        start = sheet.start or (0, 0)
        yield from ([] for _ in range(start[0]))
        for row in sheet.iter_rows():
            if start[1] + len(row) > MOST_COLUMNS:
                raise stop("columns", row=1, most=MOST_COLUMNS)
            yield [""] * start[1] + [_cell(cell) for cell in row]
    except CalamineError as error:
        raise _broken(error) from None


def _broken(error: BaseException) -> BaseException:
    """Return the error to raise: a fault inside the reader is a broken file, an interrupt stays one."""
    if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
        return error
    return stop("broken")


def _cell(cell: object) -> Cell:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return int(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date()
    return cell if isinstance(cell, (str, int, float, datetime.date)) else str(cell)
