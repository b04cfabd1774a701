"""Whole-numbered coordinates of charts, from figures. What charts say stands beside them in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from guide.figures.registry import Figures
from guide.facts.model.law import Percent, Relief, Schedule
from guide.facts.model.places import Coverage

FULL = 1000
"""The length of a whole bar or time line, in units of its drawing."""


def values(figures: Figures, names: Iterable[str]) -> list[int | None]:
    """Return the amounts of figures, in whole rupiah; None where the day is not covered."""
    return [figures.get(name).whole for name in names]


def bars(values: Sequence[int | None], full: int = FULL) -> list[int]:
    """Return the length of each amount's bar, the largest being `full`; what is more than nothing can be seen."""
    most = max((value or 0 for value in values), default=0) or 1
    return [max(_half_up(value * full, most), 2) if value else 0 for value in values]


def stack(values: Sequence[int | None], full: int = FULL) -> list[tuple[int, int]]:
    """Return start and length of each amount's piece in one bar; together they fill it."""
    whole = sum(value or 0 for value in values) or 1
    ends, so_far = [0], 0
    for value in values:
        so_far += value or 0
        ends.append(_half_up(so_far * full, whole))
    return [(start, end - start) for start, end in pairwise(ends)]


def months(text: str) -> int:
    """Return a month, day or year such as `2026-04` as a count of months; a year alone is its middle."""
    return int(text[:4]) * 12 + (int(text[5:7]) - 1 if len(text) > 4 else 6)


@dataclass(frozen=True)
class TimeLine:
    """A scale of time from the first month to the end of the last, `full` units long."""

    first: str
    last: str
    full: int = FULL

    def at(self, month: str) -> int:
        """Return where a month begins."""
        return _half_up((months(month) - months(self.first)) * self.full, months(self.last) - months(self.first) + 1)

    def day(self, day: datetime.date) -> int | None:
        """Return where a day stands, to a thirtieth of a month; None outside."""
        since = (months(day.isoformat()) - months(self.first)) * 30 + min(day.day, 30) - 1
        whole = (months(self.last) - months(self.first) + 1) * 30
        return _half_up(since * self.full, whole) if 0 <= since < whole else None

    def span(self, first: str, last: str) -> tuple[int, int]:
        """Return start and length of the months from `first` to the end of `last`."""
        start = self.at(first)
        end = _half_up((months(last) + 1 - months(self.first)) * self.full, months(self.last) - months(self.first) + 1)
        return start, end - start

    def years(self) -> list[tuple[str, int]]:
        """Return each January of the scale, with its place."""
        found = range(int(self.first[:4]), int(self.last[:4]) + 1)
        return [(str(year), self.at(f"{year}-01")) for year in found if months(f"{year}-01") >= months(self.first)]


def whole_years(times: Iterable[str], full: int = FULL) -> TimeLine:
    """Return the scale from the January of the earliest to the December of the latest of these days or months."""
    years = sorted(time[:4] for time in times)
    return TimeLine(f"{years[0]}-01", f"{years[-1]}-12", full)


def known(reliefs: Iterable[Relief], today: datetime.date) -> list[Relief]:
    """Return the reliefs that were announced by a day, in order of time."""
    return sorted((r for r in reliefs if r.known <= today.isoformat()), key=lambda r: (r.first, r.last, r.id))


def ceilings(schedule: Schedule, today: datetime.date) -> list[Percent]:
    """Return the entries known on a day that have a ceiling, each with another ceiling than before."""
    entries: list[Percent] = []
    for entry in schedule.entries:
        if not isinstance(entry, Percent) or not entry.ceiling or entry.known > today.isoformat():
            continue
        if not entries or entries[-1].ceiling != entry.ceiling:
            entries.append(entry)
    return entries


def disputed(records: Iterable[Coverage], region: str) -> list[Coverage]:
    """Return the percentages of workers covered that were published for a region, in order of time, without targets."""
    found = [
        r
        for r in records
        if r.topic == "coverage" and r.unit == "percent" and region in r.regions and r.conflict and r.publish
    ]
    return sorted(found, key=lambda record: record.as_of)


def dot(record: Coverage, line: TimeLine, height: int) -> tuple[int, int]:
    """Return where a percentage stands: by its month, and from nothing (at `height`) to a hundred (at 0)."""
    share = Fraction(Decimal(record.value)) / 100
    return line.at(record.as_of[:7]) if len(record.as_of) > 4 else line.at(f"{record.as_of}-07"), height - _half_up(
        share.numerator * height, share.denominator
    )


def _half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
