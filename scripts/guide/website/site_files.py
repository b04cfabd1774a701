"""Files beside the pages of one language: feeds, calendars, cards, scripts, and what robots and programs read.

What all languages share stands once, with the language at the root.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping

from guide.estimator.browser_data import words_of
from guide.facts.fallback import is_lent
from guide.facts.model.record import Model
from guide.i18n.language import Language
from guide.pages import partner_kit
from guide.pages.renderer import Renderer
from guide.pages.site import NOT_FOUND
from guide.website import open_data, openapi
from guide.website.feeds import FeedBuilder
from guide.website.standalone_estimator import one_file

SCRIPTS = ("js/new-partner.js", "js/risk-finder.js", "js/report.js", "js/offline/register.js")
"""Scripts of single pages that stand once, at the root of the site."""


def own(renderer: Renderer, language: Language) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files that each language has."""
    site = renderer.site
    for page in partner_kit.staff_pages(site):
        yield f"{page.path}pesan.txt", renderer.text(partner_kit.MESSAGE, language, site.by_path[page.up])
    context = renderer.context(NOT_FOUND, language)
    said = context.names["origin"].said
    yield from FeedBuilder(site.figures, language, context.markup.label, said, site.absolute("", language)).files()
    yield renderer.in_language[language.id].listening_files["more"]


def once(renderer: Renderer) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files that stand once, at the root, for every language."""
    site = renderer.site
    yield from partner_kit.codes(site)
    yield renderer.in_language[site.first_language.id].listening_files["first"]
    yield "robots.txt", _for_robots(site.address)
    yield from map(renderer.templates.script, SCRIPTS)
    yield from open_data.files(site.facts, site.today, speaker(renderer))
    yield f"{open_data.FOLDER}estimator.js", _estimator(renderer)
    yield from openapi.files(site.facts.site.name, site.address)


def _estimator(renderer: Renderer) -> str:
    """Return the estimator as one file for others to include."""
    site = renderer.site
    about = {
        "name": site.facts.site.name,
        "version": open_data.VERSION,
        "as_of": site.today.isoformat(),
        "facts": site.facts.digest,
        "licence": "MIT, CC BY 4.0",
        "languages": list(site.languages),
    }
    words = {name: words_of(language, site.facts) for name, language in site.languages.items()}
    return one_file(renderer.templates.text, about, site.figures.rules, words)


def _for_robots(address: str) -> str:
    if not address:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\nSitemap: {address}/sitemap.xml\n"


def speaker(renderer: Renderer) -> open_data.Say:
    """Return a function that gives a fact's words in every language as plain text, its figures filled."""
    site = renderer.site
    markups = {name: renderer.new_context(NOT_FOUND, one).markup for name, one in site.languages.items()}

    def say(text: Mapping[str, str], record: Model) -> dict[str, str]:
        own = {name: words for name, words in text.items() if not is_lent(words)}
        if not any("{" in words for words in text.values()):
            return own
        return {name: html.unescape(markups[name].say(text, record, linked=False).striptags()) for name in own}

    return say
