"""The pages of the guide as texts that an assistant may read, each by its address `paham-jamsostek://id/biaya/`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from guide.assistant.tools import NOTE, Refused
from guide.facts.fallback import bare
from guide.i18n.language import Language
from guide.pages.renderer import Renderer
from guide.pages.routes import Page
from guide.website.llms import TextWriter

SCHEME = "paham-jamsostek://"


class PageText(NamedTuple):
    """A page that may be read: its address, its title and its description."""

    address: str
    title: str
    description: str


class PageTexts:
    """Every listed page in every language."""

    def __init__(self, renderer: Renderer):
        self.renderer, self.site = renderer, renderer.site
        self.pages: dict[str, tuple[Page, Language]] = {
            f"{SCHEME}{language.id}/{page.path}": (page, language)
            for language in self.site.languages.values()
            for page in self.site.routes
            if page.listed
        }

    def listed(self) -> Iterator[PageText]:
        """Yield each page that may be read."""
        for address, (page, language) in self.pages.items():
            titles = self.renderer.in_language[language.id].titles
            yield PageText(address, bare(titles.title(page)), bare(titles.description(page)))

    def read(self, address: str) -> str:
        """Return a page as Markdown, with its day, its sources and whom to ask. Raises Refused."""
        if address not in self.pages:
            raise Refused("there is no such page; the list of resources names them all")
        page, language = self.pages[address]
        text = bare(TextWriter(self.renderer, language).page(page))
        return f"{text}\n{self.site.facts.site.name}, {self.site.today.isoformat()}. {NOTE}\n"
