"""How long a slow phone waits for the first answer of the search: from reading the texts, and from a typed word."""

from __future__ import annotations

import tempfile

from bench import line
from bench_page import PAUSE, SLOWDOWN, TIMES, indonesian
from looking import chromium, settle

QUERY = "kecelakaan kerja"
SEARCH = """query => { var field = document.getElementById("q"), begun = performance.now(); field.value = query;
field.dispatchEvent(new Event("input")); document.getElementById("found").offsetHeight;
return document.querySelector("#found a") ? performance.now() - begun : NaN; }"""


def busy(session) -> float:
    """Milliseconds of processor that the page's thread has used."""
    found = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(one["value"] for one in found if one["name"] == "TaskDuration")


def first(browser, address: str, slowdown: int) -> tuple[float, float, float]:
    """Milliseconds: of processor to read the texts; then for the first answer, on the clock and of processor."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(address)
    settle(page)
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.wait_for_timeout(PAUSE)
    begun = busy(session)
    page.focus("#q")
    page.wait_for_function("window.searchIndex")
    page.wait_for_timeout(PAUSE)
    read = busy(session)
    waited = page.evaluate(SEARCH, QUERY)
    answered = busy(session)
    context.close()
    return read - begun, waited, answered - read


def tables() -> None:
    """On the clock, which a busy machine stretches; and as time of the processor at full speed, times the slowdown."""
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        address = (indonesian(folder) / "cari/index.html").as_uri()
        slow = [first(browser, address, SLOWDOWN) for _ in range(TIMES)]
        full = [first(browser, address, 1) for _ in range(TIMES)]
    line(f"texts read, once, at {SLOWDOWN}x: processor", f"{SLOWDOWN * min(one[0] for one in full):.0f}", "ms")
    line(f"first answer painted at {SLOWDOWN}x: clock", f"{min(one[1] for one in slow):.0f}", "ms")
    line("first answer painted: processor", f"{SLOWDOWN * min(one[2] for one in full):.0f}", "ms")
