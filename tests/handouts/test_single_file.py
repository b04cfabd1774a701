"""A file that was handed on, opened as people's viewers open it: alone, renamed, without network, script, storage."""

from __future__ import annotations

import datetime
import html
import re
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from guide.handouts.plan import plan
from handing_out import handouts_of
from looking import AXE, EYES, chromium
from test_search import QUERIES

pytestmark = pytest.mark.xdist_group("bundle")
PHONE = {"width": 360, "height": 640}
BARE = """for (const name of ["Promise", "fetch", "localStorage", "sessionStorage", "indexedDB", "XMLHttpRequest",
    "URL"]) Object.defineProperty(window, name, {value: undefined});"""
CASES = yaml.safe_load((ROOT / "tests/support/cases.yml").read_text("utf-8"))
AMOUNTS = """() => Object.fromEntries([...document.querySelectorAll("[id$=hasil] [data-amount]")]
    .map(one => [one.dataset.amount, +one.dataset.value]))"""
RUN_AXE = """section => axe.run(section ? "#" + section : document, {resultTypes: ["violations"]})
    .then(found => found.violations.map(
    one => [one.id, one.nodes.length, one.nodes[0].html.slice(0, 200)]))"""
FOUND = """texts => { const site = Search.open(file.parts[0].read());
    return texts.map(text => Search.find(site, text, 3).results.map(one => one.path)); }"""


@pytest.fixture(scope="module")
def files(facts, prose, languages, tmp_path_factory):
    """Every HTML hand-out without a public address, by the stem of its name; the large ones by their languages."""
    items = plan(handouts_of(facts, prose, languages, tmp_path_factory.mktemp("site")))
    own = (item for item in items if item.name.endswith(".html") and item.part != "stand")
    return {re.sub(r".*_([a-z-]+)\.html", r"\1", item.name): item for item in own}


@pytest.fixture(scope="module")
def file(files, tmp_path_factory):
    """A function that puts a hand-out alone into a folder, under a name that a messenger gave it."""
    made = {}

    def alone(name: str) -> Path:
        if name not in made:
            made[name] = tmp_path_factory.mktemp("alone") / "DOC-20261122-WA0007.html"
            made[name].write_bytes(files[name].make())
        return made[name]

    return alone


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


class Viewer:
    """A page without network; what it asks for and complains of is kept."""

    def __init__(self, browser, script: str = "", **way):
        self.context = browser.new_context(offline=True, **{"viewport": PHONE, **way})
        self.page = self.context.new_page()
        self.requests, self.said = [], []
        self.page.on("request", lambda request: self.requests.append(request.url.split("#")[0]))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        if script:
            self.page.add_init_script(script)

    def quiet(self, *known: str):
        """Nothing was asked for but the file itself, and nothing was complained of; then close."""
        asked = {url for url in self.requests if not url.startswith(("data:", "about:"))}
        self.context.close()
        return asked <= set(known) and not self.said


def tap(frame, link: str, to: str, p: str = ""):
    """Tap a link that is seen; the section that it names comes into sight."""
    frame.locator(link).first.click()
    there = frame.locator(f"#{p}{to}")
    there.wait_for(state="visible")
    assert there.evaluate("e => e.getBoundingClientRect().top < 640 && e.getBoundingClientRect().bottom > 0"), to


def walk(frame, scripted: bool, p: str = "", back=None):
    """Home → occupation → cost → whom to ask → search → back. `p` stands before every id."""
    tap(frame, f'#{p}home a[href="#{p}pekerjaan"]', "pekerjaan", p)
    tap(frame, f'#{p}pekerjaan a[href="#{p}pekerjaan-nelayan"]', "pekerjaan-nelayan", p)
    tap(frame, f'#{p}pekerjaan-nelayan a[href="#{p}segmen-bpu"]', "segmen-bpu", p)
    tap(frame, f'#{p}segmen-bpu a[href="#{p}biaya"]', "biaya", p)
    assert "Rp8" in frame.locator(f"#{p}biaya .lead").inner_text()
    tap(frame, f'.open[href="#{p}contents"]', "contents", p)
    tap(frame, f'#{p}contents a[href="#{p}kantor"]', "kantor", p)
    assert "175" in frame.locator(f"#{p}kantor").inner_text()
    tap(frame, f'.open[href="#{p}contents"]', "contents", p)
    if not scripted:
        return
    assert not frame.locator(f"#{p}home").is_visible()
    frame.locator(f"#{p}q").fill("nelayan")
    found = frame.locator(f"#{p}found a").first
    found.wait_for()
    assert found.get_attribute("href").split("--")[0] == f"#{p}pekerjaan-nelayan"
    found.click()
    frame.locator(f"#{p}pekerjaan-nelayan").wait_for(state="visible")
    if back:
        back()
        frame.locator(f"#{p}contents").wait_for(state="visible")
        assert frame.locator(f"#{p}q").input_value() == "nelayan"


@pytest.mark.parametrize("name", ["id", *(pytest.param(one, marks=pytest.mark.audit) for one in ("en", "id-en"))])
@pytest.mark.parametrize("way", ["with JavaScript", "without", "bare"])
def test_alone_under_another_name_without_network(browser, file, name, way):
    scripted = way != "without"
    viewer = Viewer(browser, BARE if way == "bare" else "", java_script_enabled=scripted)
    viewer.page.goto(file(name).as_uri())
    walk(viewer.page, scripted, "id-" if name == "id-en" else "", viewer.page.go_back)
    assert viewer.quiet(file(name).as_uri())


@pytest.mark.parametrize("name", ["id", *(pytest.param(one, marks=pytest.mark.audit) for one in ("en", "id-en"))])
@pytest.mark.parametrize("rights", ["allow-scripts", ""])
def test_in_a_sandboxed_origin(browser, file, name, rights):
    viewer, source = Viewer(browser, BARE), html.escape(file(name).read_text("utf-8"))
    viewer.page.set_content(f'<iframe sandbox="{rights}" style="width:340px;height:600px" srcdoc="{source}"></iframe>')
    frame = viewer.page.frame_locator("iframe")
    if rights:
        walk(frame, True, "id-" if name == "id-en" else "")
    else:
        frame.locator("section h2").first.wait_for()
        assert frame.locator("section").count() > 100
    viewer.said = [one for one in viewer.said if "Blocked script execution" not in one]
    assert viewer.quiet()


def test_an_estimator_works_where_there_is_no_address(browser, file):
    viewer, source = Viewer(browser, BARE), html.escape(file("id").read_text("utf-8"))
    viewer.page.set_content(f'<iframe sandbox="allow-scripts" style="width:340px;height:600px" srcdoc="{source}">')
    frame = viewer.page.frame_locator("iframe")
    frame.locator('#home a[href="#hitung"]').first.click()
    frame.locator("#hitung a[data-state]", has_text="Nelayan").click()
    frame.locator("#hitung--tanya a", has_text="Rp1.000.000").click()
    frame.locator("#hitung--tanya a").first.click()
    assert frame.locator("[data-amount='monthly.total']").get_attribute("data-value") == "8400"
    assert viewer.quiet()


@pytest.mark.parametrize("count", [12, pytest.param(None, marks=pytest.mark.audit)])
def test_a_link_with_a_state_shows_the_amounts_of_the_engine(browser, file, count):
    viewer, wrong = Viewer(browser), []
    viewer.page.goto(file("id").as_uri())
    for case in CASES[:: max(1, len(CASES) // count) if count else 1]:
        said = {name: ",".join(value) if isinstance(value, list) else value for name, value in case["inputs"].items()}
        viewer.page.evaluate("hash => { location.hash = hash; }", "#" + "&".join(f"{n}={v}" for n, v in said.items()))
        viewer.page.wait_for_timeout(20)
        shown = viewer.page.evaluate(AMOUNTS)
        if {name: shown.get(name) for name in case["expect"]} != case["expect"]:
            wrong.append((case["id"], case["expect"], shown))
        assert viewer.page.locator("#hitung").is_visible()
    assert not wrong
    assert viewer.quiet(file("id").as_uri())


def test_what_people_type_finds_the_section_they_mean(browser, file):
    viewer = Viewer(browser)
    viewer.page.goto(file("id").as_uri() + "#contents")
    asked = [(text, paths.split()) for language, text, paths in QUERIES if language == "id"]
    found = viewer.page.evaluate(FOUND, [text for text, _ in asked])
    ids = set(viewer.page.evaluate("[...document.querySelectorAll('section')].map(one => one.id)"))
    here = [
        (
            text,
            {path.strip("/").replace("/", "-") for path in paths},
            {path.strip("/").replace("/", "-") for path in three},
        )
        for (text, paths), three in zip(asked, found, strict=True)
    ]
    here = [(text, meant, three) for text, meant, three in here if meant <= ids]
    missed = [(text, meant, three) for text, meant, three in here if not meant & three]
    assert len(here) > 70
    assert len(missed) <= 0.07 * len(here), missed


@pytest.mark.parametrize("day", ["2026-12-31", "2027-01-01"])
def test_an_old_file_says_so_by_itself(browser, file, day):
    viewer = Viewer(browser)
    viewer.page.clock.install(time=datetime.datetime.fromisoformat(f"{day}T12:00:00"))
    viewer.page.goto(file("id").as_uri())
    assert viewer.page.locator("[data-old]").is_visible() == (day >= "2027-01-01")
    viewer.context.close()


def violations(viewer, section=""):
    """What axe finds in the whole page, or in one section of it."""
    if not viewer.page.evaluate("!!window.axe"):
        viewer.page.evaluate(AXE)
    return viewer.page.evaluate(RUN_AXE, section)


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.audit)])
@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without"])
def test_no_violation_and_no_sideways_scroll(browser, file, scheme, scripted):
    viewer = Viewer(browser, viewport={"width": 320, "height": 640}, color_scheme=scheme, bypass_csp=True)
    text = file("id-en").read_text("utf-8")
    viewer.page.set_content(text if scripted else re.sub(r"<script>.*</script>", "", text, flags=re.S))
    for hash in (
        "",
        "#id-pekerjaan-nelayan",
        "#en-contents",
        "#en-biaya",
        "#segment=bpu&income=1000000",
    ) * scripted or ("",):
        viewer.page.evaluate("hash => { location.hash = hash; }", hash)
        viewer.page.wait_for_timeout(50)
        assert viewer.page.evaluate("document.documentElement.scrollWidth") <= 320, hash
        assert not violations(viewer), hash
    viewer.context.close()


@pytest.mark.audit
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_section_of_every_language_is_for_everybody(browser, file, scheme):
    viewer, wrong = Viewer(browser, viewport={"width": 320, "height": 640}, color_scheme=scheme, bypass_csp=True), []
    for name in ("id", "en"):
        viewer.page.goto(file(name).as_uri())
        viewer.page.evaluate(EYES)
        for id in viewer.page.evaluate("[...document.querySelectorAll('section')].map(one => one.id)"):
            viewer.page.evaluate("id => { location.hash = id; }", id)
            viewer.page.wait_for_function("id => !document.getElementById(id).hasAttribute('data-shut')", arg=id)
            viewer.page.evaluate("eyes.open()")
            wrong += [(name, id, one) for one in violations(viewer, id) + viewer.page.evaluate("eyes.wide()")]
            wrong += [(name, id, one) for one in viewer.page.evaluate("eyes.pale(7)") if scheme == "light"]
    assert not wrong[:8], len(wrong)


@pytest.mark.parametrize("every", [12, pytest.param(1, marks=pytest.mark.audit)])
def test_files_of_occupations_and_partners_open_alone(browser, files, file, every):
    names = sorted(name for name, item in files.items() if item.part != "file")
    for name in names[::every]:
        viewer = Viewer(browser)
        viewer.page.goto(file(name).as_uri())
        first = viewer.page.locator("section:not([data-shut]) h2")
        assert first.count() == 1
        tap(viewer.page, '.open[href="#id-contents"]', "id-contents")
        viewer.page.fill("#id-q", "meninggal")
        viewer.page.locator("#id-found a").first.click()
        viewer.page.locator('.tools a[lang="en"]:visible').click()
        viewer.page.locator("#en").wait_for(state="visible")
        assert viewer.page.evaluate("document.documentElement.lang") == "en"
        assert viewer.quiet(file(name).as_uri()), name


def test_a_page_that_is_saved_keeps_every_section(browser, file, tmp_path):
    viewer = Viewer(browser)
    viewer.page.goto(file("id").as_uri())
    count = viewer.page.locator("section").count()
    saved = viewer.context.new_cdp_session(viewer.page).send("Page.captureSnapshot", {"format": "mhtml"})["data"]
    path = tmp_path / "panduan.mhtml"
    path.write_text(saved, newline="")
    viewer.page.goto(path.as_uri())
    viewer.page.locator("section").first.wait_for()
    seen = viewer.page.evaluate("[...document.querySelectorAll('section')].filter(one => one.offsetHeight).length")
    viewer.context.close()
    assert seen == count > 100


def test_back_leads_to_where_a_link_was_pressed(browser, file):
    viewer = Viewer(browser)
    viewer.page.goto(file("id").as_uri() + "#biaya")
    link = viewer.page.locator("#biaya a[href^='#']:visible").last
    link.scroll_into_view_if_needed()
    before = viewer.page.evaluate("pageYOffset")
    link.click()
    viewer.page.go_back()
    viewer.page.wait_for_function("y => Math.abs(pageYOffset - y) < 3", arg=before)
    assert before > 300 and viewer.page.evaluate("location.hash") == "#biaya"
    viewer.context.close()


def test_an_amount_in_a_row_of_a_list_stays_in_its_sentence(browser, file):
    viewer = Viewer(browser)
    viewer.page.goto(file("id").as_uri())
    torn = viewer.page.evaluate("""[...document.querySelectorAll("p b, p [href^='#f-'], .door b ~ b")]
        .filter(one => getComputedStyle(one).display === "block" && !one.closest(".cost"))
        .map(one => one.parentElement.outerHTML)""")
    viewer.context.close()
    assert not torn
