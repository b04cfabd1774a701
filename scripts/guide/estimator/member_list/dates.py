"""Months and days as people write them in lists."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping

from guide.estimator.member_list.cells import Cell, text_of, words_in

_YEAR_MONTH = re.compile(
    r"([12][0-9]{3})(?:[-/. ]?(0[1-9]|1[0-2])|[-/. ]([1-9]))(?:[-/. ](?:0?[1-9]|[12][0-9]|3[01]))?(?:[T ][0-9:.]+)?"
)
_MONTH_YEAR = re.compile(r"(0?[1-9]|1[0-2])[-/. ]([12][0-9]{3})")
_DAY = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})(?: [0-9:.]+)?")
_NAMED = re.compile(r"(?:(?:[0-3]?[0-9]) )?([a-z]+) ([0-9]{4}|[0-9]{2})")
_YEAR_NAMED = re.compile(r"([12][0-9]{3}) ([a-z]+)")
_DIGITS = re.compile(r"([0-3][0-9])([01][0-9])((?:19|20)[0-9]{2})")
_BEFORE_DIGITS = re.compile(r"^[^0-9]+")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


class Dates:
    """Reads months and days. `names`: the words of each month under its two digits."""

    def __init__(self, names: Mapping[str, Iterable[str]]):
        self.numbers = {word: number for number, words in names.items() for word in words}

    def month(self, cell: Cell, *, month_first: bool = False, latest: str = "2099") -> str:
        """Return the year and month (2026-11) of a cell, or an empty string.

        A day is written day first, unless the column as a whole shows that the month comes first. A year of two
        digits is the last one that is not after `latest`.
        """
        if isinstance(cell, datetime.date):
            return cell.isoformat()[:7]
        text = text_of(cell).strip()
        if found := _YEAR_MONTH.fullmatch(text):
            return f"{found[1]}-{found[2] or found[3]:0>2}"
        if found := _MONTH_YEAR.fullmatch(text):
            return f"{found[2]}-{found[1]:0>2}"
        if found := _DAY.fullmatch(text):
            month = self._month_of(found[1], found[2], month_first)
            return f"{_full(found[3], latest)}-{month:02}" if month else ""
        words = words_in(text)
        if found := _NAMED.fullmatch(words):
            return self._named(found[1], _full(found[2], latest))
        found = _YEAR_NAMED.fullmatch(words)
        return self._named(found[2], found[1]) if found else ""

    def _named(self, word: str, year: str) -> str:
        return f"{year}-{self.numbers[word]}" if word in self.numbers else ""

    def of_year(self, cell: Cell, year: str) -> str:
        """Return the year and month of a cell that names the month alone, or an empty string."""
        word = words_in(text_of(cell))
        number = self.numbers.get(word) or (f"{word:0>2}" if word.isdigit() and 1 <= int(word[:3]) <= 12 else "")
        return f"{year}-{number}" if number and _YEAR.fullmatch(year) else ""

    def birth(self, cell: Cell, this_month: str, *, month_first: bool = False) -> str:
        """Return the year and month of birth of a cell such as 1980-02-01 or “Kupang, 1 Februari 1980”, or nothing."""
        if not isinstance(cell, datetime.date):
            cell = _BEFORE_DIGITS.sub("", text_of(cell)).strip()
            if found := _DIGITS.fullmatch(cell):
                cell = "-".join(found.groups())
        return self.month(cell, month_first=month_first, latest=this_month[:4])

    @staticmethod
    def _month_of(first: str, second: str, month_first: bool) -> int:
        """Return the month of a day, or 0."""
        one, other = int(first), int(second)
        month, day = (one, other) if month_first or (other > 12 >= one) else (other, one)
        return month if 1 <= month <= 12 and 1 <= day <= 31 else 0

    def month_comes_first(self, cells: Iterable[Cell]) -> bool:
        """Tell whether the days of a column can only be read with the month first."""
        days = [found for cell in cells if isinstance(cell, str) and (found := _DAY.fullmatch(cell.strip()))]
        return any(int(day[2]) > 12 for day in days) and not any(int(day[1]) > 12 for day in days)


def age_in(month: str, birth: str) -> int:
    """Return the age reached in `month` by somebody born in the month `birth`."""
    return int(month[:4]) - int(birth[:4]) - (month[5:] < birth[5:])


def _full(year: str, latest: str) -> str:
    if len(year) == 4:
        return year
    return f"20{year}" if f"20{year}" <= latest else f"19{year}"
