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


# A2: thirty days are how long a migrant's cover lasts, not the time for a claim


def test_a2_no_deadline_for_claims_names_the_days_of_cover(facts, read):
    lines = [line for line in record(facts, "procedures.claim-pmi").deadlines if "{limits.migrant-home}" in line["id"]]
    assert lines and all("lama jaminan" in line["id"] and "cover" in line["en"] for line in lines)
    for path in ("cara/claim-pmi/", "luar-negeri/", "segmen/pmi/"):
        assert re.search(r"dijamin[^.?]*30 hari", read(path)), path
        assert re.search(r"covered[^.?]*30 days", read(path, "en")), path
        assert re.search(r"5 tahun", read(path)) and re.search("5 years", read(path, "en")), path
    assert not holding(facts, r"batasnya \{limits.migrant-home\}")


def test_a2_the_limits_rest_on_the_articles_that_were_read(facts):
    for name in ("claim-migrant", "migrant-home"):
        cited = [citation.article for entry in record(facts, f"limits.{name}").entries for citation in entry.citations]
        assert cited == ["Ps 43-46"], name


# A5: old-age savings when leaving Indonesia are for foreigners alone


def test_a5_only_foreigners_take_savings_when_they_leave(facts):
    for language, words, who in (
        ("id", r"(meninggalkan|pergi dari) Indonesia", "asing"),
        ("en", r"leaves? Indonesia\b", "foreigner"),
    ):
        found = [text for owner, text in sentences_of_data(facts, language) if re.search(words, text)]
        sentences = [part for text in found for part in re.split(r"(?<=[.?!]) ", text) if re.search(words, part)]
        assert len(sentences) >= 2
        assert all(who in sentence.lower() for sentence in sentences), sentences
    articles = {c.article for c in record(facts, "benefits.jht.full").entries[-1].citations}
    assert "Ps 12(1)" in articles


# A7: the money for a failed departure has conditions


@pytest.mark.parametrize("path", ["luar-negeri/", "segmen/pmi/", "cara/claim-pmi/", "program/jkk/"])
def test_a7_a_failed_departure_is_paid_without_fault_only(read, path):
    assert re.search("bukan salah.*bukan salah.*kebijakan pemerintah", read(path)), path
    assert re.search("fault.*policy of the government", read(path, "en")), path


def test_a7_the_benefit_rests_on_its_article(facts):
    entry = record(facts, "benefits.pmi.failed-departure").entries[-1]
    assert [citation.article for citation in entry.citations] == ["Ps 27(1)g, 27(3)"]
    assert not holding(facts, "batal berangkat")


# B: what migrants bring, and joining from abroad


def test_b_the_papers_of_a_migrants_heirs_are_listed(facts):
    papers = said(record(facts, "procedures.claim-pmi"))
    for paper in ("Kartu peserta", "paspor", "Kartu Keluarga", "KBRI", "surat keterangan hilang", "ahli waris"):
        assert paper in papers, paper


def test_b_who_is_abroad_already_can_join(read):
    for path in ("luar-negeri/", "cara/join-pmi/"):
        assert re.search("masih bisa daftar, dibantu KBRI", read(path)), path
        assert re.search("still join,? with the help of the embassy", read(path, "en")), path


# C: addresses


ADDRESSES = {
    "sipp": "https://sipp.bpjsketenagakerjaan.go.id",
    "e-jakon": "https://ejakon.bpjsketenagakerjaan.go.id",
    "pmi-portal": "https://pmi.bpjsketenagakerjaan.go.id",
    "claim-tracking": "https://www.bpjsketenagakerjaan.go.id/tracking",
    "office-directory": "https://www.bpjsketenagakerjaan.go.id/kontak.html",
    "how-to-claim": "https://www.bpjsketenagakerjaan.go.id/cara-klaim.html",
    "jmo-app-store": "https://apps.apple.com/id/app/jmo-jamsostek-mobile/id1444834757",
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_c_a_channel_has_its_address(facts, read, renderer, languages, name):
    channel = record(facts, f"channels.{name}")
    assert (channel.url, channel.confidence) == (ADDRESSES[name], "medium") and channel.sources[0].url
    assert ADDRESSES[name] in renderer.render(renderer.page("kantor/"), languages["id"])


def test_c_no_office_has_a_contact_that_nobody_verified(facts):
    for office in facts.offices:
        assert office.contact_verified or not (office.address or office.phone or office.hours), office.id
