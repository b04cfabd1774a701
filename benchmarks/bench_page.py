"""How long a slow phone takes from a tap, or a typed letter, to the next picture, in which it is felt, and to the one
with the answer: the estimator page at 6x slowdown."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench import line
from conftest import ROOT, TODAY
from looking import chromium, settle

SLOWDOWN = 6
TIMES = 3
"""Journeys at each speed, each in a fresh browser window."""
PAUSE = 600
"""Milliseconds between two interactions."""
TAPS = (
    "a[data-state][href*='nelayan']",
    "#tanya a.door >> nth=0",
    "#tanya a.door >> nth=0",
    "#hasil a.door[href*='programs=jkk,jkm,jht']",
    "#hasil a.door[href*='event=death']",
    "#hasil [data-message]",
    "#isian summary",
)
"""The fisher: work, income, protection, what if, a death, hand on; then the form with every question."""
WATCH = """new PerformanceObserver(list => list.getEntries().forEach(one => {
    if (one.interactionId) (window.felt = window.felt || []).push(one.duration);
})).observe({type: "event", durationThreshold: 16, buffered: true});
let began = 0;
for (const kind of ["click", "input"]) addEventListener(kind, act => { began = act.timeStamp; }, true);
new MutationObserver(() => began && requestAnimationFrame(() => setTimeout(() => {
    if (began) (window.seen = window.seen || []).push(performance.now() - began);
    began = 0;
}))).observe(document, {subtree: true, childList: true});"""
TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel"]
ACTS = ("pointerdown", "touchstart", "click", "keydown", "input")
FINEST = 16
"""Milliseconds: what Event Timing does not tell is quicker than this."""


def interactions(page) -> Iterator[tuple[str, Callable[[], None]]]:
    """The fisher's taps and the letters typed into the form, by what they are."""
    for target in TAPS:
        page.locator(target).first.scroll_into_view_if_needed()
        box = page.locator(target).first.bounding_box()
        yield "tap", partial(page.touchscreen.tap, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.locator("#i-income").tap()
    page.keyboard.press("Control+A")
    waits(page)
    for letter in "1500000":
        yield "letter", partial(page.keyboard.press, letter)


def waits(page) -> tuple[float, float]:
    """The longest that an event of the last interaction waited for the next picture (steps of 8), and for the one in
    which something changed, in ms; 0: nothing did."""
    page.wait_for_timeout(PAUSE)
    felt, seen = page.evaluate("[window.felt || [], window.seen || []]")
    page.evaluate("window.felt = [], window.seen = []")
    return max(felt, default=FINEST), max(seen, default=0)


def used(trace: bytes) -> float:
    """Milliseconds of processor that the page's thread used from a touch or key until its picture was handed over."""
    events = sorted((one for one in json.loads(trace)["traceEvents"] if one["ph"] == "X"), key=lambda one: one["ts"])
    acts = [one for one in events if one["name"] == "EventDispatch" and one["args"]["data"]["type"] in ACTS]
    mine = [one for one in events if (one["pid"], one["tid"]) == (acts[0]["pid"], acts[0]["tid"])]
    pictures = [one["ts"] for one in mine if one["name"] == "Commit" and one["ts"] > acts[-1]["ts"]]
    begun, done, spent = acts[0]["ts"], min(pictures), 0
    for task in mine:
        end = task["ts"] + task["dur"]
        if end > begun and task["ts"] <= done:
            spent, begun = spent + task["tdur"], end
    return spent / 1000


def journey(browser, address: str, slowdown: int, traced: bool) -> Iterator[tuple[str, float, float]]:
    """For each interaction: what it is, how long it waited for its picture, or its processor when `traced`, and for
    the picture with the answer; ms."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    settle(page)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.wait_for_timeout(PAUSE)
    for kind, act in interactions(page):
        if traced:
            browser.chrome.start_tracing(page=page, categories=TRACED)
        act()
        felt, seen = waits(page)
        yield kind, used(browser.chrome.stop_tracing()) if traced else felt, seen
    context.close()


def indonesian(folder: str) -> Path:
    """The Indonesian site, built there."""
    command = [sys.executable, "-m", "mkdocs", "-q", "build", "-f", "mkdocs.yml", "-d", folder]
    known = {"AS_OF": TODAY.isoformat(), "SITE_URL": "https://example.org", "PATH": "/usr/bin:/bin"}
    subprocess.run(command, cwd=ROOT, env=known, check=True, capture_output=True)
    return Path(folder)


def tables() -> None:
    """On the clock, which a busy machine stretches; and as time of the processor at full speed, times the slowdown."""
    with tempfile.TemporaryDirectory() as folder:
        address = (indonesian(folder) / "hitung/index.html").as_uri()
        with chromium() as browser:
            slow = [one for _ in range(TIMES) for one in journey(browser, address, SLOWDOWN, traced=False)]
            full = [one for _ in range(TIMES) for one in journey(browser, address, 1, traced=True)]
    for kind in ("tap", "letter"):
        clock = [felt for which, felt, _ in slow if which == kind]
        work = [SLOWDOWN * spent for which, spent, _ in full if which == kind]
        answered = [seen for which, _, seen in slow if which == kind and seen]
        for name, values in (
            (f"{kind} to next picture at {SLOWDOWN}x, clock", clock),
            (f"{kind}, processor", work),
            (f"{kind} to the picture with the answer, clock", answered),
        ):
            line(f"{name}: largest", f"{max(values):.0f}", "ms")
            line(f"{name}: median", f"{statistics.median(values):.0f}", "ms")
