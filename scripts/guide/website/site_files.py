"""The files beside the pages of one language: feeds, calendars, cards, scripts, and what robots and programs read.

What all languages share stands once, with the language at the root.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any

from guide.pages import partner_kit
from guide.website import open_data, openapi
from guide.estimator.browser_data import one_file, words_of
from guide.facts.fallback import is_lent
from guide.assets.minify_js import named_script
from guide.i18n.language import Language
from guide.website.feeds import Desk
from guide.pages.provenance import Origin
from guide.pages.renderer import Drawing, Renderer

SCRIPTS = ("js/new-partner.js",)
"""Scripts of single pages that stand once, at the root of the site."""


def files(renderer: Renderer, language: Language) -> Iterator[tuple[str, str | bytes]]:
    """Path and content of every file of a language; with the first one, of those that stand once."""
    yield from own(renderer, language)
    if not language.entry.folder:
        yield from once(renderer)


def own(renderer: Renderer, language: Language) -> Iterator[tuple[str, str | bytes]]:
    """The files that each language has."""
    drawing = Drawing(renderer, renderer.not_found(language), language)
    yield from partner_kit.messages(renderer, language)
    yield from Desk(
        renderer.figures, language, drawing.label, Origin(drawing).said, renderer.absolute("", language)
    ).files()
    yield renderer.listening_files(language)["more"]


def once(renderer: Renderer) -> Iterator[tuple[str, str | bytes]]:
    """The files that stand once, at the root, for every language."""
    yield from partner_kit.codes(renderer)
    yield renderer.listening_files(next(iter(renderer.languages.values())))["first"]
    yield "robots.txt", _for_robots(renderer.address)
    yield from (named_script(renderer.env, name) for name in SCRIPTS)
    yield from open_data.files(renderer.facts, renderer.today, speaker(renderer))
    yield f"{open_data.FOLDER}estimator.js", _estimator(renderer)
    yield from openapi.files(renderer.facts.site.name, renderer.address)


def _estimator(renderer: Renderer) -> str:
    """The estimator as one file for others to include."""
    about = {
        "name": renderer.facts.site.name,
        "version": open_data.VERSION,
        "as_of": renderer.today.isoformat(),
        "facts": renderer.facts.digest,
        "licence": "MIT, CC BY 4.0",
        "languages": list(renderer.languages),
    }
    words = {name: words_of(language, renderer.facts) for name, language in renderer.languages.items()}
    return one_file(renderer.env, about, renderer.figures.rules, words)


def _for_robots(address: str) -> str:
    if not address:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\nSitemap: {address}/sitemap.xml\n"


def speaker(renderer: Renderer) -> open_data.Say:
    """Says a fact's words in every language as plain text, its figures filled."""
    drawings = {name: Drawing(renderer, renderer.not_found(one), one) for name, one in renderer.languages.items()}

    def say(text: Mapping[str, str], record: Any) -> dict[str, str]:
        own = {name: words for name, words in text.items() if not is_lent(words)}
        if not any("{" in words for words in text.values()):
            return own
        return {name: html.unescape(drawings[name].say(text, record, linked=False).striptags()) for name in own}

    return say
