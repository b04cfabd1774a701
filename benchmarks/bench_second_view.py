"""Cost on 2G of a page that is opened a second time: bytes over the network, and when its largest thing stands."""

from __future__ import annotations

import statistics

from bench import line
from looking import chromium, settle
from served import served

DELAY, RATE, SLOWDOWN = 800, 280_000 / 8, 6
"""2G as `lighthouse.mjs` has it: milliseconds there and back, bytes a second, and how much slower the phone is."""
WATCH = """new PerformanceObserver(list => list.getEntries().forEach(one => { window.largest = one.startTime; }))
    .observe({type: "largest-contentful-paint", buffered: true});"""
AGAIN = 3
"""Views after the first one."""
PAUSE = 700
"""Milliseconds in which something larger would be painted."""


def views(browser, address: str) -> tuple[int, int, float]:
    """Bytes of a first view of one page, the most of a later one, and when its largest thing stands in those; ms."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    context.add_init_script(WATCH)
    page, came = context.new_page(), []
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    line = {"offline": False, "latency": DELAY, "downloadThroughput": RATE, "uploadThroughput": RATE}
    session.send("Network.emulateNetworkConditions", line)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    sent, largest = [], []
    for _ in range(1 + AGAIN):
        page.goto("about:blank")
        came.clear()
        page.goto(address)
        settle(page)
        page.wait_for_timeout(PAUSE)
        sent.append(round(sum(came)))
        largest.append(page.evaluate("window.largest"))
    context.close()
    return sent[0], max(sent[1:]), statistics.median(largest[1:])


def tables() -> None:
    """Each kind of page, served by nginx as hosting/ says."""
    line("page: bytes of the first view, of the second", "B", "largest paint of the second")
    found = []
    with served() as (address, paths), chromium() as browser:
        for path in paths:
            found.append(views(browser, f"{address}/{path}"))
            first, second, largest = found[-1]
            line(path or "/", f"{first} {second}", f"{largest / 1000:.2f} s")
    line("2G, second view: the most bytes over the network", max(second for _, second, _ in found), "B")
    line("2G, second view: the latest largest paint", f"{max(largest for *_, largest in found) / 1000:.2f}", "s")
