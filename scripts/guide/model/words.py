"""The site itself, its questions and its words."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.model.base import Citation, Model, Quantity, Source, Text
from guide.model.scalars import AsOf, Confidence, CopyCode, Count, Day, Id, Truth, Url, Words


class LanguageEntry(Model):
    """A language of the site. `folder` is empty for the one at the root; `locale` is Babel's name.

    `partial`: what it lacks is shown in the first language, with a notice; else whatever is missing stops the build.
    """

    id: Id
    tag: Words
    locale: Words
    folder: Words
    name: Words
    thousands: Literal[".", ","]
    partial: Truth = False


class Cadence(Model):
    """How many days may pass before a kind of fact must be looked at again."""

    of: Literal["contacts", "law", "partners", "coverage"]
    days: Count


class Site(Model):
    """Name, address and operator of this copy. Empty: not set, and pages leave it out.

    `report`: where mistakes are told; `{page}` and `{figure}` in it are filled with the page and the fact id.
    """

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


class Column(Model):
    """Other names of an input in the first line of a CSV file: small letters, with _ for blanks."""

    input: Words
    names: tuple[Words, ...] = Field(min_length=1)


class NumberWords(Model):
    """How whole numbers are said. `small`: 0 to 19; `tens`: 20 to 90; `thousands`: 10^3, 10^6, 10^9, 10^12.

    `hyphen`: the languages that write one between tens and ones.
    """

    small: tuple[Text, ...] = Field(min_length=20, max_length=20)
    tens: tuple[Text, ...] = Field(min_length=8, max_length=8)
    hyphen: tuple[Id, ...]
    hundred: Text
    one_hundred: Text
    thousands: tuple[Text, ...] = Field(min_length=4, max_length=4)
    one_thousand: Text
    money: Text


class SameWords(Model):
    """Words for the same thing, with commas between them: a search for one finds the others too."""

    words: Text


class WordForms(Model):
    """How a language builds words. A row `a=b` takes `a` off and puts `b`. `skip`: words that searches pass over.

    `endings`: lists of rows, one of each list may apply, in their order; `beginnings` apply up to twice, after them.
    """

    language: Id
    endings: tuple[tuple[Words, ...], ...]
    beginnings: tuple[Words, ...]
    skip: Words


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


class Measure(Model):
    """How hard a language's pages may be (quality.md, L1 to L3). `weight`: what a syllable a word counts.

    `vowels` with `each`: every vowel is a syllable, but the endings `joined` are one; else runs of vowels are, and the
    ending `silent` is none. `most` and `warn` are school grades; `hard`, `nouns` shares in percent of the words.
    `noun` is a pattern of heavy nouns. `not_first`: words that no step begins with. `units`: words of
    time; a count of them is of the law.
    """

    language: Id
    weight: Words
    vowels: Words
    each: Truth
    joined: tuple[Words, ...] = ()
    silent: tuple[Words, ...] = ()
    most: Words
    warn: Words
    mean: Count
    longest: Count
    hard: Words
    noun: Words
    nouns: Words
    not_first: tuple[Words, ...]
    units: tuple[Words, ...] = ()


class Kept(Model):
    """Names, or short forms that everybody says: they count as no hard words and no acronyms."""

    words: tuple[Words, ...] = Field(min_length=1)
    languages: tuple[Id, ...] = ()
    reason: Words


class HardWord(Model):
    """A word that pages do not use, and what to say instead."""

    language: Id
    word: Words
    say: Words


class Explained(Model):
    """Terms of the glossary, by id, that a page in this language explains where they are first used."""

    language: Id
    terms: tuple[Id, ...] = Field(min_length=1)


class Allowed(Model):
    """Pages (a path, with * for any part) on which one rule of quality.md does not hold, and why."""

    rule: Words
    pages: tuple[Words, ...] = Field(min_length=1)
    reason: Words


class TypedNumber(Model):
    """Words with a number that is no law, typed on pages that people wrote (a path, with * for any part), and why."""

    words: tuple[Words, ...] = Field(min_length=1)
    pages: tuple[Words, ...] = Field(min_length=1)
    reason: Words


class Wording(Model):
    """What plain words are: measures, names, words to avoid, terms to explain, exceptions, numbers that are no law."""

    measures: tuple[Measure, ...]
    kept: tuple[Kept, ...]
    explained: tuple[Explained, ...]
    hard: tuple[HardWord, ...]
    allowed: tuple[Allowed, ...]
    typed: tuple[TypedNumber, ...] = ()


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
    """A hand-out that was issued: its copy code, its day, what changed, and whether it was recalled and why."""

    id: CopyCode
    as_of: Day
    changes: tuple[Text, ...]
    recalled: Truth = False
    reason: Text | None = None


class NextStep(Model):
    """What the reader does next: words of the link, and a page of the site or a `tel:` address."""

    words: Words
    href: Words


class Prose(Model):
    """The head of a page that people wrote. Its body is Markdown with `{figures}` and `{part:names}`.

    `rests_on`: the facts, as `collection.id`, that support what the page says without a figure.
    """

    title: Words
    description: Words
    message: Words
    next: NextStep
    rests_on: tuple[Words, ...] = ()
