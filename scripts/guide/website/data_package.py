"""The open data as a Data Package (version 2 of datapackage.org): every CSV file with its columns, sum and size."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

from guide.facts.model.record import JsonObject
from guide.website.open_csv import table_of
from guide.website.open_tables import VERSION

PATH = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENCE = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_KINDS = {bool: "boolean", int: "integer", list: "array", str: "string"}


def described(
    name: str, homepage: str, today: datetime.date, tables: Mapping[str, tuple[Sequence[JsonObject], str]]
) -> JsonObject:
    """Return the description of all tables. `tables`: items and CSV text by name; `homepage`: empty while not set."""
    return {
        "$schema": PROFILE,
        "name": "paham-jamsostek",
        "title": name,
        "version": f"{VERSION}.0.0",
        "created": f"{today.isoformat()}T00:00:00Z",
        **({"homepage": homepage} if homepage else {}),
        "licenses": [LICENCE],
        "resources": [_resource(table, items, text) for table, (items, text) in tables.items()],
    }


def _resource(table: str, items: Sequence[JsonObject], text: str) -> JsonObject:
    content = text.encode()
    columns, rows = table_of(items)
    fields = [{"name": column, "type": _kind([row.get(column) for row in rows])} for column in columns]
    return {
        "name": table,
        "path": f"{table}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": fields, "primaryKey": ["id"]} if columns else {"fields": []},
    }


def _kind(values: Iterable[object]) -> str:
    """Return the type of a column: that of its values, `any` where they are of several kinds."""
    told = [value for value in values if value is not None]
    kinds = {_KINDS[type(value)] for value in told}
    if kinds == {"string"} and all(_DAY.fullmatch(str(value)) for value in told):
        return "date"
    return kinds.pop() if len(kinds) == 1 else "any" if kinds else "string"
