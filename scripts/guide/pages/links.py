"""Addresses of other pages and files, relative to the page that uses them, so that they hold below any folder."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide.facts.model.addresses import is_address
from guide.i18n.language import Language
from guide.pages.routes import Page
from guide.pages.site import Site

_PLACE = re.compile(r"([\w.-]+/)*[\w.-]*")
"""A page or a file of the site: no scheme, no host, nothing that a browser takes for one."""


class NoAddress(LookupError):
    """A text that must not become a link: it would run something, or lead where nobody looked."""


@dataclass(frozen=True, eq=False)
class Links:
    """The addresses that one page in one language uses."""

    site: Site
    page: Page
    language: Language

    def link(self, path: str) -> str:
        """Return the address of a page of the site from this page; a full one stays as it is. Raises NoAddress."""
        if is_address(path):
            return path
        path, _, anchor = path.partition("#")
        if not _PLACE.fullmatch(path):
            raise NoAddress(f"{path} is no address of a page, nor a full one")
        if self.page.lost:
            return f"{self.root()}{path}" + (f"#{anchor}" if anchor else "")
        up = "../" * self.page.path.count("/")
        return (f"{up}{path}" or "./") + (f"#{anchor}" if anchor else "")

    def shared(self, path: str) -> str:
        """Return the address of a file that all languages share, at the root of the site, from this page."""
        up = "../" if self.language.entry.folder else ""
        return f"{self.link('') if self.page.path else ''}{up}{path}"

    def root(self) -> str:
        """Return the absolute path of this language's home, for the page that answers any address."""
        base = re.sub(r"^https?://[^/]+", "", self.site.address)
        return f"{base}/{self.language.entry.folder}/" if self.language.entry.folder else f"{base}/"

    def twin(self, other: Language) -> str:
        """Return the address of this page in another language, from this page."""
        to_root = self.link("") if self.page.path or self.page.lost else "./"
        if self.page.lost:
            return Links(self.site, self.page, other).root()
        up = "../" if self.language.entry.folder else ""
        folder = f"{other.entry.folder}/" if other.entry.folder else ""
        return f"{to_root}{up}{folder}{self.page.path}"
