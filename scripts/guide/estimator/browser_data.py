"""Data of the browser's estimator (overrides/js/estimator/engine.js): rules, tables of inputs, words."""

from __future__ import annotations

from typing import Any

from guide.estimator import inputs
from guide.estimator.engine.programs import EVENT_PROGRAM
from guide.estimator.inputs.messages import COMMAND_LINE, SENTENCES
from guide.estimator.message_text import MessageFormatter
from guide.facts.facts import Facts
from guide.i18n.language import Language
from guide.i18n.numerals import counting
from guide.law.browser_rules import to_browser
from guide.law.rules import Rules


def rules_for_browser(rules: Rules) -> dict[str, Any]:
    """Return the rules with the tables of inputs, as JSON (its schema: tests/support/rules_schema.json)."""
    tables = {
        "names": inputs.NAMES,
        "choices": inputs.CHOICES,
        "lists": inputs.LISTS,
        "money": inputs.MONEY,
        "whole": inputs.WHOLE,
        "of_segment": inputs.OF_SEGMENT,
        "known": inputs.KNOWN,
        "of_event": inputs.OF_EVENT,
        "required": inputs.REQUIRED,
        "defaults": inputs.DEFAULTS,
        "assumed": inputs.ASSUMED_OF,
        "low_income": inputs.LOW_INCOME,
    }
    return {**to_browser(rules), "inputs": tables, "event_program": EVENT_PROGRAM}


def words_of(language: Language, facts: Facts) -> dict[str, Any]:
    """Return everything that the browser's estimator says in one language."""
    words = MessageFormatter(language, facts).words
    return {
        "sentences": {n: language.gettext(sentence) for n, sentence in SENTENCES.items() if n not in COMMAND_LINE},
        "parties": words.parties,
        "benefits": words.benefits,
        "months": [language.month(f"2000-{month:02}").rsplit(" ", 1)[0] for month in range(1, 13)],
        "thousands": language.entry.thousands,
        "decimal": words.decimal,
        "numbers": counting(facts.numbers[0], language.id)._asdict(),
    }
