"""The estimator page: links show their amounts, with and without JavaScript; hostile ones harm nothing."""

from __future__ import annotations

import html
import json
import random
import re
from pathlib import Path
from urllib.parse import parse_qsl, quote

import brotli
import pytest
import yaml
from conftest import ROOT, TODAY, estimated
from guide.estimator.engine import estimate
from guide.estimator.inputs import read_inputs
from guide.pages import estimator_page
from layouts import as_xlsx
from looking import EYES, axe, chromium, settle
from python_calamine import CalamineWorkbook

pytestmark = pytest.mark.xdist_group("estimator page")
CASES = yaml.safe_load((ROOT / "tests/support/cases.yml").read_text("utf-8"))
BARE = """for (const name of ["Promise", "fetch", "localStorage", "sessionStorage", "indexedDB", "XMLHttpRequest",
    "URL", "Intl"]) Object.defineProperty(window, name, {value: undefined});"""
SHOWN = """() => Object.fromEntries([...document.querySelectorAll("#hasil [data-amount]")]
    .map(one => [one.dataset.amount, +one.dataset.value]))"""
MOST, ANSWERED = 26_000, 20_000
"""Bytes in brotli of the page with all its scripts, and with those needed before the first answer (quality.md, P2)."""
HOSTILE_NAMES = """segment income programs month event people months children paid_months made budget payslip
    compare age risk sick_months average_wage contract sector size partner __proto__ constructor toString
    hasOwnProperty incom <b> %"""
HOSTILE_VALUES = """bpu pu pmi jakon 1000000 -1 NaN 1e999 %E0%A4%A % %00 2026-11 9999-12 0000-00 + '
    <script>alert(1)</script> javascript:alert(1) jkk,jkm,jht ,,, work-death retirement layoff 0 2026-11-22:1
    2026-99-99:9 0001-01-01:5 jht=1,jp=x jht=160000 sd,tk,sma 10000000 600 constructor __proto__"""
STATES = (
    "",
    "#segment=bpu",
    "#segment=bpu&income=1000000",
    "#segment=pu&income=3500000&event=work-death&children=sd,tk&people=3&months=4",
    "#segment=bpu&income=x&people=0&nobody=1&made=2025-01-02:16800",
    "#segment=pu&income=2500000&size=unknown&event=layoff",
    "#segment=pmi&placement=unknown&event=death",
)


def fragment(inputs):
    """Inputs as a fragment."""
    return "#" + "&".join(f"{n}={','.join(v) if isinstance(v, list) else v}" for n, v in inputs.items())


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


class Tab:
    """The page in a tab of its own, opened as a file; gathers errors and requests."""

    def __init__(self, browser, built: Path, path: str = "hitung/", script: str = "", **way):
        self.context = browser.new_context(viewport={"width": 360, "height": 640}, **way)
        self.page = self.context.new_page()
        self.errors, self.requests = [], []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: self.errors.append(f"dialog {dialog.message}"))
        self.page.on("request", lambda request: self.requests.append(request.url))
        if script:
            self.page.add_init_script(script)
        self.address = (built / path / "index.html").as_uri()
        self.page.goto(self.address)
        settle(self.page)
        self.opened = len(self.requests)

    def go(self, fragment: str):
        """Follow a link with another fragment, as a tap does."""
        self.page.evaluate(
            "hash => { history.replaceState(null, '', hash); window.dispatchEvent(new Event('hashchange')); }",
            fragment or "#",
        )

    def tap(self, selector: str):
        """Choose a door; the rest of the answer is drawn before the address changes."""
        before = self.page.url
        self.page.click(selector)
        self.page.wait_for_function("before => location.href !== before", arg=before)

    def fresh(self, fragment: str):
        """Open a link from elsewhere."""
        self.page.goto("about:blank")
        self.page.goto(self.address + fragment)

    def shown(self) -> dict[str, int]:
        """Every amount of the answer."""
        return self.page.evaluate(SHOWN)


@pytest.fixture(scope="module")
def tab(browser, built):
    return Tab(browser, built)


@pytest.fixture(scope="module")
def english(browser, built):
    return Tab(browser, built, "en/hitung/")


@pytest.mark.parametrize("where", ["tab", pytest.param("english", marks=pytest.mark.audit)])
def test_every_published_example_opened_as_a_link_shows_its_amounts(request, where):
    tab, wrong = request.getfixturevalue(where), []
    for case in CASES:
        tab.go(fragment(case["inputs"]))
        shown = tab.shown()
        if {name: shown.get(name) for name in case["expect"]} != case["expect"]:
            wrong.append((case["id"], case["expect"], shown, tab.page.inner_text("#hasil")[:200]))
    assert not wrong
    assert not tab.errors
    assert len(tab.requests) == tab.opened


def test_a_fresh_link_shows_its_answer_at_once_in_a_region_that_was_there(tab, built):
    page = (built / "hitung/index.html").read_text("utf-8")
    assert re.search(r'<div id="hasil" role="status"[^>]*><div></div>', page)
    tab.fresh("#segment=bpu&income=1.000.000&month=2026-11")
    assert tab.shown()["monthly.total"] == 8400
    assert "delapan ribu empat ratus rupiah" in tab.page.inner_text("#hasil")


def test_the_answer_is_said_aloud_and_what_explains_it_stands_below(tab):
    tab.go("#segment=bpu&income=1000000&people=3&event=work-death")
    said = tab.page.locator("#hasil[role=status] > :not([aria-live=off])")
    spoken = said.locator("[data-amount]").evaluate_all("all => all.map(one => one.dataset.amount)")
    assert tab.page.locator("[role=status]").count() == 1
    assert {"monthly.total", "benefit_total", "grand_total"} <= set(spoken)
    assert not said.locator("details, button").count() and tab.page.locator("#hasil details").count() == 1
    assert len(said.inner_text().split()) < 100


def test_the_copy_for_assistants_has_steps_law_assumptions_and_the_way_back(tab, rules):
    state = "#segment=bpu&income=1000000&month=2026-11&event=death"
    tab.fresh(state)
    tab.page.evaluate("document.execCommand = () => { window.copied = document.activeElement.value; }")
    tab.page.click("#hasil button:has-text('Salin untuk AI')")
    text = tab.page.evaluate("window.copied")
    for step in answered(rules, state).steps:
        assert step.citation in text, step.id
    listed = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(listed) == len(answered(rules, state).steps) and "Desember 2026" in text
    assert "Kami anggap Anda membayar sendiri." in text and "Bukan situs resmi." in text
    assert text.splitlines()[-1].startswith("http") and "#segment=bpu&month=2026-11&income=" in text


def answered(rules, state):
    """The answer of the engine in Python to a fragment."""
    return estimate(rules, read_inputs(dict(parse_qsl(state.lstrip("#"))), TODAY), TODAY)


ASKED = (
    "#segment=bpu&income=1000000",
    "#segment=bpu&income=50.000&payer=sponsor&event=death",
    "#segment=pu&income=2500000&event=layoff",
    "#segment=pu&income=3500000&event=retirement&paid_months=240",
    "#segment=pu&income=2000000&size=unknown&risk=unknown&event=layoff&paid_months=24",
    "#segment=jakon&income=100000000",
    "#segment=pmi",
    "#segment=pmi&placement=unknown&contract=12&event=death",
)


@pytest.mark.parametrize("state", ASKED)
def test_what_was_taken_for_granted_stands_there_and_a_tap_opens_its_question(tab, rules, state):
    """The same inputs as the engine in Python names, and those that nobody knew; at the question no amount stands."""
    tab.go(state)
    engine, page = answered(rules, state), tab.page
    shown = page.locator("#hasil [data-assumed]").evaluate_all("all => all.map(one => one.dataset.assumed)")
    unknown = [name for name, value in engine.inputs.items() if value == "unknown"]
    assert shown == [*(one.name for one in engine.assumptions), *unknown]
    for name in shown:
        page.click(f"#hasil [data-assumed={name}]")
        assert page.locator("#tanya h2").is_visible() and not tab.shown()
        assert page.locator("#tanya a.door, #tanya input, #tanya select").count()
        page.click("#tanya p:last-child button")
        assert page.locator("#hasil [data-assumed]").count() == len(shown)
    assert not tab.errors


@pytest.mark.parametrize("state", ASKED)
def test_an_unknown_shows_the_two_amounts_between(tab, rules, state):
    tab.go(state)
    engine = answered(rules, state)
    spans = tab.page.locator("#hasil [data-range]").evaluate_all(
        "all => all.map(one => [one.dataset.amount, one.dataset.value, one.dataset.range, one.textContent])"
    )
    wanted, amounts = engine.range or {}, engine.amounts()
    assert bool(spans) == bool(wanted)
    for name, value, span, text in spans:
        if name.startswith("if."):
            continue
        least, most = wanted[name]
        assert (int(value), span) == (amounts.get(name, 0), f"{least},{most}")
        assert text == f"antara Rp{least:,} dan Rp{most:,}".replace(",", ".")
    shown = {name for name, *_ in spans}
    assert {"monthly.total"} & set(wanted) <= shown
    named = tab.page.locator("#hasil [data-amount]").evaluate_all("all => all.map(one => one.dataset.amount)")
    assert not {name for name in wanted if name in named} - shown


def test_a_changed_assumption_is_one_no_more(browser, built):
    tab = Tab(browser, built)
    tab.go("#segment=pu&income=2500000")
    tab.page.click("#hasil [data-assumed=size]")
    tab.tap("#tanya a.door >> nth=1")
    assert "size=small" in tab.page.url and not tab.page.locator("[data-assumed=size]").count()
    tab.page.click("#hasil [data-assumed=programs]")
    tab.page.uncheck("#tanya [value=jht]")
    tab.page.click("#tanya .go")
    tab.page.wait_for_function("() => location.hash.indexOf('programs=jkk,jkm,jkp') > 0")
    assert "jht.total" not in tab.shown()
    tab.go("#segment=bpu&income=1000000&event=work-death")
    tab.page.click("#hasil [data-assumed=children]")
    tab.page.select_option("#tanya select >> nth=0", "tk")
    tab.page.click("#tanya .go")
    tab.page.wait_for_function("() => location.hash.indexOf('children=tk') > 0")
    assert tab.shown()["benefit.scholarship"] > 0
    assert not tab.errors and len(tab.requests) == tab.opened


def test_a_migrant_is_asked_months_and_way_before_an_amount_stands(browser, built, rules):
    tab = Tab(browser, built)
    tab.tap("[data-state='segment=pmi']")
    assert not tab.shown() and tab.page.locator("#tanya a.door").count() == 4
    tab.tap("#tanya a.door:has-text('12')")
    assert not tab.shown() and tab.page.locator("#tanya a.door").count() == 3
    tab.tap("#tanya a.door >> nth=2")
    assert tab.page.url.endswith("#segment=pmi&placement=unknown&contract=12")
    engine = answered(rules, "segment=pmi&contract=12&placement=unknown")
    least, most = engine.range["monthly.total"]
    assert f"antara Rp{least:,} dan Rp{most:,}".replace(",", ".") in tab.page.inner_text("#hasil .big")
    assert tab.page.locator("[data-assumed=contract]").count() == 0
    fresh = Tab(browser, built)
    fresh.fresh("#segment=pmi")
    assert fresh.shown()["monthly.total"] and fresh.page.locator("[data-assumed=contract]").count() == 1


def test_an_employee_is_asked_the_size_before_an_amount_stands(browser, built):
    tab = Tab(browser, built, "en/hitung/")
    tab.tap("[data-state='segment=pu']")
    tab.tap("#tanya a.door >> nth=2")
    assert not tab.shown() and tab.page.locator("#tanya a.door").count() == 5
    tab.page.click("#tanya p:last-child button")
    tab.page.wait_for_function("() => location.hash === '#segment=pu'")
    tab.tap("#tanya a.door >> nth=2")
    tab.tap("#tanya a.door >> nth=1")
    assert tab.page.url.endswith("&size=small") and tab.shown()["monthly.total"] == 161500


def test_a_low_income_is_asked_back(browser, built):
    tab = Tab(browser, built)
    page = tab.page

    def typed():
        tab.go("")
        tab.tap("[data-state] >> text=Nelayan")
        page.fill("#typed", "50.000")
        page.keyboard.press("Enter")
        page.wait_for_selector("#tanya h2:has-text('50.000')")

    typed()
    assert not tab.shown() and "Rp50.000" in page.inner_text("#tanya h2")
    page.click("#tanya a.door >> nth=1")
    doors = page.locator("#tanya a.door b").all_inner_texts()
    assert doors == ["Rp1.000.000", "Rp1.250.000"] and not tab.shown()
    tab.tap("#tanya a.door >> nth=1")
    tab.tap("#tanya a.door >> nth=0")
    assert "income=1250000&" in page.url and not page.locator("[data-assumed=income]").count()
    typed()
    page.click("#tanya a.door >> nth=0")
    page.wait_for_selector("#tanya :text('tabungan')")
    tab.tap("#tanya a.door >> nth=0")
    assert tab.shown()["monthly.total"] == 8400 and page.locator("[data-assumed=income]").count() == 1
    assert not tab.errors


def test_a_program_that_is_not_due_stands_with_nothing_and_why(tab):
    tab.go("#segment=pu&income=2500000&age=60")
    line = tab.page.locator("#hasil li:has(> [data-amount='jp.total'])")
    assert line.locator("[data-value='0']").inner_text() == "Rp0" and "umur 59" in line.inner_text()
    assert "JP: Rp0. Mulai umur 59" in tab.page.get_attribute("[data-message]", "data-message")


@pytest.mark.parametrize("state", ASKED)
def test_rate_and_base_stand_beside_each_amount_and_in_the_message(tab, rules, state):
    tab.go(state)
    message, counted = tab.page.get_attribute("[data-message]", "data-message"), 0
    for step in answered(rules, state).steps:
        if not step.rate or not step.base:
            continue
        amount = f"benefit.{step.id}" if step.id in answered(rules, state).benefits else step.id
        amount = amount if "." in amount else f"{amount}.total"
        said = f"{step.rate.replace('.', ',')} dari " + f"Rp{step.base:,}".replace(",", ".")
        beside = tab.page.locator(f"#hasil li:has([data-amount='{amount}'])").first.inner_text()
        assert said in beside, (step.id, beside)
        counted += 1
        assert step.id in answered(rules, state).benefits or said in message or len(message) > 700, step.id
    assert counted or {"pmi", "jakon"} & set(re.split("[=&]", state))


def test_a_message_says_what_its_number_is(tab):
    def said(state):
        tab.go(state)
        text = tab.page.get_attribute("[data-message]", "data-message")
        assert len(text) <= 900
        return text

    text = said("#segment=bpu&income=1000000&payer=government&month=2026-11")
    assert text.startswith("Iuran BPJS Ketenagakerjaan November 2026: Rp16.800 sebulan.")
    assert "penghasilan Rp1.000.000" in text and "Yang membayar: pemerintah atau desa." in text
    text = said("#segment=bpu&income=1000000&month=2026-11")
    assert "Desember 2026" in text and "Rp16.800" in text and "pekerja sendiri" in text
    assert "Kami anggap Anda membayar sendiri." in text
    text = said("#segment=pmi&contract=18")
    assert "Rp307.500, sekali bayar." in text and "18 bulan" in text and "sebulan" not in text
    text = said("#segment=pu&income=3500000&event=retirement&paid_months=240")
    assert "Rp700.000 tiap bulan" in text and "Pemberi kerja: Rp" in text and "upah Rp3.500.000" in text
    text = said("#segment=bpu&income=1000000&event=death")
    assert "Rp42.000.000" in text and "3 bulan" in text
    text = said("#segment=pu&income=2500000&size=small&event=layoff&paid_months=24")
    assert "Rp9.000.000" in text and "JKN" in text and "54" in text
    assert "antara Rp" in said("#segment=pu&income=2500000&size=unknown")


def test_no_benefit_stands_without_its_condition(tab):
    tab.go("#segment=bpu&income=1000000")
    door = tab.page.inner_text("#hasil li:has(> a [data-amount='if.death'])")
    assert "Rp42.000.000" in door and "3 bulan" in door
    tab.go("#segment=bpu&income=1000000&event=death")
    card = "#hasil .card:has([data-amount='benefit_total'])"
    assert "3 bulan" in tab.page.inner_text(card)
    tab.go("#segment=pu&income=2500000&size=small&event=layoff&paid_months=24")
    text = tab.page.inner_text(card)
    assert "JKN" in text and "54" in text and "semua bulan" in text
    tab.go("#segment=pu&income=3500000&event=retirement&paid_months=240")
    assert "tiap bulan" in tab.page.inner_text(card)


def test_what_nobody_waits_for_comes_after_the_first_answer(browser, built):
    """The answer stands before the second script is asked for; without it, questions and answer still work."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.route("**/hitung-id-after-*.js", lambda route: route.abort())
    page.goto((built / "hitung/index.html").as_uri() + "#segment=bpu&income=1000000&event=death")
    page.wait_for_selector("#hasil [data-amount='benefit_total']")
    assert page.locator("#hasil [data-assumed]").count() == 5
    page.click("#hasil [data-assumed=paid_months]")
    page.click("#tanya a.door >> nth=0")
    page.wait_for_function("() => location.hash.indexOf('paid_months=12') > 0")
    assert page.locator("#isian").is_hidden()


@pytest.mark.parametrize("path", ["uang", "slip", "lembar", "bulan"])
def test_pages_below_say_what_they_took_for_granted(browser, built, path):
    tab = Tab(browser, built, f"hitung/{path}/")
    tab.fresh("#segment=pu&income=3500000&payslip=jht=70000" if path == "slip" else "#segment=bpu&income=1000000")
    granted = tab.page.locator("#hasil [data-assumed]")
    granted.first.wait_for()
    names = granted.evaluate_all("all => all.map(one => one.dataset.assumed)")
    assert {"slip": "size"}.get(path, "sector") in names and len(names) == len(set(names))
    granted.first.click()
    tab.page.wait_for_selector("#hasil [data-amount='monthly.total']")
    assert tab.page.url.partition("#")[0].endswith("hitung/index.html")


def test_an_input_that_is_none_is_told_by_the_name_it_has(tab):
    tab.go("#segment=bpu&income=1000000&__proto__=1&constructor=2")
    told = tab.page.inner_text("#hasil .err")
    assert "__proto__: " in told and "constructor: " in told
    assert tab.shown()["monthly.total"] == 8400


def test_a_relieved_amount_says_beside_it_until_when_and_what_follows(tab):
    tab.go("#segment=bpu&income=1000000&month=2026-11")
    beside = tab.page.inner_text("#hasil .card:has([data-amount='monthly.total'])")
    assert "Rp8.400" in beside and "Desember 2026" in beside and "Rp16.800" in beside
    tab.go("#segment=bpu&income=1000000&month=2027-01")
    assert "Desember 2026" not in tab.page.inner_text("#hasil .card:has([data-amount='monthly.total'])")


@pytest.mark.parametrize("where", ["tab", "english"])
def test_each_step_says_in_words_how_it_was_rounded(request, where):
    tab = request.getfixturevalue(where)
    rounded = {"tab": "terdekat", "english": "Rounded"}[where]
    for state in STATES[2:4]:
        tab.go(state)
        laws = tab.page.locator("#hasil details .small").all_text_contents()
        assert laws and all(rounded in law and "half-up" not in law for law in laws)


def hostile(seed: int, count: int) -> list[str]:
    """Random fragments: scripts, huge numbers, broken encodings, unknown names, half states."""
    random.seed(seed)
    names = HOSTILE_NAMES.split()
    values = [
        *HOSTILE_VALUES.split(),
        "",
        "9" * 400,
        "jkk" * 90,
        *map(quote, ("<svg onload=alert(1)>", "\u202e\U0001f600\0")),
    ]
    return [
        "#" + random.choice(["", "&", "segment=bpu&income=1000000&", "segment=pu&income=5000000&"])
        + "&".join(f"{random.choice(names)}={random.choice(values)}" for _ in range(random.randint(1, 6)))
        for _ in range(count)
    ]  # fmt: skip


@pytest.mark.parametrize("count", [1000, pytest.param(20000, marks=pytest.mark.audit)])
def test_hostile_links_give_a_notice_at_worst(browser, built, count):
    tab = Tab(browser, built)
    empty = tab.page.evaluate(
        """list => list.filter(hash => {
            history.replaceState(null, "", hash);
            window.dispatchEvent(new Event("hashchange"));
            const blank = !document.querySelector("#hasil").textContent && document.querySelector("#kerja").hidden
                && document.querySelector("#tanya").hidden;
            return blank || document.querySelector("#hitung script, #hasil img, #hasil [onload]");
        })""",
        hostile(20261122, count),
    )
    assert not empty
    assert not tab.errors, tab.errors[:3]
    assert all(url.startswith("file:") for url in tab.requests)


@pytest.mark.parametrize(
    "text",
    [
        "segment=bpu&income=x",
        "segment=xyz",
        "segment=bpu&income=1000000&incom=5",
        "%E0%A4%A=1&segment=bpu&income=1000000",
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_works(tab, text):
    tab.go("#" + text)
    assert tab.page.locator("#hasil [data-mistake]").count() == 1
    assert ("monthly.total" in tab.shown()) == ("income=1000000" in text)


@pytest.mark.parametrize(
    ("path", "scheme"),
    [
        ("hitung/", "dark"),
        ("en/hitung/", "light"),
        pytest.param("hitung/", "light", marks=pytest.mark.audit),
        pytest.param("en/hitung/", "dark", marks=pytest.mark.audit),
    ],
)
def test_every_state_is_for_everybody(browser, built, path, scheme):
    tab = Tab(browser, built, path, color_scheme=scheme)
    for state in STATES:
        tab.go(state)
        tab.page.evaluate("document.querySelectorAll('#hasil details, #isian').forEach(one => one.open = true)")
        assert not axe(tab.page), state
        tab.page.evaluate(EYES)
        for question in ("eyes.wide()", "eyes.clipped()", "eyes.small(48, 8)", "eyes.tiny(18)", "eyes.pale(7)"):
            assert not tab.page.evaluate(question), (state, question)
    assert not tab.errors


def test_the_journey_of_a_fisher_by_touch(browser, built):
    tab = Tab(browser, built)
    page = tab.page
    tab.tap("[data-state] >> text=Nelayan")
    tab.tap("#tanya a >> nth=0")
    tab.tap("#tanya a >> nth=1")
    assert tab.shown()["jht.total"] == 20000
    assert "programs=jkk,jkm,jht" in page.evaluate("location.hash")
    page.go_back()
    assert tab.shown()["monthly.total"] == 8400
    page.go_back()
    assert page.locator("#tanya a").count() == 5
    assert len(tab.requests) == tab.opened and not tab.errors


def test_the_journey_by_keyboard_only(browser, built):
    tab = Tab(browser, built, "en/hitung/")
    page = tab.page
    page.focus("[data-state]")
    page.keyboard.press("Enter")
    for _ in range(2):
        page.wait_for_function("() => document.activeElement.tagName == 'H2'")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.parentNode.className == 'card'")
    assert tab.shown()["monthly.total"] == 8400


def test_the_form_and_the_link_hold_the_same_state(browser, built):
    tab = Tab(browser, built)
    page = tab.page
    page.click("#isian summary")
    page.select_option("#i-segment", "bpu")
    page.fill("#i-income", "1,5 juta")
    page.select_option("#i-sector", "transport")
    page.wait_for_function("() => location.hash.indexOf('sector=transport') > 0")
    assert tab.shown()["grand_total"] > 0
    state = page.evaluate("location.hash")
    assert state == "#segment=bpu&income=1%2C5%20juta&sector=transport".replace("%2C", ",")
    assert not page.locator("#i-risk").is_visible() and page.locator("#i-sector").is_visible()
    shown = tab.shown()
    tab.fresh(state)
    assert tab.shown() == shown and page.input_value("#i-sector") == "transport"
    assert "?" not in page.url.split("#")[0]


def test_it_works_where_storage_fetch_and_promise_are_gone(browser, built):
    tab = Tab(browser, built, script=BARE)
    tab.go("#segment=pu&income=5000000&event=layoff&paid_months=24")
    assert tab.shown()["benefit.jkp.cash"] > 0
    assert not tab.errors


def test_a_message_is_short_and_dated(tab):
    for state in STATES[2:4]:
        tab.go(state)
        text = tab.page.get_attribute("[data-message]", "data-message")
        assert len(text) <= 900
        assert f"{TODAY.day} November {TODAY.year}" in text and "bukan keputusan" in text
        assert not re.search(r"Rp\s|NaN|undefined|\{", text)


def test_a_budget_and_a_payslip_are_answered_on_pages_of_their_own(browser, built):
    tab = Tab(browser, built, "hitung/uang/")
    tab.fresh("#segment=bpu&income=1000000&budget=20000")
    assert tab.shown()["monthly.total"] == 8400
    assert not tab.errors
    tab = Tab(browser, built, "hitung/slip/")
    page = tab.page
    page.fill("#m-wage", "3,5 juta")
    page.fill("#m-jht", "70.000")
    page.fill("#m-jp", "30000")
    page.keyboard.press("Enter")
    verdicts = page.locator("#hasil [data-slip]").all_inner_texts()
    assert [verdict[0] for verdict in verdicts] == ["✓", "✗"]
    assert page.locator("[data-slip=right]").count() == 1 and page.locator("[data-slip=wrong]").count() == 1
    assert len(tab.requests) == tab.opened and not tab.errors


def test_a_small_budget_says_what_it_buys_what_is_missing_and_for_how_many(browser, built):
    tab = Tab(browser, built, "hitung/uang/")
    page = tab.page
    said = page.inner_text("#hasil") if page.locator("#hasil").count() else page.inner_text("#alat")
    assert "Rp8.400 sebulan" in said and "Rp42.000.000" in said and "dibayar 3 bulan" in said
    assert "Rp28.400 sebulan. Masih kurang Rp8.400." in said and "Rp2.950.000" not in said
    page.fill("#m-budget", "1 juta")
    page.click("#alat button.go")
    said = page.inner_text("#alat")
    assert "cukup untuk 119 orang" in said and "Mulai Januari 2027: cukup untuk 59 orang." in said
    year = 2 * 8400 + 10 * 16800
    assert f"cukup untuk {1_000_000 // year} orang selama setahun" in said
    assert f"people={1_000_000 // year}" in page.get_attribute("#alat a.go", "href")
    assert not tab.errors


def test_savings_and_their_tax_are_those_of_the_command(browser, built):
    tab = Tab(browser, built, "hitung/tabungan/")
    page = tab.page
    page.fill("#m-income", "10 juta")
    page.fill("#m-years", "30")
    page.click("#alat button.go")
    asked = ["--segment", "bpu", "--income", "10000000", "--programs", "jht", "--project", "30", "--return", "5%"]
    projected = json.loads(estimated(*asked, "--json").stdout)["projection"]["years"]
    for year in projected:
        if year["year"] in (1, 5, 30):
            shown = page.locator(f"[data-amount='projection.{year['year']}']").get_attribute("data-value")
            assert int(shown) == year["balance"]
    taxed = json.loads(estimated("--lump-sum", str(projected[-1]["balance"]), "--json").stdout)["tax"]["tax"]
    assert int(page.get_attribute("[data-amount=tax]", "data-value")) == taxed > 0
    page.fill("#m-years", "0")
    page.click("#alat button.go")
    assert page.locator("[data-mistake=years]").count() == 1 and not tab.errors


def choose(tab, name, data):
    """Give the page a list, and wait for what comes of it."""
    tab.page.set_input_files("#m-members", {"name": name, "mimeType": "", "buffer": data})
    tab.page.wait_for_selector("#hasil:not([aria-busy]) :is(h2, .err)")


def test_a_list_of_members_is_read_on_the_device(browser, built):
    tab = Tab(browser, built, "hitung/anggota/")
    page = tab.page
    choose(tab, "anggota.csv", b"nama;segmen;penghasilan\nAna;bpu;1000000\n=1+1;bpu;x\n")
    assert tab.shown()["members.total"] == 8400
    with page.expect_download() as waiting:
        page.click("#hasil button")
    assert waiting.value.suggested_filename == "anggota-hasil.csv"
    rows = Path(waiting.value.path()).read_text("utf-8-sig").splitlines()
    assert len(rows) == 3 and rows[1].startswith("Ana;bpu;1000000;") and rows[2].startswith("'=1+1")
    assert page.locator("[data-mistake=income]").inner_text().startswith("penghasilan: x tidak terbaca")
    assert not tab.errors and all(url.startswith(("file:", "blob:")) for url in tab.requests)


def test_a_spreadsheet_is_read_and_comes_back_as_one(browser, built):
    tab = Tab(browser, built, "hitung/anggota/")
    rows = [["DAFTAR ANGGOTA"], ["Nama Anggota", "Desa", "Upah (Rp)", "Pekerjaan"]]
    rows += [[f"Ana {i}", f"Desa {i % 2}", 1_000_000, "Ojek"] for i in range(60)]
    choose(tab, "anggota.xlsx", as_xlsx(rows))
    shown = tab.shown()
    assert shown["members.total"] == shown["members.monthly.worker"] == 60 * 8400
    text = tab.page.inner_text("#hasil")
    assert shown["later.total"] == shown["later.jkk.total"] + shown["later.jkm.total"] == 60 * 16800
    assert "Mulai April 2027" in text
    assert "60 orang × Rp8.400" in text and "Desa 1: 30 orang, Rp252.000" in text
    with tab.page.expect_download() as waiting:
        tab.page.click("#hasil button")
    assert waiting.value.suggested_filename == "anggota-hasil.xlsx"
    sheet = CalamineWorkbook.from_path(str(waiting.value.path())).get_sheet_by_index(0).to_python()
    assert len(sheet) == 61 and sheet[1][sheet[0].index("grand_total")] == 8400
    assert not tab.errors


def test_what_a_list_does_not_say_is_asked_once_and_can_be_changed(browser, built):
    tab = Tab(browser, built, "hitung/anggota/")
    page = tab.page
    choose(tab, "anggota.csv", b"nama;duit;Upah\nAna;x;1000000\nBeni;y;1500000\n")
    assert page.locator("#hasil .err li").count() == 1 and page.locator("#hasil table").count() == 0
    page.select_option("#s-segment", "bpu")
    page.wait_for_selector("#hasil:not([aria-busy]) table")
    assert tab.shown()["members.total"] == 8400 + 11400
    page.focus("#s-payer")
    page.select_option("#s-payer", "government")
    page.wait_for_selector("#hasil:not([aria-busy]) [data-amount='members.monthly.government']")
    assert page.evaluate("document.activeElement.id") == "s-payer"
    assert tab.shown()["members.total"] == tab.shown()["members.monthly.government"] == 16800 + 22800
    page.select_option("#k-2", "")
    page.wait_for_selector("#hasil:not([aria-busy]) .err")
    page.click("#hasil summary")
    page.select_option("#k-2", "income")
    page.wait_for_selector("#hasil:not([aria-busy]) table")
    assert not tab.errors


def test_a_member_gets_a_message_whose_link_has_the_band_alone_and_all_sign_one_list(browser, built):
    tab = Tab(browser, built, "hitung/anggota/", "window.print = () => { window.printed = true; };")
    page = tab.page
    choose(tab, "anggota.csv", b"nama;segmen;penghasilan\nMaria;bpu;1150000\nYosef;pu;3000000\nX;bpu;a\n")
    page.get_by_role("button", name="Pesan").first.click()
    link = page.locator("#hasil [role=status] a").first.get_attribute("href")
    assert "income=1200000" in link and "month=" in link and "Maria" not in link and "1150000" not in link
    assert "bisa membaca penghasilan" in page.inner_text("#hasil [role=status]")
    page.get_by_role("button", name="Cetak daftar untuk tanda tangan").click()
    assert page.evaluate("window.printed") and page.locator("#hasil tbody tr").count() == 2
    assert "X" not in page.inner_text("#hasil tbody") and not axe(page)
    page.get_by_role("button", name="Kembali").click()
    page.wait_for_selector("#hasil:not([aria-busy]) tbody")
    assert page.locator("#hasil tbody tr").count() == 3 and not tab.errors


STOP_AT_ONCE = """new MutationObserver(() => {
    const bar = document.querySelector("#hasil progress");
    window.seen = window.seen || bar;
    if (window.stopping && bar) document.querySelector("#hasil button").click();
}).observe(document, {subtree: true, childList: true});"""


def test_a_long_list_shows_how_far_it_is_and_can_be_stopped(browser, built):
    tab = Tab(browser, built, "hitung/anggota/", STOP_AT_ONCE)
    page, data = tab.page, b"nama;segmen;penghasilan\n" + b"Ana;bpu;1000000\n" * 12_000
    choose(tab, "anggota.csv", data)
    assert page.evaluate("!!window.seen") and tab.shown()["members.total"] == 12_000 * 8400
    assert page.locator("#hasil tbody tr").count() == 200
    asked = len(tab.requests)
    page.evaluate("window.stopping = true")
    page.set_input_files("#m-members", {"name": "anggota.csv", "mimeType": "", "buffer": data})
    page.wait_for_function("() => !document.getElementById('hasil').childNodes.length")
    page.wait_for_timeout(300)
    assert page.inner_text("#hasil") == "" and not tab.errors and len(tab.requests) == asked


@pytest.mark.parametrize("path", ["hitung/anggota/", "en/hitung/anggota/"])
def test_the_page_of_a_list_is_for_everybody(browser, built, path):
    tab = Tab(browser, built, path)
    for data in (
        b"nama;segmen;penghasilan;desa\nAna;bpu;1000000;A\nBeni;bpu;x;B\nJUMLAH;;1000000;\n",
        b"nama;penghasilan\nAna;1000000\n",
        b"\x00\x01\x02",
    ):
        choose(tab, "anggota.csv", data)
        tab.page.evaluate("document.querySelectorAll('#hasil details').forEach(one => one.open = true)")
        assert not axe(tab.page)
        tab.page.evaluate(EYES)
        for question in ("eyes.wide()", "eyes.clipped()", "eyes.small(48, 8)", "eyes.tiny(18)", "eyes.pale(7)"):
            assert not tab.page.evaluate(question), (data, question)
    assert not tab.errors


def test_who_pays_for_200_people_gets_a_sheet_to_sign_and_a_table(browser, built):
    tab = Tab(browser, built, "hitung/lembar/")
    tab.fresh("#segment=bpu&income=1000000&people=200&months=12&payer=government")
    page = tab.page
    assert tab.shown()["grand_total"] == 200 * 12 * 16800
    signs = page.locator(".sign")
    assert signs.count() == 2 and signs.first.bounding_box()["y"] < signs.last.bounding_box()["y"]
    assert page.locator("#hasil table th").first.bounding_box()["width"] > 200
    page.set_viewport_size({"width": 1280, "height": 900})
    assert signs.first.bounding_box()["y"] == signs.last.bounding_box()["y"]
    with page.expect_download() as waiting:
        page.click("#hasil button >> nth=1")
    rows = Path(waiting.value.path()).read_text("utf-8-sig").splitlines()
    assert len(rows) == 13 and rows[1] == "2026-11,200,3360000"
    assert not tab.errors


def test_a_link_from_before_the_law_changed_says_then_now_and_why(browser, built):
    tab = Tab(browser, built)
    tab.fresh("#segment=bpu&income=1000000&made=2025-11-01:16800")
    text = tab.page.inner_text("#hasil .box")
    assert "Rp16.800" in text and "Rp8.400" in text
    tab.page.click("#hasil .box a")
    tab.page.wait_for_selector("#hasil [data-value='16800']")
    assert "PP" in tab.page.inner_text("#hasil")


def test_without_javascript_tables_answer_and_work_leads_on(browser, built):
    tab = Tab(browser, built, java_script_enabled=False)
    cells = tab.page.locator("[data-amount]")
    assert cells.count() >= 12
    assert not tab.page.locator("input:visible, select:visible, button:visible").count()
    doors = tab.page.locator("#kerja a")
    assert doors.count() == estimator_page.SHOWN + 3 + 2
    doors.first.click()
    assert "pekerjaan" in tab.page.url


@pytest.mark.parametrize("path", ["lembar", "slip", "uang", "anggota", "bulan"])
def test_pages_below_are_for_everybody(browser, built, path):
    tab = Tab(browser, built, f"hitung/{path}/")
    assert not axe(tab.page)
    tab.page.evaluate(EYES)
    for question in ("eyes.wide()", "eyes.clipped()", "eyes.small(48, 8)", "eyes.tiny(18)", "eyes.pale(7)"):
        assert not tab.page.evaluate(question), question
    assert not tab.errors


def test_what_is_loaded_stays_small(built):
    def size(path):
        return len(brotli.compress(path.read_bytes(), quality=11))

    for folder, language in (("", "id"), ("en/", "en")):
        page = size(built / folder / "hitung/index.html")
        first, after = (
            size(next((built / folder).glob(f"hitung-{language}-{kind}-*.js"))) for kind in ("first", "after")
        )
        print(f"{language}: page {page}, first answer {page + first}, in all {page + first + after}")
        assert page + first <= ANSWERED and page + first + after <= MOST


def test_amounts_on_pages_of_work_and_of_the_tables_are_those_of_the_engine(built, browser, facts):
    """Figures that answer a question, on pages of occupations and on this one, are what the browser's engine says."""
    tab, asked = Tab(browser, built), {}
    for path in [built / "hitung/index.html", *(built / f"pekerjaan/{job.id}/index.html" for job in facts.occupations)]:
        for name, shown in re.findall(r'data-fig="(estimate:[^"]*)"[^>]*>([^<]*)<', path.read_text("utf-8")):
            asked.setdefault(html.unescape(name), set()).add(shown)
    wrong = []
    for name, shown in asked.items():
        _, question, amount = name.split(":")
        tab.go("#" + question)
        value = tab.shown().get(amount)
        whole = f"Rp{value:,}".replace(",", ".") if value is not None else ""
        rounded = [said for said in shown if "juta" in said or "miliar" in said]
        wrong += [(name, shown, value)] if shown - set(rounded) - {whole} else []
    assert len(asked) >= 60
    assert not wrong


def test_a_partner_can_frame_it(browser, built, tmp_path):
    page = browser.new_context(viewport={"width": 360, "height": 640}).new_page()
    address = (built / "sematan/index.html").as_uri()
    frame = f'<iframe src="{address}#segment=bpu&income=1000000&partner=obor-mas" title="x"></iframe>'
    (tmp_path / "partner.html").write_text(
        f'<!doctype html>{frame}<script src="{(built / "sematan.js").as_uri()}"></script>'
    )
    page.goto((tmp_path / "partner.html").as_uri())
    inside = page.frame_locator("iframe")
    inside.locator("#hasil [data-amount='monthly.total']").wait_for()
    assert not inside.locator(".top").is_visible()
    page.wait_for_function("() => document.querySelector('iframe').offsetHeight > 900")
    assert "sematan/#segment=bpu" in (built / "mitra/obor-mas/petugas/index.html").read_text("utf-8")
