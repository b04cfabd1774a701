"""Going through all records of the facts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeVar, cast

from guide.facts.facts import Facts
from guide.facts.model.record import Model
from guide.facts.model.nesting import below, texts

Kind = TypeVar("Kind", bound=Model)


def every(facts: Facts, kind: type[Kind]) -> Iterator[Kind]:
    """Return every record of a kind, however deep it stands."""
    kinds = _kinds(facts)
    if kind not in kinds:
        kinds[kind] = [record for record in _all(facts) if isinstance(record, kind)]
    return iter(cast(list[Kind], kinds[kind]))


@lru_cache(maxsize=1)
def every_text(facts: Facts) -> list[tuple[Model, tuple[str | int, ...], dict[str, str]]]:
    """Return every text: the record it stands in, its path below that, and its words."""
    return [(record, path, text) for record in _all(facts) for path, text in texts(record)]


@lru_cache(maxsize=1)
def _kinds(facts: Facts) -> dict[type[Model], list[Model]]:
    return {}


@lru_cache(maxsize=1)
def _all(facts: Facts) -> list[Model]:
    return [record for records in facts.records.values() for top in records for record in below(top)]
