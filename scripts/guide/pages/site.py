"""The site as every page sees it: facts, routes, languages, figures and public address on one day."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from guide.facts.facts import Facts
from guide.facts.model.record import Model
from guide.figures.region_map import Atlas
from guide.figures.registry import Figures, figures_on
from guide.i18n.language import Language
from guide.pages.routes import Page


@dataclass(frozen=True, eq=False)
class Site:
    """All that pages are drawn from. `address`: the public address without a closing slash, empty while none is set.

    `handouts`: names and bytes of the hand-outs that pages may offer; none: pages lead to where all are listed.
    """

    facts: Facts
    routes: tuple[Page, ...]
    languages: Mapping[str, Language]
    today: datetime.date
    address: str = ""
    handouts: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def figures(self) -> Figures:
        """Return every figure of the day by its id."""
        return figures_on(self.facts, self.today)

    @cached_property
    def region_map(self) -> Atlas:
        """Return the map of partners and of the offices that serve each region."""
        return Atlas(self.facts)

    @cached_property
    def by_path(self) -> dict[str, Page]:
        """Return the pages by their paths."""
        return {page.path: page for page in self.routes}

    @cached_property
    def first_language(self) -> Language:
        """Return the language at the root of the site, which lends its words to partial languages."""
        return next(iter(self.languages.values()))

    def page(self, path: str) -> Page | None:
        """Return the page at a path, or None."""
        return self.by_path.get(path)

    def owner(self, record: Model | None) -> str:
        """Return the id of a record as figures name it (`benefits.jkm.death`); empty for one without."""
        return self._owners.get(id(record), "")

    @cached_property
    def _owners(self) -> dict[int, str]:
        return {
            id(record): f"{name}.{record.id}"
            for name, records in self.facts.records.items()
            for record in records
            if hasattr(record, "id")
        }

    def absolute(self, path: str, language: Language) -> str:
        """Return the full public address of a page, or an empty text while no address is set."""
        folder = f"{language.entry.folder}/" if language.entry.folder else ""
        return f"{self.address}/{folder}{path}" if self.address else ""

    def short_address(self, path: str) -> str:
        """Return the short public address of a page, else that of the first page; empty while no address is set."""
        if not self.address:
            return ""
        links = [link for link in self.facts.permalinks if not link.withdrawn]
        code = next((link.code for link in links if link.target == path), "")
        return f"{self.address}/m/{code}" if code else f"{self.address}/"


NOT_FOUND = Page("404.html", "404", "overrides/404.html")
"""The page that answers a wrong address, from anywhere in the tree."""
