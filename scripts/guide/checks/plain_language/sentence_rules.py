"""Rules for the sentences of a page (quality.md, L1 to L3): each is one function that yields findings."""

from __future__ import annotations

from collections.abc import Iterator

from guide.facts.diagnostics import N_
from guide.checks.readability import counted, sentences, words
from guide.checks.plain_language.finding import Finding
from guide.checks.plain_language.page_text import Reading

ENOUGH = 60
"""Words from which on a text has a grade; the shares of a shorter one are chance."""


def grade(page: Reading) -> Iterator[Finding]:
    """Find a page that a reader with six years of school cannot follow (L1)."""
    measure = page.manner.measure
    if measure and page.score.words >= ENOUGH and page.score.grade > float(measure.most):
        values = {"bad": f"{page.score.grade:.1f}", "most": measure.most}
        yield Finding("grade", N_("the page reads like school year {bad}; {most} is the most"), values)


def length_of_sentences(page: Reading) -> Iterator[Finding]:
    """Find long sentences (L2)."""
    measure = page.manner.measure
    if not measure:
        return
    if page.score.words >= ENOUGH and page.score.mean > measure.mean:
        values = {"bad": f"{page.score.mean:.1f}", "most": measure.mean}
        yield Finding("mean", N_("a sentence has {bad} words on average; {most} is the most"), values)
    for text in page.text:
        for sentence in sentences(text):
            if len(words(sentence)) > measure.longest:
                values = {"bad": len(words(sentence)), "most": measure.longest}
                yield Finding(
                    "sentence", N_("a sentence of {bad} words: write two; {most} is the most"), values, sentence
                )


def hard_words(page: Reading) -> Iterator[Finding]:
    """Find too many long words and heavy nouns (L3)."""
    measure, found = page.manner.measure, page.score if page.manner.measure else None
    if not measure or not found or found.words < ENOUGH:
        return
    for rule, share, most, message in (
        ("hard", found.hard, measure.hard, N_("{bad}% long words; {most}% is the most: {words}")),
        ("nouns", found.nouns, measure.nouns, N_("{bad}% heavy nouns; {most}% is the most: {words}")),
    ):
        if share * 100 > float(most):
            long = {w.lower() for t in page.text for w in counted(t, page.manner.kept) if _is(page, rule, w)}
            yield Finding(rule, message, {"bad": f"{share * 100:.1f}", "most": most, "words": ", ".join(sorted(long))})


def _is(page: Reading, rule: str, word: str) -> bool:
    if rule == "nouns":
        return bool(page.manner.noun.fullmatch(word.lower()))
    assert page.manner.syllables
    return page.manner.syllables.count(word) >= 5
