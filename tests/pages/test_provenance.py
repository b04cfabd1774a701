"""Every figure can be opened, without JavaScript, to where it comes from; and what is said there equals the facts."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from conftest import ROOT, TODAY
from guide.facts.model.record import Cited, Model
from guide.facts.traversal import every
from guide.figures.tables import Tables
from guide.figures.value_parts import parts
from guide.i18n.labels import known_in
from guide.law.citations import regulation_name
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages


class Reader(HTMLParser):
    """The figures of a page with the address each leads to, and the plain words of each place that can be opened."""

    def __init__(self, text: str):
        super().__init__()
        self.figures: list[tuple[str, str]] = []
        self.places: dict[str, str] = {}
        self.addresses: dict[str, set[str]] = {}
        self.inside = ""
        self.deep = 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if "data-fig" in found:
            self.figures.append((found["data-fig"], found.get("href") or ""))
        if tag == "div" and "src" in (found.get("class") or "").split():  # a sheet, which opens where a link leads
            self.inside, self.deep = found["id"], 0
            self.places[self.inside], self.addresses[self.inside] = "", set()
        self.deep += tag == "div" and bool(self.inside)
        if tag == "a" and self.inside:
            self.addresses[self.inside].add(found["href"])

    def handle_endtag(self, tag):
        if tag == "div" and self.inside:
            self.deep -= 1
            self.inside = self.inside if self.deep else ""

    def handle_data(self, words):
        if self.inside:
            self.places[self.inside] += words


@pytest.fixture(scope="module")
def renderer(facts, prose, languages):
    """Draws the pages of TODAY."""
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")


@pytest.fixture(scope="module")
def drawn(renderer, languages):
    """Every page of every language, read."""
    return {
        (page.path, language.id): Reader(renderer.render(page, language))
        for page in renderer.site.routes
        for language in languages.values()
    }


def opened(drawn, path, language, href):
    """The page that a figure's link leads to."""
    target = PurePosixPath("/", path).joinpath(urlsplit(href).path) if href else PurePosixPath("/", path)
    flat: list[str] = []
    for part in target.parts[1:]:
        flat = flat[:-1] if part == ".." else [*flat, part]
    return drawn["/".join(flat) + "/" if flat else "", language]


def test_every_figure_can_be_opened_to_where_it_comes_from(renderer, drawn):
    counted, without, uncovered = 0, [], 0
    for (path, language), page in drawn.items():
        for name, href in page.figures:
            counted += 1
            figure = renderer.site.figures.get(name)
            if figure.value is None:
                uncovered += 1
                continue
            there = opened(drawn, path, language, href)
            anchor = unquote(urlsplit(href).fragment)
            missing = [fact for fact in figure.facts if f"f-{fact}" not in there.places]
            if missing or not figure.facts or (anchor and anchor not in there.places):
                without.append((path, language, name, missing))
    print(
        f"{counted} figures on {len(drawn)} pages; not covered on the day: {uncovered}; without origin: {len(without)}"
    )
    assert counted > 2000 and not uncovered
    assert without == []


def test_what_is_opened_equals_the_facts(renderer, drawn, languages, facts):
    counted = 0
    for (path, language), page in drawn.items():
        speaking = languages[language]
        markup, known = renderer.new_context(renderer.site.page(path), speaking).markup, known_in(speaking.gettext)
        for place, words in page.places.items():
            counted += 1
            fact = place.removeprefix("f-")
            entry, words = renderer.site.figures.fact(fact), " ".join(words.split())
            wanted = [known("confidence", entry.confidence)]
            for citation in getattr(entry, "citations", ()):
                law = facts.by_id["regulations"][citation.regulation]
                wanted.append(f"{regulation_name(law)} {citation.article or ''}".strip())
                assert not law.url or law.url in page.addresses[place], (path, fact)
                wanted += [known("address", law.address)] if law.address != "full" else []
            if isinstance(entry, Cited):
                verified = entry.verified and speaking.date(entry.verified)
                wanted.append(verified or speaking.gettext("Not yet compared with the text of the law."))
            history = renderer.site.figures.history(fact)
            assert not history or entry in history
            for one in history:
                wanted.append(speaking.date(one.effective))
                wanted += [markup.value(p.value, p.kind, "plain") for p in parts(one) if p.value is not None]
            for source in getattr(entry, "sources", ()):
                assert not source.url or source.url in page.addresses[place], (path, fact)
            assert [w for w in wanted if w not in words] == [], (path, language, fact)
            if getattr(entry, "conflict", None):
                assert any(href.endswith(f"tentang/#konflik-{entry.conflict}") for href in page.addresses[place])
    print(f"{counted} places opened and compared with the facts")
    assert counted > 500


def test_the_value_of_each_figure_stands_where_it_is_opened(renderer, drawn, languages):
    for (path, language), page in drawn.items():
        markup = renderer.new_context(renderer.site.page(path), languages[language]).markup
        for name, href in page.figures:
            figure = renderer.site.figures.get(name)
            places = opened(drawn, path, language, href).places
            shown = [places[f"f-{fact}"] for fact in figure.facts]
            value = markup.value(figure.value, figure.kind, "plain")
            assert all(value in words or "; …" in words or href.startswith("..") for words in shown), (path, name)


def test_every_dated_value_says_what_it_is(renderer):
    """From when cover begins is told in whole sentences, not in parts (tests/pages/test_cover.py)."""
    dated = Tables(renderer.site.figures).dated()
    assert [name for name, entry in dated if not name.startswith("cover.") and not parts(entry)] == []


def test_a_law_lists_every_value_that_rests_on_it(renderer, facts, languages):
    tables = Tables(renderer.site.figures)
    listed = 0
    for law in facts.regulations:
        found = tables.resting_on(law.id)
        citing = [r for r in every(facts, Model) if law.id in {c.regulation for c in getattr(r, "citations", ())}]
        assert {id(entry) for _, entry in found} == {id(record) for record in citing}, law.id
        listed += len(found)
        for language in languages.values():
            context = renderer.new_context(renderer.site.page(f"hukum/{law.id}/"), language)
            text = unescape(renderer.render(context.page, language))
            for name, entry in found:
                assert context.markup.label(name) in text, (law.id, name)
                assert context.names["origin"].said(entry) in text, (law.id, name)
    print(f"{listed} values and records listed on {len(facts.regulations)} laws")


def test_sources_that_disagree_are_shown_with_the_choice_made(renderer, facts, languages):
    for language in languages.values():
        context = renderer.new_context(renderer.site.page("tentang/"), language)
        text = _plain(context.template("pages/prose.html"))
        for conflict in facts.conflicts:
            for words in (conflict.choice, conflict.reason, *conflict.says):
                assert _plain(context.markup.say(words, conflict)) in text, conflict.id


def _plain(html):
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())
