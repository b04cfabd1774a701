"""Two answers side by side: from the usual pairs, from a link, from the estimator, by touch, and what harms nothing."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from conftest import estimated
from looking import EYES, axe, chromium, settle

pytestmark = pytest.mark.xdist_group("pair page")
FARMER = {"segment": "bpu", "income": "1000000", "programs": "jkk,jkm"}
EMPLOYEE = {"segment": "pu", "income": "2500000"}
SHOWN = """() => Object.fromEntries([...document.querySelectorAll("#hasil [data-amount]")]
    .map(one => [one.dataset.amount, +one.dataset.value]))"""


def link(one, other):
    """Both states as one fragment."""
    return "#" + "&".join(
        f"{side}={quote('&'.join(f'{name}={value}' for name, value in state.items()), safe=',')}"
        for side, state in (("a", one), ("b", other))
    )


def answered(**inputs):
    """What the command answers."""
    asked = [word for name, value in inputs.items() for word in (f"--{name.replace('_', '-')}", str(value))]
    return json.loads(estimated(*asked, "--json").stdout)


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


@pytest.fixture
def visit(browser, built):
    """A function that opens a page by touch at 360×640; mistakes of scripts fail the test."""
    errors = []

    def visit(path="hitung/banding/", fragment="", **way):
        page = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True, **way).new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((built / path / "index.html").as_uri() + fragment)
        settle(page)
        return page

    yield visit
    assert not errors


def test_one_tap_on_a_usual_pair_sets_two_answers_side_by_side(visit):
    page = visit()
    page.tap("#alat .leads a >> nth=0")
    page.wait_for_selector("#hasil td .big")
    assert page.url.partition("#")[2].startswith("a=segment%3Dbpu")
    shown, larger = page.evaluate(SHOWN), answered(**{**FARMER, "income": 2500000})
    assert shown["a.monthly.total"] == 8400 and shown["b.monthly.total"] == larger["monthly"]["total"]
    assert shown["difference.monthly.total"] == larger["monthly"]["total"] - 8400
    died = answered(**FARMER, event="work-death"), answered(**{**FARMER, "income": 2500000}, event="work-death")
    assert [shown["a.work-death"], shown["b.work-death"]] == [one["benefit_total"] for one in died]
    said = page.inner_text("#hasil")
    assert f"Pilihan B lebih mahal Rp{shown['difference.monthly.total']:,} sebulan.".replace(",", ".") in said
    assert "Iuran dihitung dari penghasilan: Rp1.000.000 di Pilihan A, Rp2.500.000 di Pilihan B." in said
    assert "Desember 2026" in said and "Mulai Januari 2027: Pilihan B lebih mahal" in said
    assert "Santunan kematian, Santunan berkala baru bisa diterima setelah iuran dibayar 3 bulan." in said


def test_a_link_holds_both_and_says_why_in_english(visit):
    page = visit("en/hitung/banding/", link(FARMER, {**FARMER, "programs": "jkk,jkm,jht"}))
    said = page.inner_text("#hasil")
    assert page.evaluate(SHOWN)["difference.monthly.total"] == 20000
    assert "Choice B costs Rp20,000 more a month." in said and "Only Choice B has " in said
    page.goto("about:blank")
    page = visit("en/hitung/banding/", link(FARMER, {**FARMER, "payer": "government"}))
    said = page.inner_text("#hasil")
    assert "Who pays is not the same: in Choice A the worker alone, in Choice B the government or the village." in said
    assert "Choice A has a discount for JKK + JKM until December 2026." in said
    assert "From January 2027: Both are the same." in said


def test_two_segments_say_who_pays_and_what_only_one_has(visit):
    page = visit(fragment=link({**FARMER, "income": "2500000"}, EMPLOYEE))
    said, worker = page.inner_text("#hasil"), answered(**{**FARMER, "income": 2500000})["monthly"]["worker"]
    employee = answered(**EMPLOYEE)["monthly"]
    assert "Pilihan A untuk pekerja mandiri, Pilihan B untuk pegawai atau buruh bergaji." in said
    assert f"pemberi kerja ikut membayar Rp{employee['employer']:,} sebulan.".replace(",", ".") in said
    assert page.evaluate(SHOWN)["difference.monthly.worker"] == abs(employee["worker"] - worker)
    once = visit(fragment=link(FARMER, {"segment": "pmi", "contract": "24"}))
    assert "tidak bisa langsung dibandingkan" in once.inner_text("#hasil")
    assert "difference.monthly.total" not in once.evaluate(SHOWN)


def test_the_estimators_state_comes_along_and_one_side_is_changed_by_hand(visit):
    page = visit("hitung/", "#segment=bpu&income=1000000&programs=jkk,jkm")
    page.tap("#lagi a[href*='banding/']")
    page.wait_for_selector("#alat form")
    assert "Kedua pilihan masih sama" in page.inner_text("#hasil")
    page.fill("#b-income", "2,5 juta")
    page.select_option("#b-sector", "transport")
    page.tap("#alat details[open] button.go")
    page.wait_for_function("() => location.hash.indexOf('transport') > 0")
    driver = answered(**{**FARMER, "income": 2500000}, sector="transport")
    assert page.evaluate(SHOWN)["b.monthly.total"] == driver["monthly"]["total"]
    assert "payer" not in page.url, "what nobody touched is not written down as an answer"
    page.tap("#alat summary:has-text('Pilihan B: ')")
    page.select_option("#b-segment", "pu")
    page.wait_for_selector("#b-size")
    assert "segment%3Dpu" in page.url


def test_bad_links_are_told_and_break_nothing(visit):
    page = visit(fragment=f"{link(FARMER, EMPLOYEE)}&c=1")
    assert page.locator("#hasil .err").count() == 1 and page.evaluate(SHOWN)["a.monthly.total"] == 8400
    for fragment in (
        "#a=%E0%A4%A&b=",
        "#a=segment%3Dconstructor&b=__proto__%3D1",
        "#a=segment%3Dbpu",
        "#a=" + "%3C" * 9000,
    ):
        page.evaluate("hash => { location.hash = hash; }", fragment)
        page.wait_for_function("() => document.querySelector('#alat form, #alat .leads')")
    assert page.locator("#alat .leads a").count() == 4


def test_without_javascript_the_usual_pairs_stand_there_with_their_amounts(browser, built):
    page = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640}).new_page()
    page.goto((built / "hitung/banding/index.html").as_uri())
    assert "telepon 175" in page.inner_text("noscript")
    assert page.locator("#tabel table").count() == 4 and page.locator("#tabel [data-fig]").count() >= 14
    assert not page.locator("input:visible, button:visible").count()


@pytest.mark.parametrize("path", ["hitung/banding/", "en/hitung/banding/"])
@pytest.mark.parametrize("fragment", ["", link(FARMER, EMPLOYEE)])
def test_it_is_for_everybody(visit, path, fragment):
    page = visit(path, fragment)
    assert not axe(page)
    page.evaluate(EYES)
    for question in ("eyes.wide()", "eyes.clipped()", "eyes.small(48, 8)", "eyes.tiny(18)", "eyes.pale(7)"):
        assert not page.evaluate(question), question
