"""What a build costs as the country grows, beside MkDocs with Material, Hugo and Zensical on the same pages."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import brotli
import rivals
from conftest import ROOT, TODAY
from generated import COUNTRY, Size, add_to, times
from guide.website.compress import pack
from guide.website.http_headers import write_headers
from guide.website.site_builder import open_site_builder

from bench import line

MANY = 3000
"""Pages a language of the largest comparison."""
TIMES = 3
"""Runs of what is compared with Hugo."""
EACH = 3
"""Pages of a partner: its own, that of its staff, and a poster."""
ENVIRONMENT = {**os.environ, "AS_OF": TODAY.isoformat(), "SITE_URL": "https://example.org", "NO_MKDOCS_2_WARNING": "1"}
SHOWN = "program/jkk"
"""The page whose weight is told."""
NEEDED = re.compile(r'<(?:link[^>]*rel="?stylesheet"?[^>]*href|script[^>]*src)="?([^"> ]+)')


class Cost(NamedTuple):
    """What one build took: seconds on the clock, seconds of processor, largest process in MB, pages written."""

    clock: float
    work: float
    memory: float
    pages: int


def cost(commands: list[list], folder: Path, out: Path, **environment: str) -> Cost:
    """Runs the commands side by side. A build that fails, or that writes no pages, ends the benchmark.

    What earlier builds wrote is on the disk before: else the next one waits for it.
    """
    os.sync()
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    memory, running = 0, []
    for number, command in enumerate(commands):
        log = (folder / f"log-{number}").open("w+")
        running.append(
            (subprocess.Popen(command, cwd=folder, env=ENVIRONMENT | environment, stdout=log, stderr=log), log)
        )
    for process, log in running:
        _, status, used = os.wait4(process.pid, 0)
        memory = max(memory, used.ru_maxrss)
        if status:
            log.seek(0)
            sys.exit(log.read())
    clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(clock, work, memory / 1024, sum(1 for _ in out.rglob("*.html")))


def middle(runs: Iterable[Cost]) -> Cost:
    """The run in the middle, by the clock: a busy machine stretches any single one."""
    return sorted(runs, key=lambda one: one.clock)[TIMES // 2]


def told(name: str, found: Cost) -> Cost:
    """One row: time, memory and pages per second."""
    line(f"{name}: {found.pages:,} pages", f"{found.clock:.1f}", "s")
    line("    of processor; largest process", f"{found.work:.1f} s", f"{found.memory:.0f} MB")
    line("    pages per second", f"{found.pages / found.clock:.0f}")
    return found


def weight(site: Path) -> str:
    """Bytes in brotli, and requests, of the first view of one page, without fonts and pictures."""
    page = next(path for path in (site / SHOWN / "index.html", site / f"{SHOWN}.html") if path.exists())
    files = [
        page,
        *((page.parent / name).resolve() for name in NEEDED.findall(page.read_text("utf-8")) if ":" not in name),
    ]
    return f"{sum(len(brotli.compress(file.read_bytes())) for file in files):,} B in {len(files)}"


def house(folder: Path, size: Size) -> Path:
    """A copy of the project with made-up data of that size."""
    for name in ("data", "docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("mkdocs*.yml"):
        shutil.copy(path, folder)
    add_to(folder / "data", size)
    return folder


def ours(folder: Path) -> Cost:
    """What `make site` does there: pages, what stands beside them, and the compressed twins for servers."""
    return cost([[sys.executable, "scripts/build.py"]], folder, folder / "site")


def pages_alone(folder: Path) -> Cost:
    """The same without the twins, which no other makes."""
    return cost([[sys.executable, "scripts/build.py"]], folder, folder / "site", TWINS="no")


def twins(site: Path, languages: list[str]) -> Cost:
    """What the compressed twins of a site take, and the headers: what makes it ready for a server."""
    start, before = time.perf_counter(), time.process_time()
    write_headers(site, ["", *languages[1:]], pack(site, site.parent / ".build" / "packed"))
    return Cost(time.perf_counter() - start, time.process_time() - before, 0, 0)


def growth(folder: Path) -> None:
    """Time and memory from the real data to fifty times as many offices and partners.

    A first build draws a picture for each partner, which later ones find: it is not counted. The sizes take turns, for
    a machine that has worked for a while may be slower than one that rested."""
    homes = {factor: house(folder / str(factor), times(factor)) for factor in (1, 10, 50)}
    for home in homes.values():
        ours(home)
    rounds = [[ours(home) for home in homes.values()] for _ in range(TIMES)]
    found = [
        told(f"{factor} times the partners and offices", middle(runs))
        for factor, runs in zip(homes, zip(*rounds, strict=True), strict=True)
    ]
    steps = [(b.work - a.work) / (b.pages - a.pages) for a, b in pairwise(found)]
    line("processor for each page more, to 10 times", f"{steps[0] * 1000:.2f}", "ms")
    line("processor for each page more, from 10 to 50 times", f"{steps[1] * 1000:.2f}", "ms")
    line("that is, times as much (1.3 at most)", f"{steps[1] / steps[0]:.2f}")


def rivalry(folder: Path) -> None:
    """The same pages built by others, in two languages, side by side where a tool builds one at a time."""
    builder = open_site_builder(ROOT, "", TODAY, "")
    wanted = MANY - len(builder.pages) - COUNTRY.provinces - COUNTRY.regencies
    size = COUNTRY._replace(partners=wanted // EACH)
    home = house(folder / "many", size)
    renderer = open_site_builder(home, "", TODAY, "https://example.org").renderer
    languages = list(renderer.site.languages)
    listed = [f"{page.path.rstrip('/')}.md" for page in renderer.site.routes if page.path.count("/") == 1]
    css = (ROOT / "overrides" / "css/style.css").read_text("utf-8")
    (folder / "hugo").mkdir()
    rivals.write_pages(renderer, folder / "hugo" / "pages", hugo=True)
    rivals.hugo(folder / "hugo", languages, css)
    told("ours, the first time: every picture is drawn", ours(home))
    rounds = [beside_hugo(home, folder / "hugo", languages) for _ in range(TIMES)]
    mine, alone, hugo, both = map(middle, zip(*rounds, strict=True))
    told("ours, each time after it", mine)
    told("ours, the pages alone", alone)
    found = {"Hugo": told("Hugo", hugo)}
    for name, tool, settings in (
        ("lean Material", [sys.executable, "-m", "mkdocs", "-q"], rivals.LEAN),
        ("Zensical", [rivals.BIN / "zensical"], rivals.LEAN),
    ):
        place = folder / name.replace(" ", "-")
        rivals.write_pages(renderer, place / "pages", hugo=False)
        there = [path for path in listed if (place / "pages" / languages[0] / path).exists()]
        configs = rivals.mkdocs(place, languages, settings, there)
        found[name] = told(name, cost([[*tool, "build", "-f", config] for config in configs], place, place / "out"))
    for name, other in found.items():
        compared(f"{name}, the pages alone", alone, other)
        compared(f"{name}, ours with compressed twins, which no other makes", mine, other)
    compared("Hugo with the same twins for its pages", mine, both)
    stock(folder, open_site_builder(folder / "10", "", TODAY, "https://example.org").renderer)
    for name, site in {
        "ours": home / "site",
        "Hugo": folder / "hugo" / "out",
        "lean Material": folder / "lean-Material" / "out" / languages[0],
        "Zensical": folder / "Zensical" / "out" / languages[0],
        "stock Material": folder / "stock" / "out" / languages[0],
    }.items():
        line(f"a first view of one page: {name}", weight(site), "requests")


def beside_hugo(home: Path, hugo: Path, languages: list[str]) -> tuple[Cost, Cost, Cost, Cost]:
    """One round, for a machine is not always equally fast: ours, its pages alone, Hugo, and Hugo with our twins."""
    mine, alone, theirs = ours(home), pages_alone(home), by_hugo(hugo)
    served = twins(hugo / "out", languages)
    return mine, alone, theirs, theirs._replace(clock=theirs.clock + served.clock, work=theirs.work + served.work)


def by_hugo(folder: Path) -> Cost:
    """Hugo's build, into an empty folder as ours."""
    shutil.rmtree(folder / "out", ignore_errors=True)
    return cost([[rivals.BIN / "hugo", "-d", "out"]], folder, folder / "out")


def compared(name: str, mine: Cost, other: Cost) -> None:
    """One row: how many times as long as another we take, on the clock and of the processor."""
    line(f"our time / {name}", f"{mine.clock / other.clock:.2f}", f"processor {mine.work / other.work:.2f}")


def stock(folder: Path, renderer) -> None:
    """Material as it comes, with every page in the navigation: at ten times, since it grows with the square."""
    place = folder / "stock"
    rivals.write_pages(renderer, place / "pages", hugo=False)
    configs = rivals.mkdocs(place, list(renderer.site.languages), rivals.STOCK, [])
    command = [sys.executable, "-m", "mkdocs", "-q", "build", "-f"]
    told("stock Material, the pages of ten times", cost([[*command, c] for c in configs], place, place / "out"))


def tables() -> None:
    """Growth, then the others."""
    with tempfile.TemporaryDirectory() as name:
        growth(Path(name))
        rivalry(Path(name))
