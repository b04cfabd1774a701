"""How the workbook looks and speaks: formats of cells, words in every language, the note of an old copy."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from guide.facts.diagnostics import N_
from guide.facts.facts import Facts
from guide.figures.review_dates import review_day
from guide.handouts.context import HandoutContext
from guide.i18n.language import Language

OLD = N_("This copy is old.")
_MONTH, _RUPIAH = "mmmm yyyy", "#,##0"
_INPUT = {"locked": False, "bg_color": "#FFF7E0", "border": 1, "border_color": "#C9B98A"}
_TITLE = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#1F3B2E", "font_color": "#FFFFFF"}


class PlainSheet(Worksheet):  # type: ignore[misc]
    """A sheet whose formulas use no function of newer Excels, so that none is looked for in each of them."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class Style:
    """Formats and words that all sheets share."""

    def __init__(
        self, book: Workbook, languages: Sequence[Language], facts: Facts, review: datetime.date, today: datetime.date
    ):
        self.book, self.languages, self.review, self.today = book, languages, review, today
        self.values = {
            column.input: {value: words[0] for value, words in column.values.items()} for column in facts.columns
        }
        self.heading = self._format({"bold": True, "font_size": 14})
        self.bold, self.title = self._format({"bold": True}), self._format(_TITLE)
        self.alarm = self._format({"bold": True, "font_color": "#B00020"})
        self.text, self.wrapped = self._format({}), self._format({"text_wrap": True, "valign": "top"})
        self.input, self.input_rupiah = self._format(_INPUT), self._format({**_INPUT, "num_format": _RUPIAH})
        self.input_month = self._format({**_INPUT, "num_format": _MONTH, "align": "left"})
        self.rupiah, self.month = self._format({"num_format": _RUPIAH}), self._format({"num_format": _MONTH})
        self.sum = self._format({"num_format": _RUPIAH, "bold": True, "top": 1})

    def _format(self, properties: Mapping[str, object]) -> Format:
        return self.book.add_format(dict(properties))

    def both(self, words: str) -> str:
        """Return words in every language, those of the first one first."""
        return " / ".join(dict.fromkeys(language.gettext(words) for language in self.languages))

    def lines(self, words: str) -> str:
        """Return words in every language, each on a line of its own."""
        return self.both(words).replace(" / ", "\n")

    def word(self, name: str, value: str) -> str:
        """Return how a cell writes a value of an input: as clerks do, and as the estimator calls it."""
        return value if value.isdigit() else " / ".join(dict.fromkeys((self.values[name].get(value, value), value)))

    def sheet(self, name: str, title: str) -> Worksheet:
        """Return a new locked sheet with its title, and in its second line what an old copy says."""
        sheet = self.book.add_worksheet(name, PlainSheet)
        sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
        sheet.write_string("A1", title, self.heading)
        text, day = self.both(OLD), self.review
        old = f'=IF(TODAY()>=DATE({day.year},{day.month},{day.day}),"{text}","")'
        sheet.write_formula("A2", old, self.alarm, text if self.today >= day else "")
        return sheet


@contextmanager
def opened(out: BinaryIO, context: HandoutContext, **properties: str) -> Iterator[Style]:
    """Yield the style of a new workbook, which is written to `out` at the end; `properties`: its title."""
    site = context.renderer.site
    with Workbook(out, {"in_memory": True}) as book:
        day = datetime.datetime(site.today.year, site.today.month, site.today.day)
        book.set_properties({**properties, "created": day})
        yield Style(book, context.languages, site.facts, review_day(site.figures), site.today)
