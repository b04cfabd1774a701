"""Months as text, and which value of the law is in force in a month, as known on a day.

Months are text such as `2026-04` and days text such as `2026-04-15`; both sort as they run. A value dated to a day
governs the whole month that contains it. A value is known from the day it was announced, or from the first day of that
month: what governs a month is known while the month is asked about.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Protocol, TypeVar


class InTime(Protocol):
    """A value with the first month that it governs and the ISO day from which it could be known."""

    @property
    def month(self) -> str:
        """The first contribution month that the value governs."""

    @property
    def known(self) -> str:
        """The ISO day from which the value could be known."""


Entry = TypeVar("Entry", bound=InTime)


def month_of(day: datetime.date) -> str:
    """Return the contribution month of a day."""
    return day.isoformat()[:7]


def months_after(month: str, count: int) -> str:
    """Return the month `count` months after (or, negative, before) `month`."""
    number = int(month[:4]) * 12 + int(month[5:]) - 1 + count
    return f"{number // 12:04}-{number % 12 + 1:02}"


def in_force(entries: Sequence[Entry], month: str, today: str) -> Entry | None:
    """Return the entry that governs `month` among those known on `today`, an ISO day; None if there is none.

    `entries` are in order of time (a check holds that).
    """
    governing = None
    for entry in entries:
        if entry.month <= month and entry.known <= today:
            governing = entry
    return governing
