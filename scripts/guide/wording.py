"""Whether a page is written in plain words (quality.md, L1 to L10): each rule is one function that yields findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any

from guide.article import Article, read_article
from guide.explain import is_explained, pattern, term_of, terms_of
from guide.mistakes import N_
from guide.model import Facts
from guide.model.words import Measure
from guide.readability import Score, Syllables, counted, score, sentences, words

ENOUGH = 60
"""Words from which on a text has a grade; the shares of a shorter one are chance."""
LEAST, MOST, SECTIONS, ITEMS, PARAGRAPH, LEAD, EARLY, SHORT, COLUMNS, STORY = 80, 300, 5, 7, 3, 25, 120, 3, 3, 120
"""Words of a body, sections, items of a list, sentences of a paragraph, words of the first one and before the next
step, kinds of short forms, columns of a table, words of a story."""
_SHORT_FORM = re.compile(r"(?<![\w./-])[A-Z][A-Z0-9]+(?:[A-Z]|\b)(?![\w./-]*[a-z]{3})")
_MONEY = re.compile(r"Rp\.?\s\d|Rp\.\d|\bIDR\b|,00\b|\b\d+(?:[.,]\d+)?K\b")
_DATE = re.compile(r"\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|\b20\d\d-\d\d-\d\d\b")


@dataclass(frozen=True)
class Finding:
    """Something to mend on a page: the rule, a sentence with gaps, their values, and the words it is about."""

    rule: str
    message: str
    values: Mapping[str, Any]
    snippet: str = ""


class Manner:
    """How one language is written: its measure, the names to keep, the terms to explain, the words to avoid."""

    def __init__(self, facts: Facts, language: str):
        self.wording = facts.words[0]
        self.measure: Measure | None = next((m for m in self.wording.measures if m.language == language), None)
        kept = (k for k in self.wording.kept if not k.languages or language in k.languages)
        self.kept = sorted({name for k in kept for name in k.words}, key=len, reverse=True)
        self.terms = terms_of(facts, language)
        self.find = pattern(self.terms)
        self.hard = {w.word: w.say for w in self.wording.hard if w.language == language}
        self.banned = re.compile("|".join(rf"(?<!\w){re.escape(w)}(?!\w)" for w in self.hard) or "(?!)", re.I)
        m = self.measure
        self.syllables = m and Syllables(m.vowels, m.each, m.joined, m.silent)
        self.noun = re.compile(m.noun if m else "(?!)")

    def allowed(self, rule: str, path: str) -> str:
        """The reason why a rule need not hold on a page, or an empty text."""
        found = (a for a in self.wording.allowed if a.rule == rule and any(fnmatchcase(path, p) for p in a.pages))
        return next((a.reason for a in found), "")


class Reading:
    """One drawn page, measured."""

    def __init__(self, path: str, html: str, manner: Manner):
        self.path, self.html, self.manner = path, html, manner
        self.article: Article = read_article(html)

    @cached_property
    def text(self) -> list[str]:
        """Its running text, a paragraph or item each."""
        return [block.text for block in self.article.own()]

    @cached_property
    def score(self) -> Score:
        """Its numbers."""
        manner = self.manner
        assert manner.measure and manner.syllables
        return score(self.text, manner.syllables, Decimal(manner.measure.weight), manner.kept, manner.noun)

    @cached_property
    def short_forms(self) -> set[str]:
        """The short forms (JHT) of its text and headings that are neither names nor said every day."""
        found: set[str] = set()
        for text in (*self.text, *(b.text for b in self.article.blocks if b.heading)):
            for name in self.manner.kept:
                text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text)
            found.update(_SHORT_FORM.findall(text))
        return found

    def findings(self) -> Iterator[Finding]:
        """All that breaks a rule and is not allowed to."""
        for rule in RULES:
            for finding in rule(self):
                if not self.manner.allowed(finding.rule, self.path):
                    yield finding


def grade(page: Reading) -> Iterator[Finding]:
    """L1: a reader with six years of school follows."""
    measure = page.manner.measure
    if measure and page.score.words >= ENOUGH and page.score.grade > float(measure.most):
        values = {"bad": f"{page.score.grade:.1f}", "most": measure.most}
        yield Finding("grade", N_("the page reads like school year {bad}; {most} is the most"), values)


def length_of_sentences(page: Reading) -> Iterator[Finding]:
    """L2: sentences are short."""
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
    """L3: few long words and few heavy nouns."""
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


def size(page: Reading) -> Iterator[Finding]:
    """L4: a page has one idea; its paragraphs and lists are short; a step begins with its verb."""
    count = sum(len(words(text)) for text in page.text)
    if not LEAST <= count <= MOST:
        values = {"bad": count, "least": LEAST, "most": MOST}
        yield Finding("length", N_("the page has {bad} words; write {least} to {most}"), values)
    sections = sum(block.tag == "h2" for block in page.article.blocks)
    if sections > SECTIONS:
        yield Finding(
            "sections", N_("the page has {bad} sections; {most} is the most"), {"bad": sections, "most": SECTIONS}
        )
    for block in page.article.own():
        if block.tag == "p" and len(sentences(block.text)) > PARAGRAPH:
            values = {"bad": len(sentences(block.text)), "most": PARAGRAPH}
            yield Finding("paragraph", N_("a paragraph of {bad} sentences; {most} is the most"), values, block.text)
    for number, items in page.article.lists.items():
        if items > ITEMS and number not in page.article.menus:
            first = next(block.text for block in page.article.blocks if block.list == number)
            yield Finding("list", N_("a list of {bad} items; {most} is the most"), {"bad": items, "most": ITEMS}, first)
    yield from _steps(page)


def _steps(page: Reading) -> Iterator[Finding]:
    not_first = page.manner.measure.not_first if page.manner.measure else ()
    for block in page.article.blocks:
        first = (words(block.text) or [""])[0].lower()
        if block.tag == "li" and block.list in page.article.ordered and first in not_first:
            yield Finding("step", N_("a step begins with its verb, not with “{bad}”"), {"bad": first}, block.text)


def beginning(page: Reading) -> Iterator[Finding]:
    """L5: the main message comes first and is short; the next step comes soon."""
    blocks = [b for b in page.article.blocks if b.tag == "p"]
    lead = next((b for b in blocks if "data-main-message" in b.marks), None)
    if not lead or lead is not blocks[0] or len(words(lead.text)) > LEAD:
        values = {"bad": len(words(lead.text)) if lead else 0, "most": LEAD}
        yield Finding(
            "message", N_("the main message has {bad} words; {most} is the most"), values, lead.text if lead else ""
        )
    before = re.sub(r"<[^>]*>", " ", page.html.partition("data-next-step")[0])
    if "data-next-step" not in page.html or len(words(before)) > EARLY:
        yield Finding("next", N_("the next step must stand within the first {most} words"), {"most": EARLY})


def short_forms(page: Reading) -> Iterator[Finding]:
    """L6: few short forms, each explained where it is first used."""
    if len(page.short_forms) > SHORT:
        values = {"bad": len(page.short_forms), "most": SHORT, "words": ", ".join(sorted(page.short_forms))}
        yield Finding("short-forms", N_("{bad} kinds of short forms; {most} is the most: {words}"), values)
    for form in sorted(page.short_forms - set(page.manner.terms)):
        text = next((t for t in (b.text for b in page.article.blocks) if re.search(rf"\b{form}\b", t)), "")
        match = re.search(rf"\b{form}\b", text)
        if match and not is_explained(text, match, "\0"):
            yield Finding("explained", N_("say what {bad} means where it is first used"), {"bad": form}, text)


def terms(page: Reading) -> Iterator[Finding]:
    """L6 and L9: official words and short forms of the glossary are explained where they are first used."""
    known: set[str] = set()
    for block in page.article.blocks:
        for match in page.manner.find.finditer(block.text):
            term = term_of(match, page.manner.terms)
            if is_explained(block.text, match, page.manner.terms[term]):
                known.add(term)
            elif (
                term not in known and not block.sign and block.list not in page.article.menus and block.tag != "summary"
            ):
                known.add(term)
                yield Finding(
                    "explained", N_("say what {bad} means where it is first used"), {"bad": match[0]}, block.text
                )


def money_and_dates(page: Reading) -> Iterator[Finding]:
    """L7: money and dates are written one way."""
    for text in page.text:
        for match in (*_MONEY.finditer(text), *_DATE.finditer(text)):
            yield Finding(
                "form", N_("write money like Rp16.800 and dates in words, not “{bad}”"), {"bad": match[0]}, text
            )


def everyday_words(page: Reading) -> Iterator[Finding]:
    """L9: there is an everyday word for it."""
    for block in page.article.blocks:
        for match in page.manner.banned.finditer(block.text):
            official = block.text[: match.start()].endswith("(") or (
                block.text[: match.start()].count("(") > block.text[: match.start()].count(")")
            )
            if not official:
                values = {"bad": match[0], "good": page.manner.hard[match[0].lower()]}
                yield Finding("everyday", N_("say “{good}”, not “{bad}”"), values, block.text)


def tables(page: Reading) -> Iterator[Finding]:
    """L10: a row of a table can be read alone on a phone."""
    for row in re.findall(r"<tr>(.*?)</tr>", page.html, re.S):
        if (count := len(re.findall(r"<t[hd]\b", row))) > COLUMNS:
            yield Finding(
                "columns", N_("a table of {bad} columns; {most} is the most"), {"bad": count, "most": COLUMNS}
            )
            return


def stories(page: Reading) -> Iterator[Finding]:
    """L11: a story is short."""
    for story in re.findall(r'<div class="box story">(.*?)</div>', page.html, re.S):
        if (count := len(words(re.sub(r"<[^>]*>", " ", story)))) > STORY:
            yield Finding("story", N_("a story of {bad} words; {most} is the most"), {"bad": count, "most": STORY})


RULES = (
    grade,
    length_of_sentences,
    hard_words,
    size,
    beginning,
    short_forms,
    terms,
    money_and_dates,
    everyday_words,
    tables,
    stories,
)
