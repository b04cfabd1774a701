"""Findings of the checks of plain language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something to mend on a page: the rule, a sentence with gaps, their values, and the words it is about."""

    rule: str
    message: str
    values: Mapping[str, object]
    snippet: str = ""
