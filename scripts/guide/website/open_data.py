"""The facts as open data: tables of items, as JSON and as CSV with the same rows (contract.md, "Open data").

An item of the law is one dated value. Each item has `id`, `citations`, `effective`, `verified` and `confidence`; of a
fact that is no law, `effective` is the day it was true, and `citations` are empty. Rupiah are integers, rates exact
fractions written as text, days and months as in the data. Gaps in words are filled with the figures of the day.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Protocol, get_args

from guide.estimator.member_list import cell_text
from guide.facts.facts import Facts
from guide.facts.model import content, law, places, programs
from guide.facts.model.record import JsonObject, Model, as_json
from guide.law.citations import fact_id

VERSION = 1
"""The number in `schema_version`: it rises when a field is taken away or changes its meaning (docs: data-terbuka)."""
FOLDER = "api/v1/"


class Say(Protocol):
    """Function that fills the gaps of a text of a record, in every language."""

    def __call__(self, text: Mapping[str, str], record: Model) -> dict[str, str]:
        """Return the words by language."""


@dataclass(frozen=True)
class Table:
    """One table. `entries`: the models of the dated values that its records hold; each of them is an item then."""

    name: str
    model: type[Model]
    effective: str = ""
    entries: tuple[type[Model], ...] = ()


def _kinds(union: object) -> tuple[type[Model], ...]:
    return get_args(get_args(union)[0])


TABLES = (
    Table("programs", programs.Program, "since"),
    Table("schedules", law.Schedule, entries=_kinds(law.ScheduleEntry)),
    Table("reliefs", law.Relief, "first"),
    Table("benefits", law.Benefit, entries=_kinds(law.PayoutEntry)),
    Table("partners", places.Partner, "as_of"),
    Table("offices", places.Office, "as_of"),
    Table("regions", places.Region, "as_of"),
    Table("regulations", law.Regulation, "in_force"),
    Table("forms", content.Form, "as_of"),
    Table("glossary", content.Term, "as_of"),
)
HIDDEN = {"publish", "entries"}
"""Fields of records that items do not carry."""


def files(facts: Facts, today: datetime.date, say: Say) -> Iterator[tuple[str, str]]:
    """Yield path and content of every table, as JSON and CSV."""
    for table in TABLES:
        found = items(table, facts, say)
        head = {"schema_version": VERSION, "as_of": today.isoformat(), "facts": facts.digest}
        yield f"{FOLDER}{table.name}.json", as_json({**head, "items": found})
        yield f"{FOLDER}{table.name}.csv", as_csv(found)


def items(table: Table, facts: Facts, say: Say) -> list[JsonObject]:
    """Yield the items of a table, each a mapping of plain values."""
    found = []
    for record in getattr(facts, table.name):
        if not getattr(record, "publish", True):
            continue
        told = partial(say, record=record)
        fields = _fields(record, told, facts)
        if not table.entries:
            found.append({**fields, **_grounds(table, record, fields)})
        for entry in record.entries if table.entries else ():
            own = _fields(entry, told, facts)
            owner = f"{table.name}.{record.id}"
            found.append({**fields, **own, "id": fact_id(owner, entry.effective), "of": record.id})
    return found


def _grounds(table: Table, record: Model, fields: JsonObject) -> JsonObject:
    """Return citations, first day and day of comparison of a record that is no dated value itself."""
    cited = [{"regulation": fields["id"], "article": None}] if table.model is law.Regulation else []
    return {
        "citations": fields.get("citations", cited),
        "effective": fields[table.effective],
        "verified": fields.get("verified", fields.get("contact_verified")),
    }


def _fields(record: Model, say: Callable[[Mapping[str, str]], dict[str, str]], facts: Facts) -> JsonObject:
    names = [name for name in type(record).model_fields if name not in HIDDEN]
    return {name: _plain(getattr(record, name), say, facts) for name in names}


def _plain(value: object, say: Callable[[Mapping[str, str]], dict[str, str]], facts: Facts) -> object:
    """Return a value of the data as JSON knows it."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, Model):
        return _fields(value, say, facts)
    if isinstance(value, dict):
        if set(value) == set(facts.languages):
            return say(value)
        return {key: _plain(item, say, facts) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item, say, facts) for item in value]
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, datetime.date) else value


def as_csv(rows: list[JsonObject]) -> str:
    """Return the rows for spreadsheets: dotted names for nested values, JSON text for lists, empty for null."""
    flat = [dict(_flat(row)) for row in rows]
    columns = list(dict.fromkeys(name for row in flat for name in row))
    lines = [columns, *([_cell(row.get(name)) for name in columns] for row in flat)]
    return "".join(",".join(cell_text(cell) if cell else "" for cell in line) + "\r\n" for line in lines)


def _flat(row: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    for name, value in row.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


def _cell(value: object) -> str:
    if isinstance(value, (list, bool)):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)
