"""Sentences of the estimator from ready-made words of one language; the twin of js/estimator/messages.js."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypedDict

from guide.estimator.inputs import Value
from guide.estimator.message_words import MessageWords

_GAP = re.compile(r"\{(\w+)(?::(\w+))?\}")


class Words(TypedDict):
    """What one language says (guide.estimator.browser_data.words_of)."""

    sentences: dict[str, str]
    parties: dict[str, str]
    benefits: dict[str, str]
    months: list[str]
    thousands: str
    decimal: str


class Sentences:
    """Teller of sentences, their gaps filled."""

    def __init__(self, words: Words):
        self.words = words
        self.told = MessageWords(words["parties"], words["benefits"], words["decimal"])

    def say(self, sentence: str, values: Mapping[str, Value]) -> str:
        """Return the sentence of that name, complete."""
        return _GAP.sub(lambda gap: self._shown(gap[1], values[gap[1]], gap[2]), self.words["sentences"][sentence])

    def _shown(self, name: str, value: Value, kind: str | None) -> str:
        if kind == "money":
            return self._money(value if isinstance(value, int) else 0)
        if kind:
            return self._date(str(value))
        if isinstance(value, str):
            return self.told.shown(name, value)
        return ", ".join(value) if isinstance(value, tuple) else str(value)

    def _money(self, rupiah: int) -> str:
        digits = f"{abs(rupiah):,}".replace(",", self.words["thousands"])
        return f"{'-' if rupiah < 0 else ''}Rp{digits}"

    def _date(self, day: str) -> str:
        year, month, *rest = day.split("-")
        return " ".join([*(str(int(each)) for each in rest), self.words["months"][int(month) - 1], year])
