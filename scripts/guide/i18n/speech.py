"""A text as it is read aloud: every number in words, in any language that `data/numbers.yml` describes."""

from __future__ import annotations

import re
from functools import cached_property

from guide.i18n.language import Language
from guide.facts.diagnostics import N_
from guide.i18n.numerals import Counting, number_words

WORDS = {"percent": N_("per cent"), "times": N_("times"), "point": N_("point"), "of": N_("of the year")}
"""What stands for signs; `overrides/js/read-aloud/player.js` says the same (tests/support/spoken.yml)."""
PHONES = ("175", "165")
_DIALLED = re.compile(rf"(?<![\d.,])(?:{'|'.join(PHONES)}|0\d{{5,}}|\d{{7,}})(?![\d.,]*\d)")
"""Telephone numbers are said digit by digit."""
_DIGITS = r"\d+(?:[.,]\d+)*"


class Spoken:
    """Says texts of one language."""

    def __init__(self, language: Language, counting: Counting):
        self.language, self.counting = language, counting
        self.words = {name: language.gettext(sentence) for name, sentence in WORDS.items()}

    def say(self, text: str) -> str:
        """Return the text without a digit."""
        text = _DIALLED.sub(lambda found: self._one_by_one(found[0]), text)
        text = self._money.sub(lambda found: f"{self._number(found[1])}{found[2] or ''} {self.counting.money}", text)
        text = re.sub(r"(?<=\d) ?%", f" {self.words['percent']}", text)
        text = re.sub(r"(?<=\d) x (?=\d)", f" {self.words['times']} ", text)
        text = re.sub(r"(?<=\d)/(?=\d{4}\b)", f" {self.words['of']} ", text)
        text = re.sub(r"(?<=\d)\s*[/–-]\s*(?=\d)", " ", text)
        text = re.sub(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " ", text)
        return re.sub(_DIGITS, lambda found: self._number(found[0]), text)

    @cached_property
    def _money(self) -> re.Pattern[str]:
        return re.compile(rf"Rp({_DIGITS})( (?:{'|'.join(self.counting.thousands)})\b)?")

    def _number(self, digits: str) -> str:
        """Return a number with the marks of the language, such as `16.800` or `1,5`."""
        whole, _, part = digits.replace(self.language.entry.thousands, "").replace(",", ".").partition(".")
        said = number_words(int(whole), self.counting)
        return f"{said} {self.words['point']} {self._one_by_one(part)}" if part else said

    def _one_by_one(self, digits: str) -> str:
        return " ".join(self.counting.small[int(digit)] for digit in digits if digit.isdigit())
