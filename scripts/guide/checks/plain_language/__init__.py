"""Checks of plain language on pages (quality.md, L1 to L11)."""

from __future__ import annotations

from collections.abc import Iterator

from guide.checks.plain_language import layout_rules, sentence_rules, word_rules
from guide.checks.plain_language.finding import Finding
from guide.checks.plain_language.page_text import Manner, Reading

__all__ = ["Finding", "Manner", "Reading", "findings"]
RULES = (
    sentence_rules.grade,
    sentence_rules.length_of_sentences,
    sentence_rules.hard_words,
    layout_rules.size,
    layout_rules.beginning,
    word_rules.short_forms,
    word_rules.terms,
    word_rules.money_and_dates,
    word_rules.everyday_words,
    word_rules.wrong_phrases,
    layout_rules.tables,
    layout_rules.stories,
)


def findings(page: Reading) -> Iterator[Finding]:
    """Yield all that breaks a rule and is not allowed to."""
    for rule in RULES:
        for finding in rule(page):
            if not page.manner.wording.reason(finding.rule, page.path):
                yield finding
