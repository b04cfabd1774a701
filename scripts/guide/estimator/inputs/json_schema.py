"""The inputs as a JSON Schema, for programs that ask the estimator; made of `schema.INPUTS` alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from guide.estimator.inputs.declaration import SEGMENTS, Input
from guide.estimator.inputs.schema import INPUTS
from guide.estimator.inputs.tables import OF_SEGMENT
from guide.law.rows import LARGEST

Schema: TypeAlias = "dict[str, Schema] | list[Schema] | str | int | bool"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
MONTH = "^[12][0-9]{3}-(0[1-9]|1[0-2])$"


def input_schema() -> dict[str, Schema]:
    """Return the schema of one question as an object."""
    rules = [*map(_of_segment, SEGMENTS), *(rule for each in INPUTS for rule in _of_events(each))]
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": {each.name: {"title": each.asks, **_values(each)} for each in INPUTS},
        "required": [each.name for each in INPUTS if set(SEGMENTS) <= set(each.required)],
        "additionalProperties": False,
        "allOf": rules,
    }


def _values(each: Input) -> dict[str, Schema]:
    """Return what values an input may have, whoever asks."""
    if each.kind == "choice":
        return {"type": "string", "enum": list(each.choices)}
    if each.kind == "list":
        return {"type": "array", "items": {"type": "string", "enum": list(each.choices)}}
    if each.kind == "month":
        return {"type": "string", "pattern": MONTH}
    least, most = each.bounds or (0, LARGEST)
    return {"type": "integer", "minimum": least, "maximum": most}


def _of_segment(segment: str) -> Schema:
    """Return what holds for one segment: inputs that it needs, lacks, knows in part, and what counts if left out."""
    needed: list[Schema] = [each.name for each in INPUTS if segment in each.required]
    fields: dict[str, Schema] = {each.name: False for each in INPUTS if each.name not in OF_SEGMENT[segment]}
    for each in INPUTS:
        if each.name in OF_SEGMENT[segment]:
            own = _known(each, segment) | _default(each, segment)
            fields |= {each.name: own} if own else {}
    return {"if": {"properties": {"segment": {"const": segment}}}, "then": {"required": needed, "properties": fields}}


def _known(each: Input, segment: str) -> dict[str, Schema]:
    if segment not in each.known:
        return {}
    values: dict[str, Schema] = {"enum": list(each.known[segment])}
    return {"items": values} if each.kind == "list" else values


def _default(each: Input, segment: str) -> dict[str, Schema]:
    return {"default": each.default[segment]} if segment in each.default else {}


def _of_events(each: Input) -> Iterator[Schema]:
    """Yield that an input belongs to some events alone, and that an event needs it."""
    if each.events:
        events: Schema = {"required": ["event"], "properties": {"event": {"enum": list(each.events)}}}
        yield {"if": {"required": [each.name]}, "then": events}
    for event in each.required:
        if event in each.events:
            happens: Schema = {"required": ["event"], "properties": {"event": {"const": event}}}
            yield {"if": happens, "then": {"required": [each.name]}}
