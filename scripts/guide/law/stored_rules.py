"""The rules as JSON and back, field for field, for those who carry them without the data that they were made of."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import TypeAlias, TypeVar, cast

from guide.law import benefit_rules
from guide.law.benefit_rules import PayoutRule
from guide.law.rules import Rules

Json: TypeAlias = "str | int | list[Json] | dict[str, Json] | None"
Kind = TypeVar("Kind")
KIND = "kind"
PAYOUTS: dict[str, type[PayoutRule]] = {
    made.kind: made
    for made in vars(benefit_rules).values()
    if isinstance(made, type) and issubclass(made, PayoutRule) and hasattr(made, KIND)
}
"""The payouts by the names of their kinds."""


def to_stored(value: object) -> Json:
    """Return a rule, or anything in one, as JSON: records as objects, tuples as lists."""
    if dataclasses.is_dataclass(value):
        kind: dict[str, Json] = {KIND: value.kind} if isinstance(value, PayoutRule) else {}
        return kind | {field.name: to_stored(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_stored(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [to_stored(item) for item in value]
    assert value is None or isinstance(value, (str, int)), value
    return value


def from_stored(stored: Json) -> Rules:
    """Return the rules that were stored."""
    return _restored(Rules, stored)


def _restored(kind: type[Kind], stored: Json) -> Kind:
    """Return what was stored of a record, by the types of its fields."""
    if isinstance(stored, list):  # a named tuple
        hints = typing.get_type_hints(kind)
        return kind(*(_value(hint, item) for hint, item in zip(hints.values(), stored, strict=True)))
    assert isinstance(stored, dict), stored
    made: type = PAYOUTS[str(stored[KIND])] if kind is PayoutRule else kind
    hints = typing.get_type_hints(made)
    fields = dataclasses.fields(made)
    return cast(Kind, made(**{field.name: _value(hints[field.name], stored[field.name]) for field in fields}))


def _value(hint: object, stored: Json) -> object:
    """Return what was stored of a value of that type."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        assert isinstance(stored, list), stored
        kinds = [inner[0]] * len(stored) if inner[-1] is Ellipsis else inner
        return tuple(_value(kind, item) for kind, item in zip(kinds, stored, strict=True))
    if isinstance(stored, dict) and isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: _value(inner[1], item) for key, item in stored.items()}
    if origin in (types.UnionType, typing.Union) or not isinstance(hint, type) or hint in (str, int, bool):
        return stored
    return _restored(hint, stored)
