"""The search page: nothing is loaded before use; all of it works by keyboard, from a file."""

from __future__ import annotations

import re

import pytest
from guide.pages.routes import pages
from looking import AXE, chromium, settle

pytestmark = pytest.mark.xdist_group("eyes")


@pytest.fixture(scope="module")
def browser():
    """One browser for all."""
    with chromium() as found:
        yield found


def opened(browser, built, path, **way):
    """The search page from its file, with what it asked for."""
    page = browser.new_context(viewport={"width": 360, "height": 640}, **way).new_page()
    asked, wrong = [], []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto((built / path / "index.html").as_uri())
    settle(page)
    return page, asked, wrong


@pytest.mark.parametrize(
    ("path", "query", "target"),
    [("cari", "kecelakan kerja", "musibah/kecelakaan/"), ("en/cari", "laid off", "en/musibah/phk/")],
)
def test_nothing_is_loaded_before_use_and_the_keyboard_does_it_all_from_a_file(browser, built, path, query, target):
    page, asked, wrong = opened(browser, built, path)
    page.wait_for_timeout(800)
    assert [name.split("-")[0] for name in asked] == ["index.html", "listen", "cari"], asked
    assert page.evaluate("document.querySelector('main [role=status]:not(.old)').textContent") == ""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "q":
            break
    page.keyboard.type(query)
    page.wait_for_selector("#found a")
    assert len(asked) == 4
    page.wait_for_function("() => document.querySelector('main [role=status]:not(.old)').textContent")
    assert re.search(r"\d+", page.inner_text("main [role=status]:not(.old)"))
    assert page.locator("#found li").count() <= 10 and page.locator("#found mark").count() > 0
    assert page.is_hidden("#all")
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.href")
    assert first.endswith(f"{target}index.html") or f"{target}index.html#" in first
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.href") != first
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    assert page.input_value("#q") == "" and page.locator("#found a").count() == 0 and page.is_visible("#all")
    page.keyboard.type(query)
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{target}index.html*")
    page.go_back()
    page.wait_for_selector("#found a")
    assert page.input_value("#q") == query and "?" not in page.url
    page.fill("#q", "xqzvw")
    page.wait_for_function("() => document.querySelector('main [role=status]:not(.old)').textContent.includes('xqzvw')")
    assert page.locator("#found a").count() == 0 and not wrong
    page.context.close()


TOPS = """() => {
    window.tops = [];
    (function look() {
        const one = document.querySelector("#found a, #unknown:not([hidden]) a");
        if (one) tops.push(one.getBoundingClientRect().top + scrollY);
        requestAnimationFrame(look);
    })();
}"""
"""Notes at each picture where the first link of an answer is."""


@pytest.mark.parametrize(
    ("path", "query"),
    [("cari", "kecelakaan kerja"), ("cari", "cuaca besok di kupang"), ("en/cari", "laid off")],
)
def test_what_is_found_stays_in_its_place_when_its_number_is_said(browser, built, path, query):
    page, _, _ = opened(browser, built, path)
    page.evaluate(TOPS)
    page.fill("#q", query)
    page.wait_for_function("() => document.getElementById('count').textContent")
    page.wait_for_timeout(100)
    tops = page.evaluate("tops")
    assert len(tops) > 2 and max(tops) - min(tops) < 1, (min(tops), max(tops))


def test_without_javascript_every_page_is_listed_and_no_control_is_dead(browser, built, facts, prose):
    page, asked, _ = opened(browser, built, "cari", java_script_enabled=False)
    assert len(asked) == 1 and page.is_hidden("#q") and page.is_visible("#all")
    text = (built / "cari" / "index.html").read_text("utf-8")
    listed = [page.path for page in pages(facts, prose) if page.listed]
    for path in listed:
        assert f'href="../{path}"' in text or path in ("", "cari/"), path
    page.context.close()


def test_a_description_shows_what_was_understood_and_its_amount_with_the_steps(browser, built):
    page, asked, wrong = opened(browser, built, "cari")
    page.fill("#q", "saya petani penghasilan 1,5 juta sebulan bayar berapa")
    page.wait_for_selector("#said .sum:not([hidden])")
    assert asked[-1] == "estimator.js" and "Rp" in page.inner_text("#said .sum b")
    answer = page.evaluate("PahamJamsostek.estimate({segment: 'bpu', income: '1500000'}, 'id')")
    shown = re.sub(r"\D", "", page.inner_text("#said .sum b"))
    assert int(shown) == answer["monthly"]["total"]
    steps = page.eval_on_selector_all("#said .sum li", "all => all.map(one => one.textContent)")
    assert {step["text"] for step in answer["steps"]} < set(steps)
    beside = page.inner_text("#said .sum > div")
    assert "Desember 2026; sesudah itu" in beside and page.is_hidden("#said .sum details li")
    assert all(one["text"] in beside for one in (*answer["notices"], *answer["assumptions"]))
    page.fill("#q", "petani penghasilan 1 juta meninggal bukan karena kerja, keluarga dapat berapa")
    page.wait_for_selector("#said .sum > div >> text=setelah iuran dibayar 3 bulan")
    assert "42.000.000" in page.inner_text("#said .sum > div")
    page.fill("#q", "saya petani penghasilan 1,5 juta sebulan bayar berapa")
    page.wait_for_selector("#said .sum:not([hidden])")
    assert "1.500.000" in page.inner_text("#said .row")
    for words in ("petani penghasilan 1 juta, suami meninggal, dapat berapa", "nelayan dapat 100 ribu sehari"):
        page.fill("#q", words)
        page.wait_for_timeout(100)
        assert page.is_hidden("#said .sum"), words
    page.fill("#q", "petani penghasilan 1 juta mau bunuh diri dapat berapa")
    page.wait_for_selector("#help:not([hidden])")
    assert page.is_hidden("#said") and not wrong
    page.context.close()


def test_a_text_that_does_not_arrive_is_said(browser, built, tmp_path):
    page, _, _ = opened(browser, built, "cari")
    page.evaluate("document.getElementById('search').setAttribute('data-pages', 'gone.js')")
    page.fill("#q", "iuran")
    page.wait_for_function("() => document.querySelector('main [role=status]:not(.old)').textContent")
    assert page.locator("#found a").count() == 0
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_results_are_for_everybody(browser, built, scheme):
    page, _, _ = opened(browser, built, "cari", color_scheme=scheme)
    page.fill("#q", "uang sekolah anak")
    page.wait_for_selector("#found a")
    page.wait_for_timeout(400)
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(found => found.violations.map(one => one.id))")
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert all(
        box >= 48 for box in page.evaluate("[...document.querySelectorAll('#found a,#q')].map(a => a.offsetHeight)")
    )
    page.context.close()
