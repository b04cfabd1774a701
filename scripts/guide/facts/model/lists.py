"""How lists of members name inputs and write their values."""

from __future__ import annotations

from pydantic import Field

from guide.facts.model.record import Model
from guide.facts.model.scalars import Words

ROLES = ("name", "occupation", "birth", "year", "nik", "place", "other", "row")
"""What a column may be besides an input; `row` holds the words of rows that are no members."""


class Column(Model):
    """One input, or another role of a column: its titles, and the words for its values.

    `weaker`: titles that count where no column has one of `names`. `around`: words that may stand beside a name.
    `counted`: words of titles that say in what the cells count, by the word that is read behind each number.
    `values`: words by value; the first word is the one that messages show.
    """

    input: Words
    names: tuple[Words, ...] = ()
    weaker: tuple[Words, ...] = ()
    around: tuple[Words, ...] = ()
    counted: dict[Words, tuple[Words, ...]] = Field(default_factory=dict)
    values: dict[Words, tuple[Words, ...]] = Field(default_factory=dict)
