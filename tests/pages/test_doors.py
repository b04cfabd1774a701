"""Whatever helps can be found: each tool has three doors where the need arises, and no page is without one."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict

import pytest
from conftest import ROOT, TODAY
from guide.pages.renderer import open_renderer
from guide.pages.routes import FOOT, MENU, pages

DOORS = 3
TOOLS = (
    r"hitung/.*|sematan/|cara/.*|cari/|bagikan/|unduh/|formulir/|lapor/|berkas/|penyuluh/"
    r"|mitra-baru/|bisa-ikut/|waspada/"
)
"""Pages with which somebody does something: works out, registers, claims, prints, sends, reports."""


@pytest.fixture(scope="module")
def graph(facts, prose, languages):
    """For each page, the pages whose own text leads to it: neither menu nor foot counts."""
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")
    doors = defaultdict(set)
    for page in renderer.site.routes:
        text = re.sub(r'<section class="asal".*', "", renderer.render(page, languages["id"]), flags=re.S)
        for href in re.findall(r'<a\b[^>]*?\shref="([^"#]*)', text):
            if not re.match("[a-z]+:", href):
                there = posixpath.normpath(posixpath.join("/", page.path, href)).strip("/")
                path = f"{there}/" if there else ""
                if path != page.path and page.template not in ("permalink", "poster"):
                    doors[path].add(page.path)
    return renderer.site, doors


def test_every_tool_has_three_doors(graph):
    site, doors = graph
    tools = [page.path for page in site.routes if re.fullmatch(TOOLS, page.path) and page.listed]
    few = {path: sorted(doors[path]) for path in tools if len(doors[path]) < DOORS}
    print(f"{len(tools)} tools; the fewest doors: {min(len(doors[path]) for path in tools)}")
    assert len(tools) > 35 and not few


def test_no_page_is_an_orphan(graph):
    site, doors = graph
    unlisted = {p.path for p in site.routes if p.prose and not p.listed}
    assert unlisted == {"komponen/"}, "whoever builds the site knows the way; nobody else needs it"
    lone = [p.path for p in site.routes if p.path and p.template != "permalink" and not doors[p.path]]
    assert [path for path in lone if path not in (*MENU, *FOOT, *unlisted)] == []


def test_the_way_up_is_no_door_of_its_own(graph):
    site, doors = graph
    for page in site.routes:
        if page.template == "procedure":
            assert {path for path in doors[page.path] if not path.startswith("m/")}, page.path
