"""Facts, prose, languages and pages brought together, ready to be drawn for one language of the site."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from guide import beside, checks, sharing
from guide.language import Language, read_languages
from guide.lending import bare
from guide.load import load, read, read_prose
from guide.mistakes import DataError
from guide.model.site import Site
from guide.pages import Page, pages
from guide.pictures import drawn
from guide.render import Renderer


SOURCES = ("data", "docs", "overrides")
"""The folders that a site is made of."""


@dataclass(frozen=True)
class Studio:
    """Everything needed to draw the site in one language."""

    site: Site
    language: Language
    renderer: Renderer
    pages: list[Page]
    kept: Path
    """Where pictures wait for the next build."""

    @property
    def address(self) -> str:
        """The public address of this language's site; empty while none is set."""
        return self.renderer.absolute("", self.language)

    def draw(self, url: str) -> str:
        """What stands inside the article of the page at `url`, as HTML."""
        return self.renderer.render(self._page(url), self.language)

    def title(self, url: str) -> str:
        """What the page at `url` is called, in plain words."""
        return bare(self.renderer.title(self._page(url), self.language))

    def frame(self, url: str | None) -> dict[str, str]:
        """Head, header and footer around the page at `url`; None: around the page of a wrong address."""
        return self.renderer.around(None if url is None else self._page(url), self.language)

    def _page(self, url: str) -> Page:
        page = self.renderer.page("" if url == "./" else url)
        assert page is not None, url
        return page

    def sitemap(self) -> str:
        """The map of the site for search engines; empty while no public address is set."""
        return self.renderer.frame(self.pages[0], self.language, "sitemap.xml") if self.address else ""

    def extras(self) -> Iterator[tuple[str, str | bytes]]:
        """Files beside the pages."""
        found = (
            *beside.files(self.renderer, self.language),
            *self.renderer.search_files(self.language).values(),
            *self.renderer.estimator_files(self.language).values(),
        )
        yield from ((path, bare(content) if isinstance(content, str) else content) for path, content in found)
        for page in sharing.pages(self.renderer) if self.address else ():
            yield sharing.file_of(page), drawn(self.renderer.picture(page, self.language), self.kept)


def open_studio(root: Path, language: str, today: datetime.date, address: str | None = None) -> Studio:
    """Load and check everything below `root`; no language: the first one. Raises DataError with every mistake.

    What has not changed since is not read again: every language is drawn from the same facts.
    """
    renderer = _opened(root, stamp(root), today, address)
    languages = renderer.languages
    one = languages[language or next(iter(languages))]
    return Studio(renderer.facts.site, one, renderer, list(renderer.pages), root / ".build" / "pictures")


@contextmanager
def unswept() -> Iterator[None]:
    """No search for what may be thrown away, while nothing is: it takes a third of the time that reading takes."""
    sweeping = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sweeping:
            gc.enable()


@lru_cache(maxsize=1)
@unswept()
def _opened(root: Path, _: int, today: datetime.date, address: str | None) -> Renderer:
    facts = load(read(root / "data"))
    languages = read_languages(facts.site.languages, root / "overrides" / "locales")
    prose = read_prose(root / "docs", facts.languages, facts.partial)
    found = [m for m in checks.find(facts, prose, today) if not m.warning]
    if found:
        raise DataError(found)
    public = facts.site.url if address is None else address
    return Renderer(facts, pages(facts, prose), languages, root / "overrides", today, public)


def stamp(root: Path) -> int:
    """A value that changes when a file does that the site is made of."""
    return hash(
        tuple(
            (path, info.st_mtime_ns, info.st_size)
            for folder in SOURCES
            for path in sorted((root / folder).rglob("*"))
            if path.is_file() and (info := path.stat())
        )
    )
