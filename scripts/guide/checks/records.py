"""Going through all records of the facts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, TypeVar, get_args

from guide.model import Facts
from guide.model.base import TEXT, Model

Kind = TypeVar("Kind", bound=Model)


def every(facts: Facts, kind: type[Kind]) -> Iterator[Kind]:
    """Every record of a kind, however deep it stands."""
    return (record for record in _all(facts) if isinstance(record, kind))


@lru_cache(maxsize=1)
def _all(facts: Facts) -> list[Model]:
    return [record for records in facts.records.values() for top in records for record in below(top)]


def below(value: Any) -> Iterator[Model]:
    """A record and every record inside it."""
    if isinstance(value, Model):
        yield value
        for name in type(value).model_fields:
            yield from below(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from below(item)


def texts(record: Model) -> Iterator[tuple[tuple[str | int, ...], dict[str, str]]]:
    """The texts of a record itself, each with its path below the record."""
    for name in text_fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            yield from (((name, i), text) for i, text in enumerate(value))
        elif value is not None:
            yield (name,), value


@cache
def text_fields(model: type[Model]) -> tuple[str, ...]:
    """The fields of a model that hold a Text or a list of Texts."""
    return tuple(
        name for name, field in model.model_fields.items() if TEXT in (*field.metadata, *_marks(field.annotation))
    )


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks(inner)
