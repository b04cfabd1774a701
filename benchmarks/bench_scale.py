"""A whole country, made up (see generated.py): whether it loads, checks, builds, is searched, and what that costs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import brotli
from bench import line
from conftest import ROOT, TODAY
from generated import COUNTRY, REAL, Size, add_to
from guide.checks.asking import scripts_of

SIZES = (Size(0, 0, 0, 0), COUNTRY._replace(partners=985), COUNTRY._replace(partners=2485), COUNTRY)
"""What is added to the real data: nothing; all regions with 1,000, 2,500 and 5,000 partners."""
WORDS = ("bayar", "mitra contoh 17", "daerah contoh 11-01", "celaka", "tidak ada")


def tables() -> None:
    """One block of rows a size."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            _one(Path(name), size)


def _one(house: Path, size: Size) -> None:
    for part in ("data", "docs", "overrides", "scripts"):
        shutil.copytree(ROOT / part, house / part, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("mkdocs*.yml"):
        shutil.copy(path, house)
    if size.partners:
        add_to(house / "data", size)
    partners = len(list((house / "data" / "partners").glob("*.yml")))
    regions = (house / "data" / "regions.yml").read_text("utf-8").count('"level"') if size.partners else 0
    line(f"{partners:,} partners, {regions:,} regions beside those of {REAL}", "")
    _run(house, "  check", "check.py")
    said = _run(house, "  build of both languages", "build.py")
    line("  pages", said.split(": ")[-1].split(" ")[0])
    for language in ("id", "en"):
        folder = house / "site" / ("" if language == "id" else language)
        index = next(folder.glob(f"cari-{language}-*.js"))
        line(f"  search index, {language}", f"{len(brotli.compress(index.read_bytes())) / 1000:.1f}", "kB brotli")
    _search(house / "site", index)
    page = (house / "site" / "hitung" / "index.html").read_bytes()
    line("  the page of the estimator", f"{len(brotli.compress(page)):,}", "bytes brotli")


def _run(house: Path, name: str, script: str) -> str:
    """Run a command of the house; its time and its largest memory are rows. Children count with it."""
    known = {**os.environ, "AS_OF": TODAY.isoformat()}
    start = time.perf_counter()
    command = [sys.executable, str(house / "scripts" / script)]
    process = subprocess.Popen(command, cwd=house, env=known, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, said[-2000:]
    line(name, f"{time.perf_counter() - start:.1f}", "s")
    line(f"{name}: at work", f"{used.ru_utime + used.ru_stime:.1f}", "s")
    line(f"{name}: largest memory", f"{used.ru_maxrss / 1024:.0f}", "MB")
    return said


def _search(site: Path, index: Path) -> None:
    """Answers in Node, as the search page gives them; the first one opens the index too."""
    task = {"do": "time", "file": str(index), "queries": WORDS}
    script, _ = scripts_of(site)
    node = ["node", str(ROOT / "tests/support/search.js"), str(script)]
    done = subprocess.run(node, input=json.dumps(task), capture_output=True, text=True, check=True)
    first, *rest = json.loads(done.stdout)
    line("  search: first answer", f"{first:.0f}", "ms")
    line("  search: slowest of the others", f"{max(rest):.0f}", "ms")
