"""Where a page stands, and the addresses it uses for others: always from itself, so that they hold below any folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guide.i18n.language import Language
from guide.pages.routes import Page

if TYPE_CHECKING:
    from guide.pages.renderer import Renderer


_SCHEME = re.compile(r"[a-z]+:")


class Placed:
    """A page in one language at its place among the others."""

    def __init__(self, renderer: Renderer, page: Page, language: Language):
        self.renderer, self.page_, self.language = renderer, page, language

    def link(self, path: str) -> str:
        """The address of a page of the site from this page; addresses with a scheme stay as they are."""
        if _SCHEME.match(path):
            return path
        path, _, anchor = path.partition("#")
        if self.page_.template == "404":
            return f"{self.root()}{path}" + (f"#{anchor}" if anchor else "")
        up = "../" * self.page_.path.count("/")
        return (f"{up}{path}" or "./") + (f"#{anchor}" if anchor else "")

    def shared(self, path: str) -> str:
        """The address of a file that all languages share, at the root of the site, from this page."""
        up = "../" if self.language.entry.folder else ""
        return f"{self.link('') if self.page_.path else ''}{up}{path}"

    def root(self) -> str:
        """The absolute path of this language's home, for the page that answers any address."""
        base = re.sub(r"^https?://[^/]+", "", self.renderer.address)
        return f"{base}/{self.language.entry.folder}/" if self.language.entry.folder else f"{base}/"

    def twin(self, other: Language) -> str:
        """The address of this page in another language, from this page."""
        to_root = self.link("") if self.page_.path or self.page_.template == "404" else "./"
        if self.page_.template == "404":
            return Placed(self.renderer, self.page_, other).root()
        up = "../" if self.language.entry.folder else ""
        folder = f"{other.entry.folder}/" if other.entry.folder else ""
        return f"{to_root}{up}{folder}{self.page_.path}"
