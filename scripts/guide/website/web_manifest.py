"""Web app manifest of each language, with our own drawing, so that the guide can stand on a home screen."""

from __future__ import annotations

from pathlib import Path

from guide.assets.images import drawn, small
from guide.assets.minify_css import colours
from guide.assets.script_data import as_json
from guide.i18n.language import Language
from guide.pages.renderer import Renderer

PATH, ICON = "manifest.json", "icon.png"
"""The manifest stands at the home of its language (`partials/head.html`), the picture once, at the root."""
DRAWING, SIDE = "drawings/icon.svg", 512
"""Phones cut the ground of the drawing round or square as they like; its middle stays whole."""


def manifest(renderer: Renderer, language: Language) -> str:
    """Return the manifest of a language; colours are those of its pages."""
    name, skin = renderer.site.facts.site.name, colours(renderer.templates.text("css/style.css"))
    icon = f"{'../' if language.entry.folder else ''}{ICON}"
    return as_json(
        {
            "name": name,
            "short_name": name,
            "lang": language.entry.tag,
            "start_url": "./",
            "scope": "./",
            "display": "standalone",
            "theme_color": skin["--blue"],
            "background_color": skin["--paper"],
            "icons": [{"src": icon, "sizes": f"{SIDE}x{SIDE}", "purpose": "any maskable"}],
        }
    )


def icon(renderer: Renderer, kept: Path) -> bytes:
    """Return the drawing for home screens as PNG; `kept`: where pictures wait for the next build."""
    return small(drawn(renderer.templates.text(DRAWING), kept))
