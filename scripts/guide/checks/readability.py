"""Readability of a text in numbers: sentences, words and syllables.

Indonesian: 0.39 · words a sentence + 11.8 · 0.6 · syllables a word − 15.59, the school grade of Flesch and Kincaid with
the Indonesian correction of 0.6 to the syllables (quality.md, L1). English: the grade itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

HARD = 5
"""Syllables from which on a word is long."""
_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[^a-z\s])")
_WORD = re.compile(r"[^\W_]+(?:[.,:/×’'-][^\W_]+)*%?")
_SHORT = re.compile(r"\b(?:Ps|Pasal|No|Art)\.")


@dataclass(frozen=True)
class Syllables:
    """Rules for counting syllables of a language: runs of vowels, or each vowel; endings that count as one or none."""

    vowels: str
    each: bool
    joined: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()

    def count(self, word: str) -> int:
        """Count the syllables of a word; of letters said one by one (KTP), their number."""
        if word.isupper() and len(word) > 1:
            return len(word)
        low = word.lower()
        found = len(re.findall(f"[{self.vowels}]" if self.each else f"[{self.vowels}]+", low))
        if self.each and low.endswith(self.joined or ("\0",)):
            found -= 1
        if self.silent and low.endswith(self.silent) and not low.endswith(("le", "ee")) and found > 1:
            found -= 1
        return max(found, 1)


def sentences(text: str) -> list[str]:
    """Return the sentences of one paragraph. Dots inside numbers end none."""
    return [part for part in _END.split(_SHORT.sub("Ps", text)) if _WORD.search(part)]


def words(text: str) -> list[str]:
    """Return the words of a text; a number with its unit sign is one."""
    return _WORD.findall(text)


def counted(text: str, kept: Collection[str]) -> Iterator[str]:
    """Return the words whose syllables count: no numbers, and no names or official terms that are `kept`."""
    for name in kept:
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text, flags=re.I)
    return (word for word in words(text) if not any(letter.isdigit() for letter in word))


@dataclass(frozen=True)
class Score:
    """The numbers of one text. `grade`: years of school; shares are of the words that count."""

    words: int
    sentences: int
    longest: int
    grade: float
    mean: float
    hard: float
    nouns: float


def score(
    paragraphs: Iterable[str], rule: Syllables, weight: Decimal, kept: Collection[str], noun: re.Pattern[str]
) -> Score:
    """Measure running text. `weight`: what a syllable a word counts; `noun`: the pattern of a heavy noun."""
    lengths, syllables, long, nouns, total = [], 0, 0, 0, 0
    for paragraph in paragraphs:
        lengths += [len(words(sentence)) for sentence in sentences(paragraph)]
        for word in counted(paragraph, kept):
            found = rule.count(word)
            syllables, total, long = syllables + found, total + 1, long + (found >= HARD)
            nouns += bool(noun.fullmatch(word.lower()))
    count, said = sum(lengths), max(total, 1)
    mean = count / max(len(lengths), 1)
    grade = 0.39 * mean + float(weight) * syllables / said - 15.59
    return Score(count, len(lengths), max(lengths, default=0), grade, mean, long / said, nouns / said)
