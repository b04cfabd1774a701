"""What is in force in a month, as known on a day.

Months are text such as `2026-04`; they sort as they run. A value dated to a day governs the whole
month that contains it. A value is known from the day it was announced, or from the first day of that month:
what governs a month is known while the month is asked about.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from guide.facts.model.law import Gap, Relief


class InTime(Protocol):
    """Something with a first month and, perhaps, a day on which it became known."""

    @property
    def month(self) -> str: ...

    @property
    def effective(self) -> str: ...

    @property
    def announced(self) -> datetime.date | None: ...


Entry = TypeVar("Entry", bound=InTime)


def month_of(day: datetime.date) -> str:
    """The contribution month of a day."""
    return day.isoformat()[:7]


def months_after(month: str, count: int) -> str:
    """The month `count` months after (or, negative, before) `month`."""
    number = int(month[:4]) * 12 + int(month[5:]) - 1 + count
    return f"{number // 12:04}-{number % 12 + 1:02}"


def known_from(entry: InTime | Relief | Gap) -> str:
    """The ISO day from which a value could be known."""
    if entry.announced:
        return entry.announced.isoformat()
    first = entry.first if isinstance(entry, (Relief, Gap)) else entry.effective
    return f"{first[:7]}-01"


def in_force(entries: Sequence[Entry], month: str, today: datetime.date) -> Entry | None:
    """The entry that governs `month` among those known on `today`; None if the data does not cover it.

    `entries` are in order of time (a check holds that).
    """
    found = None
    for entry in entries:
        if entry.month <= month and known_from(entry) <= today.isoformat():
            found = entry
    return found


def changes(months: Iterable[str], after: str) -> list[str]:
    """The different months later than `after`, in order."""
    return sorted({month for month in months if month > after})
