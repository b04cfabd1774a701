"""Words with their figures: every amount a page shows, marked with its id and tied to where it comes from."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from guide.figures.figure import Figure, UnknownFigure
from guide.i18n.language import Language
from guide.i18n.numerals import counting, money_words, number_words
from guide.pages.routes import Page
from guide.pages.links import Placed

if TYPE_CHECKING:
    from guide.pages.renderer import Renderer

_GAP = re.compile(r"\{(?!part:)([\w.:&;=,@-]+)(?:\|(\w+))?\}")


class Figured(Placed):
    """A page that gathers the figures it shows, in `used`."""

    def __init__(self, renderer: Renderer, page: Page, language: Language):
        super().__init__(renderer, page, language)
        self.used: dict[str, Figure] = {}
        self.rested: list[str] = []

    def say(self, text: Mapping[str, str], record: Any = None, *, linked: bool = True) -> Markup:
        """A fact's words in this language, its `{figures}` filled; inside a link, figures carry none of their own."""
        return self.fill(html.escape(self.language.pick(text), quote=False), record, linked=linked)

    def fill(self, words: str, record: Any = None, *, linked: bool = True) -> Markup:
        """Words with every `{figure}` or `{figure|form}` shown. Unknown figures are an error."""
        own = self._owner(record)

        def shown(gap: re.Match) -> str:
            name = self.renderer.figures.name_in(own, html.unescape(gap[1]))
            return str(self.figure(name, gap[2] or "plain", linked=linked))

        return Markup(_GAP.sub(shown, words))

    def _owner(self, record: Any) -> str:
        return self.renderer.owners.get(id(record), "")

    def figure(self, name: str, form: str = "plain", *, linked: bool = True) -> Markup:
        """A figure, marked with its id and linked to where it comes from.

        Forms: plain; round (Rp42 juta); change (with its last month and what comes after); said (in words);
        years (of a number of months).
        """
        try:
            found = self.renderer.figures.get(name)
        except UnknownFigure:
            raise LookupError(f"{self.page_.source}: no figure {name}") from None
        self.used[name] = found
        key = (name, form, linked, self.language.id)
        kept = self.renderer.shown
        if key not in kept:
            kept[key] = self._shown(found, form, linked)
        return kept[key]

    def _shown(self, found: Figure, form: str, linked: bool) -> Markup:
        if found.value is None:
            words = self.language.gettext("not covered on this date")
            return Markup('<span class="fig" data-fig="{}">{}</span>').format(found.id, words)
        words = self.value(found.value, found.kind, form)
        if not linked or not found.facts:
            shown = Markup('<span class="fig" data-fig="{}">{}</span>').format(found.id, words)
        else:
            shown = Markup('<a class="fig" data-fig="{}" href="#f-{}">{}</a>').format(found.id, found.facts[0], words)
        if form == "change" and found.until:
            shown += Markup(' <small class="change">({})</small>').format(self.until(found))
        return shown

    def until(self, found: Figure) -> str:
        """The last month of a figure, and what comes after it."""
        then = self.value(found.then, found.kind, "plain")
        return self.language.sentence("until {until:month}; then {then}", until=found.until, then=then)

    def value(self, value: Any, kind: str, form: str) -> str:
        """A value in words: rupiah, rate, month or number."""
        if form == "said":
            say = money_words if kind == "money" else number_words
            return say(value, counting(self.renderer.facts.numbers[0], self.language.id))
        if form == "years":
            return self.language.decimal(Decimal(value) / 12) if value % 12 else self.language.number(value // 12)
        if kind == "money" and form == "round":
            return self.language.round_money(value)
        return getattr(self.language, kind)(value)

    def label(self, fact: str) -> str:
        """What a dated value is called: `Kecelakaan kerja (JKK), Pekerja mandiri`."""
        owner = fact.partition("@")[0]
        collection, _, name = owner.partition(".")
        facts, pick, gettext = self.renderer.facts, self.language.pick, self.language.gettext
        if collection == "schedules":
            schedule = facts.by_id["schedules"][name]
            segment = pick(facts.by_id["segments"][schedule.segment].name)
            contribution = gettext("Contribution")
            return f"{contribution} {schedule.key.upper()}: {segment}"
        if collection == "bands":
            return gettext("Income bands")
        if collection == "pension-age":
            return gettext("Pension age")
        if collection == "segments":
            return f"{gettext('Programs')}: {pick(facts.by_id['segments'][name].name)}"
        record = facts.by_id[collection][name]
        if collection == "cover":
            segment = pick(facts.by_id["segments"][record.segment].name)
            start = gettext("When cover begins")
            return f"{start}: {record.program.upper()}, {segment}"
        if collection == "gaps":
            return gettext("Months that are not covered")
        words = next(
            getattr(record, f) for f in ("name", "title", "what", "question", "subject", "plain") if hasattr(record, f)
        )
        return self.fill(html.escape(pick(words), quote=False), record, linked=False).striptags()

    def rest(self, fact: str) -> str:
        """Puts a fact that is told in words at the foot of the page; gives the address of its place there."""
        self.rested.append(fact)
        return f"#f-{fact}"
