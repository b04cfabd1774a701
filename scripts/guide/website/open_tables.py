"""The tables of the open data: which records of the facts are their rows, and from when each row holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from guide.facts.facts import Facts
from guide.facts.model import content, law, places, programs
from guide.facts.model.law.rules import AgeStep
from guide.facts.model.record import Dated, Model
from guide.law.citations import fact_id

VERSION = 1
"""The number in `schema_version`: it rises when a field is taken away or changes its meaning (docs: data-terbuka)."""
FOLDER = "api/v1/"
CHANGES = "changes"
"""The one table that is no collection of the facts (open_changes)."""
IN_FORCE = "in force"
"""The first day of a record of the law without a day of its own: that of the last law that it cites."""


@dataclass(frozen=True)
class Table:
    """One table. Without `entries`, each record is an item that holds from the day in its field `effective`.

    `collection`: where the facts keep the records. `entries`: the models of the dated values in the field `history` of
    a record; each of them is an item then. `parts`, `part`: the field of a value whose parts are the items, and their
    model.
    """

    name: str
    model: type[Model]
    effective: str = ""
    entries: tuple[type[Model], ...] = ()
    history: str = "entries"
    collection: str = ""
    parts: str = ""
    part: type[Model] | None = None

    @property
    def key(self) -> str:
        """Return the name of the collection in the facts."""
        return self.collection or self.name


@dataclass(frozen=True)
class Row:
    """One item: its id, the record that it belongs to, and what is told of it, the owner first.

    `of`: the id of the owner of a dated value, empty for a record of its own.
    """

    id: str
    record: Model
    told: tuple[tuple[Model, frozenset[str]], ...]
    of: str = ""


def _kinds(union: object) -> tuple[type[Model], ...]:
    return get_args(get_args(union)[0])


TABLES = (
    Table("programs", programs.Program, "since"),
    Table("segments", programs.Segment, entries=(programs.Mandatory,), history="mandatory"),
    Table("sizes", programs.SizeClass, IN_FORCE),
    Table("schedules", law.Schedule, entries=_kinds(law.ScheduleEntry)),
    Table("bands", law.BandTable, entries=(law.Bands,)),
    Table(
        "risk-classes", law.Schedule, "", (law.Percent,), collection="schedules", parts="classes", part=law.RiskClass
    ),
    Table("pension-ages", AgeStep, "effective", collection="pension_age"),
    Table("minimum-wages", law.MinimumWageRule, entries=(law.MinimumWage,), collection="minimum_wages"),
    Table("reliefs", law.Relief, "first"),
    Table("gaps", law.Gap, "first"),
    Table("benefits", law.Benefit, entries=_kinds(law.PayoutEntry)),
    Table("limits", law.LimitRule, entries=(law.LimitStep,)),
    Table("taxes", law.TaxRule, entries=(law.Tax,)),
    Table("partners", places.Partner, "as_of"),
    Table("offices", places.Office, "as_of"),
    Table("channels", places.Channel, "as_of"),
    Table("regions", places.Region, "as_of"),
    Table("occupations", programs.Occupation, "as_of"),
    Table("procedures", programs.Procedure, "as_of"),
    Table("forms", content.Form, "as_of"),
    Table("questions", content.Question, "as_of"),
    Table("sponsorship", places.Sponsorship, "as_of"),
    Table("conflicts", law.Conflict, "compiled"),
    Table("regulations", law.Regulation, "in_force"),
    Table("glossary", content.Term, "as_of"),
)
"""Every table but that of the changes (`open_changes`)."""


def rows_of(table: Table, facts: Facts) -> Iterator[Row]:
    """Yield the rows of a table, in the order of the data."""
    for record in getattr(facts, table.key):
        if getattr(record, "publish", True):
            yield from _dated(table, record) if table.entries else (_whole(table, record),)


def _whole(table: Table, record: Model) -> Row:
    """Return a record as one row; a step of a history that has no owner is named by its day."""
    name = fact_id("pension-age", record.effective) if isinstance(record, AgeStep) else vars(record)["id"]
    return Row(name, record, ((record, names_of(type(record))),))


def _dated(table: Table, record: Model) -> Iterator[Row]:
    """Yield the dated values of a record, or the parts of each."""
    owner: str = vars(record)["id"]
    for entry in vars(record)[table.history]:
        name = fact_id(f"{table.key}.{owner}", entry.effective)
        if isinstance(entry, programs.Mandatory):
            name = ".".join((name, *entry.sizes))
        told = ((record, names_of(type(record))), (entry, entry_names(table, type(entry))))
        if not table.parts:
            yield Row(name, record, told, owner)
        for part in getattr(entry, table.parts, ()) if table.parts else ():
            yield Row(f"{name}.{part.risk}", record, (*told, (part, names_of(type(part)))), owner)


HIDDEN = frozenset({"publish", "entries", "mandatory"})
"""Fields of records that items do not carry."""


def names_of(model: type[Model]) -> frozenset[str]:
    """Return the fields of a model that items carry."""
    return frozenset(model.model_fields) - HIDDEN


def entry_names(table: Table, entry: type[Model]) -> frozenset[str]:
    """Return the fields of a dated value that items carry: where its parts are items, only those of its grounds."""
    return names_of(Dated if table.parts else entry)
