"""What every rule that holds from a day on has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRule:
    """A value of the law from one month on, until the next one begins (fields: see `rules`)."""

    fact: str
    month: str
    effective: str
    known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedRule(DatedRule):
    """A dated value with its citations as people write them."""

    cite: str
