"""How long a slow phone waits for answers of the search, on the site and in a file: to read the texts, once, and from a
typed question to its answer."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench import line
from bench_page import PAUSE, SLOWDOWN, TIMES, indonesian
from conftest import ROOT
from guide.facts.load import load, read, read_prose
from guide.handouts.plan import plan
from guide.i18n.language import read_languages
from handing_out import handouts_of
from looking import chromium, settle

FIRST = "suami saya nelayan, hilang di laut, dapat berapa"
MORE = ("kecelakaan kerja", "telat bayar kena denda tidak", "digigit ular di kebun", "cuaca besok di kupang")
ANSWER = """query => { var field = document.getElementById("q"), begun = performance.now(); field.value = query;
field.dispatchEvent(new Event("input")); document.getElementById("found").offsetHeight;
return document.querySelector("#found .box, #unknown:not([hidden]), #said:not([hidden])") ? performance.now() - begun
    : NaN; }"""
READY = 20
"""Pauses within which the texts are read and the first answer is prepared, at any slowdown."""


def busy(session) -> float:
    """Milliseconds of processor that the page's thread has used."""
    found = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(one["value"] for one in found if one["name"] == "TaskDuration")


def quiet(page, session) -> float:
    """The same, once the page does nothing more."""
    before = busy(session)
    for _ in range(READY):
        page.wait_for_timeout(PAUSE)
        now = busy(session)
        if now - before < 1:
            break
        before = now
    return now


def journey(browser, address: str, slowdown: int) -> tuple[float, list[tuple[float, float]]]:
    """Milliseconds: of processor to read the texts; then of each question, on the clock and of processor."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(address)
    settle(page)
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    begun = quiet(page, session)
    page.focus("#q")
    read, waits = quiet(page, session), []
    for question in (FIRST, *MORE):
        before = busy(session)
        waited = page.evaluate(ANSWER, question)
        waits.append((waited, busy(session) - before))
    context.close()
    return read - begun, waits


def file_of(folder: Path) -> Path:
    """The Indonesian guide as one file, made into a folder."""
    facts = load(read(ROOT / "data"))
    prose = read_prose(ROOT / "docs", facts.languages)
    languages = read_languages(facts.site.languages, ROOT / "overrides" / "locales")
    file = next(item for item in plan(handouts_of(facts, prose, languages, folder)) if item.part == "file")
    path = folder / "file.html"
    path.write_bytes(file.make())
    return path


def figures(browser, name: str, address: str) -> None:
    """The rows of one place: on the clock, which a busy machine stretches; and time of processor, slowed down."""
    slow = [journey(browser, address, SLOWDOWN) for _ in range(TIMES)]
    full = [journey(browser, address, 1) for _ in range(TIMES)]
    line(
        f"{name}: texts read, once, at {SLOWDOWN}x: processor", f"{SLOWDOWN * min(read for read, _ in full):.0f}", "ms"
    )
    for words, part in (("first answer", slice(0, 1)), ("slowest of the next four", slice(1, None))):
        clock = min(max(waited for waited, _ in waits[part]) for _, waits in slow)
        work = SLOWDOWN * min(max(spent for _, spent in waits[part]) for _, waits in full)
        line(f"{name}: {words} at {SLOWDOWN}x: clock", f"{clock:.0f}", "ms")
        line(f"{name}: {words}: processor", f"{work:.0f}", "ms")


def tables() -> None:
    """The search page of the site, and the same question in a file."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        page = indonesian(folder) / "cari/index.html"
        file = file_of(Path(folder))
        figures(browser, "/cari/", page.as_uri())
        figures(browser, "file", f"{file.as_uri()}#contents")
