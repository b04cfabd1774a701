"""The facts as open data: tables of items, as JSON and as CSV with the same rows (contract.md, "Open data").

An item of the law is one dated value. Each item has `id`, `citations`, `effective`, `verified` and `confidence`; of a
fact that is no law, `effective` is the day it was true, and `citations` are empty. Rupiah are integers, rates exact
fractions written as text, days and months as in the data. Gaps in words are filled with the figures of the day.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Container, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Protocol

from guide.facts.facts import Facts
from guide.facts.model import law
from guide.facts.model.record import JsonObject, Model, as_json
from guide.website import data_package
from guide.website.open_csv import as_csv
from guide.website.open_tables import CHANGES, FOLDER, IN_FORCE, TABLES, VERSION, Row, Table, names_of, rows_of


class Say(Protocol):
    """Function that fills the gaps of a text of a record, in every language."""

    def __call__(self, text: Mapping[str, str], record: Model) -> dict[str, str]:
        """Return the words by language."""


def files(
    facts: Facts, today: datetime.date, say: Say, changes: list[JsonObject], homepage: str = ""
) -> Iterator[tuple[str, str]]:
    """Yield path and content of every table, as JSON and CSV, and of the data package of all.

    `changes`: the items of the table of changes. `homepage`: the public address of the site, empty while not set.
    """
    tables = {**{table.name: items(table, facts, say) for table in TABLES}, CHANGES: changes}
    texts = {name: (rows, as_csv(rows)) for name, rows in tables.items()}
    for name, (rows, text) in texts.items():
        head = {"schema_version": VERSION, "as_of": today.isoformat(), "facts": facts.digest}
        yield f"{FOLDER}{name}.json", as_json({**head, "items": rows})
        yield f"{FOLDER}{name}.csv", text
    yield f"{FOLDER}{data_package.PATH}", as_json(data_package.described(facts.site.name, homepage, today, texts))


def items(table: Table, facts: Facts, say: Say) -> list[JsonObject]:
    """Return the items of a table, each a mapping of plain values."""
    return [_item(table, row, facts, say) for row in rows_of(table, facts)]


def _item(table: Table, row: Row, facts: Facts, say: Say) -> JsonObject:
    told = partial(say, record=row.record)
    fields: JsonObject = {"id": row.id}
    for model, names in row.told:
        fields |= {name: value for name, value in plain_fields(model, told, facts, names).items() if name != "id"}
    return {**fields, "of": row.of} if row.of else {**fields, **_grounds(table, row.record, fields, facts)}


def _grounds(table: Table, record: Model, fields: JsonObject, facts: Facts) -> JsonObject:
    """Return citations, first day and day of comparison of a record that is no dated value itself."""
    cited = [{"regulation": fields["id"], "article": None}] if table.model is law.Regulation else []
    citations = fields.get("citations", cited)
    return {
        "citations": citations,
        "effective": _in_force(facts, citations) if table.effective == IN_FORCE else fields[table.effective],
        "verified": fields.get("verified", fields.get("contact_verified")),
    }


def _in_force(facts: Facts, citations: list[JsonObject]) -> str | None:
    """Return the day on which the last of the cited laws came into force; None where no day is known."""
    laws = (facts.by_id["regulations"][citation["regulation"]] for citation in citations)
    return max((law.in_force.isoformat() for law in laws if law.in_force), default=None)


def plain_fields(
    record: Model, say: Callable[[Mapping[str, str]], dict[str, str]], facts: Facts, names: Container[str] | None = None
) -> JsonObject:
    """Return the fields of a record as JSON knows them; `names`: only these, else all that items carry."""
    carried = names_of(type(record)) if names is None else names
    return {name: _plain(getattr(record, name), say, facts) for name in type(record).model_fields if name in carried}


def _plain(value: object, say: Callable[[Mapping[str, str]], dict[str, str]], facts: Facts) -> object:
    """Return a value of the data as JSON knows it."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, Model):
        return plain_fields(value, say, facts)
    if isinstance(value, dict):
        if set(value) == set(facts.languages):
            return say(value)
        return {key: _plain(item, say, facts) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item, say, facts) for item in value]
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, datetime.date) else value
