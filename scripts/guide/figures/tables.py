"""The tables that pages show: ids of figures by row, never amounts."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, get_args
from urllib.parse import urlencode

from guide.figures import review_dates
from guide.figures.registry import Figures
from guide.facts.model import HISTORIES, law, programs
from guide.facts.model.record import Model
from guide.facts.model.scalars import Confidence
from guide.facts.traversal import every
from guide.law.citations import fact_id
from guide.law.timeline import in_force


def question(amount: str, **inputs: Any) -> str:
    """The id of the figure that answers a question: `estimate:segment=bpu&income=1000000:monthly.total`."""
    return f"estimate:{urlencode(inputs, safe=',')}:{amount}"


class Compared(NamedTuple):
    """Facts of the law: how many; the day longest ago on which one was compared; how many never were, by file."""

    all: int
    oldest: datetime.date | None
    open: dict[str, int]


class Tables:
    """Rows of figure ids for the law of the day."""

    def __init__(self, figures: Figures):
        self.figures, self.facts = figures, figures.facts

    def bands(self) -> list[law.Band]:
        """The income bands in force."""
        entry = in_force(self.facts.by_id["bands"]["bpu"].entries, self.figures.month, self.figures.today)
        return list(entry.rows) if entry else []

    def cost(self, amount: str, **inputs: Any) -> str:
        """The figure id of one contribution."""
        return question(amount, **inputs)

    def schedules(self, segment: str) -> Iterator[law.Schedule]:
        """The schedules of a segment, in the order of programs."""
        order = ("jkk", "jkm", "jht", "jp", "jkp")
        found = [s for s in self.facts.schedules if s.segment == segment]
        yield from sorted(found, key=lambda s: order.index(s.program))

    def procedures(self, segment: str) -> list[programs.Procedure]:
        """What people of a segment have to do, in the order in which they meet it: that of the kinds in the model."""
        order = get_args(programs.Procedure.model_fields["kind"].annotation)
        found = [procedure for procedure in self.facts.procedures if segment in procedure.segments]
        return sorted(found, key=lambda procedure: order.index(procedure.kind))

    def entry(self, record: Any) -> Any:
        """The entry of a schedule or benefit that is in force today; None if the data does not cover today."""
        return in_force(record.entries, self.figures.month, self.figures.today)

    def resting_on(self, regulation: str) -> list[tuple[str, Any]]:
        """Every dated value that cites a regulation: its owner's name and the entry."""
        found: list[tuple[str, Any]] = []
        owners: Mapping[str, Any] = self.facts.records
        for collection in HISTORIES:
            for record in owners[collection]:
                found += [(f"{collection}.{record.id}", e) for e in record.entries if _cites(e, regulation)]
        for segment in self.facts.segments:
            found += [(f"segments.{segment.id}", e) for e in segment.mandatory if _cites(e, regulation)]
        found += [("pension-age", e) for e in self.facts.pension_age if _cites(e, regulation)]
        for collection in (
            "reliefs",
            "gaps",
            "sizes",
            "programs",
            "procedures",
            "questions",
            "eligibility",
            "conflicts",
        ):
            found += [(f"{collection}.{r.id}", r) for r in owners[collection] if _cites(r, regulation)]
        return found

    def dated(self) -> list[tuple[str, Any]]:
        """Every dated value of the law with its fact id, in order of time."""
        found = [
            (fact_id(f"{collection}.{record.id}", entry.effective), entry)
            for collection in HISTORIES
            for record in getattr(self.facts, collection)
            for entry in record.entries
        ]
        found += [(fact_id("pension-age", step.effective), step) for step in self.facts.pension_age]
        return sorted(found, key=lambda item: (item[1].effective, item[0]))

    def compared(self) -> Compared:
        """How many facts of the law were compared with its text."""
        found = [r for r in every(self.facts, Model) if {"compiled", "verified"} <= set(type(r).model_fields)]
        days = [record.verified for record in found if record.verified]
        still = Counter(record.place.file for record in found if not record.verified)
        return Compared(len(found), min(days, default=None), dict(sorted(still.items())))

    def due(self) -> list[review_dates.Due]:
        """What falls due for review, the soonest first."""
        return review_dates.due(self.facts, self.figures.today)

    def doubts(self) -> list[tuple[str, int]]:
        """How many facts there are of each confidence, the surest first."""
        counts = Counter(r.confidence for r in every(self.facts, Model) if "confidence" in type(r).model_fields)
        return [(name, counts[name]) for name in get_args(Confidence) if counts[name]]


def _cites(entry: Any, regulation: str) -> bool:
    return any(citation.regulation == regulation for citation in entry.citations)
