"""One drawn page and how it reads: its text, its scores, its short forms."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cached_property

from guide.checks.html_text import Article, read_article
from guide.checks.phrases import phrases_of
from guide.pages.glossary_terms import pattern, terms_of
from guide.facts.facts import Facts
from guide.facts.model.linguistics import Measure
from guide.checks.readability import Score, Syllables, score

_SHORT_FORM = re.compile(r"(?<![\w./-])[A-Z][A-Z0-9]+(?:[A-Z]|\b)(?![\w./-]*[a-z]{3})")


class Manner:
    """Plain-language rules of one language: its measure, names to keep, terms to explain, words to avoid."""

    def __init__(self, facts: Facts, language: str):
        self.wording = facts.words[0]
        self.measure: Measure | None = self.wording.measure(language)
        kept = (k for k in self.wording.kept if not k.languages or language in k.languages)
        daily = (term.plain[language] for term in facts.glossary)
        self.kept = sorted({name for k in kept for name in k.words} | {*daily}, key=len, reverse=True)
        self.terms = terms_of(facts, language)
        self.find = pattern(self.terms)
        self.wrong = phrases_of(facts, language)
        self.hard = {w.word: w.say for w in self.wording.hard if w.language == language}
        self.banned = re.compile("|".join(rf"(?<!\w){re.escape(w)}(?!\w)" for w in self.hard) or "(?!)", re.I)
        m = self.measure
        self.syllables = m and Syllables(m.vowels, m.each, m.joined, m.silent)
        self.noun = re.compile(m.noun if m else "(?!)")


class Reading:
    """One drawn page, measured."""

    def __init__(self, path: str, html: str, manner: Manner):
        self.path, self.html, self.manner = path, html, manner
        self.article: Article = read_article(html)

    @cached_property
    def text(self) -> list[str]:
        """Return the running text, a paragraph or item each."""
        return [block.text for block in self.article.own()]

    @cached_property
    def score(self) -> Score:
        """Return the scores of the running text."""
        manner = self.manner
        assert manner.measure and manner.syllables
        return score(self.text, manner.syllables, Decimal(manner.measure.weight), manner.kept, manner.noun)

    @cached_property
    def short_forms(self) -> set[str]:
        """Return the short forms (JHT) of text and headings that are neither names nor said every day."""
        found: set[str] = set()
        for text in (*self.text, *(b.text for b in self.article.blocks if b.heading)):
            for name in self.manner.kept:
                text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text)
            found.update(_SHORT_FORM.findall(text))
        return found
