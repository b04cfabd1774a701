"""The site itself, its questions and its words."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.model.base import Citation, Model, Quantity, Source, Text
from guide.model.scalars import AsOf, Confidence, Count, Day, Id, Truth, Url, Words


class LanguageEntry(Model):
    """A language of the site. `folder` is empty for the one at the root; `locale` is Babel's name."""

    id: Id
    tag: Words
    locale: Words
    folder: Words
    name: Words
    thousands: Literal[".", ","]


class Cadence(Model):
    """How many days may pass before a kind of fact must be looked at again."""

    of: Literal["contacts", "law", "partners", "coverage"]
    days: Count


class Site(Model):
    """Name, address and operator of this copy. Empty: not set, and pages leave it out."""

    name: Words
    tagline: Text
    url: Url
    operator: Words
    report: Url
    languages: tuple[LanguageEntry, ...] = Field(min_length=1)
    repository: Url
    cadence: tuple[Cadence, ...]
    checked: Day


class NamedEstimate(Model):
    """An estimate that pages refer to by name. `inputs` are estimator inputs; the month is today's if left out."""

    id: Id
    name: Text
    inputs: dict[str, Words]


class Term(Model):
    """A word of the glossary: the everyday word first, the official one beside it."""

    id: Id
    plain: Text
    official: Text
    abbreviation: Words
    meaning: Text
    example: Text | None = None
    sources: tuple[Source, ...] = Field(min_length=1)
    as_of: AsOf
    confidence: Confidence


class Question(Model):
    """A question that people ask, with its short answer."""

    id: Id
    group: Literal["what", "join", "pay", "accident", "death", "old-age", "help", "cooperative", "trust"]
    question: Text
    answer: Text
    page: Words
    evidence: Literal["case", "explained", "misunderstood", "inferred"]
    citations: tuple[Citation, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
    as_of: AsOf
    confidence: Confidence
    quantities: tuple[Quantity, ...] = ()


class Warning(Model):
    """A trick or false message to beware of, and what to do."""

    id: Id
    name: Text
    what: Text
    do: Text
    sources: tuple[Source, ...] = Field(min_length=1)
    as_of: AsOf
    confidence: Confidence


class Release(Model):
    """A hand-out that was issued: its day, its copy code, what changed, and whether it was recalled."""

    as_of: Day
    code: Words
    changes: tuple[Text, ...]
    recalled: Truth = False
    reason: Text | None = None


class NextStep(Model):
    """What the reader does next: words of the link, and a page of the site or a `tel:` address."""

    words: Words
    href: Words


class Prose(Model):
    """The head of a page that people wrote. Its body is Markdown with `{figures}` and `{part:names}`."""

    title: Words
    description: Words
    message: Words
    next: NextStep
