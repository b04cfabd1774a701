"""Whether a page is written in plain words (quality.md, L1 to L11)."""

from __future__ import annotations

from collections.abc import Iterator

from guide.wording import easy, order, said
from guide.wording.finding import Finding
from guide.wording.reading import Manner, Reading

__all__ = ["Finding", "Manner", "Reading", "findings"]
RULES = (
    easy.grade,
    easy.length_of_sentences,
    easy.hard_words,
    order.size,
    order.beginning,
    said.short_forms,
    said.terms,
    said.money_and_dates,
    said.everyday_words,
    order.tables,
    order.stories,
)


def findings(page: Reading) -> Iterator[Finding]:
    """All that breaks a rule and is not allowed to."""
    for rule in RULES:
        for finding in rule(page):
            if not page.manner.wording.reason(finding.rule, page.path):
                yield finding
