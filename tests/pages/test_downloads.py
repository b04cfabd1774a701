"""Hand-outs on pages: each is listed where those look who need it, with its kind, its language and its size."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ADDRESS, ROOT, TODAY
from guide.handouts.context import HandoutContext
from guide.handouts.page_section import Anchors, section_of
from guide.handouts.plan import plan
from guide.pages.downloads import FOLDER, KINDS, Downloads, place, size
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages, published

NOTES = ("BACA-DULU.txt", "README.txt", "event.zip", "paham-jamsostek_2026-11-22_site.zip")


@pytest.fixture(scope="module")
def drawn(facts, prose, languages):
    """A function that returns the renderer of the real facts with these hand-outs."""

    def of(handouts=None):
        return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, ADDRESS, handouts)

    return of


@pytest.fixture(scope="module")
def names(drawn):
    """The name of every file that is made."""
    items = plan(HandoutContext(drawn(), None, Path()))
    return [*(item.name for item in items), *NOTES]


@pytest.fixture(scope="module")
def full(drawn, names):
    """The renderer where all hand-outs were made."""
    return drawn({name: 1000 * number for number, name in enumerate(names, 1)})


def links(renderer, path, language):
    """The hand-outs that a page links."""
    text = renderer.render(renderer.site.page(path), language)
    return set(re.findall(rf'href="[./]*{FOLDER}([^"]+)" download', text))


def test_every_file_is_linked_from_the_page_of_those_who_need_it(full, names, languages):
    found = {
        name
        for p in full.site.routes
        if p.listed or p.template == "staff"
        for one in languages.values()
        for name in links(full, p.path, one)
    }
    assert set(names) - found == set()
    for name in names:
        there = place(name, full.site.by_path)
        assert any(name in links(full, there, one) for one in languages.values()), name


def test_every_file_says_what_it_is_and_how_large(full, names, languages):
    for one in languages.values():
        shown = Downloads(full.site.handouts, full.site.by_path, full.site.languages, one)
        for path in {place(name, full.site.by_path) for name in names}:
            for file in shown.of(path):
                assert file.kind != file.name.rpartition("/")[2], file
                assert re.fullmatch(r"[\d.,]+ [kM]B", file.size), file
    assert size(93_848, languages["id"]) == "94 kB" and size(5_120_000, languages["id"]) == "5,1 MB"
    assert size(3, languages["en"]) == "1 kB" and size(5_120_000, languages["en"]) == "5.1 MB"


def test_a_file_of_no_known_kind_is_listed_by_its_name(drawn, languages):
    renderer = drawn({"stand/banner_id.pdf": 40_000, "new.bin": 9_000})
    text = renderer.render(renderer.site.page(FOLDER), languages["id"])
    assert "banner_id.pdf" in text and "new.bin" in text and len({words for _, words in KINDS}) == len(KINDS)


def test_one_tap_keeps_the_guide_on_the_phone_with_its_size(full, facts, languages):
    made, day = full.site.handouts, TODAY.isoformat()
    wanted = {"": "", "bagikan/": "", "penyuluh/": "", "wilayah/53/": ""}
    wanted |= {"wilayah/53.13/": "regions/53.13/kabupaten-lembata.html"}
    wanted |= {f"pekerjaan/{one.id}/": f"occupations/{one.id}.html" for one in published(facts.occupations)}
    wanted |= {f"mitra/{one.id}/": f"partners/{one.id}/{one.id}.html" for one in published(facts.partners)}
    for path, name in wanted.items():
        for id, language in languages.items():
            own = name or f"paham-jamsostek_{day}_{id}.html"
            text = full.render(full.site.page(path), language)
            kept = re.search(r'<ul class="row save"><li><a href="[./]*unduh/([^"]+)" download>([^<]+)<', text)
            assert kept and kept[1] == own and f"({size(made[own], language)})" in kept[2], (path, id)


def test_without_hand_outs_nothing_leads_to_a_file(drawn, languages):
    renderer = drawn()
    for path in ("", "pekerjaan/petani/", "mitra/obor-mas/", "mitra/obor-mas/petugas/", FOLDER):
        text = renderer.render(renderer.site.page(path), languages["id"])
        assert "download>" not in re.sub(r'href="[^"]*(\.ics|pesan\.txt)" download', "", text), path
    assert 'href="unduh/"' in renderer.render(renderer.site.page(""), languages["id"])


def test_hand_outs_offer_no_files_themselves(full, languages):
    for path in ("", "pekerjaan/petani/", "mitra/obor-mas/", FOLDER):
        section = section_of(full.render(full.site.page(path), languages["id"]), path, Anchors(frozenset({path})))
        assert "Simpan di HP" not in section and "MB" not in section and " kB" not in section, path
