"""A place in a page is kept by the link to the other language and opened by what leads to it; pages name their feed."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import pytest
from hosts import nginx
from looking import chromium, every_page, settle

pytestmark = pytest.mark.xdist_group("eyes")
FEED = re.compile(r'<link rel="alternate" type="application/atom\+xml" href="([^"]+)">')


@pytest.fixture(scope="module")
def address(built, tmp_path_factory):
    built.parent.chmod(0o755)
    with nginx(built, tmp_path_factory.mktemp("served")) as found:
        yield found


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


def test_every_page_names_the_feed_of_its_language(built):
    files = every_page(built)
    for file in files:
        (feed,) = FEED.findall((built / file).read_text("utf-8").partition("</head>")[0])
        path = urlsplit(urljoin(f"https://example.org/jamsostek/{file}", feed)).path
        wanted = "/jamsostek/en/perubahan.xml" if file.startswith("en/") else "/jamsostek/perubahan.xml"
        assert path == wanted, file
    assert (built / "perubahan.xml").exists() and (built / "en" / "perubahan.xml").exists()


@pytest.mark.parametrize(
    "place",
    ["biaya/#asal", "hitung/#segment=bpu&income=1000000&programs=jkk,jkm", "hitung/slip/#segment=pu", "cari/#q=ojek"],
)
def test_the_language_link_keeps_the_fragment(browser, address, place):
    page = browser.new_page()
    page.goto(f"{address}/{place}")
    settle(page)
    page.click("header a[hreflang=en]")
    page.wait_for_url("**/en/**")
    assert page.url == f"{address}/en/{place}"


def test_the_language_link_keeps_what_was_answered_since_and_stays_bare_without_a_fragment(browser, address):
    page = browser.new_page()
    page.goto(f"{address}/hitung/#segment=bpu&income=1000000&programs=jkk,jkm")
    settle(page)
    page.click("#hasil summary >> nth=0")
    page.evaluate("history.replaceState(null, '', '#segment=bpu&income=2000000&programs=jkk,jkm')")
    page.click("header a[hreflang=en]")
    page.wait_for_url("**/en/**")
    settle(page)
    assert page.url.endswith("#segment=bpu&income=2000000&programs=jkk,jkm")
    assert page.locator('#hasil [data-amount="monthly.total"]').first.is_visible()
    page.goto(f"{address}/biaya/")
    settle(page)
    page.click("header a[hreflang=en]")
    page.wait_for_url("**/en/**")
    assert page.url == f"{address}/en/biaya/"


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("path", ["biaya/", "en/program/jkm/", "pekerjaan/nelayan/"])
def test_a_tap_on_an_amount_opens_where_it_comes_from(browser, address, path, script):
    page = browser.new_page(viewport={"width": 360, "height": 640}, java_script_enabled=script)
    page.goto(f"{address}/{path}")
    if script:
        settle(page)
    link = page.locator("main a.fig[href^='#f-']:visible").first
    fact = link.get_attribute("href")[1:]
    source = page.locator(f"[id='{fact}']")
    assert not source.is_visible()
    link.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    for way in ("close", "back"):
        link.click()
        source.wait_for(state="visible", timeout=2000)
        box = source.bounding_box()
        assert box["y"] > 100 and round(box["y"] + box["height"]) == 640, "it stands on the foot of the screen"
        assert page.evaluate("scrollY") == before
        if way == "close":
            source.locator(".close").click()
        else:
            page.go_back()
        source.wait_for(state="hidden", timeout=2000)
        assert page.evaluate("scrollY") == before
        if script:
            assert link.evaluate("link => link === document.activeElement"), "the focus is where it was"
            assert "#" not in page.url


@pytest.mark.parametrize("path", ["biaya/", "en/program/jkm/"])
def test_all_sources_open_in_their_place_and_stand_at_the_end_of_paper(browser, address, path):
    page = browser.new_page(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    page.goto(f"{address}/{path}")
    sources = page.locator(".src")
    assert sources.count() > 3 and not any(one.is_visible() for one in sources.all())
    page.click("#asal h2 a")
    assert all(one.is_visible() for one in sources.all())
    page.goto(f"{address}/{path}")
    page.emulate_media(media="print")
    assert all(one.is_visible() for one in sources.all())


def test_what_is_itself_folded_opens_when_a_link_leads_there(browser, address):
    page = browser.new_page(viewport={"width": 360, "height": 640})
    page.goto(f"{address}/tanya/ikut/")
    settle(page)
    question = page.locator("main details[id]").last
    name = question.get_attribute("id")
    page.evaluate("name => { location.hash = name; }", name)
    page.wait_for_function("name => document.getElementById(name).open", arg=name, timeout=2000)
    fresh = browser.new_page()
    fresh.goto(f"{address}/tanya/ikut/#{name}")
    settle(fresh)
    assert fresh.locator(f"details[id='{name}']").get_attribute("open") is not None
