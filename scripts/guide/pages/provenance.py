"""Provenance of the figures on a page: the dated values behind them, and what each says."""

from __future__ import annotations

import html
from collections.abc import Iterable
from urllib.parse import quote

from guide.facts.model import law
from guide.facts.model.record import Dated, Model
from guide.figures.conditions import Condition
from guide.figures.value_parts import Part, parts
from guide.i18n.language import Language
from guide.pages.figure_markup import FigureMarkup
from guide.pages.routes import Page
from guide.pages.site import Site


class Provenance:
    """The sources of what `markup` has shown so far: ask when everything else of the page is drawn."""

    def __init__(self, site: Site, page: Page, language: Language, markup: FigureMarkup):
        self.site, self.page, self.language, self.markup, self.figures = site, page, language, markup, site.figures
        self.history = self.figures.history

    def sources(self) -> list[tuple[str, Model, tuple[str, ...]]]:
        """Return every dated value behind the page, those of its figures first: id, record, the forms shown."""
        behind: dict[str, tuple[Model, list[str]]] = {}
        resting = {fact: self.figures.fact(fact) for fact in self._resting()}
        for record in resting.values():
            self._tell(record)
        told = 0
        while told < len(self.markup.used):  # a note may name figures of its own
            for figure in list(self.markup.used.values())[told:]:
                told += 1
                for fact in figure.facts:
                    record, shown = behind.setdefault(fact, (self.figures.fact(fact), []))
                    words = self.markup.value(figure.value, figure.kind, "plain")
                    words += f" ({self.markup.until(figure)})" if figure.until else ""
                    words += self._in_brackets(figure.conditions)
                    shown += [words] if words not in shown else []
                    self._tell(record)
        for fact, record in resting.items():
            behind.setdefault(fact, (record, []))
        return [(fact, record, tuple(shown)) for fact, (record, shown) in behind.items()]

    def _tell(self, record: Model) -> None:
        """Say what the foot says of a record: its note and what its article says may name figures of their own."""
        reading = getattr(record, "reading", None)
        for text in (getattr(record, "note", None), reading and reading.says):
            if text:
                self.markup.say(text, record)

    def laws(self) -> list[str]:
        """Return ids of all laws behind the figures that were shown so far, those of reliefs first."""
        behind = dict.fromkeys(fact for figure in self.markup.used.values() for fact in figure.facts)
        records = map(self.figures.fact, sorted(behind, key=lambda fact: not fact.startswith("reliefs.")))
        named = (one.regulation for record in records for one in getattr(record, "citations", ()))
        return list(dict.fromkeys(named))

    def _resting(self) -> list[str]:
        """Return the fact ids of the words of the page, and of those that its head names."""
        named = self.page.prose[self.language.id].head.rests_on if self.page.prose else ()
        return [*self.markup.rested, *(self.figures.resting(name) for name in named)]

    def report(self, fact: str = "") -> str:
        """Return the address to tell a mistake on this page, or in this dated value; empty where none is set."""
        address = self.site.absolute(self.page.path, self.language) or f"/{self.page.path}"
        report = self.site.facts.site.report
        return report.replace("{page}", quote(address, "")).replace("{figure}", quote(fact, ""))

    def said(self, entry: Dated) -> str:
        """Return a dated value in a few words: `2% (employer), 1% (worker)`."""
        if isinstance(entry, law.CoverStart):
            return html.unescape(self.markup.say(entry.begins, linked=False).striptags()).rstrip(".")
        words = ", ".join(self._part(part) for part in parts(entry))
        return words + self._in_brackets(self.figures.conditions(entry)) if words else ""

    def _in_brackets(self, conditions: Iterable[Condition]) -> str:
        words = self.markup.conditions_said(conditions)
        return f" ({words})" if words else ""

    def _part(self, part: Part) -> str:
        note = self.language.sentence(part.note, **part.values) if part.note else ""
        if part.value is None:
            return note
        return self.markup.value(part.value, part.kind, "plain") + (f" ({note})" if note else "")
