"""Going through all records of the facts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, TypeVar

from guide.model import Facts
from guide.model.base import Model

Kind = TypeVar("Kind", bound=Model)


def every(facts: Facts, kind: type[Kind]) -> Iterator[Kind]:
    """Every record of a kind, however deep it stands."""
    return (record for record in _all(facts) if isinstance(record, kind))


@lru_cache(maxsize=1)
def _all(facts: Facts) -> list[Model]:
    return [record for records in facts.records.values() for top in records for record in _below(top)]


def _below(value: Any) -> Iterator[Model]:
    if isinstance(value, Model):
        yield value
        for name in type(value).model_fields:
            yield from _below(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _below(item)


def texts(record: Model) -> Iterator[tuple[tuple[str | int, ...], dict[str, str]]]:
    """The texts of a record itself, each with its path below the record."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if is_text(type(record), name):
            for path, text in [((name,), value)] if not isinstance(value, tuple) else [
                ((name, i), item) for i, item in enumerate(value)
            ]:
                if text is not None:
                    yield path, text


@lru_cache(maxsize=None)
def is_text(model: type[Model], name: str) -> bool:
    """Whether a field holds a Text or a list of Texts."""
    return "dict[str, typing.Annotated[str" in str(model.model_fields[name].annotation) and name not in (
        "inputs", "preset")
