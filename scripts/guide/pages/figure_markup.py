"""Markup of figures: every amount that a page shows, marked with its id and tied to its source."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from guide.facts.diagnostics import N_
from guide.facts.model.record import Model
from guide.figures.conditions import Condition, of_event
from guide.figures.figure import Figure, UnknownFigure
from guide.i18n.labels import known_in
from guide.i18n.language import Language
from guide.i18n.numerals import counting, money_words, number_words
from guide.pages.site import Site

_GAP = re.compile(r"\{(?!part:)([\w.:&;=,@-]+)(?:\|(?!condition\b)(\w+))?(\|condition)?\}")
_SENTENCES = {
    "plain": N_("once {months} months are paid"),
    "row": N_("once {months} months in a row are paid"),
    "within": N_("once {months} of the last {window} months are paid"),
    "years": N_("once {years} years are paid"),
}
"""How a waiting condition is said, by how its months are counted."""
FigureCache = dict[tuple[str, str, bool | str], Markup]
"""Marked figures of one language by id, form, whether they are links or the page that they lead to."""


class FigureMarkup:
    """Fills words with figures and gathers those shown in `used`, facts told in words in `rested`.

    `source`: the file to name in errors. `cache`: marked figures, shared by all pages of the language. `readers`: the
    segments of those who read it; none: all.
    """

    def __init__(
        self, site: Site, language: Language, source: str, cache: FigureCache, readers: frozenset[str] = frozenset()
    ):
        self.site, self.language, self.source, self.cache = site, language, source, cache
        self.readers = readers or frozenset(site.facts.by_id["segments"])
        self.used: dict[str, Figure] = {}
        self.rested: list[str] = []

    def say(self, text: Mapping[str, str], record: Model | None = None, *, linked: bool = True) -> Markup:
        """Return a fact's words in this language, its `{figures}` filled; not `linked`: figures carry no links.

        Of several paragraphs those that readers need (`concerns`).
        """
        words = self.language.pick(text)
        if "\n" in words:
            words = "\n".join(filter(self.concerns, words.split("\n")))
        return self.fill(html.escape(words, quote=False), record, linked=linked)

    def fill(self, words: str, record: Model | None = None, *, linked: bool = True) -> Markup:
        """Fill in every `{figure}`, `{figure|form}` or `{figure|form|condition}`. Raises LookupError if unknown."""
        own = self.site.owner(record)

        def shown(gap: re.Match) -> str:
            name = self.site.figures.name_in(own, html.unescape(gap[1]))
            return str(self.figure(name, gap[2] or "plain", linked=linked, condition=bool(gap[3])))

        return Markup(_GAP.sub(shown, words))

    def concerns(self, line: str) -> bool:
        """Return whether a line of a written page is for readers: not where it names months that none must wait."""
        waiting = [gap[1] for gap in _GAP.finditer(line) if gap[1].endswith(".waiting")]
        conditions = [self.site.figures.get(name.removesuffix(".waiting")).conditions for name in waiting]
        return not any(conditions) or any(one.holds_for(self.readers) for found in conditions for one in found)

    def figure(
        self, name: str, form: str = "plain", *, linked: bool | str = True, condition: bool = True, event: str = ""
    ) -> Markup:
        """Return a figure, marked with its id and linked to its source, with its condition.

        Forms: plain; round (Rp42 juta); change (with its last month and what comes after); said (in words);
        years (of a number of months). Without `condition` the same block says it beside the figure;
        `event`: which one the block is about. `linked` may be the address of another page where its source stands.
        """
        found = self.site.figures.get(name) if isinstance(linked, str) else self.found(name)
        if form not in found.forms:
            raise LookupError(f"{self.source}: no figure {name}|{form}")
        key = (name, form, linked)
        if key not in self.cache:
            self.cache[key] = self._shown(found, form, linked)
        shown = self.cache[key]
        return shown + self._condition(found, event) if condition and found.conditions else shown

    def found(self, name: str) -> Figure:
        """Return a figure that the page shows. Raise LookupError for an unknown one."""
        try:
            self.used[name] = self.site.figures.get(name)
        except UnknownFigure:
            raise LookupError(f"{self.source}: no figure {name}") from None
        return self.used[name]

    def condition(self, name: str, event: str = "") -> Markup:
        """Return what must have been paid before an amount, for whom of the readers; empty where nothing must."""
        return self._condition(self.found(name), event)

    def _condition(self, found: Figure, event: str) -> Markup:
        conditions = of_event(found.conditions, event) if event else found.conditions
        words = self.conditions_said(conditions)
        return Markup(' <small class="condition">({})</small>').format(words) if words else Markup()

    def conditions_said(self, conditions: Iterable[Condition]) -> str:
        """Return the conditions that some reader of the page has, in words: `pekerja mandiri: sesudah …`."""
        held = [one for one in conditions if one.holds_for(self.readers)]
        return "; ".join(dict.fromkeys(map(self._condition_said, held)))

    def _condition_said(self, condition: Condition) -> str:
        facts, language = self.site.facts, self.language
        known = known_in(language.gettext)
        named = [known("event", event) for event in condition.events]
        if {*condition.receivers} - {*condition.segments} and self.readers - {*condition.segments}:
            names = (language.pick(facts.by_id["segments"][segment].name) for segment in condition.segments)
            named.insert(0, ", ".join(f"{name[0].lower()}{name[1:]}" for name in names))
        sentence, values = _SENTENCES["plain"], {"months": condition.months}
        if condition.in_a_row:
            sentence = _SENTENCES["row"]
        elif condition.within:
            sentence, values = _SENTENCES["within"], {**values, "window": condition.within}
        elif condition.months % 12 == 0:
            sentence, values = _SENTENCES["years"], {"years": condition.months // 12}
        words = language.sentence(sentence, **values)
        return f"{', '.join(named)}: {words}" if named else words

    def _shown(self, found: Figure, form: str, linked: bool | str) -> Markup:
        if found.value is None:
            words = self.language.gettext("not covered on this date")
            return Markup('<span class="fig" data-fig="{}">{}</span>').format(found.id, words)
        words = self.value(found.value, found.kind, form)
        if not linked or not found.facts:
            shown = Markup('<span class="fig" data-fig="{}">{}</span>').format(found.id, words)
        else:
            source = f"{linked if isinstance(linked, str) else ''}#f-{found.facts[0]}"
            shown = Markup('<a class="fig" data-fig="{}" href="{}">{}</a>').format(found.id, source, words)
        if form == "change" and found.until:
            shown += Markup(' <small class="change">({})</small>').format(self.until(found))
        return shown

    def until(self, found: Figure) -> str:
        """Return the last month of a figure, and what comes after it."""
        then = self.value(found.then, found.kind, "plain")
        return self.language.sentence("until {until:month}; then {then}", until=found.until, then=then)

    def value(self, value: Any, kind: str, form: str) -> str:
        """Return a value in words: rupiah, rate, month or number."""
        if form == "said":
            say = money_words if kind == "money" else number_words
            return say(value, counting(self.site.facts.numbers[0], self.language.id))
        if form == "years":
            return self.language.decimal(Decimal(value) / 12) if value % 12 else self.language.number(value // 12)
        if kind == "money" and form == "round":
            return self.language.round_money(value)
        return getattr(self.language, kind)(value)

    def label(self, fact: str) -> str:
        """Return the name of a dated value: `Kecelakaan kerja (JKK), Pekerja mandiri`."""
        owner = fact.partition("@")[0]
        collection, _, name = owner.partition(".")
        facts, pick, gettext = self.site.facts, self.language.pick, self.language.gettext
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
            programs = gettext("Programs")
            return f"{programs}: {pick(facts.by_id['segments'][name].name)}"
        record = facts.by_id[collection][name]
        if collection == "cover":
            segment = pick(facts.by_id["segments"][record.segment].name)
            start = gettext("When cover begins")
            return f"{start}: {record.program.upper()}, {segment}"
        if collection == "gaps":
            return gettext("Months that are not covered")
        if collection == "stories":
            return f"{record.outlet}, {self.language.date(record.day)}"
        words = next(
            getattr(record, f) for f in ("name", "title", "what", "question", "subject", "plain") if hasattr(record, f)
        )
        return self.fill(html.escape(pick(words), quote=False), record, linked=False).striptags()

    def rest(self, fact: str) -> str:
        """Note a fact that is told in words; return the address of its place at the foot of the page."""
        self.rested.append(fact)
        return f"#f-{fact}"
