"""People find their answers, from the home page on: by touch and by keyboard alone, in both languages."""

from __future__ import annotations

import csv
import io
import itertools
import math
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from conftest import TODAY
from guide.estimator.engine import estimate
from guide.estimator.inputs import read_inputs
from guide.estimator.member_list import ListReader
from guide.estimator.message_text import MessageFormatter
from guide.law.rules import Rules
from guide.law.timeline import months_after
from hosts import nginx
from looking import EYES, axe, chromium, settle
from playwright.sync_api import Locator

pytestmark = pytest.mark.xdist_group("journeys")
SHOWN = """() => [...document.querySelectorAll("#hasil [data-amount]")]
    .map(one => [one.dataset.amount, +one.dataset.value])"""
EYES_ASK = ("wide()", "clipped()", "small(48, 8)", "tiny(18)", "pale(7)")
SCREENS = {360: 640, 1280: 900}
MOST_TABS = 200
USUAL = {("touch", 360, "id"), ("keyboard", 1280, "en")}
OWN = re.compile(r"^blob:|/hitung-\w+-list-\w+\.js$")
"""What a page may ask for once it is loaded: what it made itself, and what reads lists, whatever the list."""
WAYS = [
    pytest.param(*way, id="-".join(map(str, way)), marks=() if way in USUAL else pytest.mark.audit)
    for way in itertools.product(("touch", "keyboard"), SCREENS, ("id", "en"))
]


SEVEN = {
    "a widow": (("musibah/", "musibah/meninggal/", "cara/claim-jkm/"), ["Rp42 juta", "Rp42 million"]),
    "a kiosk owner": (("biaya/", "hitung/uang/"), ["Rp8.400 sebulan", "Rp8,400 a month"]),
    "a clerk": (("hitung/", "hitung/anggota/"), [".xlsx", ".xlsx"]),
    "a village treasurer": (("membayari/", "hitung/lembar/"), ["Rp1.848.000", "Rp1,848,000"]),
    "a worker bound for Malaysia": (("pekerjaan/pmi/", "cara/join-pmi/"), ["P3MI", "P3MI"]),
    "a church that pays for fifty": (("membayari/",), ["Rp9.240.000", "Rp9,240,000"]),
    "a donor": (("bantuan/", "membayari/"), ["Rp9.240.000", "Rp9,240,000"]),
}
"""Seven people (looks.md), the links that they follow from the home page, what their answer says in each language."""
TYPED = {("a widow", "keyboard", "id"), ("a worker bound for Malaysia", "keyboard", "en")}
"""Those who go by keyboard in `make test` too."""
TAPS = SWIPES = 3
SWIPE = 420
"""Pixels that one swipe moves a page."""


@dataclass
class Engine:
    """The estimator in Python, asked as the page asks: inputs are text."""

    rules: Rules

    def amounts(self, raw: dict[str, str]) -> dict[str, int]:
        """Every amount of the answer, in rupiah, by its name."""
        return estimate(self.rules, read_inputs(raw, TODAY), TODAY).amounts()

    def said(self, name: str, raw: dict[str, str]) -> int:
        """An amount of the page; `if.death` is what a family would receive after that event."""
        if name.startswith("if."):
            return self.amounts({**raw, "event": name.removeprefix("if.")})["benefit_total"]
        return self.amounts(raw)[name]


class Person:
    """Somebody with a phone or with a keyboard, who begins at the home page and does what hands can do."""

    def __init__(self, browser, address: str, hands: str, width: int, language: str):
        self.hands, self.language = hands, language
        self.context = browser.new_context(
            viewport={"width": width, "height": SCREENS[width]}, has_touch=hands == "touch", timezone_id="Asia/Makassar"
        )
        self.page = self.context.new_page()
        self.page.add_init_script(EYES)
        self.errors, self.requests = [], []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: said.type == "error" and self.errors.append(said.text))
        self.page.on("request", lambda request: self.requests.append(request))
        self.page.goto(address + {"id": "/", "en": "/en/"}[language])
        self.arrived()

    def arrived(self):
        """A page is loaded: from here on nothing is asked of the network until the next one."""
        self.page.wait_for_load_state("load")
        settle(self.page)
        self.loaded = len(self.requests)

    def quiet(self):
        """Nothing left the page since it was loaded, and no address carries an input."""
        asked = [one.url for one in self.requests[self.loaded :] if not OWN.search(one.url)]
        assert not asked
        assert not [one.url for one in self.requests if "?" in one.url] and "?" not in self.page.url
        assert not self.errors

    def reach(self, selector: str | Locator):
        """Tab until the element has the focus; every stop on the way shows where it is."""
        wanted = self.found(selector).element_handle()
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            there, seen = wanted.evaluate("one => [one === document.activeElement, eyes.focus()]")
            assert not seen or not seen["wrong"], seen["wrong"]
            if there:
                return
        raise AssertionError(f"no Tab leads to {selector}")

    def found(self, selector: str | Locator) -> Locator:
        """The first element that it names."""
        return (self.page.locator(selector) if isinstance(selector, str) else selector).first

    def press(self, selector: str | Locator, key: str = "Enter"):
        """Tap it, or go there and press a key."""
        if self.hands == "touch":
            self.found(selector).tap()
        else:
            self.reach(selector)
            self.page.keyboard.press(key)

    def follow(self, selector: str | Locator):
        """A link to another page."""
        self.quiet()
        with self.page.expect_navigation():
            self.press(selector)
        self.arrived()

    def answer(self, selector: str):
        """A choice on this page; the next screen has the focus."""
        before = self.page.url
        self.press(selector)
        self.page.wait_for_function("before => location.href !== before", arg=before)
        self.page.wait_for_function("() => document.activeElement.tagName === 'H2'")

    def write(self, selector: str, text: str):
        """Type into a field, in place of what it held."""
        if self.hands == "touch":
            self.page.locator(selector).tap()
        else:
            self.reach(selector)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, selector: str, value: str):
        """One of a list: the phone's own list, or the arrows."""
        if self.hands == "touch":
            self.page.locator(selector).tap()
            self.page.select_option(selector, value)
            return
        self.reach(selector)
        values = self.page.eval_on_selector_all(f"{selector} option", "all => all.map(one => one.value)")
        steps = values.index(value) - values.index(self.page.input_value(selector))
        for _ in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        assert self.page.input_value(selector) == value

    def take(self, selector: str) -> list[list[str]]:
        """Download a CSV; its rows."""
        with self.page.expect_download() as waiting:
            self.press(selector)
        text = Path(waiting.value.path()).read_bytes().decode("utf-8-sig")
        mark = max(",;", key=text.partition("\n")[0].count)
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))

    def shown(self) -> dict[str, int]:
        """Every amount of the answer; the same name never has two values."""
        pairs = self.page.evaluate(SHOWN)
        assert pairs and len(dict(pairs)) == len({tuple(pair) for pair in pairs})
        return dict(pairs)

    def inputs(self) -> dict[str, str]:
        """What the address holds behind its #."""
        return dict(parse_qsl(self.page.url.partition("#")[2]))

    def money(self, amount: int) -> str:
        """An amount as the page writes it."""
        return f"Rp{amount:,}".replace(",", "." if self.language == "id" else ",")

    def done(self):
        """The end of a journey: nothing left the page, and what stands there is for everybody, light and dark."""
        self.quiet()
        self.page.evaluate("document.querySelectorAll('#hasil details').forEach(one => one.open = true)")
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            assert not axe(self.page), scheme
            for question in EYES_ASK:
                assert not self.page.evaluate(f"eyes.{question}"), (scheme, question)
        self.context.close()


@pytest.fixture(scope="module")
def engine(rules):
    return Engine(rules)


@pytest.fixture(scope="module")
def visit(built, tmp_path_factory):
    """A function that sends somebody to the home page, on a server as hosting/ says."""
    with nginx(built, tmp_path_factory.mktemp("nginx")) as address, chromium() as browser:
        yield lambda *way: Person(browser, address, *way)


def agreed(person: Person, engine: Engine, *names: str) -> dict[str, int]:
    """Every amount on the page is the engine's for what the address says; `names` are among them."""
    shown, raw = person.shown(), person.inputs()
    assert shown == {name: engine.said(name, raw) for name in shown}
    assert set(names) <= set(shown)
    return shown


@pytest.mark.parametrize(("hands", "width", "language"), WAYS)
def test_a_fisher_learns_what_it_costs_and_buys_and_hands_it_on(visit, engine, hands, width, language):
    person = visit(hands, width, language)
    person.follow("#isi a[href='hitung/']")
    person.answer("a[data-state][href$='pekerjaan/nelayan/']")
    person.answer("#tanya a.door >> nth=0")
    person.answer("#tanya a.door >> nth=0")
    assert person.inputs() == {"segment": "bpu", "income": "1000000", "programs": "jkk,jkm"}
    agreed(person, engine, "monthly.total", "jkk.worker", "if.death", "if.work-death")
    person.answer("#hasil a.door[href*='programs=jkk,jkm,jht']")
    agreed(person, engine, "jht.total", "if.death")
    person.answer("#hasil a.door[href*='event=death']")
    shown = agreed(person, engine, "benefit_total", "benefit.jkm.death")
    person.press("#hasil [data-message]")
    message = person.page.get_attribute("#hasil [data-message]", "data-message")
    assert len(message) <= 900 and str(TODAY.year) in message
    assert {person.money(shown[name]) for name in ("monthly.total", "benefit_total")} <= set(
        re.findall(r"Rp[\d.,]*\d", message)
    )
    assert person.page.inner_text("#hasil h3 ~ [aria-live=polite]")
    link = person.page.get_attribute("#hasil [data-message^='http']", "data-message")
    person.done()
    other = visit(hands, width, language)
    other.page.goto(link)
    assert other.shown() == shown
    other.context.close()


@pytest.mark.parametrize(("hands", "width", "language"), WAYS)
def test_a_village_treasurer_gets_a_sheet_for_200_people(visit, engine, hands, width, language):
    person = visit(hands, width, language)
    person.follow("#isi a[href='hitung/']")
    person.follow("#lagi a[href*='hitung/lembar/']")
    person.write("#m-people", "200")
    person.write("#m-months", "12")
    for payer in ("sponsor", "government"):
        raw = {"segment": "bpu", "income": "1000000", "payer": payer}
        person.choose("#m-payer", payer)
        person.press("#alat button.go")
        whole = engine.amounts({**raw, "people": "200", "months": "12"})["grand_total"]
        assert person.shown() == {"grand_total": whole}
        months = [months_after(TODAY.isoformat()[:7], ahead) for ahead in range(12)]
        costs = [200 * engine.amounts({**raw, "month": month})["grand_total"] for month in months]
        assert sum(costs) == whole and len(set(costs)) == {"sponsor": 2, "government": 1}[payer]
        runs = person.page.locator("#hasil table td").all_inner_texts()
        assert runs == [person.money(cost) for cost in dict.fromkeys(costs)]
        head, *rows = person.take("#hasil .card ~ button >> nth=1")
        assert head == ["month", "people", "total"]
        assert rows == [[month, "200", str(cost)] for month, cost in zip(months, costs, strict=True)]
    assert person.page.locator("#hasil .sign").count() == 2
    person.done()


@pytest.mark.parametrize(("hands", "width", "language"), WAYS)
def test_an_employee_sees_whether_the_payslip_is_right(visit, engine, hands, width, language):
    person = visit(hands, width, language)
    person.follow("#isi a[href='hitung/']")
    person.follow("#lagi a[href*='hitung/slip/']")
    right = engine.amounts({"segment": "pu", "income": "3500000"})
    jht, jp = (person.money(right[f"{program}.worker"]) for program in ("jht", "jp"))
    less = person.money(right["jp.worker"] - 5000)
    person.write("#m-wage", person.money(3500000))
    for paid, marks in ((less, ["right", "wrong"]), (jp, ["right", "right"])):
        person.write("#m-jht", jht)
        person.write("#m-jp", paid)
        person.press("#alat button.go")
        lines = person.page.locator("#hasil [data-slip]")
        assert [line.get_attribute("data-slip") for line in lines.all()] == marks
        said = lines.all_inner_texts()
        assert jht in said[0] and jp in said[1] and paid in said[1]
        assert str(TODAY.year) in person.page.inner_text("#hasil .small")
    person.done()


MEMBERS = """nama;segmen;penghasilan;program;kejadian
"Ana; Kupang";bpu;1.000.000;;
Budi;pu;3,5 juta;;
=1+1;bpu;1jt;jkk+jkm+jht;
Cica;bpu;sedikit;;
"""


def by_the_engine(facts, rules, language) -> list[list[str]]:
    """The rows that the command gives for these members."""
    reader, made = ListReader(facts, rules, TODAY, MessageFormatter(language, facts)), io.BytesIO()
    reader.convert(reader.open(io.BytesIO(MEMBERS.encode()), {}), {}, ".csv", made)
    return list(csv.reader(io.StringIO(made.getvalue().decode(), newline=""), delimiter=";"))


@pytest.mark.parametrize(("hands", "width", "language"), WAYS)
def test_a_clerk_counts_for_every_member_of_a_list(visit, facts, rules, languages, hands, width, language):
    person = visit(hands, width, language)
    person.follow("#isi a[href='hitung/']")
    person.follow("#lagi a[href*='hitung/anggota/']")
    with person.page.expect_file_chooser() as waiting:
        person.press("#m-members", "Space")
    waiting.value.set_files({"name": "anggota.csv", "mimeType": "text/csv", "buffer": MEMBERS.encode()})
    person.page.wait_for_selector("#hasil:not([aria-busy]) table")
    head, *rows = by_the_engine(facts, rules, languages[language])
    totals = [row[head.index("grand_total")] for row in rows]
    assert person.shown()["members.total"] == sum(int(total or 0) for total in totals)
    cells = person.page.locator("#hasil tbody td:last-child").all_inner_texts()
    assert cells == [person.money(int(total)) if total else row[-1] for total, row in zip(totals, rows, strict=True)]
    assert person.take("#hasil button") == [head, *rows]
    person.done()


@pytest.mark.parametrize(
    ("who", "hands", "language"),
    [
        pytest.param(
            *one, id="-".join(one), marks=pytest.mark.audit if one[1] == "keyboard" and one not in TYPED else ()
        )
        for one in itertools.product(SEVEN, ("touch", "keyboard"), ("id", "en"))
    ],
)
def test_seven_people_need_three_taps_and_three_swipes(visit, who, hands, language):
    links, answers = SEVEN[who]
    person = visit(hands, 360, language)
    page, taps, swipes = person.page, 0, 0
    for path in links:
        aim = page.locator(f"main a[href*='{path}'], .foot a[href*='{path}']").locator("visible=true")
        if not aim.count():
            person.press(".menu summary")
            taps += 1
            aim = page.locator(f".menu a[href*='{path}']")
        box = aim.first.bounding_box()
        swipes += max(0, math.ceil((box["y"] + box["height"] - SCREENS[360]) / SWIPE))
        person.follow(aim)
        taps += 1
    print(f"{who} ({language}, {hands}): {taps} taps, {swipes} swipes")
    assert taps <= TAPS and swipes <= SWIPES
    said = "words => document.querySelector('main').textContent.includes(words)"
    page.wait_for_function(said, arg=answers[language == "en"])
    assert not person.errors
    person.context.close()
