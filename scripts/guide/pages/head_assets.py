"""Which style sheets and scripts the head of a page asks for."""

from __future__ import annotations

from dataclasses import dataclass

from guide.pages.estimator_page import FRAME, PAGE
from guide.pages.routes import Page

_KEPT = ("", "unduh/")


@dataclass(frozen=True)
class HeadAssets:
    """What the head of one page asks for.

    `heard`: the script that reads aloud and says that the page is old. `kept`: the one that keeps pages for when no
    network is there. `manifest`: the page can be put on a home screen. `framed`: it stands in those of others.
    """

    sheets: tuple[str, ...]
    heard: bool
    kept: bool
    manifest: bool
    framed: bool


def head_assets_of(page: Page) -> HeadAssets:
    """Return what the head of a page asks for.

    The estimator's pages weigh all that they may: they are not read aloud, their own scripts say that they are old, and
    only others lead a home screen to the guide.
    """
    framed = page.path == FRAME
    counts = framed or page.path.startswith(PAGE)
    sheets = [("css/style.css", True), ("css/hitung.css", counts), ("css/sematan.css", framed)]
    return HeadAssets(
        sheets=(*(name for name, needed in sheets if needed), *page.kind.sheets),
        heard=page.kind.heard and not counts,
        kept=page.path in _KEPT or bool(page.kind.files) or page.of_bad_day,
        manifest=not counts and not page.lost,
        framed=framed,
    )
