"""Models of language: how it is written, spoken and searched, and the rules of plain words."""

from __future__ import annotations

from fnmatch import fnmatchcase

from pydantic import Field

from guide.facts.model.record import Model, Text
from guide.facts.model.scalars import Count, Id, Truth, Words


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


class Asked(SameWords):
    """Short phrases by which people ask for one question (`to`: its id) or one page (its path)."""

    to: Words


class Saying(SameWords):
    """Phrases for one meaning. `means`: an input with its value, `help`, or `elsewhere`."""

    means: Words


class WordForms(Model):
    """How a language builds words. A row `a=b` takes `a` off and puts `b`. `skip`: words that searches pass over.

    `endings`: lists of rows, one of each list may apply, in their order; `beginnings` apply up to twice, after them.
    """

    language: Id
    endings: tuple[tuple[Words, ...], ...]
    beginnings: tuple[Words, ...]
    skip: Words


class Measure(Model):
    """How hard a language's pages may be (quality.md, L1 to L3). `weight`: what a syllable a word counts.

    `vowels` with `each`: every vowel is a syllable, but the endings `joined` are one; else runs of vowels are, and the
    ending `silent` is none. `most` and `warn` are school grades; `hard`, `nouns` shares in percent of the words.
    `noun` is a pattern of heavy nouns. `not_first`: words that no step begins with. `units`: words of
    time; a count of them is of the law. `law`: words of a sentence that may state law, and so needs a fact behind it.
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
    law: tuple[Words, ...] = ()


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


class WrongPhrase(Model):
    """A phrase that no text says. `phrase`: a pattern; `scope`: as what it is wrong; `say`: what to say instead.

    `right_in`: longer phrases in which it is right.
    """

    language: Id
    phrase: Words
    scope: Words
    say: Words
    right_in: tuple[Words, ...] = ()


class Explained(Model):
    """Terms of the glossary, by id, that a page in this language explains where they are first used."""

    language: Id
    terms: tuple[Id, ...] = Field(min_length=1)


class Allowed(Model):
    """Pages, or files of data (a path, with * for any part), on which one rule does not hold, and why."""

    rule: Words
    pages: tuple[Words, ...] = Field(min_length=1)
    reason: Words


class TypedNumber(Model):
    """Words with a number that is no law, typed on pages that people wrote or in files of data (a path, with * for any
    part), and why."""

    words: tuple[Words, ...] = Field(min_length=1)
    pages: tuple[Words, ...] = Field(min_length=1)
    reason: Words


class Wording(Model):
    """What plain words are: measures, names, words and phrases to avoid, terms to explain, exceptions."""

    measures: tuple[Measure, ...]
    kept: tuple[Kept, ...]
    explained: tuple[Explained, ...]
    hard: tuple[HardWord, ...]
    wrong: tuple[WrongPhrase, ...] = ()
    allowed: tuple[Allowed, ...]
    typed: tuple[TypedNumber, ...] = ()

    def measure(self, language: str) -> Measure | None:
        """Return the measure of a language, if there is one."""
        return next((measure for measure in self.measures if measure.language == language), None)

    def reason(self, rule: str, path: str) -> str:
        """Return why a rule need not hold on a page or in a file of data, or an empty text."""
        found = (one for one in self.allowed if one.rule == rule and any(fnmatchcase(path, glob) for glob in one.pages))
        return next((one.reason for one in found), "")
