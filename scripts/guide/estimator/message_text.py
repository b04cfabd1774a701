"""Sentences of the estimator in one language, with their gaps filled and the words in them translated."""

from __future__ import annotations

from collections.abc import Mapping

from guide.estimator.inputs import InputMistake, Value
from guide.estimator.inputs.messages import SENTENCES
from guide.estimator.message_words import MessageWords
from guide.facts.facts import Facts
from guide.i18n.labels import KNOWN
from guide.i18n.language import Language


class MessageFormatter:
    """Sentences in one language, with the names that facts give to benefits."""

    def __init__(self, language: Language, facts: Facts):
        self.language = language
        self.words = MessageWords(
            parties={party: language.gettext(word) for party, word in KNOWN["party"].items()},
            benefits={benefit.id: language.pick(benefit.name) for benefit in facts.benefits if benefit.events},
            decimal="," if language.entry.thousands == "." else ".",
        )

    def say(self, sentence: str, values: Mapping[str, Value]) -> str:
        """Return the sentence of that name, complete."""
        shown = {
            name: self.words.shown(name, value) if isinstance(value, str) else value for name, value in values.items()
        }
        return self.language.sentence(SENTENCES[sentence], **shown)

    def mistake(self, mistake: InputMistake) -> str:
        """Return `income: what to write`, on one line."""
        return f"{mistake.name}: {self.say(mistake.sentence, mistake.values)}"
