"""Adding or deleting one file or one entry changes the site everywhere it should, with no other edit."""

from __future__ import annotations

import datetime
import re

import pytest
from conftest import ROOT, TODAY
from guide import checks
from guide.facts.load import load, read
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

pytestmark = pytest.mark.xdist_group("additions")
REAL = read(ROOT / "data")


def drawn(texts, prose, languages, today=TODAY):
    """Every page of these data in both languages, by path and language."""
    facts = load(texts)
    assert [m.text() for m in checks.find(facts, prose, today) if not m.warning] == []
    site = pages(facts, prose)
    renderer = open_renderer(facts, site, languages, ROOT / "overrides", today)
    return {
        (page.path, language.id): renderer.render(page, language) for page in site for language in languages.values()
    }


@pytest.fixture(scope="module")
def before(prose, languages):
    """The site as it is."""
    return drawn(REAL, prose, languages)


def test_a_partner_file_becomes_a_page_and_is_listed_and_stands_in_its_region(before, prose, languages):
    new = REAL["partners/obor-mas.yml"].replace("Obor Mas", "Sinar Baru")
    after = drawn({**REAL, "partners/sinar-baru.yml": new}, prose, languages)
    for language in languages:
        assert ("mitra/sinar-baru/", language) in after and ("mitra/sinar-baru/", language) not in before
        assert (
            "mitra/sinar-baru/" in after["wilayah/53.07/", language]
            or "mitra/sinar-baru/" in after["wilayah/53.13/", language]
        )
        assert "sinar-baru/" in after["mitra/", language] and "sinar-baru/" not in before["mitra/", language]


def test_an_occupation_entry_becomes_a_page_and_is_listed_where_people_choose(before, prose, languages):
    entry = """
- id: pandai-besi
  name: {id: Pandai besi, en: Blacksmith}
  summary: {id: Anda menempa besi., en: You forge iron.}
  risks:
    - {id: Tangan terbakar., en: You burn your hand.}
  ways:
    - {segment: bpu, programs: [jkk, jkm], voluntary: [jht], join: join-bpu}
  story: {id: Tono ikut. Tangannya terbakar., en: Tono joins. He burns his hand.}
  incomes: ["1000000"]
  sources:
    - {url: "", address: none, hint: a test}
  as_of: 2026
  confidence: low
"""
    after = drawn({**REAL, "occupations.yml": REAL["occupations.yml"].rstrip() + "\n" + entry}, prose, languages)
    for language, name in (("id", "Pandai besi"), ("en", "Blacksmith")):
        assert name in after["pekerjaan/pandai-besi/", language]
        for path in ("bisa-ikut/", "pekerjaan/", "segmen/bpu/"):
            assert name in after[path, language] and name not in before[path, language], path


def test_a_schedule_entry_changes_every_page_that_shows_the_amount(before, prose, languages):
    entry = """  - effective: 2027-02-01
    kind: flat
    shares: {worker: 7_000}
    citations: [{regulation: pp-44-2015, article: null}]
    compiled: 2026-11-22
    verified: null
    confidence: low
"""
    texts = {**REAL, "schedules/bpu-jkm.yml": REAL["schedules/bpu-jkm.yml"].rstrip() + "\n" + entry}
    after = drawn(texts, prose, languages, datetime.date(2027, 2, 10))
    for path in ("", "biaya/", "pekerjaan/nelayan/", "segmen/bpu/"):
        assert "Rp17.000" in after[path, "id"] and "Rp17.000" not in before[path, "id"], path
        assert "Rp17,000" in after[path, "en"], path


def test_deleting_a_partner_takes_it_away_everywhere(before, prose, languages):
    texts = {name: text for name, text in REAL.items() if name != "partners/tlm.yml"}
    texts["permalinks.yml"] = re.sub(r"(mitra/tlm/, issued: [\d-]+)", r"\1, withdrawn: true", REAL["permalinks.yml"])
    after = drawn(texts, prose, languages)
    assert any("mitra/tlm/" in text for text in before.values())
    assert not any("mitra/tlm/" in text for text in after.values())
    assert ("mitra/tlm/", "id") not in after
