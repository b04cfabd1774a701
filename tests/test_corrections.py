"""What facts once got wrong or lacked, and now say: one group of tests for each correction of 29 November 2026."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT, TODAY
from guide.model.within import below, texts
from guide.pages import pages
from guide.render import Renderer

pytestmark = pytest.mark.xdist_group("words")
QUOTED = ("conflicts", "regulations", "coverage", "words", "synonyms", "columns", "numbers")
"""Collections that quote what others say, or that hold words alone."""


@pytest.fixture(scope="module")
def renderer(facts, prose, languages):
    """The renderer of the real site."""
    return Renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")


@pytest.fixture(scope="module")
def read(renderer, languages):
    """Return the words of a page, without the list of its sources."""

    def words(path: str, language: str = "id") -> str:
        html = renderer.render(renderer.page(path), languages[language])
        html = re.sub(r'(?s)<section class="asal".*?</section>', " ", html)
        return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"</?(?:p|li|ul|ol|div|h\d)\b[^>]*>", " ", html)).split())

    return words


def record(facts, name):
    """Return the record called `collection.id`."""
    collection, _, key = name.partition(".")
    return next(found for found in facts.records[collection] if found.id == key)


def said(found, language="id"):
    """Return all words of a record in one language."""
    return " ".join(text[language] for inner in below(found) for _, text in texts(inner))


def sentences_of_data(facts, language="id"):
    """Yield every text of the data with its owner, but for those that quote others."""
    for collection, records in facts.records.items():
        for found in () if collection in QUOTED else records:
            for inner in below(found):
                yield from ((f"{collection}.{getattr(found, 'id', '')}", text[language]) for _, text in texts(inner))


def holding(facts, words, language="id"):
    """Return the owners of texts of the data that match some words."""
    return {owner for owner, text in sentences_of_data(facts, language) if re.search(words, text, re.I)}


# A1: job-loss cover for workers of small employers, and its condition of health cover

JKP = ("programs.jkp", "benefits.jkp.cash", "procedures.claim-jkp")


@pytest.mark.parametrize("name", JKP)
def test_a1_jkp_names_health_cover_and_small_employers(facts, name):
    assert re.search(r"JKN|BPJS Kesehatan", said(record(facts, name))), name
    assert "kecil dan mikro" in said(record(facts, name)).lower(), name
    assert re.search(r"JKN|BPJS Kesehatan", said(record(facts, name), "en")), name
    assert "small and micro" in said(record(facts, name), "en").lower(), name


@pytest.mark.parametrize("path", ["musibah/phk/", "program/jkp/", "cara/claim-jkp/"])
def test_a1_pages_about_jkp_name_both(read, path):
    for language, words in (("id", "kecil dan mikro"), ("en", "small and micro")):
        assert words in read(path, language).lower() and "JKN" in read(path, language)


def test_a1_nothing_says_that_all_programs_are_needed(facts, read):
    assert not holding(facts, "ikut semua program") and not holding(facts, "with all programmes", "en")
    assert "membayar semua jaminan" not in read("musibah/phk/")


# A9: a contract that ran out gives no job-loss cash


@pytest.mark.parametrize("name", JKP)
def test_a9_a_contract_that_ran_out_gives_nothing(facts, name):
    assert "kontrak" in said(record(facts, name)).lower() and "contract" in said(record(facts, name), "en").lower()


@pytest.mark.parametrize("path", ["musibah/phk/", "program/jkp/", "cara/claim-jkp/", "berhenti-kerja/", "tanya/"])
def test_a9_pages_say_that_it_gives_nothing(read, path):
    assert re.search(r"kontrak[^.?]*(habis|selesai)", read(path), re.I), path
    assert re.search(r"contract[^.?]*(ran out|runs out|ended|ends)", read(path, "en"), re.I), path


# B: days of laws


def test_b_laws_have_the_days_that_are_known(facts):
    assert str(record(facts, "regulations.permenaker-5-2021").in_force) == "2021-04-01"
    assert str(record(facts, "regulations.permenaker-4-2022").issued) == "2022-04-26"
    assert str(record(facts, "regulations.pp-50-2025").in_force) == "2025-12-22"
    for name in ("join-age", "jobs", "arrears"):
        assert [str(entry.effective) for entry in record(facts, f"limits.{name}").entries] == ["2021-04-01"]
