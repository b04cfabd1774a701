"""How many facts of the law were compared with its text, in which copies, and how sure they are."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, cast, get_args

from guide.facts.facts import Facts
from guide.facts.model.record import Model, Reading
from guide.facts.model.scalars import Confidence
from guide.facts.traversal import every
from guide.figures.review_dates import Reviewed
from guide.i18n.labels import KNOWN


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


class Compared(NamedTuple):
    """Facts of the law: how many; the day longest ago on which one was compared; how many never were, by file.

    `kinds`: the same by kind. `copies`: what was read for those that were compared.
    """

    all: int
    oldest: datetime.date | None
    open: dict[str, int]
    kinds: list[Kind]
    copies: list[Copy]


def compared(facts: Facts) -> Compared:
    """Return how many facts of the law were compared with its text."""
    having = (r for r in every(facts, Model) if {"compiled", "verified"} <= set(type(r).model_fields))
    records = cast(list[Reviewed], list(having))
    days = [record.verified for record in records if record.verified]
    still = Counter(record.place.file for record in records if not record.verified)
    return Compared(
        len(records),
        min(days, default=None),
        dict(sorted(still.items())),
        list(_kinds(records)),
        list(_copies(records)),
    )


def doubts(facts: Facts) -> list[tuple[str, int]]:
    """Return how many facts there are of each confidence, the surest first."""
    values = (vars(record).get("confidence") for record in every(facts, Model))
    counts = Counter(value for value in values if value)
    return [(name, counts[name]) for name in get_args(Confidence) if counts[name]]


def _kinds(records: list[Reviewed]) -> Iterator[Kind]:
    """Yield facts by the file or folder that they stand in."""
    files = [record.place.file.removeprefix("data/").partition("/")[0] for record in records]
    for file, count in sorted(Counter(files).items()):
        name = file.removesuffix(".yml")
        compared = sum(bool(record.verified) for record, of in zip(records, files, strict=True) if of == file)
        yield Kind(name if name in KNOWN["facts"] else "", f"data/{file}", compared, count)


def _copies(records: list[Reviewed]) -> Iterator[Copy]:
    """Yield what was read, one for each law and address."""
    read: dict[tuple[str, str], list[Reading]] = {}
    for record in records:
        reading: Reading | None = getattr(record, "reading", None)
        if reading:
            read.setdefault((reading.regulation, reading.url), []).append(reading)
    for _, readings in sorted(read.items()):
        yield Copy(readings[0], len(readings))
