"""One self-contained HTML file: pages as sections, one list of sources, one style, one script."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence

from guide.assets.minify_css import lean
from guide.assets.prune_css import names_in_script, used
from guide.handouts.language_part import part_of
from guide.handouts.minify_html import terse
from guide.handouts.scripts import script_of
from guide.handouts.shared_drawings import drawn_once
from guide.handouts.style import in_a_file
from guide.i18n.language import Language
from guide.pages.renderer import Renderer
from guide.pages.routes import Page

_DRAWINGS = "<!--drawings-->"
_STYLES = ("css/style.css", "css/hitung.css", "css/handout.css")


def single_file(renderer: Renderer, pages: Sequence[Page], languages: Sequence[Language], title: Page) -> str:
    """Return the whole file as text. `title`: the page that gives it its name."""
    parts = [part_of(renderer, pages, one, f"{one.id}-" if len(languages) > 1 else "") for one in languages]
    first = languages[0]
    script = script_of(renderer, parts)
    inside = renderer.sheet("inside.html", first, title, parts=parts, draw=_part_drawn(renderer, title, parts))
    inside = drawn_once(inside, _DRAWINGS)
    code = re.sub(r'"[^"\s]{2000,}"', '""', script)
    style = _style(renderer, inside + "".join(part.form for part in parts), code)
    names = set(re.findall(r"\.([a-z][\w-]*)", style)) | set(re.findall(r"[\w-]+", code))
    return renderer.sheet(
        "file.html", first, title, inside=terse(inside, names), style=style, script=script, seal=seal(script)
    )


def _part_drawn(renderer, title, parts):
    return lambda name, part: renderer.sheet(f"{name}.html", part.language, title, part=part, parts=parts)


def _style(renderer: Renderer, inside: str, code: str) -> str:
    """Return the site's style and the file's own, as far as the file uses them. `code`: its script without data."""
    sources = [renderer.templates.text(name) for name in _STYLES]
    css = lean("".join([in_a_file("".join(sources[:-1])), sources[-1]]))
    return used(css, inside, names_in_script(code))


def seal(script: str) -> str:
    """Return the source by which a content-security policy allows the script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
