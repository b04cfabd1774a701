"""Numbers that the law sets are figures, on pages that people wrote and in texts of data: none is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache

from guide.facts.load.front_matter import WrittenPages
from guide.checks.records.translations import TYPED
from guide.facts.diagnostics import Mistake, N_, mistake_at
from guide.facts.facts import Facts
from guide.facts.traversal import every_text

GAP = re.compile(r"\{[^{}]*\}")
PASSED = re.compile(r"^\d+\.(?= )|\]\([^)]*\)|`[^`]*`|\w+ \d+/\d+", re.M)
"""What holds numbers that say nothing: marks of steps, addresses, code, and names of laws that lead to their page."""
NAMED = re.compile(
    r"(?:\b\d{1,2} [A-Z]\w+ )?\b(?:19|20)\d\d\b"
    r"|\b(?:Ps|Pasal) \d+\w*(?:\s?\(\d+\)\w?)*(?: (?:dan|and) \d*(?:\(\d+\))*)?"
)
"""Days, years and articles of a law in texts of data: they say when and where, and count nothing."""
NUMBER = re.compile(r"(?<!\w)\d{1,9}(?!\w)")
COUNT = N_("do not type the number “{bad}”: name a figure in braces, such as limits.claim")
RULE = "counts"
"""The rule of `data/words.yml` that whole files of data are free from."""


def no_count_is_typed(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse a number typed on a written page, but for those that are no law and say why."""
    for language, found in prose.items():
        counts = counts_of(facts, language)
        for path, file in found.items():
            head, free = file.head, _free(facts, path)
            for record, name in ((head, "title"), (head, "description"), (head, "message"), (head.next, "words")):
                for number in typed(getattr(record, name), free, counts):
                    yield mistake_at(record.place, name, COUNT, bad=number[0])
            for number in typed(file.body, free, counts):
                yield file.mistake(number.start(), COUNT, bad=number[0])


def no_count_is_typed_in_data(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a number typed in a text of the data, but in files that say why."""
    first = facts.languages[0]
    counts = {language: counts_of(facts, language) for language in facts.languages}
    free = cache(lambda file: None if facts.words[0].reason(RULE, file) else _free(facts, file))
    for record, path, text in every_text(facts):
        allowed = free(record.place.file)
        if allowed is None:
            continue
        judged = set(NUMBER.findall(text.get(first, "")))  # once is enough: names of laws differ by language
        for language, pattern in counts.items():
            for number in typed(text.get(language, ""), allowed, pattern, NAMED):
                if language == first or number[0] not in judged:
                    yield mistake_at(record.place, (*path, language), COUNT, bad=number[0])


def counts_of(facts: Facts, language: str) -> re.Pattern:
    """Return the pattern of numbers in words before a unit of time or people, in one language."""
    measure = facts.words[0].measure(language)
    units = measure.units if measure else ()
    said = "|".join(words[language] for words in facts.numbers[0].small if language in words)
    return re.compile(rf"\b(?:{said})\s+(?:{'|'.join(units)})\b" if units and said else "(?!)", re.I)


def _free(facts: Facts, path: str) -> re.Pattern:
    """Return the numbers that a page or a file of data may type, by `data/words.yml`."""
    words = [
        word
        for some in facts.words[0].typed
        if any(fnmatchcase(path, glob) for glob in some.pages)
        for word in some.words
    ]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})(?!\w)" if words else "(?!)", re.I)


def typed(text: str, free: re.Pattern, counts: re.Pattern, *named: re.Pattern) -> Iterator[re.Match]:
    """Yield the numbers of a text that stand for themselves: no figures, names of laws, amounts, or `free` ones."""
    for passed in (GAP, PASSED, TYPED, *named, free):
        text = passed.sub(lambda match: "\0" * len(match[0]), text)
    for pattern in (NUMBER, counts):
        yield from pattern.finditer(text)
