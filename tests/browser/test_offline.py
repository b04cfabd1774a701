"""After one visit the pages of bad days open without a network; a new build replaces them; a switch takes them away."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from contextlib import contextmanager

import hosts
import pytest
from conftest import ROOT
from guide.website.offline_pages import MOST, packed, workers
from hosts import nginx
from looking import chromium, settle
from playwright.sync_api import Error

pytestmark = pytest.mark.xdist_group("eyes")
FARMER = "hitung/#segment=bpu&income=1000000&month=2026-11"
CONTROLLED = "() => navigator.serviceWorker.controller !== null"
LINE = "Object.defineProperty(navigator, 'connection', {value: {%s}});"
LISTEN = """addEventListener('securitypolicyviolation', event => {
    (window.refused = window.refused || []).push(event.blockedURI + ' ' + event.violatedDirective);
});"""


@pytest.fixture
def site(built, tmp_path):
    """A copy of the built site without packed twins, so that its pages can be changed."""
    copy = tmp_path / "site"
    shutil.copytree(built, copy, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    tmp_path.chmod(0o755)
    return copy


@pytest.fixture
def served(site, tmp_path):
    """A function that serves the site, each time at the same address."""
    port = hosts.free_port()

    @contextmanager
    def serve():
        work = tmp_path / f"server-{len(list(tmp_path.iterdir()))}"
        work.mkdir()
        with nginx(site, work, port=port) as address:
            yield address

    return serve


def text_of(name):
    return (ROOT / "overrides" / name).read_text("utf-8")


def until(page, script, given=None):
    """Wait for a promise of the page to be true; Playwright's own way needs eval, which the policy forbids."""
    for _ in range(100):
        if page.evaluate(script, given):
            return
        page.wait_for_timeout(200)
    raise AssertionError(script)


def visit(page, address):
    """Open the first page once, and wait until the browser keeps what it should."""
    page.goto(f"{address}/")
    settle(page)
    until(page, CONTROLLED)


def write_workers(site, on):
    """Write the worker of a site anew, as a later build does."""
    for name, text in workers({"": site}, text_of, on=on):
        (site / name).write_text(text, "utf-8")


def what_is_kept(home):
    """The file that the worker of a language keeps, and the texts in it by their addresses."""
    [name] = re.findall(r'"file":"([^"]+)"', (home / "sw.js").read_text("utf-8"))
    all_in_one = json.loads((home / name).read_text("utf-8"))
    texts = {path: "".join(all_in_one["parts"][n] for n in numbers) for path, numbers in all_in_one["files"].items()}
    return home / name, texts


def sent(path):
    """Bytes of a file as servers send it."""
    return path.with_name(f"{path.name}.br").stat().st_size


def test_what_is_kept_is_made_from_the_build_and_light(built):
    for folder in ("", "en"):
        home = built / folder
        file, texts = what_is_kept(home)
        assert {"./", "hitung/", "musibah/kecelakaan/", "musibah/meninggal/", "musibah/phk/", "cari/"} < set(texts)
        for name, text in texts.items():
            path = home / name / "index.html" if name.endswith("/") else home / name
            assert text == path.read_text("utf-8") or re.fullmatch(r"cari-[a-z]+-\w+\.js", name), name
        heaviest = max(sent(path) for path in home.glob("pekerjaan/*/index.html"))
        print(f"{folder or 'root'}: {len(texts)} files, {sent(file)} B, and an occupation of at most {heaviest} B")
        assert sent(file) + heaviest <= MOST


def test_what_pages_share_is_packed_once():
    all_in_one = json.loads(packed({"a/": "x\ny\n", "b/": "z\ny\n", "c.js": "x\ny\n"}))
    assert all_in_one == {"parts": ["x\n", "y\n", "z\n", "x\ny\n"], "files": {"a/": [0, 1], "b/": [2, 1], "c.js": [3]}}


def test_search_knows_without_a_network_what_opens_without_one(built):
    for folder in ("", "en"):
        _, texts = what_is_kept(built / folder)
        [script] = [text for name, text in texts.items() if re.fullmatch(r"cari-[a-z]+-\w+\.js", name)]
        found = json.loads(script.partition("searchIndex=")[2].removesuffix(";\n"))
        paths = {page[0] or "./" for page in found["pages"]}
        assert paths <= set(texts) and {"./", "musibah/meninggal/", "tanya/bayar/"} <= paths
        assert found["asked"] and found["told"] and found["sayings"] and found["same"]


def test_one_visit_is_enough_for_a_bad_day_without_a_network(served):
    with chromium() as browser:
        context = browser.new_context(viewport={"width": 360, "height": 640})
        context.add_init_script(LISTEN)
        page = context.new_page()
        with served() as address:
            visit(page, address)
            refused = page.evaluate("window.refused || []")
            page.goto(f"{address}/unduh/")
            page.wait_for_selector("#kept")
            said = page.inner_text("#kept")
            assert "tersimpan di HP" in said and "150 kB" in said and "22 November 2026" in said
            page.goto(f"{address}/pekerjaan/nelayan/")
            settle(page)
        for path, words in (("musibah/kecelakaan/", "Kecelakaan kerja"), ("pekerjaan/nelayan/", "Nelayan")):
            page.goto(f"{address}/{path}")
            assert words in page.locator("h1").inner_text(), path
            refused += page.evaluate("window.refused || []")
        page.goto(f"{address}/{FARMER}")
        page.wait_for_selector("[data-amount='monthly.total']")
        assert page.locator("[data-amount='monthly.total']").first.get_attribute("data-value") == "8400"
        page.goto(f"{address}/hukum/")
        assert page.url == f"{address}/"
        assert refused == []
        with pytest.raises(Error, match="ERR_CONNECTION_REFUSED"):  # pages for frames of others are left alone
            page.goto(f"{address}/sematan/")
        context.close()


def test_one_visit_home_is_enough_to_search_without_a_network(served):
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 640})
        page.add_init_script(LISTEN)
        with served() as address:
            visit(page, address)
        page.goto(f"{address}/cari/#q=istri%20meninggal%20siapa%20yang%20terima%20uangnya")
        page.wait_for_selector("#found .box a")
        assert page.locator("#found .box p").nth(1).inner_text().endswith((".", "?", "!"))
        links = page.eval_on_selector_all("#found a", "links => links.map(link => link.href)")
        assert len(links) > 3 and page.evaluate("window.refused || []") == []
        for link in links[:3]:
            page.goto("about:blank")
            page.goto(link)
            assert page.url == link and page.locator("h1").is_visible()


def test_the_last_occupation_that_was_opened_stays_through_a_new_build(served, site):
    with chromium() as browser:
        page = browser.new_page()
        with served() as address:
            visit(page, address)
            for path in ("pekerjaan/petani/", "pekerjaan/nelayan/"):
                page.goto(f"{address}/{path}")
                settle(page)
        (site / "musibah" / "index.html").write_text("<h1>BARU</h1>", "utf-8")
        write_workers(site, on=True)
        before = page.evaluate("caches.keys()")
        with served() as address:
            page.goto(f"{address}/")
            until(page, "old => caches.keys().then(now => now.length === 1 && now[0] !== old)", before[0])
        page.context.new_cdp_session(page).send("Network.clearBrowserCache")
        page.goto(f"{address}/pekerjaan/nelayan/")
        assert page.locator("h1").inner_text().startswith("Nelayan")
        page.goto(f"{address}/pekerjaan/petani/")
        assert page.url == f"{address}/"


def test_a_new_build_shows_on_the_first_load_and_replaces_what_was_kept(served, site):
    with chromium() as browser:
        page = browser.new_page()
        with served() as address:
            visit(page, address)
        path = site / "musibah" / "phk" / "index.html"
        path.write_text(path.read_text("utf-8").replace("<h1>", "<h1>BARU "), "utf-8")
        write_workers(site, on=True)
        before = page.evaluate("caches.keys()")
        page.context.new_cdp_session(page).send("Network.clearBrowserCache")  # ten minutes later
        with served() as address:
            page.goto(f"{address}/musibah/phk/")
            assert page.locator("h1").inner_text().startswith("BARU")
            until(page, "old => caches.keys().then(now => now.length === 1 && now[0] !== old)", before[0])
        page.goto(f"{address}/musibah/phk/")
        assert page.locator("h1").inner_text().startswith("BARU")


def test_a_new_build_waits_for_a_line_that_is_not_paid_by_the_byte(served, site):
    with chromium() as browser:
        page = browser.new_page()
        with served() as address:
            visit(page, address)
            before = page.evaluate("caches.keys()")
            (site / "musibah" / "index.html").write_text("<h1>BARU</h1>", "utf-8")
            write_workers(site, on=True)
            worker = site / "sw.js"
            plain = worker.read_text("utf-8")
            for line, moved in (("saveData: true", False), ("effectiveType: '2g'", False), ("", True)):
                worker.write_text(LINE % line + plain, "utf-8")
                page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update()).catch(() => 0)")
                page.wait_for_timeout(700)
                if moved:
                    until(page, "old => caches.keys().then(now => now.length === 1 && now[0] !== old)", before[0])
                else:
                    assert page.evaluate("caches.keys()") == before, line


def test_a_kept_copy_says_first_that_it_is_old(served):
    with chromium() as browser:
        context = browser.chrome.new_context()
        page = context.new_page()
        page.clock.install(time=datetime.datetime(2026, 12, 1, 12))
        with served() as address:
            page.goto(f"{address}/")
            page.clock.run_for(5000)
            until(page, CONTROLLED)
        for day, old in ((datetime.datetime(2026, 12, 2), False), (datetime.datetime(2027, 1, 2), True)):
            page.clock.set_fixed_time(day)
            page.goto(f"{address}/musibah/meninggal/")
            page.clock.run_for(2000)
            page.wait_for_load_state("networkidle")
            assert page.locator("[data-old]").is_visible() == old, day
        context.close()


def test_the_switch_takes_everything_away(served, site):
    with chromium() as browser:
        page = browser.new_page()
        with served() as address:
            visit(page, address)
            write_workers(site, on=False)
            page.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
            until(page, "caches.keys().then(names => names.length === 0)")
            until(page, "navigator.serviceWorker.getRegistrations().then(all => all.length === 0)")


def test_nothing_is_fetched_ahead_on_a_line_that_is_paid_by_the_byte(served):
    with chromium() as browser:
        for line in ("saveData: true", "effectiveType: '2g'", "effectiveType: 'slow-2g'"):
            context = browser.new_context()
            context.add_init_script(LINE % line)
            page = context.new_page()
            with served() as address:
                page.goto(f"{address}/")
                settle(page)
                page.wait_for_timeout(1500)
                assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0, line
            context.close()
