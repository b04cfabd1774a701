"""From when people are covered: a fact of each program and segment, beside every benefit."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from html import unescape

import pytest
from conftest import ROOT, TODAY
from guide.checks.records import ways
from guide.figures.registry import Figures
from guide.figures.tables import Tables
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages, published

ROW = re.compile(r"\b3 (bulan berturut-turut|months in a row)")
"""The condition of self-employed members, which says from when they are covered."""
NAME = re.compile(r"\b(?:Yoneta|Krus|Agustinus|Babu|Noebaun|Noemuti|Nunhala|Oenunu)\b")
"""Names of people and villages in the news behind a fact: none of them is ours to print."""


@pytest.fixture(scope="module")
def renderer(facts, prose, languages):
    """The renderer of the real site."""
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)


def words(html):
    """The text of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def begins(renderer, language, name, field="begins"):
    """What a fact of cover says in a language, its figures filled."""
    markup = renderer.new_context(renderer.site.page(""), language).markup
    (start,) = Tables(renderer.site.figures).cover([name], markup.readers)[0]
    return words(markup.say(getattr(start.entry, field), start.cover))


def shown(renderer, language, path):
    """The text of a page, without explanations of terms and without its foot."""
    html = renderer.render(renderer.site.page(path), language).split('id="asal"')[0]
    return re.sub(r" \((?:uang bayar tiap bulan|uang jaminan|[^()]*)\)", "", words(html))


def test_every_program_of_every_segment_says_when_it_begins(facts):
    have = {(s.id, p) for s in facts.segments for rule in s.mandatory for p in (*rule.programs, *rule.voluntary)}
    assert {(cover.segment, cover.program) for cover in facts.cover} >= have
    for cover in facts.cover:
        for entry in cover.entries:
            assert entry.citations and entry.confidence and entry.begins["id"] and entry.begins["en"]


def test_cover_follows_the_day(facts):
    def three_months(day):
        ((start,),) = Tables(Figures(facts, datetime.date.fromisoformat(day))).cover(["bpu-jkm"], ["bpu"])
        return "{benefits.jkm.death.waiting}" in start.entry.begins["id"]

    assert not three_months("2024-06-01")
    assert three_months("2026-11-29")


PLACES = {
    "pekerjaan/petani/": ("bpu-jkk", "bpu-jkm"),
    "pekerjaan/aparat-desa/": ("pu-jkk", "pu-jkm"),
    "pekerjaan/pmi/": ("pmi-jkk", "pmi-jkm"),
    "pekerjaan/konstruksi/": ("jakon-jkk", "jakon-jkm", "bpu-jkk", "bpu-jkm"),
    "pekerjaan/koperasi/": ("pu-jkk", "pu-jkm", "pu-jp", "pu-jkp"),
    "segmen/bpu/": ("bpu-jkk", "bpu-jkm", "bpu-jht"),
    "segmen/pu/": ("pu-jkk", "pu-jkm", "pu-jht", "pu-jp", "pu-jkp"),
    "program/jkk/": ("bpu-jkk", "pu-jkk", "jakon-jkk", "pmi-jkk"),
    "program/jkp/": ("pu-jkp",),
    "mitra/obor-mas/": ("bpu-jkk", "bpu-jkm"),
    "mitra/pemkab-lembata/": ("pu-jkk", "pu-jkm"),
    "wilayah/53.13/": ("bpu-jkk", "bpu-jkm"),
    "manfaat/": ("bpu-jkk", "bpu-jkm", "pu-jkm"),
    "daftar/": ("bpu-jkk", "bpu-jkm"),
    "cara/join-pmi/": ("pmi-jkk", "pmi-jkm"),
    "": ("bpu-jkk",),
}


@pytest.mark.parametrize("path", PLACES)
def test_a_page_says_from_when(renderer, languages, path):
    for language in languages.values():
        page = shown(renderer, language, path)
        for name in PLACES[path]:
            first = re.sub(r" \([^()]*\)", "", begins(renderer, language, name)).split(". ")[0]
            assert first in page, (path, language.id, name)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("musibah/meninggal/", ("bpu-jkk", "bpu-jkm", "pu-jkm", "pmi-jkm")),
        ("musibah/kecelakaan/", ("bpu-jkk", "pu-jkk")),
        ("musibah/phk/", ("pu-jkp",)),
        ("musibah/hari-tua/", ("pu-jp",)),
        ("manfaat/", ("jakon-jkk", "jakon-jkm", "pmi-jkk", "pu-jp", "pu-jkp")),
    ],
)
def test_a_page_of_an_event_has_a_table_of_it(renderer, languages, path, names):
    for language in languages.values():
        html = renderer.render(renderer.site.page(path), language)
        for name in names:
            short = begins(renderer, language, name, "short")
            assert any(short in words(row) for row in re.findall(r"<tr>.*?</tr>", html, re.S)), (
                path,
                language.id,
                name,
            )


def test_each_block_of_benefits_says_from_when(renderer, facts, languages):
    """On occupations, segments and the first page, the rows of amounts are followed by when cover begins."""
    paths = [f"pekerjaan/{record.id}/" for record in published(facts.occupations)]
    for language in languages.values():
        for path in ("", *paths, *(f"segmen/{segment.id}/" for segment in facts.segments)):
            html = renderer.render(renderer.site.page(path), language)
            blocks = re.findall(r'<ul class="sums">(.*?)</ul>(.*?)(?=<h2|<ul class="sums">|$)', html, re.S)
            assert blocks, path
            for rows, after in blocks:
                if re.search(r'data-fig="(?:estimates?[.:]\S*death|benefits\.pmi\.medical)', rows):
                    folded = re.search(r"<details[^>]*>.*?</details>", after, re.S)
                    assert folded and '<p class="small">' in folded[0], (path, language.id)


def test_employees_read_no_condition_of_the_self_employed(renderer, facts, languages):
    for record in published(facts.occupations):
        if {way.segment for way in record.ways} == {"pu"}:
            for language in languages.values():
                page = shown(renderer, language, f"pekerjaan/{record.id}/")
                assert begins(renderer, language, "bpu-jkm", "short") not in page
                assert "berturut-turut" not in page and "in a row" not in page, (record.id, language.id)


def test_paper_and_messages_say_from_when(renderer, languages):
    for name, path, cover in (
        ("flyer.html", "pekerjaan/petani/", "bpu-jkm"),
        ("card-work.html", "pekerjaan/petani/", "bpu-jkk"),
        ("flyer.html", "pekerjaan/aparat-desa/", "pu-jkm"),
        ("card-death.html", "", "bpu-jkm"),
        ("card-accident.html", "", "bpu-jkk"),
        ("poster.html", "mitra/obor-mas/", "bpu-jkm"),
        ("message.html", "mitra/obor-mas/", "bpu-jkm"),
        ("message.html", "", "bpu-jkk"),
    ):
        for language in languages.values():
            sheet = words(renderer.sheet(name, language, renderer.site.page(path), qr="", short=""))
            waiting = ROW.search(sheet) if cover == "bpu-jkm" else None
            assert waiting or begins(renderer, language, cover, "short") in sheet, (name, path, language.id)


def test_a_death_from_work_soon_after_joining_is_answered(facts):
    answer = facts.by_id["questions"]["died-soon-after-joining"].answer
    assert "tanya 175" not in answer["id"] and "call 175" not in answer["en"]
    assert answer["id"].startswith("Meninggal karena kerja: dibayar, tidak perlu menunggu.")


def test_stories_of_people_have_no_names(facts):
    for cover in facts.cover:
        for entry in cover.entries:
            for text in (entry.begins, entry.ask, entry.example):
                assert not NAME.search(" ".join((text or {}).values()))


def without(facts, name, **fields):
    """The facts without a fact of cover, or with its last entry changed."""
    found = []
    for cover in facts.cover:
        if cover.id != name:
            found.append(cover)
        elif fields:
            last = cover.entries[-1].model_copy(update=fields)
            found.append(cover.model_copy(update={"entries": (*cover.entries[:-1], last)}))
    return replace(facts, records={**facts.records, "cover": tuple(found)})


@pytest.mark.parametrize("name", ["bpu-jkk", "bpu-jht", "pu-jp", "pu-jkp", "jakon-jkm", "pmi-jht"])
def test_a_program_without_its_beginning_is_a_mistake(facts, name):
    assert not list(ways.every_program_says_when_cover_begins(facts))
    assert list(ways.every_program_says_when_cover_begins(without(facts, name)))


@pytest.mark.parametrize("name", ["bpu-jkm", "pu-jkm", "pu-jkp"])
def test_cover_that_forgets_the_months_to_wait_is_a_mistake(facts, name):
    assert not list(ways.cover_names_the_months_to_wait(facts))
    silent = without(facts, name, begins={"id": "Sejak iuran pertama.", "en": "From the first contribution."})
    assert list(ways.cover_names_the_months_to_wait(silent))
