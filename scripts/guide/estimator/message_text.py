"""Sentences of the estimator in a language: their gaps filled, and what the words in the gaps are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from guide.estimator.inputs import InputMistake
from guide.i18n.language import Language
from guide.facts.facts import Facts
from guide.estimator.inputs.messages import SENTENCES
from guide.i18n.labels import KNOWN

LONGEST = 80
"""Letters of a wrong value that a message repeats."""


class MessageFormatter:
    """Says things in one language, with the names that facts give to benefits."""

    def __init__(self, language: Language, facts: Facts):
        self.language = language
        self.benefits = {benefit.id: language.pick(benefit.name) for benefit in facts.benefits if benefit.events}
        self.parties = {party: language.gettext(word) for party, word in KNOWN["party"].items()}
        self.decimal = "," if language.entry.thousands == "." else "."

    def say(self, sentence: str, values: Mapping[str, Any]) -> str:
        """The sentence of that name, complete."""
        shown = {name: self._word(name, value) for name, value in values.items()}
        return self.language.sentence(SENTENCES[sentence], **shown)

    def mistake(self, mistake: InputMistake) -> str:
        """`income: what to write`, on one line."""
        return f"{mistake.name}: {self.say(mistake.sentence, mistake.values)}"

    def _word(self, name: str, value: Any) -> Any:
        if name == "party":
            return self.parties[value]
        if name == "benefit":
            return self.benefits[value]
        if name in ("rate", "relief"):
            return re.sub(r"([0-9])\.([0-9])", rf"\1{self.decimal}\2", value)
        if name == "bad" and isinstance(value, str):
            value = re.sub(r"[\x00-\x1f\x7f\u2028\u2029]+", " ", value)
            return value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"
        return value
