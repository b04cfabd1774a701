"""Sentences of the estimator in one language, with their gaps filled and the words in them translated."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guide.estimator.inputs import InputMistake, Value
from guide.i18n.language import Language
from guide.facts.facts import Facts
from guide.estimator.inputs.messages import SENTENCES
from guide.i18n.labels import KNOWN

LONGEST = 80
"""Letters of a wrong value that a message repeats."""


class MessageFormatter:
    """Sentences in one language, with the names that facts give to benefits."""

    def __init__(self, language: Language, facts: Facts):
        self.language = language
        self.benefits = {benefit.id: language.pick(benefit.name) for benefit in facts.benefits if benefit.events}
        self.parties = {party: language.gettext(word) for party, word in KNOWN["party"].items()}
        self.decimal = "," if language.entry.thousands == "." else "."

    def say(self, sentence: str, values: Mapping[str, Value]) -> str:
        """Return the sentence of that name, complete."""
        shown = {name: self._word(name, value) for name, value in values.items()}
        return self.language.sentence(SENTENCES[sentence], **shown)

    def mistake(self, mistake: InputMistake) -> str:
        """Return `income: what to write`, on one line."""
        return f"{mistake.name}: {self.say(mistake.sentence, mistake.values)}"

    def _word(self, name: str, value: Value) -> Value:
        if not isinstance(value, str):
            return value
        if name == "party":
            return self.parties[value]
        if name == "benefit":
            return self.benefits[value]
        if name in ("rate", "relief"):
            return re.sub(r"([0-9])\.([0-9])", rf"\1{self.decimal}\2", value)
        if name == "bad":
            value = re.sub(r"[\x00-\x1f\x7f\u2028\u2029]+", " ", value)
            return value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…"
        return value
