"""Base models of every record: its place in a file, and its provenance."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    ModelWrapValidatorHandler,
    PrivateAttr,
    TypeAdapter,
    model_validator,
)

from guide.facts.diagnostics import Place
from guide.facts.model.scalars import AsOf, Confidence, Day, Effective, Id, Truth, Url, Words

JsonObject = dict[str, Any]
"""An object of JSON, or the names that a template is given."""
Json = JsonValue
"""Any value of JSON."""
TEXT = "text"
Text = Annotated[dict[str, Words], TEXT]
"""The same words in each language of the site: `{id: …, en: …}`. `{a.figure.id}` stands for a figure."""


NOWHERE = Place("")
"""The place of a record that was not read from a file."""


class Placed(dict):
    """A mapping read from a file that tells the record made of it where it stands."""

    def __init__(self, inside: JsonObject, place: Place):
        super().__init__(inside)
        self.place = place


_ANYTHING = TypeAdapter(Any)


class Model(BaseModel):
    """A record of the data. Frozen; a key that is not a field is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    _place: Place | None = PrivateAttr(default=None)

    @property
    def place(self) -> Place:
        """Return the place of this record in `data/`."""
        private = self.__pydantic_private__  # `self._place` would look there last
        return (private and private["_place"]) or NOWHERE

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, value: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(value)
        if isinstance(value, Placed):
            record._place = value.place
        return record


def as_json(value: object) -> str:
    """Return plain values as JSON, one to a line."""
    return _ANYTHING.dump_json(value, indent=1).decode() + "\n"


class Citation(Model):
    """Where the law says so. `article` is null where nobody has read which article it is."""

    regulation: Id
    article: Words | None


class Source(Model):
    """Where a fact that is no law comes from. `address` says how much of the address was kept."""

    url: Url
    address: Literal["full", "partial", "none"]
    hint: Words | None = None


class Reading(Model):
    """Where an article was read on the day of `verified`: of which law, the address of that copy, and what it says.

    `regulation`: one that the value cites. `address`: how much of the address was kept. `read`: the law's own text, or
    a transcription of it by others. `says`: the article in one short paraphrase of our own.
    """

    regulation: Id
    url: Url
    address: Literal["full", "partial", "none"]
    read: Literal["text", "transcription"]
    says: Text


class Cited(Model):
    """A value that rests on law.

    `announced`: the day it became known, where that was before it took effect. `compiled`: the day it
    entered this data. `verified`: the day somebody compared it with the text of the law, or null; `reading`: where.
    `conflict`: sources disagree about the fields in `disputed`.
    """

    citations: tuple[Citation, ...] = Field(min_length=1)
    announced: Day | None = None
    compiled: Day
    verified: Day | None
    reading: Reading | None = None
    confidence: Confidence
    retroactive: Truth = False
    conflict: Id | None = None
    disputed: tuple[Words, ...] = ()
    note: Text | None = None

    def known_from(self, first: str) -> str:
        """Return the ISO day of the announcement, else the first day of the month of `first`."""
        return self.announced.isoformat() if self.announced else f"{first[:7]}-01"


class Sourced(Model):
    """A fact that is no law: who said it, when, and how sure we are."""

    sources: tuple[Source, ...] = Field(min_length=1)
    as_of: AsOf
    confidence: Confidence
    publish: Truth = True
    note: Text | None = None


class Dated(Cited):
    """A value in force from `effective` (first day or month) until the next entry begins."""

    effective: Effective

    @property
    def month(self) -> str:
        """Return the first contribution month that the value governs (contract: the month that contains its day)."""
        return self.effective[:7]

    @property
    def known(self) -> str:
        """Return the ISO day from which the value could be known."""
        return self.known_from(self.effective)


class Quantity(Model):
    """A number in a text: `{id}` stands for it there. `value` is in `unit`; rupiah are whole."""

    id: Id
    value: Words
    unit: Literal["rupiah", "people", "percent", "months", "years", "days", "hours", "number", "members", "villages"]
