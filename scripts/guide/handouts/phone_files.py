"""Hand-outs that need neither printer nor built site, so that `make site` makes them too: the files for phones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from guide.handouts.context import HandoutContext
from guide.handouts.plan import plan
from guide.handouts.printer import Printer
from guide.handouts.target import Item
from guide.pages.renderer import Renderer

KINDS = ("file", "workbook", "occupation/", "partner/", "region/")
"""Parts that have a file for phones."""


def phone_files(renderer: Renderer) -> tuple[Sequence[Item], Sequence[Item]]:
    """Return the files for phones in two shares that take about as long: whole guides, and those about one record."""
    items = [
        item
        for item in plan(HandoutContext(renderer, Printer(), Path()))
        if item.name.endswith((".html", ".xlsx")) and item.part.startswith(KINDS)
    ]
    return [item for item in items if item.part == "file"], [item for item in items if item.part != "file"]
