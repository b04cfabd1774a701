"""Tables that pages show: ids of figures by row, never amounts."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar, cast, get_args
from urllib.parse import urlencode

from guide.figures import review_dates
from guide.figures.registry import Figures
from guide.facts.facts import HISTORIES
from guide.facts.model import law, programs
from guide.facts.model.record import Citation, Dated, Model, Reading
from guide.facts.model.scalars import Confidence
from guide.facts.traversal import every
from guide.law.citations import fact_id
from guide.law.timeline import in_force
from guide.i18n.labels import KNOWN


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


class Kind(NamedTuple):
    """Facts of one kind: its name in the vocabulary, or where it has none its file; how many were compared, of all."""

    name: str
    file: str
    compared: int
    all: int


class Copy(NamedTuple):
    """A text or copy of a law that facts were compared with, and how many facts."""

    reading: Reading
    facts: int


def covered(segments: Iterable[str], programs: Iterable[str]) -> list[str]:
    """Return the ids of the facts of cover for programs in segments."""
    return [f"{segment}-{program}" for segment in segments for program in programs]


class Compared(NamedTuple):
    """Facts of the law: how many; the day longest ago on which one was compared; how many never were, by file.

    `kinds`: the same by kind. `copies`: what was read for those that were compared.
    """

    all: int
    oldest: datetime.date | None
    open: dict[str, int]
    kinds: list[Kind]
    copies: list[Copy]


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

    def schedules(self, segment: str) -> Iterator[law.Schedule]:
        """Yield the schedules of a segment, in the order of programs."""
        order = ("jkk", "jkm", "jht", "jp", "jkp")
        found = [s for s in self.facts.schedules if s.segment == segment]
        yield from sorted(found, key=lambda s: order.index(s.program))

    def procedures(self, segment: str) -> list[programs.Procedure]:
        """Return what people of a segment have to do, in the order of the kinds in the model."""
        order = get_args(programs.Procedure.model_fields["kind"].annotation)
        found = [procedure for procedure in self.facts.procedures if segment in procedure.segments]
        return sorted(found, key=lambda procedure: order.index(procedure.kind))

    def entry(self, record: History[Entry]) -> Entry | None:
        """Return the entry of a schedule or benefit that is in force today; None if the data does not cover today."""
        return in_force(record.entries, self.figures.month, self.figures.day)

    def cover(self, names: Iterable[str], segments: Collection[str]) -> list[list[Start]]:
        """Return from when people of some segments are covered today, those that begin in the same words together.

        `names`: ids of facts of cover, or segments for all their programs. Where none is of `segments`, all programs of
        these.
        """
        known = [c for name in names for c in self.facts.cover if name in (c.id, c.segment) and c.segment in segments]
        found: dict[tuple[str, ...], list[Start]] = {}
        for cover in known or [c for c in self.facts.cover if c.segment in segments]:
            if entry := self.entry(cover):
                start = Start(cover, entry, fact_id(f"cover.{cover.id}", entry.effective))
                found.setdefault(tuple(entry.begins.values()), []).append(start)
        return list(found.values())

    def resting_on(self, regulation: str) -> list[tuple[str, Citing]]:
        """Return every value that cites a regulation: its owner's name and the entry."""
        found: list[tuple[str, Citing]] = []
        owners = self.facts.records
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

    def dated(self) -> list[tuple[str, Dated]]:
        """Return every dated value of the law with its fact id, in order of time."""
        found = [
            (fact_id(f"{collection}.{record.id}", entry.effective), entry)
            for collection in HISTORIES
            for record in getattr(self.facts, collection)
            for entry in record.entries
        ]
        found += [(fact_id("pension-age", step.effective), step) for step in self.facts.pension_age]
        return sorted(found, key=lambda item: (item[1].effective, item[0]))

    def compared(self) -> Compared:
        """Return how many facts of the law were compared with its text."""
        having = (r for r in every(self.facts, Model) if {"compiled", "verified"} <= set(type(r).model_fields))
        found = cast(list[review_dates.Reviewed], list(having))
        days = [record.verified for record in found if record.verified]
        still = Counter(record.place.file for record in found if not record.verified)
        return Compared(
            len(found), min(days, default=None), dict(sorted(still.items())), list(_kinds(found)), list(_copies(found))
        )

    def due(self) -> list[review_dates.Due]:
        """Return what falls due for review, the soonest first."""
        return review_dates.due(self.facts, self.figures.today)

    def doubts(self) -> list[tuple[str, int]]:
        """Return how many facts there are of each confidence, the surest first."""
        values = (vars(record).get("confidence") for record in every(self.facts, Model))
        counts = Counter(value for value in values if value)
        return [(name, counts[name]) for name in get_args(Confidence) if counts[name]]


def _kinds(found: list[review_dates.Reviewed]) -> Iterator[Kind]:
    """Yield facts by the file or folder that they stand in."""
    files = [record.place.file.removeprefix("data/").partition("/")[0] for record in found]
    for file, count in sorted(Counter(files).items()):
        name = file.removesuffix(".yml")
        compared = sum(bool(record.verified) for record, of in zip(found, files, strict=True) if of == file)
        yield Kind(name if name in KNOWN["facts"] else "", f"data/{file}", compared, count)


def _copies(found: list[review_dates.Reviewed]) -> Iterator[Copy]:
    """Yield what was read, one for each law and address."""
    read: dict[tuple[str, str], list[Reading]] = {}
    for record in found:
        reading: Reading | None = getattr(record, "reading", None)
        if reading:
            read.setdefault((reading.regulation, reading.url), []).append(reading)
    for _, readings in sorted(read.items()):
        yield Copy(readings[0], len(readings))


def _cites(entry: Citing, regulation: str) -> bool:
    return any(citation.regulation == regulation for citation in entry.citations)
