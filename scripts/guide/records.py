"""Going through all records of the facts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeVar

from guide.model import Facts
from guide.model.base import Model
from guide.model.within import below

Kind = TypeVar("Kind", bound=Model)


def every(facts: Facts, kind: type[Kind]) -> Iterator[Kind]:
    """Every record of a kind, however deep it stands."""
    return (record for record in _all(facts) if isinstance(record, kind))


@lru_cache(maxsize=1)
def _all(facts: Facts) -> list[Model]:
    return [record for records in facts.records.values() for top in records for record in below(top)]
