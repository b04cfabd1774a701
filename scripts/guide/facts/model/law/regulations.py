"""Regulations: laws, decrees and official letters that values are cited from."""

from __future__ import annotations

from typing import Literal


from guide.facts.model.record import Model, Text
from guide.facts.model.scalars import (
    Confidence,
    Count,
    Day,
    Id,
    Url,
    Words,
)


class Regulation(Model):
    """A law, a decree or an official letter that values are cited from."""

    id: Id
    kind: Literal[
        "uu",
        "pp",
        "perpres",
        "inpres",
        "permenaker",
        "pmk",
        "permenko",
        "permendagri",
        "permendesa",
        "se",
        "pergub",
        "perbup",
        "kepgub",
        "letter",
        "agreement",
    ]
    number: Words
    year: Count
    title: Text
    about: Text
    issued: Day | None
    in_force: Day | None
    url: Url
    address: Literal["full", "partial", "none"]
    read: Literal["text", "transcription", "secondary", "memory"]
    compiled: Day
    verified: Day | None
    confidence: Confidence
    amends: tuple[Id, ...] = ()
    note: Text | None = None
