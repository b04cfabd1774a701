"""Schemas of the open data: a JSON Schema for each table, and one OpenAPI file over all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guide.facts.model.record import JsonObject
from guide.facts.model.record import Citation, Model
from guide.website.open_data import FOLDER, HIDDEN, TABLES, Table, VERSION, as_json

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LICENCE = {"name": "CC BY 4.0", "identifier": "CC-BY-4.0"}
_FORMS: dict[str, JsonObject] = {
    r"^[\d_]+$": {"type": "integer", "minimum": 0},
    r"^\d{1,3}(\.\d+)?%$": {"type": "string", "pattern": r"^(0(\.\d+)?|1)$"},
}
"""How values are published that the data write in another way, by the pattern of the data's own schema."""


def files(name: str, address: str) -> Iterator[tuple[str, str]]:
    """Yield path and content of every schema and of the OpenAPI file. `name`, `address`: the site's, or empty."""
    for table in TABLES:
        yield f"{FOLDER}schema/{table.name}.json", as_json(schema(table))
    yield f"{FOLDER}openapi.json", as_json(_openapi(name, address))


def schema(table: Table) -> JsonObject:
    """Return the JSON Schema of one table's JSON file."""
    shared: JsonObject = {}
    own = _object(table.model, shared)
    if table.entries:
        kinds = [_object(entry, shared) for entry in table.entries]
        item: JsonObject = {"oneOf": [_joined(own, kind, {"of": {"type": "string"}}) for kind in kinds]}
    else:
        cited = _published(Citation.model_json_schema())
        dated = {"effective": own["properties"][table.effective]}
        known = own["properties"]
        for field, form in (
            ("citations", {"type": "array", "items": cited}),
            ("verified", known.get("contact_verified", {"type": "null"})),
        ):
            dated.update({} if field in known else {field: form})
        item = _joined(own, {"properties": {}}, dated)
    head = {
        "schema_version": {"const": VERSION},
        "as_of": {"type": "string", "format": "date"},
        "facts": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "items": {"type": "array", "items": item},
    }
    return {"$schema": DIALECT, "title": table.name, **_closed(head), "$defs": shared}


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
    paths = {}
    for table in TABLES:
        about = " ".join((table.model.__doc__ or "").split("\n")[0].split())
        json_file = {"application/json": {"schema": {"$ref": f"schema/{table.name}.json"}}}
        for ending, content in (("json", json_file), ("csv", {"text/csv": {"schema": {"type": "string"}}})):
            answer = {"200": {"description": about, "content": content}}
            operation = {"operationId": f"{table.name}-{ending}", "summary": about, "responses": answer}
            paths[f"/{table.name}.{ending}"] = {"get": operation}
    return {
        "openapi": "3.1.0",
        "info": {"title": name, "version": f"{VERSION}.0", "license": LICENCE},
        "servers": [{"url": f"{address}/{FOLDER}".removesuffix("/") if address else "."}],
        "paths": paths,
    }
