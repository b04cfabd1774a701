"""Models of content: terms, questions, warnings, hand-outs that were issued, the heads of written pages."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from guide.facts.model.record import Citation, Model, Quantity, Source, Sourced, Text
from guide.facts.model.scalars import AsOf, Confidence, CopyCode, Count, Day, Id, Link, SegmentId, Truth, Url, Words


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


QuestionGroup = Literal[
    "what",
    "join",
    "pay",
    "accident",
    "not",
    "death",
    "heirs",
    "old-age",
    "change",
    "employer",
    "help",
    "aid",
    "cooperative",
    "abroad",
    "trust",
    "crisis",
]
"""What a question is about: each page below `tanya/` shows a group or more."""


class Question(Model):
    """A question that people ask, with its short answer."""

    id: Id
    group: QuestionGroup
    question: Text
    answer: Text
    page: Words
    evidence: Literal["case", "explained", "misunderstood", "inferred"]
    citations: tuple[Citation, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
    as_of: AsOf
    confidence: Confidence
    quantities: tuple[Quantity, ...] = ()


class Story(Model):
    """What a newspaper told of people in NTT who were paid: work, regency, month, cause, sum, and which rule held then.

    No names, ages or villages.
    """

    id: Id
    what: Text
    rule: Text
    outlet: Words
    day: Day
    sources: tuple[Source, ...] = Field(min_length=1)
    as_of: AsOf
    confidence: Confidence
    quantities: tuple[Quantity, ...] = ()


Reader = Literal["bpu", "transport", "paid", "pu", "pu-basic", "jakon", "pmi"]
"""Ways of joining as landing pages tell them apart. `paid`: by the government; `pu-basic`: accident and death alone."""


class LandingAnswer(Model):
    """The answer for some readers, from a day on, and the page that says more; or why none arises for them.

    `on`: the pages that it is for alone, such as those of bad days, whose readers ask the same of another moment.
    """

    readers: tuple[Reader, ...] = Field(min_length=1, alias="for")
    on: tuple[Words, ...] = ()
    effective: Day | None = None
    words: Text | None = None
    page: Words = ""
    not_for: Words | None = None


class LandingQuestion(Model):
    """A question that every landing page answers. `rests_on`: the facts, as `collection.id`, behind its answers."""

    id: Id
    question: Text
    rests_on: tuple[Words, ...] = Field(min_length=1)
    answers: tuple[LandingAnswer, ...] = Field(min_length=1)

    def answer(self, reader: str, today: datetime.date, path: str = "") -> LandingAnswer | None:
        """Return the latest answer for a reader that holds on a day, first one of the page at `path`; None if none."""
        own = [a for a in self.answers if reader in a.readers and (a.effective is None or a.effective <= today)]
        own = [a for a in own if path in a.on] or [a for a in own if not a.on]
        return max(own, key=lambda a: a.effective or datetime.date.min, default=None)


class Form(Sourced):
    """An official form: its code, how texts name it (`called`), and the procedures that it is for."""

    id: Id
    code: Words
    called: tuple[Words, ...] = Field(min_length=1)
    name: Text
    what: Text
    procedures: tuple[Id, ...] = Field(min_length=1)
    url: Url


class FraudWarning(Model):
    """A trick or false message to beware of, and what to do."""

    id: Id
    name: Text
    what: Text
    do: Text
    sources: tuple[Source, ...] = Field(min_length=1)
    as_of: AsOf
    confidence: Confidence


class Release(Model):
    """A hand-out that was issued: its copy code, its day, what changed, and whether it was recalled and why."""

    id: CopyCode
    as_of: Day
    changes: tuple[Text, ...]
    recalled: Truth = False
    reason: Text | None = None


class NextStep(Model):
    """What the reader does next: words of the link, and a page of the site or a full address such as `tel:175`."""

    words: Words
    href: Link


class Prose(Model):
    """The head of a page that people wrote. Its body is Markdown with `{figures}` and `{part:names}`.

    `rests_on`: the facts, as `collection.id`, that support what the head and the text before the first heading say
    without a figure. What stands below a heading rests on `{part:from …}` below it. `segments`: whom the page is for;
    none: everybody.

    What no language changes stands in the first language's head alone. `image`: the drawing in the picture beside a
    shared address, below overrides/drawings/, or "cloth", what a family gets; empty: none; unsaid: the page above's.
    `search_weight`: percent of its worth that a hit on the page keeps; unsaid: as for others of its kind.
    `headings_only`: the page lists values, laws or fields; search reads no more of it. `tool`: there to be used, no
    text to read. `listed`: no: maps, search and search engines leave the page out.
    """

    title: Words
    description: Words
    message: Words
    next: NextStep
    rests_on: tuple[Words, ...] = ()
    segments: tuple[SegmentId, ...] = ()
    image: str | None = None
    search_weight: Count | None = None
    headings_only: bool = False
    tool: bool = False
    listed: bool = True


class SourceHint(Model):
    """A hint of sources, which is written in English, in the words of other languages."""

    hint: Words
    words: dict[Words, Words]
