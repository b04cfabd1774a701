"""What a large list costs on the page of a slow phone: until its answer stands, the longest task, memory, requests
while it counts, and whether its sums are right to the rupiah."""

from __future__ import annotations

import json
import re
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from bench import line
from bench_lists import expected
from bench_page import SLOWDOWN, TIMES, indonesian
from big_list import ROWS, write
from looking import chromium, settle

WATCH = """window.seen = {tasks: [0]};
new PerformanceObserver(list => list.getEntries().forEach(one => seen.tasks.push(one.duration)))
    .observe({type: "longtask"});
addEventListener("change", () => { seen.begun = performance.now(); }, true);
new MutationObserver(() => {
    const first = (name, what) => {
        if (!seen[name] && document.querySelector("#hasil " + what)) seen[name] = performance.now() - seen.begun;
    };
    first("bar", "progress");
    first("sums", "[data-amount='members.total']");
    first("later", "[data-amount='later.total']");
}).observe(document, {subtree: true, childList: true});"""
TOTAL = """() => +document.querySelector("#hasil [data-amount='members.total']").dataset.value"""
STANDS = """() => !!seen.later && !document.querySelector("#hasil[aria-busy]")"""
OWN = re.compile(r"/hitung-\w+-list-\w+\.js$")
"""What reads lists, which the first one brings, whatever the list."""
PAUSE, PATIENCE = 500, 1200
"""Milliseconds between two looks at the page, and how many looks a list is given."""
TASK = "ThreadControllerImpl::RunTask"


class Seen(NamedTuple):
    """One list on the page."""

    sums: float
    """Seconds until the sums stand."""
    later: float
    """Seconds until those of the month after the next change stand below them."""
    task: float
    """Milliseconds of the longest task, on the clock; of processor where it was traced."""
    work: float
    """Seconds of processor of the page's thread."""
    scripts: float
    """MB that the scripts held at most, as looked at in between."""
    memory: float
    """MB that the page's process held at most, with the browser's own code."""
    requests: int
    bar: bool
    total: int


def metrics(session) -> dict[str, float]:
    """What the browser counts of its page."""
    return {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}


def peak(browser) -> float:
    """The most memory that a process with a page has held, in MB."""
    found = browser.chrome.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    told = [Path(f"/proc/{one['id']}/status").read_text("utf-8") for one in found if one["type"] == "renderer"]
    return max(int(re.search(r"VmHWM:\s+(\d+) kB", text)[1]) for text in told) / 1024


def longest(trace: bytes) -> float:
    """Milliseconds of processor of the longest task of the busiest thread."""
    threads = defaultdict(list)
    for event in json.loads(trace)["traceEvents"]:
        if event["ph"] == "X" and event["name"] == TASK:
            threads[event["pid"], event["tid"]].append(event.get("tdur", 0))
    return max(max(threads.values(), key=sum)) / 1000


def answered(address: str, path: Path, slowdown: int, traced: bool = False) -> Seen:
    """Give the page a list, in a browser of its own."""
    with chromium() as browser:
        page, asked, most = browser.new_page(viewport={"width": 360, "height": 640}), [], 0.0
        page.add_init_script(WATCH)
        page.goto(address)
        settle(page)
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
        page.on("request", lambda request: asked.append(request.url))
        if traced:
            browser.chrome.start_tracing(page=page, categories=["toplevel"])
        begun = metrics(session)["TaskDuration"]
        page.set_input_files("#m-members", path)
        for _ in range(PATIENCE):
            page.wait_for_timeout(PAUSE)
            most = max(most, metrics(session)["JSHeapUsedSize"])
            if page.evaluate(STANDS):
                break
        work, seen = metrics(session)["TaskDuration"] - begun, page.evaluate("() => seen")
        task = longest(browser.chrome.stop_tracing()) if traced else max(seen["tasks"])
        requests = sum(not OWN.search(url) for url in asked)
        return Seen(
            *(seen["sums"] / 1000, seen["later"] / 1000, task, work, most / 2**20, peak(browser)),
            *(requests, "bar" in seen, page.evaluate(TOTAL)),
        )


def one(folder: Path, address: str, name: str, different: int, times: int) -> None:
    """The rows of one list: on the clock, which a busy machine stretches, the best of so many; and of processor."""
    path = folder / "anggota.xlsx"
    write(path, different)
    slow = [answered(address, path, SLOWDOWN) for _ in range(times)]
    traced, full = answered(address, path, SLOWDOWN, traced=True), answered(address, path, 1)
    every, right = [*slow, traced, full], expected(different)
    line(f"{name}: sums stand at {SLOWDOWN}x: clock", f"{min(seen.sums for seen in slow):.1f}", "s")
    line(f"{name}: all stands at {SLOWDOWN}x: clock", f"{min(seen.later for seen in slow):.1f}", "s")
    line(f"{name}: processor", f"{SLOWDOWN * full.work:.1f}", "s")
    line(f"{name}: longest task at {SLOWDOWN}x: clock", f"{min(seen.task for seen in slow):.0f}", "ms")
    line(f"{name}: longest task at {SLOWDOWN}x: processor", f"{traced.task:.0f}", "ms")
    line(f"{name}: largest memory of scripts", f"{max(seen.scripts for seen in every):.0f}", "MB")
    line(f"{name}: largest memory of its process", f"{max(seen.memory for seen in [*slow, full]):.0f}", "MB")
    line(f"{name}: requests while counting", max(seen.requests for seen in every))
    line(f"{name}: progress bar", "seen" if all(seen.bar for seen in every) else "NOT SEEN")
    line(f"{name}: sum", f"{full.total:,}", "right" if {seen.total for seen in every} == {right} else "WRONG")


def tables() -> None:
    """The same list as `lists`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        address = (indonesian(str(folder / "site")) / "hitung/anggota/index.html").as_uri()
        one(folder, address, "5,000 different questions", 5_000, TIMES)
        one(folder, address, "all rows different", ROWS, 1)
