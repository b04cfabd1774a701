"""Traversal of the inside of a record: the records below it, and its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar, get_args

from guide.facts.model.record import Model, TEXT

Record = TypeVar("Record", bound=Model)


def below(record: Model) -> Iterator[Model]:
    """Yield a record and every record inside it."""
    yield record
    for inner in inside(record):
        yield from below(inner)


def inside(record: Model) -> Iterator[Model]:
    """Yield the records in a record's own fields."""
    for name in _fields_of_records(type(record)):
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Model):
                yield item


@cache
def _fields_of_records(model: type[Model]) -> tuple[str, ...]:
    return tuple(name for name, field in model.model_fields.items() if _may_hold_records(field.annotation))


def _may_hold_records(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return True
    return any(_may_hold_records(part) for part in get_args(annotation))


def texts(record: Model) -> Iterator[tuple[tuple[str | int, ...], dict[str, str]]]:
    """Yield the texts of a record itself, each with its path below the record."""
    for name in text_fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            yield from (((name, i), text) for i, text in enumerate(value))
        elif value is not None:
            yield (name,), value


def with_texts(record: Record, change: Callable[[dict[str, str]], dict[str, str]]) -> Record:
    """Return a copy of a record in which every text, of the record and of those below, went through `change`."""
    update: dict[str, object] = {}
    for name in text_fields(type(record)):
        value = getattr(record, name)
        if value is not None:
            update[name] = tuple(map(change, value)) if isinstance(value, tuple) else change(value)
    for name in _fields_of_records(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            update[name] = tuple(with_texts(item, change) if isinstance(item, Model) else item for item in value)
        elif isinstance(value, Model):
            update[name] = with_texts(value, change)
    return record.model_copy(update=update)


@cache
def text_fields(model: type[Model]) -> tuple[str, ...]:
    """Return the fields of a model that hold a Text or a list of Texts."""
    return tuple(
        name for name, field in model.model_fields.items() if TEXT in (*field.metadata, *_marks(field.annotation))
    )


def _marks(annotation: object) -> Iterator[object]:
    yield from getattr(annotation, "__metadata__", ())
    for inner in get_args(annotation):
        yield from _marks(inner)
