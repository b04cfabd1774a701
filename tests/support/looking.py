"""Chromium for the tests that look at pages: which pages to look at, and how to open them."""

from __future__ import annotations

import datetime
import re
from contextlib import contextmanager
from pathlib import Path

from conftest import ROOT, TODAY
from guide.pages.routes import pages
from guide.website.site_builder import PAGES
from playwright.sync_api import sync_playwright

EYES = (ROOT / "tests/support/eyes.js").read_text("utf-8")
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
RUN_AXE = """async rules => (await axe.run(document, {runOnly: rules, resultTypes: ["violations"]})).violations.map(
    found => found.id + ": " + found.nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(" | "))"""
FLAGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
NOON = datetime.datetime.combine(TODAY, datetime.time(4), datetime.UTC)
"""Noon of TODAY in Kupang."""
STAND_STILL = f"""(function (Clock, noon) {{
    Date = class extends Clock {{ constructor(...told) {{ super(...(told.length ? told : [noon])); }} }};
    Date.now = () => noon;
}})(Date, {NOON.timestamp() * 1000:.0f})"""
"""Playwright's own clock needs Promise and storage, which some tests take away."""
HEED = """window.arrived = [];
["load", "error"].forEach(kind => document.addEventListener(kind, event => arrived.push(event.target.src), true))"""
"""Notes which scripts have come, or failed to."""
SETTLED = """which => matchMedia("(scripting: none)").matches || [].every.call(document.querySelectorAll(which), asks =>
    arrived.some(src => String(src).endsWith(asks.getAttribute("data-late").replace(/^[./]+/, "/"))))"""
EVERY, FORMS = "script[data-late]", "script[data-late]:not([data-more])"
"""What pages ask for after their first picture (guide.assets.security_policy): every script; those that make forms."""
WORDY = ("", "cari/", "biaya/", "manfaat/", "tanya/", "tentang/", "kantor/", "wilayah/", "hitung/")
WORDY += ("hitung/tabungan/", "musibah/kecelakaan/", "berkas/")
"""Written pages that hold what others do not: doors, tables, questions, conflicts, contacts, a map, a form, a table
that a script makes, sums of a bad day, papers to tick."""
UNPICTURED = re.compile(r"hukum/|perubahan/|mitra/.*/(petugas|poster)/|404")
"""Pages that need no picture: laws, months, those of staff, and the one of a wrong address."""


def html_pages(built: Path) -> list[Path]:
    """Every page of a built site; other HTML files are hand-outs."""
    return [path for path in sorted(built.rglob("*.html")) if path.name in PAGES]


def every_page(built: Path) -> list[str]:
    """Every HTML file of a built site, by its path, but those that only lead to another."""
    return sorted(path.relative_to(built).as_posix() for path in html_pages(built) if not _leads_on(path))


def _leads_on(path: Path) -> bool:
    return 'http-equiv="refresh"' in path.read_text("utf-8")[:3000]


def each_kind(built: Path, facts, prose) -> list[str]:
    """The heaviest page of each template, the wordy ones, home in both languages and the page of a wrong address."""
    found: dict[str, list[str]] = {}
    for page in pages(facts, prose):
        if not _leads_on(built / f"{page.path}index.html"):
            found.setdefault(page.template, []).append(f"{page.path}index.html")
    heaviest = [max(files, key=lambda file: (built / file).stat().st_size) for files in found.values()]
    chosen = [*heaviest, *(f"{path}index.html" for path in WORDY), "en/index.html", "en/biaya/index.html", "404.html"]
    return list(dict.fromkeys(chosen))


class Browser:
    """Chromium on TODAY: whatever day a test runs on, no page that it opens is old, unless the test moves the clock."""

    def __init__(self, chrome):
        self.chrome = chrome

    def new_context(self, **way):
        context = self.chrome.new_context(**way)
        context.add_init_script(STAND_STILL)
        context.add_init_script(HEED)
        return context

    def new_page(self, **way):
        return self.new_context(**way).new_page()


@contextmanager
def chromium(*more: str):
    """A browser; it reaches nothing but what a test opens."""
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=[*FLAGS, *more])
        yield Browser(chrome)
        chrome.close()


def settle(page, which: str = EVERY) -> None:
    """Wait for what a page asks for late; without JavaScript that is nothing."""
    for _ in range(250):
        if page.evaluate(SETTLED, which):
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"{page.url} still waits for a script")


def axe(tab, rules: list[str] = STANDARD) -> list[str]:
    """What axe finds wrong on the page as it stands; `rules`: their names, or kinds of them."""
    if not tab.evaluate("!!window.axe"):
        tab.evaluate(AXE)
    return tab.evaluate(RUN_AXE, rules)


def wider_than(browser, built: Path, files: list[Path], width: int) -> list[str]:
    """Those of the files that scroll sideways in a window of that width."""
    tab = browser.new_page(viewport={"width": width, "height": 640})
    found = []
    for path in files:
        tab.goto(path.as_uri(), wait_until="load")
        seen = tab.evaluate("document.scrollingElement ? document.scrollingElement.scrollWidth : 0")
        if seen > width:
            found.append(f"{path.relative_to(built)}: {seen}")
    tab.close()
    return found


ADD_STYLE = "css => document.head.appendChild(document.createElement('style')).textContent = css"


class Look:
    """Opens the files of a built site in one browser, with one tab for each way of looking; `third`: a part of them."""

    def __init__(self, browser, built: Path, files: list[str], third: list[str] | None = None):
        self.browser, self.built, self.files, self.third = browser, built, files, third or files
        self.tabs: dict[str, object] = {}

    def open(self, file: str, width: int = 360, height: int = 640, **way):
        """A page of the site in a window of that size; `way` is what Playwright's new_context knows."""
        key = repr((width, height, way))
        if key not in self.tabs:
            context = self.browser.new_context(viewport={"width": width, "height": height}, **way)
            self.tabs[key] = context.new_page()
        tab = self.tabs[key]
        tab.goto((self.built / file).as_uri())
        settle(tab, FORMS)
        tab.evaluate(EYES)
        return tab

    def wrong(self, question: str, width: int = 360, height: int = 640, style: str = "", opened: bool = True, **way):
        """What `question` (JavaScript that gives a list) finds on every page, by file."""
        found = {}
        for file in self.files:
            tab = self.open(file, width, height, **way)
            if style:
                tab.evaluate(ADD_STYLE, style)
            if opened:
                tab.evaluate("eyes.open()")
            if answer := tab.evaluate(question):
                found[file] = answer[:8]
        return found
