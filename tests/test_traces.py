"""Every statement of law on a page traces to a fact with its citation, in every language (issue 6)."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT, TODAY
from guide.checks import traces
from guide.pages import pages
from guide.render import Renderer

pytestmark = pytest.mark.xdist_group("words")
CITED = re.compile(r'href="[^"]*hukum/[a-z][^"]*"|<section class="asal"|class="small from"|<ul class="papers"')
"""What a page shows of where it comes from: a law, the list at its foot, or its record's sources."""


@pytest.fixture(scope="module")
def renderer(facts, prose, languages):
    """The renderer of the real site."""
    return Renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)


def with_page(prose, path, language="id", body=None, **head):
    """The prose with another body or head on one page."""
    file = prose[language][path]
    changed = file._replace(body=body or file.body, head=file.head.model_copy(update=head))
    return {**prose, language: {**prose[language], path: changed}}


def said(check, facts, prose):
    return [(mistake.file, mistake.values.get("bad")) for mistake in check(facts, prose, TODAY)]


def test_no_page_states_law_without_a_fact(facts, prose):
    for check in (
        traces.pages_rest_on_facts,
        traces.languages_rest_on_the_same_facts,
        traces.facts_that_pages_rest_on_exist,
        traces.no_count_is_typed,
    ):
        assert said(check, facts, prose) == []


def test_every_page_shows_where_it_comes_from(facts, renderer, languages):
    """But for laws, what is handed on, and pages that state no law, which `data/words.yml` lists with the reason."""
    free = {glob for allowed in facts.words[0].allowed if allowed.rule == traces.NO_LAW for glob in allowed.pages}
    shown = 0
    for language in languages.values():
        for page in renderer.pages:
            if page.path in free or not page.listed or page.template == "regulation":
                continue
            assert CITED.search(renderer.render(page, language)), f"{language.id}/{page.path}"
            shown += 1
    print(f"{shown} pages in {len(languages)} languages lead to their facts; {len(free)} state no law")


def test_what_a_page_rests_on_stands_at_its_foot(facts, prose, renderer, languages):
    for language in languages.values():
        for path, file in prose[language.id].items():
            html = renderer.render(renderer.page(path), language)
            for name in file.head.rests_on:
                assert f'id="f-{renderer.figures.resting(name)}"' in html, f"{language.id}/{path}: {name}"


@pytest.mark.parametrize(
    "sentence, bad",
    [
        ("Minta sebelum lewat 5 tahun.", "5"),
        ("Tunggu dua bulan.", "dua bulan"),
        ("Umur 56: ambil semua.", "56"),
        ("Laporkan dalam 3 x 24 jam.", "3"),
    ],
)
def test_a_typed_count_is_a_mistake(facts, prose, sentence, bad):
    assert said(traces.no_count_is_typed, facts, with_page(prose, "klaim/", body=sentence)) == [
        ("docs/id/klaim.md", bad)
    ]


@pytest.mark.parametrize(
    "sentence", ["Telepon 175.", "Laporkan dalam {limits.report-accident} x 24 jam.", "1. Baca UU 24/2011.", "KK1"]
)
def test_names_and_figures_are_no_typed_counts(facts, prose, sentence):
    assert said(traces.no_count_is_typed, facts, with_page(prose, "klaim/", body=sentence)) == []


def test_a_page_that_rests_on_nothing_is_a_mistake(facts, prose):
    bare = with_page(with_page(prose, "majikan/", rests_on=()), "majikan/", "en", rests_on=())
    assert {file for file, _ in said(traces.pages_rest_on_facts, facts, bare)} == {
        "docs/id/majikan.md",
        "docs/en/majikan.md",
    }


def test_a_page_rests_on_the_same_facts_in_every_language(facts, prose):
    other = with_page(prose, "majikan/", "en", rests_on=("segments.pu",))
    assert said(traces.languages_rest_on_the_same_facts, facts, other) == [("docs/en/majikan.md", None)]


@pytest.mark.parametrize("name", ["segments.none", "segments", "nothing.bpu"])
def test_a_fact_that_is_none_is_a_mistake(facts, prose, name):
    other = with_page(prose, "majikan/", rests_on=(name,))
    assert said(traces.facts_that_pages_rest_on_exist, facts, other) == [("docs/id/majikan.md", name)]


def test_a_page_may_not_rest_on_what_is_not_published(facts, prose):
    hidden = next(channel for channel in facts.channels if not channel.publish)
    other = with_page(prose, "majikan/", rests_on=(f"channels.{hidden.id}",))
    assert said(traces.facts_that_pages_rest_on_exist, facts, other)


def test_limits_change_with_the_day(facts, prose, languages):
    """Before 7 February 2025 a layoff had to be reported within three months."""
    page = next(page for page in pages(facts, prose) if page.path == "klaim/")
    texts = [
        Renderer(facts, [page], languages, ROOT / "overrides", day).figures.get("limits.layoff-report").value
        for day in (TODAY.replace(year=2024), TODAY)
    ]
    assert texts == [3, 6]
