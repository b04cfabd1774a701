"""What a partner's staff hand on, as far as the site itself makes it: code, message, links with answers filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from guide.assets.qr_codes import CodeTooLong, as_png, as_svg
from guide.i18n.language import Language
from guide.facts.diagnostics import N_

TITLES = {"staff": N_("For the staff: {name}"), "poster": N_("Poster: {name}")}
ABOUT = N_("A code, a poster, messages and links to hand on to members.")
PRESETS = (
    ({}, N_("What a member pays")),
    ({"programs": "jkk,jkm,jht"}, N_("With old-age savings")),
    ({"event": "work-death"}, N_("What the family gets after a death from work")),
    ({"event": "death"}, N_("What the family gets after another death")),
)
"""Inputs added to a partner's preset, and what the answer is about."""


class Kit:
    """The things of one partner in one language, for its pages. `drawing`: the page being drawn."""

    def __init__(self, drawing: Any):
        self.drawing, self.renderer, self.record = drawing, drawing.renderer, drawing.page_.record
        self.home = self.renderer.by_path[f"mitra/{self.record.id}/"]
        self.short = self.renderer.short_address(self.home.path)
        self.qr = _code(self.short)

    @property
    def message(self) -> str:
        """What to send to members, as plain text."""
        return _message(self.renderer, self.drawing.language, self.home)

    def presets(self) -> Iterator[tuple[str, str]]:
        """Questions that the estimator answers for members: what each is about, and its path with the answers."""
        for more, about in PRESETS if self.record.preset else ():
            asked = urlencode({**self.record.preset, **more}, safe=",")
            yield self.drawing.language.gettext(about), f"hitung/#{asked}"


def _message(renderer: Any, language: Language, home: Any) -> str:
    """What to send to members; kept, since the page of the staff shows it and a file beside that holds it."""
    key = (home.path, language.id)
    if key not in renderer.messages:
        renderer.messages[key] = renderer.text("message.html", language, home)
    return renderer.messages[key]


def _code(short: str) -> str:
    """The QR code of an address as SVG; empty without one, and for one that old phones could not read."""
    try:
        return as_svg(short) if short else ""
    except CodeTooLong:
        return ""


def messages(renderer: Any, language: Language) -> Iterator[tuple[str, str]]:
    """Path and text of the message of each partner."""
    for page in _staff(renderer):
        yield f"{page.path}pesan.txt", _message(renderer, language, renderer.by_path[page.up])


def codes(renderer: Any) -> Iterator[tuple[str, str | bytes]]:
    """Path and content of the code of each partner, as drawing and as picture."""
    for page in _staff(renderer):
        short = renderer.short_address(page.up)
        if svg := _code(short):
            yield f"{page.path}qr.svg", svg
            yield f"{page.path}qr.png", as_png(short)


def _staff(renderer: Any) -> Iterator[Any]:
    return (page for page in renderer.pages if page.template == "staff")
