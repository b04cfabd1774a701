"""Drawings that a file shows more than once stand in it once."""

from __future__ import annotations

import re

_DRAWING = re.compile(r'<span[^>]*\bclass="draw"[^>]*><svg\b([^>]*)>(.*?)</svg></span>', re.S)
_BOX = re.compile(r'viewbox="([^"]*)"', re.I)


def drawn_once(text: str, place: str) -> str:
    """Return the text with each drawing (`<span class="draw">`) once at `place`, a mark in it, used elsewhere."""
    known: dict[tuple[str, str], str] = {}

    def use(found: re.Match[str]) -> str:
        name = known.setdefault((found[1], found[2]), f"d{len(known) + 1}")
        return f'<svg><use xlink:href="#{name}"/></svg>'

    text = _DRAWING.sub(use, text)
    symbols = "".join(_symbol(name, *drawing) for drawing, name in known.items())
    return text.replace(place, f'<svg width="0" height="0" aria-hidden="true">{symbols}</svg>' if known else "")


def _symbol(name: str, attributes: str, inside: str) -> str:
    """Return a drawing as a symbol; its strokes are those of `symbol` in overrides/css/handout.css."""
    box = _BOX.search(attributes)
    inside = re.sub(r"></(?:path|circle|rect|ellipse|line|polygon|polyline)>", "/>", inside)
    inside = re.sub(r">\s+<", "><", inside.strip())
    return f'<symbol id="{name}" viewBox="{box[1] if box else "0 0 96 96"}">{inside}</symbol>'
