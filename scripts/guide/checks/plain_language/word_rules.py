"""Rules for the words of a page (quality.md, L6, L7, L9): each is one function that yields findings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.pages.glossary_terms import is_explained, is_quoted, term_of
from guide.facts.diagnostics import N_
from guide.checks.phrases import WRONG
from guide.checks.plain_language.finding import Finding
from guide.checks.plain_language.page_text import Reading

SHORT = 3
"""Kinds of short forms."""
_MONEY = re.compile(r"Rp\.?\s\d|Rp\.\d|\bIDR\b|,00\b|\b\d+(?:[.,]\d+)?K\b")
_DATE = re.compile(r"\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b|\b20\d\d-\d\d-\d\d\b")


def short_forms(page: Reading) -> Iterator[Finding]:
    """Find too many short forms, and those not explained where they are first used (L6)."""
    if len(page.short_forms) > SHORT:
        values = {"bad": len(page.short_forms), "most": SHORT, "words": ", ".join(sorted(page.short_forms))}
        yield Finding("short-forms", N_("{bad} kinds of short forms; {most} is the most: {words}"), values)
    for form in sorted(page.short_forms - set(page.manner.terms)):
        text = next((t for t in (b.text for b in page.article.blocks) if re.search(rf"\b{form}\b", t)), "")
        match = re.search(rf"\b{form}\b", text)
        if match and not is_explained(text, match, "\0"):
            yield Finding("explained", N_("say what {bad} means where it is first used"), {"bad": form}, text)


def terms(page: Reading) -> Iterator[Finding]:
    """Find official words and short forms of the glossary not explained where they are first used (L6, L9)."""
    known: set[str] = set()
    for block in page.article.blocks:
        for match in page.manner.find.finditer(block.text):
            term = term_of(match, page.manner.terms)
            if is_explained(block.text, match, page.manner.terms[term]):
                known.add(term)
            elif is_quoted(block.text, match.start()):
                continue
            elif (
                term not in known and not block.sign and block.list not in page.article.menus and block.tag != "summary"
            ):
                known.add(term)
                yield Finding(
                    "explained", N_("say what {bad} means where it is first used"), {"bad": match[0]}, block.text
                )


def money_and_dates(page: Reading) -> Iterator[Finding]:
    """Find money and dates that are written another way (L7)."""
    for text in page.text:
        for match in (*_MONEY.finditer(text), *_DATE.finditer(text)):
            yield Finding(
                "form", N_("write money like Rp16.800 and dates in words, not “{bad}”"), {"bad": match[0]}, text
            )


def wrong_phrases(page: Reading) -> Iterator[Finding]:
    """L9: nobody says it so."""
    for block in page.article.blocks:
        for _match, values in page.manner.wrong.find(block.text):
            yield Finding("phrase", WRONG, values, block.text)


def everyday_words(page: Reading) -> Iterator[Finding]:
    """Find words for which there is an everyday word (L9)."""
    for block in page.article.blocks:
        for match in page.manner.banned.finditer(block.text):
            official = block.text[: match.start()].endswith("(") or (
                block.text[: match.start()].count("(") > block.text[: match.start()].count(")")
            )
            if not official:
                values = {"bad": match[0], "good": page.manner.hard[match[0].lower()]}
                yield Finding("everyday", N_("say “{good}”, not “{bad}”"), values, block.text)
