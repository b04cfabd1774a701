"""Files beside the pages of one language: feeds, calendars, cards, scripts, and what robots and programs read.

What all languages share stands once, with the language at the root.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterator, Mapping

from guide.facts import fallback
from guide.facts.model.record import Model, as_json
from guide.i18n.language import Language
from guide.pages import partner_kit
from guide.pages.figure_markup import FigureMarkup
from guide.pages.renderer import Renderer
from guide.pages.site import NOT_FOUND
from guide.website import figure_lines, open_data, openapi, parity, url_params, web_manifest
from guide.website.feeds import FeedBuilder
from guide.website.llms import TextWriter
from guide.website.open_changes import ChangeWriter
from guide.website.open_tables import FOLDER
from guide.website.standalone_estimator import estimator_script

SCRIPTS = ("js/new-partner.js", "js/risk-finder.js", "js/report.js", "js/parity.js", "js/offline/register.js")
"""Scripts of single pages that stand once, at the root of the site."""

SECURITY = ".well-known/security.txt"


def own(renderer: Renderer, language: Language) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files that each language has."""
    site = renderer.site
    for page in partner_kit.staff_pages(site):
        yield f"{page.path}pesan.txt", renderer.text(partner_kit.MESSAGE, language, site.by_path[page.up])
    context = renderer.context(NOT_FOUND, language)
    said = context.names["origin"].said
    yield from FeedBuilder(site.figures, language, context.markup.label, said, site.absolute("", language)).files()
    yield renderer.in_language[language.id].listening_files["more"]
    yield from TextWriter(renderer, language).files()
    yield from figure_lines.files(renderer, language)
    if site.facts.site.offline:
        yield web_manifest.PATH, web_manifest.manifest(renderer, language)


def once(renderer: Renderer) -> Iterator[tuple[str, str | bytes]]:
    """Yield the files that stand once, at the root, for every language."""
    site = renderer.site
    yield from partner_kit.codes(site)
    yield "robots.txt", _for_robots(site.address)
    if contact := site.facts.site.contact:
        yield SECURITY, _for_finders(contact, site.address, site.today)
    yield renderer.in_language[site.first_language.id].listening_files["first"]
    yield from map(renderer.templates.script, SCRIPTS)
    yield from data_files(renderer)


def data_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield the files that programs read: tables and their descriptions, the estimator, its inputs and certificate."""
    site, say, script = renderer.site, speaker(renderer), estimator_script(renderer)
    yield from open_data.files(site.facts, site.today, say, ChangeWriter(site.figures, say).items(), site.address)
    yield f"{FOLDER}estimator.js", script
    yield f"{FOLDER}{parity.PATH}", as_json(parity.certificate(site.facts, site.figures.rules, site.today, script))
    yield from openapi.files(site.facts.site.name, site.address)
    yield url_params.PATH, as_json(url_params.url_params(site))


def _for_robots(address: str) -> str:
    if not address:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\nSitemap: {address}/sitemap.xml\n"


def _for_finders(contact: str, address: str, today: datetime.date) -> str:
    """Return whom to tell of a weakness (RFC 9116); it holds for a year, and each build says so anew."""
    lines = [f"Contact: {contact}", f"Expires: {today + datetime.timedelta(days=365)}T00:00:00Z"]
    return "\n".join([*lines, *([f"Canonical: {address}/{SECURITY}"] if address else []), ""])


def speaker(renderer: Renderer) -> open_data.Say:
    """Return a function that gives a fact's words in every language as plain text, its figures filled."""
    markups = {name: renderer.new_context(NOT_FOUND, one).markup for name, one in renderer.site.languages.items()}
    return lambda text, record: {name: said_in(markups[name], text, record) for name in fallback.own(text)}


def said_in(markup: FigureMarkup, text: Mapping[str, str], record: Model) -> str:
    """Return a fact's words in the language of a markup as plain text, its figures filled."""
    if not any("{" in words for words in text.values()):
        return markup.language.pick(text)
    return html.unescape(markup.say(text, record, linked=False).striptags())
