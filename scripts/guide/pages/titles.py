"""Titles and descriptions of pages in one language, in plain words."""

from __future__ import annotations

import html
from functools import cache

from guide.facts.diagnostics import N_
from guide.i18n.language import Language
from guide.law.citations import regulation_name
from guide.pages.figure_markup import FigureMarkup
from guide.pages.routes import Page
from guide.pages.site import Site

TITLE, DESCRIPTION = 60, 155
"""Letters that search engines and previews show."""
ABOUT_STAFF = N_("A code, a poster, messages and links to hand on to members.")


def shorten(words: str, most: int) -> str:
    """Return the words, cut after one of them where they are longer than `most` letters."""
    return words if len(words) <= most else f"{words[: most - 1].rsplit(' ', 1)[0]} …"


def in_head(title: str, name: str) -> str:
    """Return the title with ` – name` after it where both fit; else cut."""
    both = f"{title} – {name}"
    return both if name and len(both) <= TITLE else shorten(title, TITLE)


class Titles:
    """Titles and descriptions, each worked out once."""

    def __init__(self, site: Site, language: Language):
        self.site, self.language = site, language
        self.title = cache(self._title)
        self.description = cache(self._description)

    def of(self, path: str, source: str) -> str:
        """Return the title of the page at a path. Raises LookupError, which names `source`, where there is none."""
        page = self.site.page(path)
        if page is None:
            raise LookupError(f"{source}: no page {path}")
        return self.title(page)

    def _title(self, page: Page) -> str:
        """Return what a page is called, from its prose or its record."""
        record, language = page.record, self.language
        if page.prose:
            return page.prose[language.id].head.title
        if record is None:
            return language.gettext("This page is not here")
        if page.target is not None:
            return self.of(page.target, page.source)
        if hasattr(record, "withdrawn"):
            return language.gettext("This short address leads nowhere any more")
        if page.kind.title:
            named = {"name": language.pick(record.name)} if hasattr(record, "name") else {}
            return language.sentence(page.kind.title, code=record.id, month=getattr(record, "month", ""), **named)
        if hasattr(record, "number"):
            return regulation_name(record)
        return language.pick(getattr(record, "title", None) or record.name)

    def _description(self, page: Page) -> str:
        """Return what a page says, in one plain sentence or two, for search engines and previews."""
        if page.prose:
            return page.prose[self.language.id].head.description
        record = page.record
        if page.target is not None:
            return self.description(self.site.by_path[page.target])
        if page.of_staff:
            return shorten(f"{self.language.gettext(ABOUT_STAFF)} {self.title(page)}", DESCRIPTION)
        words = getattr(record, "summary", None) or getattr(record, "about", None)
        if not words:
            return shorten(self.title(page), DESCRIPTION)
        markup = FigureMarkup(self.site, self.language, page.source, {})
        return shorten(html.unescape(markup.say(words, record).striptags()), DESCRIPTION)
