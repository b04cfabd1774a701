"""Where the figures of a page come from, as its foot tells it: the dated values behind them, and what each says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from guide.figures.conditions import Condition
from guide.figures.value_parts import Part, parts


class Origin:
    """The sources of one drawing (guide.render.Drawing): ask when everything else of the page is drawn."""

    def __init__(self, drawing: Any):
        self.drawing, self.language, self.figures = drawing, drawing.language, drawing.renderer.figures
        self.history = self.figures.history

    def sources(self) -> list[tuple[str, Any, tuple[str, ...]]]:
        """Every dated value behind the page, those of its figures first: id, record, what it is shown as."""
        behind: dict[str, tuple[Any, list[str]]] = {}
        resting = {fact: self.figures.fact(fact) for fact in self._resting()}
        for record in resting.values():
            if getattr(record, "note", None):
                self.drawing.say(record.note, record)
        told = 0
        while told < len(self.drawing.used):  # a note may name figures of its own
            for figure in list(self.drawing.used.values())[told:]:
                told += 1
                for fact in figure.facts:
                    record, shown = behind.setdefault(fact, (self.figures.fact(fact), []))
                    words = self.drawing.value(figure.value, figure.kind, "plain")
                    words += f" ({self.drawing.until(figure)})" if figure.until else ""
                    words += self._in_brackets(figure.conditions)
                    shown += [words] if words not in shown else []
                    if getattr(record, "note", None):
                        self.drawing.say(record.note, record)
        for fact, record in resting.items():
            behind.setdefault(fact, (record, []))
        return [(fact, record, tuple(shown)) for fact, (record, shown) in behind.items()]

    def laws(self) -> list[str]:
        """Ids of all laws behind the figures that were shown so far, those of reliefs first."""
        behind = dict.fromkeys(fact for figure in self.drawing.used.values() for fact in figure.facts)
        records = map(self.figures.fact, sorted(behind, key=lambda fact: not fact.startswith("reliefs.")))
        named = (one.regulation for record in records for one in getattr(record, "citations", ()))
        return list(dict.fromkeys(named))

    def _resting(self) -> list[str]:
        """Fact ids of what the page tells in words, and of what its head names."""
        page = self.drawing.page_
        named = page.prose[self.language.id].head.rests_on if page.prose else ()
        return [*self.drawing.rested, *(self.figures.resting(name) for name in named)]

    def report(self, fact: str = "") -> str:
        """The address to tell a mistake on this page, or in this dated value; empty where none is set."""
        page = self.drawing.page_.path
        address = self.drawing.renderer.absolute(page, self.language) or f"/{page}"
        return self.drawing.renderer.facts.site.report.replace("{page}", quote(address, "")).replace(
            "{figure}", quote(fact, "")
        )

    def said(self, entry: Any) -> str:
        """What a dated value says, in a few words: `2% (employer), 1% (worker)`."""
        words = ", ".join(self._part(part) for part in parts(entry))
        return words + self._in_brackets(self.figures.conditions(entry)) if words else ""

    def _in_brackets(self, conditions: Iterable[Condition]) -> str:
        words = self.drawing.conditions_said(conditions)
        return f" ({words})" if words else ""

    def _part(self, part: Part) -> str:
        note = self.language.sentence(part.note, **part.values) if part.note else ""
        if part.value is None:
            return note
        return self.drawing.value(part.value, part.kind, "plain") + (f" ({note})" if note else "")
