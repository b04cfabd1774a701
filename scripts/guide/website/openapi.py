"""Schemas of the open data: a JSON Schema for each table, and one OpenAPI file over all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from guide.facts.model.record import Citation, JsonObject, Model, as_json
from guide.website.open_changes import LawChange
from guide.website.open_tables import CHANGES, FOLDER, HIDDEN, IN_FORCE, TABLES, VERSION, Table, entry_names

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LICENCE = {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"}
_FORMS: dict[str, JsonObject] = {
    r"^[\d_]+$": {"type": "integer", "minimum": 0},
    r"^\d{1,3}(\.\d+)?%$": {"type": "string", "pattern": r"^(0(\.\d+)?|1)$"},
}
"""How values are published that the data write in another way, by the pattern of the data's own schema."""


def files(name: str, address: str) -> Iterator[tuple[str, str]]:
    """Yield path and content of every schema and of the OpenAPI file. `name`, `address`: the site's, or empty."""
    for table, found in schemas().items():
        yield f"{FOLDER}schema/{table}.json", as_json(found)
    yield f"{FOLDER}openapi.json", as_json(_openapi(name, address))


def schemas() -> dict[str, JsonObject]:
    """Return the JSON Schema of each table's JSON file, by the name of the table."""
    return {**{table.name: schema(table) for table in TABLES}, CHANGES: _changes()}


def _changes() -> JsonObject:
    shared: JsonObject = {}
    return _file(CHANGES, _object(LawChange, shared), shared)


def schema(table: Table) -> JsonObject:
    """Return the JSON Schema of one table's JSON file."""
    shared: JsonObject = {}
    own = _object(table.model, shared)
    if table.entries:
        parts = _object(table.part, shared) if table.part else {"properties": {}}
        more = {"id": {"type": "string"}, **parts["properties"], "of": {"type": "string"}}
        kinds = [_joined(own, _carried(table, entry, shared), more) for entry in table.entries]
        return _file(table.name, kinds[0] if len(kinds) == 1 else {"oneOf": kinds}, shared)
    return _file(table.name, _joined(own, {"properties": {}}, _grounds(table, own)), shared)


def _carried(table: Table, entry: type[Model], shared: JsonObject) -> JsonObject:
    """Return the schema of a dated value with the fields that items carry."""
    names = entry_names(table, entry)
    fields = _object(entry, shared)["properties"]
    return {"properties": {name: form for name, form in fields.items() if name in names}}


def _grounds(table: Table, own: JsonObject) -> JsonObject:
    """Return the schemas of what items have that are no dated values, where their model lacks it."""
    fields = own["properties"]
    day = {"anyOf": [{"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}, {"type": "null"}]}
    grounds = {
        "id": {"type": "string"},
        "citations": {"type": "array", "items": _published(Citation.model_json_schema())},
        "verified": fields.get("contact_verified", {"type": "null"}),
    }
    effective = day if table.effective == IN_FORCE else fields[table.effective]
    return {"effective": effective, **{name: form for name, form in grounds.items() if name not in fields}}


def _file(name: str, item: JsonObject, shared: JsonObject) -> JsonObject:
    """Return the schema of a table's file; `shared`: what the schema of its items refers to."""
    head = {
        "schema_version": {"const": VERSION},
        "as_of": {"type": "string", "format": "date"},
        "facts": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "items": {"type": "array", "items": item},
    }
    return {"$schema": DIALECT, "title": name, **_closed(head), "$defs": shared}


def _object(model: type[Model], shared: JsonObject) -> JsonObject:
    """Return the schema of one record; what it refers to goes into `shared`."""
    found = model.model_json_schema()
    shared.update({name: _published(inner) for name, inner in found.pop("$defs", {}).items() if name not in shared})
    return _published(found)


def _joined(owner: JsonObject, entry: JsonObject, more: JsonObject) -> JsonObject:
    fields = {**owner["properties"], **entry["properties"], **more}
    return _closed({name: form for name, form in fields.items() if name not in HIDDEN})


def _closed(fields: JsonObject) -> JsonObject:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _published(node: Any) -> Any:
    """Return a schema of the data as published: every field is there, values in their published form."""
    if isinstance(node, list):
        return [_published(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.get("pattern") in _FORMS:
        return _FORMS[node["pattern"]]
    if "pattern" in node:
        return {"type": "string", "pattern": node["pattern"]}
    if "properties" in node:
        return _closed({name: _published(form) for name, form in node["properties"].items() if name not in HIDDEN})
    return {key: _published(value) for key, value in node.items() if key not in ("default", "title", "examples")}


def _openapi(name: str, address: str) -> JsonObject:
    models = {**{table.name: table.model for table in TABLES}, CHANGES: LawChange}
    paths: JsonObject = {}
    for table, model in models.items():
        about = " ".join((model.__doc__ or "").split("\n")[0].split())
        paths |= _path(f"{table}.json", about, "application/json", {"$ref": f"schema/{table}.json"})
        paths |= _path(f"{table}.csv", about, "text/csv", {"type": "string"})
    for table in models:
        paths |= _path(f"schema/{table}.json", f"JSON Schema of {table}.json", "application/json", _ANY)
    for file, (kind, about) in _BESIDE.items():
        paths |= _path(file, about, kind, _ANY if kind == "application/json" else {"type": "string"})
    return {
        "openapi": "3.1.0",
        "info": {"title": name, "version": f"{VERSION}.0", "license": LICENCE},
        "servers": [{"url": f"{address}/{FOLDER}".removesuffix("/") if address else "."}],
        "paths": paths,
    }


_ANY = {"type": "object"}
_BESIDE = {
    "datapackage.json": ("application/json", "All tables as a Data Package, with the sum and the columns of each"),
    "parity.json": ("application/json", "What both engines of the estimator must answer to the same questions"),
    "estimator.js": (
        "text/javascript",
        "The estimator as one script; defines PahamJamsostek.estimate",
    ),
    "openapi.json": ("application/json", "This description"),
}
"""Files beside the tables: what kind each is, and what it holds."""
_ELSEWHERE = {"text/javascript": "application/javascript"}
"""Kinds that some web servers still name as they were named before."""


def _path(file: str, about: str, kind: str, schema: JsonObject) -> JsonObject:
    kinds = (kind, _ELSEWHERE[kind]) if kind in _ELSEWHERE else (kind,)
    answer = {"200": {"description": about, "content": {each: {"schema": schema} for each in kinds}}}
    name = re.sub(r"[/.]", "-", file)
    return {f"/{file}": {"get": {"operationId": name, "summary": about, "responses": answer}}}
