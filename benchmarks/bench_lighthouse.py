"""What Lighthouse says of every kind of page, on a usual phone and on 2G."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from bench import line
from conftest import ROOT
from hosts import free_port
from looking import FLAGS
from served import served

CATEGORIES = ("fast", "for all", "sound", "found")
"""Performance, accessibility, best practices, search engines."""


@contextmanager
def debugged() -> Iterator[int]:
    """Chromium that a tool may drive; yields its port."""
    port = free_port()
    with tempfile.TemporaryDirectory() as profile:
        command = ["/usr/bin/chromium", *FLAGS, f"--remote-debugging-port={port}", f"--user-data-dir={profile}"]
        process = subprocess.Popen(
            [*command, "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        try:
            assert process.stderr
            next(said for said in process.stderr if "DevTools listening" in said)
            yield port
        finally:
            process.terminate()
            process.wait(10)


def judge(addresses: Iterable[str]) -> Iterator[dict[str, Any]]:
    """What Lighthouse found for each address: first as on a usual phone, then on 2G."""
    jobs = [{"url": address, "slow": slow} for address in addresses for slow in (False, True)]
    with debugged() as port:
        asked = json.dumps({"port": port, "jobs": jobs})
        command = ["node", str(ROOT / "benchmarks/lighthouse.mjs")]
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert process.stdin and process.stdout
        process.stdin.write(asked)
        process.stdin.close()
        yield from map(json.loads, process.stdout)
        assert process.wait() == 0


def told(address: str, found: dict[str, Any]) -> None:
    """One row: the four scores, and when the largest thing is painted."""
    where = "2G" if found["slow"] else "phone"
    scores = "/".join(map(str, found["scores"]))
    largest = f"{found['lcp'] / 1000:.2f} s" if "lcp" in found else "not told"
    line(f"{address} ({where})", scores, f"{largest} {' '.join(found['wrong'])}")


def tables() -> None:
    """The site served by nginx as hosting/ says, judged page by page."""
    line(f"page: {', '.join(CATEGORIES)}", "of 100", "largest paint; what is not perfect")
    with served() as (address, paths):
        slow = []
        for found in judge(f"{address}/{path}" for path in paths if path != "404.html"):
            told(found["url"].removeprefix(address), found)
            slow += [found] if found["slow"] else []
    line("2G: the latest largest paint", f"{max(found.get('lcp', 0) for found in slow) / 1000:.2f}", "s")
    line("2G: the lowest score for speed", min(found["scores"][0] for found in slow))
