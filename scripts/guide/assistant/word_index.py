"""An index of texts by their words, which knows synonyms and how a language builds its words."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from guide.estimator.inputs.suggestions import closest
from guide.facts.facts import Facts
from guide.facts.model.linguistics import WordForms

_WORD = re.compile(r"[^\W_]+")
SPELLED = 5
"""Letters from which on a word that no text has is taken for the one that is a slip away."""
SHORTEST = 3
"""Letters that are left at least where an ending or a beginning is taken off."""


class WordIndex:
    """Texts with their weights, found by words. `facts`: whose synonyms and forms of words count in `language`."""

    def __init__(self, facts: Facts, language: str):
        rules = next((forms for forms in facts.word_forms if forms.language == language), None)
        self.forms = cache(lambda word: frozenset(_forms(word, rules)))
        self.skipped = frozenset(_words(rules.skip)) if rules else frozenset()
        self.same = list(self._groups(facts, language))
        self.places: dict[str, dict[int, float]] = defaultdict(dict)
        self.count = 0

    def _groups(self, facts: Facts, language: str) -> Iterator[frozenset[str]]:
        """Yield groups of single words for the same thing, in all their forms."""
        for group in facts.synonyms:
            phrases = [_words(phrase) for phrase in group.words[language].split(",")]
            single = [phrase[0] for phrase in phrases if len(phrase) == 1]
            yield frozenset(form for word in single for form in self.forms(word))

    def add(self, parts: Iterable[tuple[str, float]]) -> int:
        """Add a text as parts with their weights; return its number."""
        number = self.count
        self.count += 1
        for text, weight in parts:
            for word in set(_words(text)):
                for form in self.forms(word):
                    before = self.places[form].get(number, 0.0)
                    self.places[form][number] = max(before, weight)
        return number

    def find(self, query: str) -> list[tuple[float, int]]:
        """Return numbers of texts with their scores, the best first; nothing where no word is known."""
        scores: dict[int, float] = defaultdict(float)
        for forms in self._asked(query):
            best: dict[int, float] = {}
            for form, worth in forms.items():
                places = self.places.get(form, {})
                rare = math.log(1 + self.count / (1 + len(places)))
                for number, weight in places.items():
                    best[number] = max(best.get(number, 0.0), weight * rare * worth)
            for number, score in best.items():
                scores[number] += score
        return sorted(((score, number) for number, score in scores.items()), key=lambda pair: (-pair[0], pair[1]))

    def _asked(self, query: str) -> Iterator[Mapping[str, float]]:
        """Yield for each word of a query its forms and those of its synonyms, with what they are worth."""
        for word in dict.fromkeys(_words(query)):
            if word not in self.skipped:
                forms = self.forms(word)
                if not any(form in self.places for form in forms) and len(word) >= SPELLED:
                    forms = self.forms(closest(word, self.places) or word)
                others = (group for group in self.same if group & forms)
                yield {**{form: 0.7 for group in others for form in group}, **dict.fromkeys(forms, 1.0)}


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _forms(word: str, rules: WordForms | None) -> Iterator[str]:
    """Yield a word, and what is left of it without its endings and beginnings."""
    waiting = {word}
    for rows in (*rules.endings, rules.beginnings, rules.beginnings) if rules else ():
        ending = rules is not None and rows in rules.endings
        waiting |= {cut for each in waiting for row in rows if (cut := _cut(each, row, ending))}
    yield from waiting


def _cut(word: str, row: str, ending: bool) -> str:
    """Return a word without the ending or beginning of a row such as `meny=s` or `i:4`; empty where it has none."""
    part, _, put = row.partition("=")
    part, _, least = part.partition(":")
    if not (word.endswith(part) if ending else word.startswith(part)):
        return ""
    left = word[: -len(part)] + put if ending else put + word[len(part) :]
    return left if len(left) >= int(least or SHORTEST) else ""
