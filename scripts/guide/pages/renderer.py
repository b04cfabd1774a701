"""Renderer: every page of the site in every language, as HTML; it does not know where the pages go."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from markupsafe import Markup

from guide.assets.images import fitted
from guide.facts import fallback
from guide.facts.facts import Facts
from guide.i18n.language import Language
from guide.pages import search_index, social_images
from guide.pages.language_context import LanguageContext, Scripts
from guide.pages.page_context import PageContext
from guide.pages.routes import Page
from guide.pages.site import NOT_FOUND, Site
from guide.pages.templates import Templates

Readers = frozenset[str]
"""Segments of those who read a page."""
ALL: Readers = frozenset()


class Renderer:
    """Draws pages of a site. Each page has one context a language, so that nothing of it is drawn twice."""

    def __init__(self, site: Site, templates: Templates):
        self.site, self.templates = site, templates
        self.in_language = {
            name: LanguageContext(site, templates, language, partial(self._search_files, language))
            for name, language in site.languages.items()
        }
        self._contexts: dict[tuple[str, str, frozenset[str]], PageContext] = {}

    def context(self, page: Page, language: Language, readers: Readers = ALL) -> PageContext:
        """Return the one context of a page in a language, for those readers."""
        key = (page.path, language.id, readers)
        if key not in self._contexts:
            self._contexts[key] = self.new_context(page, language, readers)
        return self._contexts[key]

    def new_context(self, page: Page, language: Language, readers: Readers = ALL) -> PageContext:
        """Return a context of its own, for a sheet about a page."""
        return PageContext(self.in_language[language.id], page, readers)

    def render(self, page: Page, language: Language, readers: Readers = ALL) -> str:
        """Return what stands inside the page's article, as HTML.

        `readers`: the segments of those who get it in a hand-out; none: those whom the page is for.
        """
        return self.context(page, language, readers).article

    def title(self, page: Page, language: Language) -> str:
        """Return the title of a page, in plain words."""
        return self.in_language[language.id].titles.title(page)

    def frame(self, page: Page | None, language: Language, part: str, inside: str = "") -> str:
        """Return a part around the page (`header.html`, …). No page: the page that was not found.

        `inside`: what the head's style is for.
        """
        context = self.context(page or NOT_FOUND, language)
        drawn = context.template(f"partials/{part}", inside=Markup(inside))
        return context.finished(drawn) if part.endswith(".html") else fallback.bare(drawn)

    def around(self, page: Page | None, language: Language) -> dict[str, str]:
        """Return head, header and footer of a page; the head comes last, since its style is for all that is drawn."""
        article = self.render(page, language) if page else ""
        parts = ("header", "footer", *(() if page else ("not_found",)))
        drawn = {part: self.frame(page, language, f"{part}.html") for part in parts}
        return drawn | {"head": self.frame(page, language, "head.html", "".join(drawn.values()) + article)}

    def shell(self, page: Page, language: Language) -> str:
        """Return the whole document of a page, by the overrides/main.html of the site: for the preview."""
        inside = {"content": Markup(self.render(page, language))}
        config = {"extra": {"tag": language.entry.tag}}
        return self.templates.render(
            "main.html", {"frame": self.around(page, language), "config": config, "page": inside}
        )

    def sheet(self, name: str, language: Language, page: Page | None = None, **words: object) -> str:
        """Return a template of a hand-out (overrides/handouts/) about a page; the first page if none is named."""
        return self.new_context(page or self.site.by_path[""], language).sheet(name, **words)

    def text(self, name: str, language: Language, page: Page, **words: object) -> str:
        """Return a template of a hand-out as plain text, one line break where it has one."""
        return self.new_context(page, language).text(name, **words)

    def picture(self, page: Page, language: Language) -> str:
        """Return what stands beside a page's address where somebody shares it, as SVG (social_images)."""
        context = self.new_context(page, language)
        drawing = social_images.drawing_of(page)
        return fallback.bare(context.template("partials/social-image.svg", drawing=drawing, fitted=fitted))

    def _search_files(self, language: Language) -> Scripts:
        """Return the scripts of search; none without its page."""
        if search_index.PAGE not in self.site.by_path:
            return {}
        read = [page for _, page in self.searched(language)]
        scripts = map(self.templates.text, search_index.SCRIPTS)
        return search_index.files(self.site.facts, language, read, scripts)

    def searched(self, language: Language) -> Iterator[tuple[PageContext, search_index.Found]]:
        """Yield each page that is searched in a language: its context, and what it says."""
        for page in self.site.routes:
            if page.listed and page.path != search_index.PAGE:
                context = self.context(page, language)
                yield context, search_index.read_page(page, fallback.bare(context.title), context.drawn)


def open_renderer(
    facts: Facts,
    routes: Iterable[Page],
    languages: Mapping[str, Language],
    overrides: Path,
    today: datetime.date,
    address: str = "",
    handouts: Mapping[str, int] | None = None,
) -> Renderer:
    """Return the renderer of `facts` on a day, by the templates in `overrides`. `handouts`: see Site."""
    site = Site(facts, tuple(routes), languages, today, address.rstrip("/"), handouts or {})
    return Renderer(site, Templates(overrides))
