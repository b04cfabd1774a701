"""The guide can stand on a home screen: its manifest, its picture, and what both cost a first view."""

from __future__ import annotations

import datetime
import json
import re
import statistics

import brotli
import pytest
from conftest import ROOT
from guide.facts.facts import Facts
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from guide.website import site_files
from hosts import nginx
from looking import chromium, every_page
from PIL import Image
from test_weight import size

pytestmark = pytest.mark.xdist_group("eyes")
MOST = 400
"""Bytes that a first view may weigh more for what keeps pages and for the home screen, together."""
LINK = re.compile(r'<link rel="manifest" href="([^"]+)">\n')
KEEPS = re.compile(r'<script data-late="([^"]*register-\w+\.js)">.*?</script>\n')


@pytest.mark.parametrize(("folder", "language"), [("", "id"), ("en", "en")])
def test_a_manifest_has_all_that_a_home_screen_asks_for(built, facts, folder, language):
    found = json.loads((built / folder / "manifest.json").read_text("utf-8"))
    head = (built / folder / "index.html").read_text("utf-8")
    assert found["name"] == found["short_name"] == facts.site.name and found["lang"] == language
    assert found["start_url"] == found["scope"] == "./" and found["display"] == "standalone"
    assert f'<meta name="theme-color" content="{found["theme_color"]}">' in head
    assert f"body{{margin:0;background:{found['background_color']};" in head
    [icon] = found["icons"]
    with Image.open(built / folder / icon["src"]) as picture:
        assert icon["sizes"] == f"{picture.width}x{picture.height}" == "512x512"
        edge = {picture.convert("RGB").getpixel(at) for at in ((0, 0), (511, 0), (0, 511), (511, 511), (60, 60))}
        assert edge == {tuple(bytes.fromhex(found["theme_color"][1:]))}  # a phone may cut it round
    print(f"picture: {(built / folder / icon['src']).stat().st_size} B")


def test_every_page_but_the_estimators_leads_to_the_manifest_of_its_language(built):
    without = set()
    for file in every_page(built):
        link = LINK.search((built / file).read_text("utf-8"))
        if not link:
            without.add(re.sub(r"^en/", "", file).partition("/")[0])
            continue
        manifest = (built / file).parent.joinpath(link[1]).resolve()
        assert manifest == (built / ("en/" * file.startswith("en/")) / "manifest.json").resolve(), file
    assert without == {"404.html", "hitung", "sematan"}
    assert not any("manifest" in path.read_text("utf-8")[:5000] for path in (built / "unduh").glob("paham-*.html"))


def test_chromium_would_put_it_on_the_home_screen(built, tmp_path):
    built.parent.chmod(0o755)
    with nginx(built, tmp_path) as address, chromium() as browser:
        for folder in ("", "en/"):
            page = browser.new_page()
            session = page.context.new_cdp_session(page)
            page.goto(f"{address}/{folder}")
            found = session.send("Page.getAppManifest")
            assert found["url"] == f"{address}/{folder}manifest.json" and found["errors"] == []
            reasons = {one["errorId"] for one in session.send("Page.getInstallabilityErrors")["installabilityErrors"]}
            assert reasons <= {"in-incognito"}, reasons  # as every window of a test is
            page.close()


def test_a_first_view_pays_little_for_both(built):
    """A page is compressed with and without them; what brotli makes of a change is uneven, so the middle counts."""
    more = []
    for file in every_page(built):
        text = (built / file).read_text("utf-8")
        if not LINK.search(text):
            continue
        found = [match for match in (LINK.search(text), KEEPS.search(text)) if match]
        files = sum(size((built / file).parent.joinpath(match[1]).resolve()) for match in found)
        bare = KEEPS.sub("", LINK.sub("", text))
        more.append(files + weight(text) - weight(bare))
    print(f"{len(more)} pages: {statistics.median(more):.0f} B more in the middle, {max(more)} B at most")
    assert statistics.median(more) <= MOST and sum(one > MOST for one in more) <= len(more) // 10


def weight(text: str) -> int:
    """Bytes of a page as it is sent."""
    return len(brotli.compress(text.encode(), brotli.MODE_TEXT, quality=5))


def test_the_switch_takes_the_manifest_away(facts, prose, languages):
    off = Facts(facts.site.model_copy(update={"offline": False}), facts.digest, facts.records)
    for one, count in ((facts, 1), (off, 0)):
        renderer = open_renderer(one, pages(one, prose), languages, ROOT / "overrides", datetime.date(2026, 11, 22))
        names = [name for name, _ in site_files.own(renderer, languages["id"])]
        assert names.count("manifest.json") == count
        text = renderer.shell(renderer.site.by_path["bayar/"], languages["id"])
        assert len(LINK.findall(text)) == count
