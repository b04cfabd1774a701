"""The guide as text for assistants: `llms.txt` leads to the pages, `llms-full.txt` holds the main ones as Markdown.

Each figure of a page has a note, `[^3]`; the notes at the end say what it rests on: value, law, first day, how sure.
"""

from __future__ import annotations

import html
import posixpath
from collections.abc import Iterator, Mapping, Sequence

from guide.facts.diagnostics import N_
from guide.facts.model.record import Dated, Model
from guide.i18n.language import Language
from guide.law.citations import cite
from guide.pages.markdown_text import as_markdown
from guide.pages.page_context import PageContext
from guide.pages.renderer import Renderer
from guide.pages.routes import FOOT, MENU, Page

INDEX, FULL = "llms.txt", "llms-full.txt"
WHOLE = ("home", "prose", "program", "segment", "procedure")
"""Kinds of pages that the whole text holds; others are led to."""
LISTED = (
    (N_("Programs"), "program"),
    (N_("Ways to join, pay and claim"), "procedure"),
    (N_("Work"), "occupation"),
    (N_("Partners"), "partner"),
    (N_("Regencies and cities"), "region"),
)
"""Kinds of pages that the index lists, after the main ones."""
DAYS = {
    "effective": N_("from {day:date}"),
    "first": N_("from {day:date}"),
    "last": N_("until {day:date}"),
    "as_of": N_("as of {day:date}"),
}
"""What a day in a record says."""
Entry = tuple[str, str, str]
"""Title, address and description of a page."""


class TextWriter:
    """Writer of both texts in one language."""

    def __init__(self, renderer: Renderer, language: Language):
        self.renderer, self.language, self.site = renderer, language, renderer.site
        self.notes: dict[str, int] = {}

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield path and content of both texts."""
        yield INDEX, self._filled("llms.html", sections=self._sections())
        pages = [page for page in self.site.routes if page.template in WHOLE and not (page.head and page.head.tool)]
        order = {path: place for place, path in enumerate(("", *MENU))}
        pages.sort(key=lambda page: order.get(page.path, len(order)))
        articles = [self._article(page) for page in pages]
        yield FULL, self._filled("llms-full.html", articles=articles, notes=list(self._notes()))

    def page(self, page: Page) -> str:
        """Return one page as text, with the notes of its figures."""
        address, text = self._article(page)
        notes = "".join(f"[^{number}]: {words}\n" for number, words in self._notes())
        return html.unescape(f"{text}\n\n<{address}>\n\n{notes}").strip() + "\n"

    def _filled(self, name: str, **words: object) -> str:
        context = self.renderer.new_context(self.site.by_path[""], self.language)
        drawn = context.template(f"partials/{name}", address=self.address, **words)
        return html.unescape(drawn).strip() + "\n"

    def _sections(self) -> Sequence[tuple[str, list[Entry]]]:
        """Return the headings of the index with their pages."""
        main = [self.site.by_path[path] for path in ("", *MENU, *FOOT) if path in self.site.by_path]
        kinds = [(self.language.gettext(words), self._of_kind(kind)) for words, kind in LISTED]
        return [(self.language.gettext(N_("Main pages")), [self._entry(page) for page in main]), *kinds]

    def _of_kind(self, kind: str) -> list[Entry]:
        return [self._entry(page) for page in self.site.routes if page.template == kind]

    def _entry(self, page: Page) -> Entry:
        titles = self.renderer.in_language[self.language.id].titles
        return titles.title(page), self.address(page.path), titles.description(page)

    def address(self, path: str) -> str:
        """Return the full address of a page or file, from the root while no public address is set."""
        folder = f"{self.language.entry.folder}/" if self.language.entry.folder else ""
        return self.site.absolute(path, self.language) or f"/{folder}{path}"

    def _article(self, page: Page) -> tuple[str, str]:
        """Return the address of a page, and its text."""
        context = self.renderer.context(page, self.language)

        def link(words: str, href: str, figure: str) -> str:
            if not href.startswith("#f-"):
                return self._link(page, words, href)
            facts = self.site.figures.get(figure).facts if figure else (href[3:],)
            return words + "".join(f"[^{self.notes.setdefault(fact, len(self.notes) + 1)}]" for fact in facts)

        return self.address(page.path), as_markdown(context.drawn, link).strip()

    def _link(self, page: Page, words: str, href: str) -> str:
        """Return a link of a page with its full address; one to a place on a page, or with inputs, as words alone."""
        if href.startswith(("https:", "mailto:")):
            return f"[{words}]({href})"
        if ":" in href or "#" in href:
            return words
        return f"[{words}]({self.address(posixpath.normpath(posixpath.join(page.path, href)).lstrip('./') + '/')})"

    def _notes(self) -> Iterator[tuple[int, str]]:
        """Yield number and words of each note: what it is, its value, its law, its first day, how sure we are."""
        context = self.renderer.new_context(self.site.by_path[""], self.language)
        for fact, number in self.notes.items():
            yield number, self._note(context, fact, self.site.figures.fact(fact))

    def _note(self, context: PageContext, fact: str, record: Model) -> str:
        told: Mapping[str, object] = dict(record)
        value = context.names["origin"].said(record) if isinstance(record, Dated) else ""
        words = [f"{context.markup.label(fact)}{f': {value}' if value else ''}"]
        words += [cite(self.site.facts, getattr(record, "citations", ()))]
        words += [source.url or "" for source in getattr(record, "sources", ())[:1]]
        for name, sentence in DAYS.items():
            words += [self.language.sentence(sentence, day=told[name])] if told.get(name) else []
        words += [context.names["known"]("confidence", told["confidence"])] if told.get("confidence") else []
        return "; ".join(word for word in words if word)
