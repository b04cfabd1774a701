"""Kit for a partner's staff, as far as the site itself makes it: code, message, links with answers filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from guide.assets.qr_codes import CodeTooLong, as_png, as_svg
from guide.facts.diagnostics import N_
from guide.facts.model.places import Partner
from guide.i18n.language import Language
from guide.pages.routes import Page
from guide.pages.site import Site

MESSAGE = "message.html"
"""The template of the message to members."""
PRESETS: tuple[tuple[dict[str, str], str], ...] = (
    ({}, N_("What a member pays")),
    ({"programs": "jkk,jkm,jht"}, N_("With old-age savings")),
    ({"event": "work-death"}, N_("What the family gets after a death from work")),
    ({"event": "death"}, N_("What the family gets after another death")),
)
"""Inputs added to a partner's preset, and what the answer is about."""


class PartnerKit:
    """The things of one partner in one language. `write`: a function that fills MESSAGE about a page."""

    def __init__(self, site: Site, language: Language, partner: Partner, write: Callable[[Page], str]):
        self.language, self.partner, self._write = language, partner, write
        self.home = site.by_path[f"mitra/{partner.id}/"]
        self.short = site.short_address(self.home.path)
        self.qr = _code(self.short)

    @property
    def message(self) -> str:
        """Return the message to members, as plain text."""
        return self._write(self.home)

    def presets(self) -> Iterator[tuple[str, str]]:
        """Yield questions that the estimator answers for members: what each is about, and its path with the answers."""
        for more, about in PRESETS if self.partner.preset else ():
            asked = urlencode({**self.partner.preset, **more}, safe=",")
            yield self.language.gettext(about), f"hitung/#{asked}"


def _code(short: str) -> str:
    """Return the QR code of an address as SVG; empty without one, and for one that old phones could not read."""
    try:
        return as_svg(short) if short else ""
    except CodeTooLong:
        return ""


def codes(site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Yield path and content of the code of each partner, as drawing and as picture."""
    for page in staff_pages(site):
        short = site.short_address(page.up)
        if svg := _code(short):
            yield f"{page.path}qr.svg", svg
            yield f"{page.path}qr.png", as_png(short)


def staff_pages(site: Site) -> Iterator[Page]:
    """Yield the pages of partners' staff."""
    return (page for page in site.routes if page.template == "staff")
