"""One language of the site: its catalog, its money, numbers, dates and sentences.

With its catalogs the only part that knows Babel. English sentences are the keys of the catalogs; a language other than
English needs every key translated (`missing` says which are not).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import babel
from babel.core import get_global
from babel.dates import format_date
from babel.numbers import format_decimal

from guide.facts.diagnostics import N_, DataError, Mistake
from guide.facts.fallback import lent
from guide.facts.model.site import LanguageEntry
from guide.i18n.catalogs import read_catalog

KEYS = "en"
"""The language that the keys of the catalogs are written in."""
_GAP = re.compile(r"\{(\w+)(?::(\w+))?\}")


@dataclass(frozen=True)
class Language:
    """One language: its catalog, money, dates and numbers. `messages` maps English sentences to its own.

    `lender`: the language that says what this one, being partial, cannot.
    """

    entry: LanguageEntry
    messages: Mapping[str, str] = field(repr=False)
    lender: Language | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """Return the id under which facts carry this language's words."""
        return self.entry.id

    @property
    def three_letters(self) -> str:
        """Return the code of three letters (ISO 639-3), as lists of books want it: `ind`."""
        codes = (code for code, tag in get_global("language_aliases").items() if tag == self.id and len(code) == 3)
        return min(codes, default=self.id)

    def gettext(self, message: str) -> str:
        """Return the sentence in this language. Raises DataError where the catalog lacks it."""
        if self.entry.id == KEYS:
            return self.messages.get(message, message)
        if message not in self.messages and self.lender:
            return lent(self.lender.gettext(message))
        if message not in self.messages:
            file = f"overrides/locales/{self.entry.id}/LC_MESSAGES/messages.po"
            raise DataError([Mistake(file, 1, 1, "", N_("translate “{bad}”"), {"bad": message})])
        return self.messages[message]

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return one or many; languages without plural forms translate both the same."""
        return self.gettext(one if count == 1 else many)

    def pick(self, text: Mapping[str, str]) -> str:
        """Return this language's words of a fact."""
        return text[self.entry.id]

    def sentence(self, message: str, /, **values: object) -> str:
        """Return the translated sentence with its `{gaps}` filled; `{name:kind}` is money, month, date or rate."""
        return _GAP.sub(lambda gap: self.show(values[gap[1]], gap[2] or ""), self.gettext(message))

    def show(self, value: object, kind: str) -> str:
        """Return one value in words: kind is a method of this class, or empty for plain text."""
        if kind:
            return getattr(self, kind)(value)
        if isinstance(value, (list, tuple)):
            return ", ".join(map(str, value))
        return str(value)

    def number(self, value: int) -> str:
        """Return `16.800` in Indonesian, `16,800` in English."""
        return f"{value:,}".replace(",", self.entry.thousands)

    def money(self, rupiah: int) -> str:
        """Return `Rp16.800`: whole rupiah, no blank, no decimals (quality.md L7)."""
        return f"{'-' if rupiah < 0 else ''}Rp{self.number(abs(rupiah))}"

    def round_money(self, rupiah: int) -> str:
        """Return `Rp42 juta` where nothing is lost by it, else as `money`."""
        for size, word in (
            (10**12, self.gettext("trillion")),
            (10**9, self.gettext("billion")),
            (10**6, self.gettext("million")),
        ):
            if rupiah >= size:
                count = Decimal(rupiah) / size
                if count == count.quantize(Decimal("0.01")):
                    return f"Rp{format_decimal(count, locale=self.entry.locale)} {word}"
                break
        return self.money(rupiah)

    def rate(self, value: Decimal | str) -> str:
        """Return `3,7%` in Indonesian, `3.7%` in English. `value` is a fraction, or text as the data writes it."""
        percent = Decimal(value.rstrip("%")) if isinstance(value, str) else value * 100
        return f"{_decimal(percent, self.entry.locale)}%"

    def decimal(self, value: Decimal | str) -> str:
        """Return a number with decimals as this language writes it."""
        return _decimal(Decimal(value), self.entry.locale)

    def date(self, day: datetime.date | str) -> str:
        """Return `10 Desember 2026`; a month alone is `Desember 2026`, a year alone `2026`."""
        return _date(day if isinstance(day, str) else day.isoformat(), self.entry.locale)

    month = date


@lru_cache(maxsize=4096)
def _decimal(value: Decimal, locale: str) -> str:
    return format_decimal(value, locale=locale, decimal_quantization=False)


@lru_cache(maxsize=4096)
def _date(text: str, locale: str) -> str:
    if len(text) == 4:
        return text
    full = datetime.date.fromisoformat(text if len(text) == 10 else f"{text}-01")
    return format_date(full, "d MMMM y" if len(text) == 10 else "MMMM y", locale=locale)


def read_languages(entries: Iterable[LanguageEntry], folder: Path) -> dict[str, Language]:
    """Return every language of the site with its catalog, by id."""
    found: dict[str, Language] = {}
    for entry in entries:
        lender = next(iter(found.values()), None) if entry.partial else None
        found[entry.id] = Language(entry, read_catalog(folder, entry.id), lender)
    return found


def known_locale(name: str) -> bool:
    """Return whether Babel knows the locale."""
    try:
        babel.Locale.parse(name)
    except (babel.UnknownLocaleError, ValueError):
        return False
    return True
