"""Tables that pages show: ids of figures by row, never amounts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar, get_args
from urllib.parse import urlencode

from guide.facts.facts import HISTORIES
from guide.facts.model import law, programs
from guide.facts.model.record import Citation, Dated
from guide.figures import review_dates
from guide.figures.comparisons import Compared, compared, doubts
from guide.figures.registry import Figures
from guide.law.citations import fact_id
from guide.law.timeline import in_force, months_after


def question(amount: str, **inputs: str | int) -> str:
    """Return the id of the figure that answers a question: `estimate:segment=bpu&income=1000000:monthly.total`."""
    return f"estimate:{urlencode(inputs, safe=',')}:{amount}"


Entry = TypeVar("Entry", bound=Dated, covariant=True)


class History(Protocol[Entry]):
    """A record with dated values."""

    @property
    def entries(self) -> Sequence[Entry]:
        """The values in order of time."""


class Citing(Protocol):
    """A record that rests on laws."""

    @property
    def citations(self) -> Sequence[Citation]:
        """The laws behind the record."""


def covered(segments: Iterable[str], programs: Iterable[str]) -> list[str]:
    """Return the ids of the facts of cover for programs in segments."""
    return [f"{segment}-{program}" for segment in segments for program in programs]


class Start(NamedTuple):
    """When cover begins: a fact of cover, its entry in force, and the id of that entry."""

    cover: law.Cover
    entry: law.CoverStart
    fact: str


class Tables:
    """Rows of figure ids for the law of the day."""

    def __init__(self, figures: Figures):
        self.figures, self.facts = figures, figures.facts

    def bands(self) -> list[law.Band]:
        """Return the income bands in force."""
        entry = in_force(self.facts.by_id["bands"]["bpu"].entries, self.figures.month, self.figures.day)
        return list(entry.rows) if entry else []

    def cost(self, amount: str, **inputs: str | int) -> str:
        """Return the figure id of one contribution."""
        return question(amount, **inputs)

    def turn(self, names: Iterable[str]) -> tuple[str, str] | None:
        """Return the last month of the first of these amounts that changes, and the month after it."""
        until = next((found.until for found in map(self.figures.get, names) if found.until), None)
        return (until, months_after(until, 1)) if until else None

    def lasting(self, *names: str) -> list[str]:
        """Return the figure ids of estimates after the discount of the first: paper and pictures outlive it."""
        turn = self.turn(names)
        return [self.at(name, turn[1]) if turn else name for name in names]

    def at(self, name: str, month: str) -> str:
        """Return the figure id of an estimate in another month. Raises LookupError for any other figure."""
        collection, _, rest = name.partition(".")
        if collection == "estimates":
            record, _, amount = rest.partition(".")
            return question(amount, **{**self.facts.by_id["estimates"][record].inputs, "month": month})
        if not name.startswith("estimate:"):
            raise LookupError(f"{name} is no estimate")
        return name.replace("estimate:", f"estimate:month={month}&", 1)

    def by_income(self, incomes: Iterable[str], inputs: Mapping[str, str]) -> list[tuple[int, str]]:
        """Return incomes, each with the figure id of the whole contribution that it leads to in a month."""
        return [(int(income), question("monthly.total", **{**inputs, "income": income})) for income in incomes]

    def schedules(self, segment: str) -> Iterator[law.Schedule]:
        """Yield the schedules of a segment, in the order of programs."""
        order = ("jkk", "jkm", "jht", "jp", "jkp")
        schedules = [s for s in self.facts.schedules if s.segment == segment]
        yield from sorted(schedules, key=lambda s: order.index(s.program))

    def procedures(self, segment: str) -> list[programs.Procedure]:
        """Return what people of a segment have to do, in the order of the kinds in the model."""
        order = get_args(programs.Procedure.model_fields["kind"].annotation)
        procedures = [procedure for procedure in self.facts.procedures if segment in procedure.segments]
        return sorted(procedures, key=lambda procedure: order.index(procedure.kind))

    def entry(self, record: History[Entry]) -> Entry | None:
        """Return the entry of a schedule or benefit that is in force today; None if the data does not cover today."""
        return in_force(record.entries, self.figures.month, self.figures.day)

    def cover(self, names: Iterable[str], segments: Collection[str]) -> list[list[Start]]:
        """Return from when people of some segments are covered today, those that begin in the same words together.

        `names`: ids of facts of cover, or segments for all their programs. Where none is of `segments`, all programs of
        these.
        """
        known = [c for name in names for c in self.facts.cover if name in (c.id, c.segment) and c.segment in segments]
        alike: dict[tuple[str, ...], list[Start]] = {}
        for cover in known or [c for c in self.facts.cover if c.segment in segments]:
            if entry := self.entry(cover):
                start = Start(cover, entry, fact_id(f"cover.{cover.id}", entry.effective))
                alike.setdefault(tuple(entry.begins.values()), []).append(start)
        return list(alike.values())

    def resting_on(self, regulation: str) -> list[tuple[str, Citing]]:
        """Return every value that cites a regulation: its owner's name and the entry."""
        values: list[tuple[str, Citing]] = []
        owners = self.facts.records
        for collection in HISTORIES:
            for record in owners[collection]:
                values += [(f"{collection}.{record.id}", e) for e in record.entries if _cites(e, regulation)]
        for segment in self.facts.segments:
            values += [(f"segments.{segment.id}", e) for e in segment.mandatory if _cites(e, regulation)]
        values += [("pension-age", e) for e in self.facts.pension_age if _cites(e, regulation)]
        for collection in (
            "reliefs",
            "gaps",
            "sizes",
            "risk_kinds",
            "programs",
            "procedures",
            "questions",
            "eligibility",
            "conflicts",
        ):
            values += [(f"{collection}.{r.id}", r) for r in owners[collection] if _cites(r, regulation)]
        return values

    def dated(self) -> list[tuple[str, Dated]]:
        """Return every dated value of the law with its fact id, in order of time."""
        values = [
            (fact_id(f"{collection}.{record.id}", entry.effective), entry)
            for collection in HISTORIES
            for record in getattr(self.facts, collection)
            for entry in record.entries
        ]
        values += [(fact_id("pension-age", step.effective), step) for step in self.facts.pension_age]
        return sorted(values, key=lambda item: (item[1].effective, item[0]))

    def compared(self) -> Compared:
        """Return how many facts of the law were compared with its text."""
        return compared(self.facts)

    def due(self) -> list[review_dates.Due]:
        """Return what falls due for review, the soonest first."""
        return review_dates.due(self.facts, self.figures.today)

    def doubts(self) -> list[tuple[str, int]]:
        """Return how many facts there are of each confidence, the surest first."""
        return doubts(self.facts)


def _cites(entry: Citing, regulation: str) -> bool:
    return any(citation.regulation == regulation for citation in entry.citations)
