"""What others show of a page whose address was shared: words and a picture of our own, within limits, on every page."""

from __future__ import annotations

import re
from html import unescape

import pytest
from conftest import ADDRESS, ROOT, TODAY
from guide.assets import images
from guide.assets.disk_cache import store
from guide.pages import social_images
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from PIL import Image

pytestmark = pytest.mark.xdist_group("site")
LARGEST = 100_000


def head(path):
    """Every `property` and `name` of the head of a page with what it says."""
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', path.read_text("utf-8"))
    return {name: unescape(words) for name, words in found}


@pytest.fixture(scope="module")
def heads(built):
    """The heads of every page but that of a wrong address."""
    return {
        path.relative_to(built).as_posix(): head(path) for path in built.rglob("index.html") if path.name != "404.html"
    }


def test_every_page_has_words_and_a_picture_with_an_absolute_address(heads):
    for name, found in heads.items():
        assert 0 < len(found["og:title"]) <= 60 and 0 < len(found["og:description"]) <= 160, name
        folder = f"{ADDRESS}/en/" if name.startswith("en/") else f"{ADDRESS}/"
        assert found["og:url"].startswith(folder) and found["og:image"].startswith(f"{folder}gambar/"), name
        assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630"), name
        assert found["og:image:alt"] and found["twitter:card"] == "summary_large_image", name


def test_every_picture_is_there_in_its_size_and_small(heads, built):
    named = {found["og:image"].removeprefix(ADDRESS).strip("/") for found in heads.values()}
    there = {p.relative_to(built).as_posix() for p in built.rglob("*.png") if p.parent.name == "gambar"}
    assert named == there
    sizes = {name: (built / name).stat().st_size for name in named}
    print(f"{len(named)} pictures, {sum(sizes.values()) / 1e6:.1f} MB, the largest {max(sizes.values())} B")
    for name, size in sizes.items():
        with Image.open(built / name) as picture:
            assert picture.size == (1200, 630), name
        assert size <= LARGEST, name


def test_every_partner_and_every_kind_of_page_has_a_picture_of_its_own(heads, facts):
    for partner in facts.partners:
        for path in ("", "petugas/", "poster/"):
            if partner.kind != "not-bpjs" or not path:
                image = heads[f"mitra/{partner.id}/{path}index.html"]["og:image"]
                assert image == f"{ADDRESS}/gambar/mitra-{partner.id}.png"
    kinds = {heads[f"{path}index.html"]["og:image"] for path in ("", "program/jkk/", "pekerjaan/petani/", "hitung/")}
    assert len(kinds) == 4
    short = next(link for link in facts.permalinks if link.target == "mitra/obor-mas/")
    assert heads[f"m/{short.code}/index.html"]["og:image"].endswith("/mitra-obor-mas.png")


def test_pictures_hold_no_figure_of_their_own(facts, prose, languages):
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, ADDRESS)
    for page in social_images.pages(renderer.site):
        for language in languages.values():
            said = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", renderer.picture(page, language)))
            assert not re.search(r"Rp\d|\d ?%", said), (page.path, said)


def test_the_same_words_give_the_same_picture_and_are_drawn_once(facts, prose, languages, tmp_path):
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, ADDRESS)
    svg = renderer.picture(renderer.site.page("mitra/obor-mas/"), languages["id"])
    first, other = images.drawn(svg, tmp_path / "a"), images.drawn(svg, tmp_path / "b")
    assert first == other
    (kept,) = (tmp_path / "a").iterdir()
    store(kept, b"kept")
    assert images.drawn(svg, tmp_path / "a") == b"kept"
    assert images.drawn(svg.replace("Obor", "Lain"), tmp_path / "a") not in (first, b"kept")


def test_long_words_are_made_smaller_and_then_cut():
    size, lines = images.fitted("Satu dua tiga", 700, (80, 40), 2, "Bold")
    assert (size, lines) == (80, ["Satu dua tiga"])
    size, lines = images.fitted("kata " * 60, 700, (80, 40), 2)
    assert size == 40 and len(lines) == 2 and lines[-1].endswith(" …")


def test_without_an_address_nothing_is_shared(facts, prose, languages):
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)
    assert "og:" not in renderer.frame(renderer.site.page(""), languages["id"], "head.html")


def test_sharing_needs_no_script_of_others(built):
    for path in built.rglob("index.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"<script[^>]+src=\"(?:https?:)?//", text), path
        if 'http-equiv="refresh"' not in text:
            assert re.search(r'<a href="https://wa\.me/\?text=[^"]+"', text), path
