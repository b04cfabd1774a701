"""Every statement of law on a page traces to a fact with its citation, in every language (issue 6)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from fnmatch import fnmatchcase

import pytest
import yaml
from conftest import ROOT, TODAY
from guide.checks.records import legal_statements, provenance, typed_numbers
from guide.checks.records.typed_numbers import no_count_is_typed, no_count_is_typed_in_data
from guide.facts.model.record import Citation
from guide.i18n.catalogs import read_catalog
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

pytestmark = pytest.mark.xdist_group("words")
CITED = re.compile(r'href="[^"]*hukum/[a-z][^"]*"|<section class="asal"|class="small from"|<ul class="papers"')
"""What a page shows of where it comes from: a law, the list at its foot, or its record's sources."""


@pytest.fixture(scope="module")
def renderer(facts, prose, languages):
    """The renderer of the real site."""
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)


def with_page(prose, path, language="id", body=None, **head):
    """The prose with another body or head on one page."""
    file = prose[language][path]
    changed = file._replace(body=body or file.body, head=file.head.model_copy(update=head))
    return {**prose, language: {**prose[language], path: changed}}


def said(check, facts, prose):
    return [(mistake.file, mistake.values.get("bad")) for mistake in check(facts, prose, TODAY)]


def test_no_sentence_states_law_without_a_fact(facts, prose):
    """All pages that people wrote and all texts of the data, in every language: none is untraced."""
    on_pages, in_data = list(legal_statements.on_pages(facts, prose)), list(legal_statements.in_data(facts))
    for where, found in (("pages", on_pages), ("data", in_data)):
        states = Counter(statement.led or "none" for statement in found)
        print(f"{where}: {len(found)} statements of law: {dict(states)}; none: {states['none']}")
        assert not [statement.words for statement in found if not statement.led]
    assert len(on_pages) > 500 and len(in_data) > 2000, "the net has holes"


def test_the_pages_and_their_traces_are_sound(facts, prose):
    for check in (
        provenance.statements_lead_to_facts,
        provenance.traces_support_something,
        provenance.facts_that_pages_rest_on_exist,
        no_count_is_typed,
        no_count_is_typed_in_data,
    ):
        assert said(check, facts, prose) == []


def test_what_statements_rest_on_has_a_citation_or_a_source(facts, prose, renderer):
    """Every fact named on a page says where it comes from and how sure it is."""
    named = {name for file in prose["id"].values() for name in file.head.rests_on}
    named |= {
        name for file in prose["id"].values() for one in legal_statements.passages(file.body) for name in one.facts
    }
    states = Counter()
    for name in sorted(named):
        fact = renderer.site.figures.fact(renderer.site.figures.resting(name))
        assert getattr(fact, "citations", ()) or getattr(fact, "sources", ()), name
        assert fact.confidence, name
        states["law" if getattr(fact, "citations", ()) else "source"] += 1
    print(f"{len(named)} facts are named: {dict(states)}")


def test_every_page_shows_where_it_comes_from(facts, renderer, languages):
    """But for laws, what is handed on, and pages that state no law, which `data/words.yml` lists with the reason."""
    free = {
        glob for allowed in facts.words[0].allowed if allowed.rule == legal_statements.NO_LAW for glob in allowed.pages
    }
    shown = 0
    for language in languages.values():
        for page in renderer.site.routes:
            if any(fnmatchcase(page.path, glob) for glob in free) or not page.listed or page.template == "regulation":
                continue
            html = renderer.render(page, language)
            stated = not page.prose or page.prose[language.id].head.rests_on or "{" in page.prose[language.id].body
            assert CITED.search(html) or not stated, f"{language.id}/{page.path}"
            shown += 1
    print(f"{shown} pages in {len(languages)} languages lead to their facts; {len(free)} state no law")


def test_what_a_page_rests_on_stands_at_its_foot(facts, prose, renderer, languages):
    for language in languages.values():
        for path, file in prose[language.id].items():
            html = renderer.render(renderer.site.page(path), language)
            passages = legal_statements.passages(file.body)
            for name in (*file.head.rests_on, *(name for passage in passages for name in passage.facts)):
                assert f'id="f-{renderer.site.figures.resting(name)}"' in html, f"{language.id}/{path}: {name}"
            for passage in passages:
                for name in passage.facts:
                    assert f'href="#f-{renderer.site.figures.resting(name)}"' in html, f"{language.id}/{path}: {name}"


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
    assert said(no_count_is_typed, facts, with_page(prose, "klaim/", body=sentence)) == [("docs/id/klaim.md", bad)]


@pytest.mark.parametrize(
    "sentence", ["Telepon 175.", "Laporkan dalam {limits.report-accident} x 24 jam.", "1. Baca UU 24/2011.", "KK1"]
)
def test_names_and_figures_are_no_typed_counts(facts, prose, sentence):
    assert said(no_count_is_typed, facts, with_page(prose, "klaim/", body=sentence)) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Anda wajib ikut."),
        ("id", "Majikan yang membayar."),
        ("id", "Umurnya tidak dibatasi, tetapi hanya untuk warga."),
        ("en", "You must join."),
        ("en", "It is free."),
    ],
)
def test_a_sentence_of_law_without_a_fact_is_a_mistake(facts, prose, language, sentence):
    for body in (f"## A\n\n{sentence}", f"## A\n\n{sentence}\n\n## B\n\nC.\n\n{{part:from segments.pu}}"):
        found = said(provenance.statements_lead_to_facts, facts, with_page(prose, "majikan/", language, body))
        assert found == [(f"docs/{language}/majikan.md", sentence)]


@pytest.mark.parametrize(
    "body",
    [
        "## A\n\nAnda wajib ikut.\n\n{part:from segments.pu}",
        "Anda wajib ikut.\n\n## A",
        "## A\n\nAnda wajib ikut sebelum {limits.claim} tahun.",
        "## A\n\nApakah Anda wajib ikut?",
        "## A\n\nTelepon 175.",
        "## A\n\n[Anda wajib ikut](/majikan/).",
    ],
)
def test_a_fact_below_a_sentence_or_in_the_head_supports_it(facts, prose, body):
    assert said(provenance.statements_lead_to_facts, facts, with_page(prose, "majikan/", body=body)) == []


def test_below_a_heading_that_speaks_of_law_every_sentence_does(facts, prose):
    found = said(
        provenance.statements_lead_to_facts, facts, with_page(prose, "majikan/", body="## Apa yang boleh?\n\n* A B.")
    )
    assert found == [("docs/id/majikan.md", "* A B.")]


def with_question(facts, **changed):
    """The facts with one question only, changed."""
    asked = next(question for question in facts.questions if question.id == "what-age")
    return replace(facts, records={**facts.records, "questions": (asked.model_copy(update=changed),)})


def test_a_text_of_data_that_states_law_needs_a_citation_or_a_source(facts):
    def led(**changed):
        found = legal_statements.in_data(with_question(facts, **changed))
        return {statement.led for statement in found if statement.mistake().file == "data/questions.yml"}

    assert led(sources=()) == {""}
    assert led() == {"source"}
    assert led(citations=(Citation(regulation="uu-24-2011", article=None),)) == {"citation"}


@pytest.mark.parametrize(
    "text, bad",
    [
        ("Minta dalam 5 tahun.", ["5"]),
        ("Tunggu dua bulan.", ["dua bulan"]),
        ("Sejak 24 Februari 2025, menurut PP 82/2019 Ps 26(8) dan 35(11).", []),
        ("Minta dalam {limits.claim} tahun.", []),
    ],
)
def test_a_count_typed_in_a_text_of_data_is_a_mistake(facts, prose, text, bad):
    changed = with_question(facts, answer={"id": text, "en": "Ask."})
    assert [number for _, number in said(no_count_is_typed_in_data, changed, prose)] == bad


def test_no_count_of_law_is_typed_in_templates(facts):
    """Sentences of templates and code, and their translations: numbers are gaps, but for those listed here."""
    phones, days, finds = "175", r"2026-\d\d(?:-\d\d)?", "1 page|1 halaman|the two months|dari dua bulan"
    inputs = r"UTF-8|0%|100%|5%|\d{6,}|SHA256SUMS|five thousand|lima ribu"
    free = re.compile(rf"\b(?:{phones}|{days}|{finds}|{inputs})|%\(\w+\)s")
    for sentence, translation in read_catalog(ROOT / "overrides" / "locales", "id", "messages").items():
        for language, text in (("en", sentence), ("id", translation)):
            if "{bad}" not in text:  # says how to write an input
                found = [
                    match[0] for match in typed_numbers.typed(text, free, typed_numbers.counts_of(facts, language))
                ]
                assert not found, (text, found)


def test_every_sentence_of_templates_that_states_law_names_its_facts(facts, renderer):
    """`template_law.yml` has each sentence with a word of law, its facts, or why it states none."""
    known = yaml.safe_load((ROOT / "tests/support/template_law.yml").read_text("utf-8"))
    free = [sentence for listed in known["no law"].values() for sentence in listed]
    law, gap = legal_statements.law_of(facts, "en"), re.compile(r"%\(\w+\)s|\{[^}]*\}")
    found = [
        sentence
        for sentence in read_catalog(ROOT / "overrides" / "locales", "id", "messages")
        if (plain := gap.sub("X", sentence)).endswith(".") and len(plain.split()) > 3 and law.search(plain)
    ]
    print(f"templates: {len(found)} sentences with a word of law, {len(known['facts'])} state law, none: 0")
    assert sorted(found) == sorted([*known["facts"], *free])
    for sentence, names in known["facts"].items():
        for name in names:
            fact = renderer.site.figures.fact(renderer.site.figures.resting(name))
            assert getattr(fact, "citations", ()) or getattr(fact, "sources", ()), (sentence, name)


def test_traces_are_the_same_in_every_language_and_support_something(facts, prose):
    other = with_page(prose, "majikan/", "en", rests_on=("segments.bpu",))
    assert said(provenance.traces_support_something, facts, other) == [("docs/en/majikan.md", None)]
    for body in ("## A\n\n{part:from segments.pu}", "## A\n\nB.\n\n{part:from segments.pu segments.pu}"):
        idle = with_page(prose, "majikan/", body=body)
        assert said(provenance.traces_support_something, facts, idle) == [("docs/id/majikan.md", None)]


@pytest.mark.parametrize("name", ["segments.none", "segments", "nothing.bpu"])
def test_a_fact_that_is_none_is_a_mistake(facts, prose, name):
    for other in (
        with_page(prose, "majikan/", rests_on=(name,)),
        with_page(prose, "majikan/", body=f"Anda wajib ikut.\n\n{{part:from {name}}}"),
    ):
        assert said(provenance.facts_that_pages_rest_on_exist, facts, other) == [("docs/id/majikan.md", name)]


def test_a_page_may_not_rest_on_what_is_not_published(facts, prose):
    hidden = next(channel for channel in facts.channels if not channel.publish)
    other = with_page(prose, "majikan/", rests_on=(f"channels.{hidden.id}",))
    assert said(provenance.facts_that_pages_rest_on_exist, facts, other)


def test_limits_change_with_the_day(facts, prose, languages):
    """Before 7 February 2025 a layoff had to be reported within three months."""
    page = next(page for page in pages(facts, prose) if page.path == "klaim/")
    texts = [
        open_renderer(facts, [page], languages, ROOT / "overrides", day).site.figures.get("limits.layoff-report").value
        for day in (TODAY.replace(year=2024), TODAY)
    ]
    assert texts == [3, 6]
