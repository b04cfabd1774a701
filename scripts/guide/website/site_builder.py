"""Builder of the site in one language, from facts, prose, languages and pages."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from guide import checks
from guide.assets.images import drawn
from guide.facts.diagnostics import DataError
from guide.facts.facts import Facts
from guide.facts.fallback import bare
from guide.facts.load import ProseFile, load, read, read_prose, source_files
from guide.facts.model.site import LanguageEntry, Site
from guide.i18n.language import Language, read_languages
from guide.pages import social_images
from guide.pages.downloads import FOLDER
from guide.pages.renderer import Renderer, open_renderer
from guide.pages.routes import Page, pages
from guide.website import site_files, web_manifest

SOURCES = ("data", "docs", "overrides")
"""The folders that a site is made of."""
PAGES = ("index.html", "404.html")
"""Names of pages; other HTML files are handed on."""


@dataclass(frozen=True)
class SiteBuilder:
    """Builder of the pages and files of the site in one language."""

    site: Site
    language: Language
    renderer: Renderer
    pages: list[Page]
    kept: Path
    """Where pictures wait for the next build."""

    @property
    def address(self) -> str:
        """Return the public address of this language's site; empty while none is set."""
        return self.renderer.site.absolute("", self.language)

    def draw(self, url: str) -> str:
        """Return the article of the page at `url`, as HTML."""
        return self.renderer.render(self._page(url), self.language)

    def title(self, url: str) -> str:
        """Return the title of the page at `url`, in plain words."""
        return bare(self.renderer.title(self._page(url), self.language))

    def frame(self, url: str | None) -> dict[str, str]:
        """Return head, header and footer of the page at `url`; None: of the page for a wrong address."""
        return self.renderer.around(None if url is None else self._page(url), self.language)

    def _page(self, url: str) -> Page:
        page = self.renderer.site.page("" if url == "./" else url)
        assert page is not None, url
        return page

    def sitemap(self) -> str:
        """Return the map of the site for search engines; empty while no public address is set."""
        return self.renderer.frame(self.pages[0], self.language, "sitemap.xml") if self.address else ""

    def extras(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield path and content of the files that stand beside the pages of this language."""
        scripts = self.renderer.in_language[self.language.id]
        files = (
            *site_files.own(self.renderer, self.language),
            *scripts.search_files.values(),
            *scripts.estimator_files.values(),
        )
        yield from map(_shown, files)
        for page in social_images.pages(self.renderer.site) if self.address else ():
            yield social_images.file_of(page), drawn(self.renderer.picture(page, self.language), self.kept)

    def once(self) -> Iterator[tuple[str, str | bytes]]:
        """Yield path and content of the files that stand once, at the root of the site, for every language."""
        yield from map(_shown, site_files.once(self.renderer))
        if self.site.offline:
            yield web_manifest.ICON, web_manifest.icon(self.renderer, self.kept)


def _shown(file: tuple[str, str | bytes]) -> tuple[str, str | bytes]:
    path, content = file
    return path, bare(content) if isinstance(content, str) else content


def languages_of(root: Path) -> tuple[LanguageEntry, ...]:
    """Return the languages of the site below `root`. Raises DataError with every mistake of form."""
    return _read(root, stamp(root)).facts.site.languages


def open_site_builder(root: Path, language: str, today: datetime.date, address: str | None = None) -> SiteBuilder:
    """Load and check everything below `root`; no language: the first one. Raises DataError with every mistake."""
    _check(_read(root, stamp(root)), today)
    return open_unchecked(root, language, today, address)


def open_unchecked(
    root: Path, language: str, today: datetime.date, address: str | None = None, handouts: Path | None = None
) -> SiteBuilder:
    """Load everything below `root`, for the process of one language: `build.py` checks the facts once for all.

    `handouts`: where the hand-outs lie that pages may offer. Facts that have not changed are not read again.
    Raises DataError with every mistake of form.
    """
    found = _read(root, stamp(root))
    address = found.facts.site.url if address is None else address
    renderer = _renderer(found, root / "overrides", today, address, tuple(handouts_in(handouts)) if handouts else ())
    one = found.languages[language or next(iter(found.languages))]
    return SiteBuilder(found.facts.site, one, renderer, list(renderer.site.routes), root / ".build" / "pictures")


@contextmanager
def _unswept() -> Iterator[None]:
    """Pause the garbage collector, which takes a third of the time of reading and finds nothing to free."""
    sweeping = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sweeping:
            gc.enable()


@dataclass(frozen=True, eq=False)
class _Read:
    """Facts, languages and prose as read from the files."""

    facts: Facts
    languages: dict[str, Language]
    prose: dict[str, dict[str, ProseFile]]


@lru_cache(maxsize=1)
@_unswept()
def _read(root: Path, _: int) -> _Read:
    facts = load(read(root / "data"))
    languages = read_languages(facts.site.languages, root / "overrides" / "locales")
    return _Read(facts, languages, read_prose(root / "docs", facts.languages, facts.partial))


@lru_cache(maxsize=1)
@_unswept()
def _check(found: _Read, today: datetime.date) -> None:
    wrong = [m for m in checks.find(found.facts, found.prose, today) if not m.warning]
    if wrong:
        raise DataError(wrong)


@lru_cache(maxsize=1)
def _renderer(
    found: _Read, templates: Path, today: datetime.date, address: str, handouts: tuple[tuple[str, int], ...]
) -> Renderer:
    routes = pages(found.facts, found.prose)
    return open_renderer(found.facts, routes, found.languages, templates, today, address, dict(handouts))


def handouts_in(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield name and bytes of each hand-out in a folder of a site; not the page that lists them, nor packed twins."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != "index.html" and path.suffix not in (".br", ".gz"):
            yield name, path.stat().st_size


def handouts_of(site: Path) -> Path:
    """Return where the hand-outs of a built site lie."""
    return site / FOLDER


def stamp(root: Path) -> int:
    """Return a value that changes when a file does that the site is made of."""
    return source_files.stamp(*(root / folder for folder in SOURCES))
