"""Rules for the layout of a page (quality.md, L4, L5, L10, L11): each is one function that yields findings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.facts.diagnostics import N_
from guide.checks.readability import sentences, words
from guide.checks.plain_language.finding import Finding
from guide.checks.plain_language.page_text import Reading

LEAST, MOST, SECTIONS, ITEMS, PARAGRAPH, LEAD, EARLY, COLUMNS, STORY = 80, 300, 5, 7, 3, 25, 120, 3, 120
"""Words of a body, sections, items of a list, sentences of a paragraph, words of the first one and before the next
step, columns of a table, words of a story."""


def size(page: Reading) -> Iterator[Finding]:
    """Find pages of more than one idea, long paragraphs and lists, steps that begin without a verb (L4)."""
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
    """Find a main message that is late or long, and a next step that is late (L5)."""
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


def tables(page: Reading) -> Iterator[Finding]:
    """Find rows of a table that cannot be read alone on a phone (L10)."""
    for row in re.findall(r"<tr>(.*?)</tr>", page.html, re.S):
        if (count := len(re.findall(r"<t[hd]\b", row))) > COLUMNS:
            yield Finding(
                "columns", N_("a table of {bad} columns; {most} is the most"), {"bad": count, "most": COLUMNS}
            )
            return


def stories(page: Reading) -> Iterator[Finding]:
    """Find long stories (L11)."""
    for story in re.findall(r'<div class="box story">(.*?)</div>', page.html, re.S):
        if (count := len(words(re.sub(r"<[^>]*>", " ", story)))) > STORY:
            yield Finding("story", N_("a story of {bad} words; {most} is the most"), {"bad": count, "most": STORY})
