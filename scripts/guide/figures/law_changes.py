"""The months in which the law changes, and what each changes for the typical people of data/estimates.yml."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlencode

from guide.figures.registry import Figures
from guide.facts.facts import Facts
from guide.facts.facts import HISTORIES
from guide.facts.model import law
from guide.facts.model.record import Dated
from guide.facts.model.site import NamedEstimate
from guide.law.citations import fact_id
from guide.law.timeline import months_after

NEAR = datetime.timedelta(days=90)
"""How long before a change the first page tells of it."""


@dataclass(frozen=True)
class Change:
    """A month in which some value of the law begins or some relief begins or has just ended."""

    id: str
    month: str

    @property
    def before(self) -> str:
        """The month before."""
        return months_after(self.month, -1)


@dataclass(frozen=True)
class Row:
    """One typical person: ids of the figures before, after, and of the difference; `sign`: 1 more, -1 less."""

    estimate: NamedEstimate
    amount: str
    before: str
    after: str
    difference: str
    sign: int


def changes(facts: Facts) -> list[Change]:
    """Return every month of the data in which something changes: past ones stay, so that their addresses do."""
    months = {entry.month for _, entry in later_entries(facts)}
    for relief in facts.reliefs:
        months |= {relief.first, months_after(relief.last, 1)}
    return [Change(month, month) for month in sorted(months)]


def later_entries(facts: Facts) -> Iterator[tuple[str, Dated]]:
    """Yield every dated value that follows another one, with its fact id; not a limit that stays as it was."""
    for collection in HISTORIES:
        for record in getattr(facts, collection):
            for before, entry in pairwise(record.entries):
                if not isinstance(entry, law.LimitStep) or entry.value != before.value:
                    yield fact_id(f"{collection}.{record.id}", entry.effective), entry
    for step in facts.pension_age[1:]:
        yield fact_id("pension-age", step.effective), step


def known(entry: Dated | law.Relief, today: datetime.date) -> bool:
    """Return whether a value or a relief was known on that day."""
    return entry.known <= today.isoformat()


class Changes:
    """The changes of a month, seen from the day of the figures."""

    def __init__(self, figures: Figures):
        self.figures, self.facts = figures, figures.facts

    def all(self) -> list[Change]:
        """Return every month in which something changes, the past ones too."""
        return changes(self.facts)

    def near(self) -> list[Change]:
        """Return the known changes that are less than NEAR ahead."""
        last = (self.figures.today + NEAR).isoformat()
        ahead = set(self.figures.boundaries)
        return [change for change in changes(self.facts) if change.month in ahead and f"{change.month}-01" <= last]

    def values(self, change: Change) -> list[str]:
        """Return fact ids of the values that begin in that month."""
        today = self.figures.today
        return [
            name for name, entry in later_entries(self.facts) if entry.month == change.month and known(entry, today)
        ]

    def begun(self, change: Change) -> list[law.Relief]:
        """Return the reliefs whose first month it is."""
        return [r for r in self.facts.reliefs if r.first == change.month and known(r, self.figures.today)]

    def ended(self, change: Change) -> list[law.Relief]:
        """Return the reliefs whose last month was the one before."""
        return [r for r in self.facts.reliefs if r.last == change.before and known(r, self.figures.today)]

    def rows(self, change: Change, *, benefits: bool) -> list[Row]:
        """Return the typical people who pay, or get, another amount from that month on."""
        found = (self._row(estimate, change, benefits) for estimate in self.facts.estimates)
        return [row for row in found if row]

    def _row(self, estimate: NamedEstimate, change: Change, benefits: bool) -> Row | None:
        if {"month", "months"} & set(estimate.inputs) or benefits != ("event" in estimate.inputs):
            return None
        amount = "benefit_total" if benefits else "monthly.total"
        question = [urlencode({**estimate.inputs, "month": month}, safe=",") for month in (change.before, change.month)]
        before, after = (self.figures.get(f"estimate:{one}:{amount}") for one in question)
        if before.whole is None or after.whole is None or before.whole == after.whole:
            return None
        difference = f"difference:{question[0]}:{question[1]}:{amount}"
        return Row(estimate, amount, before.id, after.id, difference, 1 if after.whole > before.whole else -1)
