"""Cells of a list: text, numbers and days, as CSV files and spreadsheets hold them."""

from __future__ import annotations

import datetime
import re

from guide.estimator.inputs.money import BLANKS

Cell = str | int | float | datetime.date
Row = list[Cell]

MOST_COLUMNS = 2_000
MOST_ROWS = 1_048_576
"""Rows of the largest sheet that spreadsheets know."""
LONGEST_CELL = 4_000_000
"""Letters of a cell, and of a line of a CSV file."""

NOTHING = ("", "-", "–", "—")
"""What people write into a cell that they leave empty."""
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*")
_VALUE = re.compile(r"[+-]?(?:[0-9]{1,400}\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")


def text_of(cell: Cell) -> str:
    """Return a cell as people read it: days as 2026-11-01, whole numbers without a decimal mark."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, datetime.date) else str(cell)


def is_empty(cell: Cell) -> bool:
    """Tell whether nothing was written into a cell."""
    return isinstance(cell, str) and cell.strip(BLANKS) in NOTHING


def is_blank(row: Row) -> bool:
    """Tell whether no cell of a row holds anything."""
    return not any(cell != "" and (not isinstance(cell, str) or cell.strip(BLANKS)) for cell in row)


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs as a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def number(text: str) -> int | float | str:
    """Return the number that a spreadsheet's file writes: whole where it is whole; text that is none stays text."""
    if not _VALUE.fullmatch(text):
        return text
    value = int(text) if text.isdigit() else float(text)
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value if value - value == 0 else text


def day_of(serial: float, base: datetime.date) -> datetime.date | float:
    """Return the day that a spreadsheet counts from `base`; a number that is no day stays a number."""
    try:
        return base + datetime.timedelta(days=int(serial))
    except OverflowError:
        return serial


def normal(text: str) -> str:
    """Return a title in small letters, with _ for all that is no letter or digit."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def words_in(text: str) -> str:
    """Return a value in small letters, with single blanks for all that is no letter or digit."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
