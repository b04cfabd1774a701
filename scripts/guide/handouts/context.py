"""Everything that a hand-out is made from, and the few things that each of them asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from guide.assets.qr_codes import as_svg
from guide.handouts.anchors import Anchors
from guide.handouts.page_section import section_of
from guide.handouts.printer import Printer
from guide.i18n.language import Language
from guide.pages.renderer import Renderer
from guide.pages.routes import Page

_NEXT = re.compile(r'<p class="next">.*?</p>', re.S)


@dataclass(frozen=True)
class HandoutContext:
    """The renderer, the press, and where the built site stands."""

    renderer: Renderer
    printer: Printer
    site: Path

    @property
    def languages(self) -> Sequence[Language]:
        """Return every language, the first one first."""
        return list(self.renderer.site.languages.values())

    @property
    def day(self) -> str:
        """Return the day that names of files carry."""
        return self.renderer.site.today.isoformat()

    def page(self, path: str) -> Page:
        """Return the page at a path. Raises KeyError."""
        return self.renderer.site.by_path[path]

    def sheet(self, name: str, language: Language, page: Page, short: str | None = None, **words: object) -> str:
        """Return a template of paper or card with its QR code, if there is an address to lead to."""
        address = self.renderer.site.short_address(page.path if short is None else short)
        qr = as_svg(address) if address else ""
        return self.renderer.sheet(name, language, page, qr=qr, short=address, **words)

    def text(self, name: str, language: Language, page: Page, **words: object) -> str:
        """Return a template as plain text, one line break where it has one."""
        return self.renderer.text(name, language, page, **words)

    def article(self, page: Page, language: Language) -> str:
        """Return the article of a page for paper: no links, folds open."""
        drawn = _NEXT.sub("", self.renderer.render(page, language))
        return section_of(drawn, page.path, Anchors(), down=0).replace("<details", "<details open")
