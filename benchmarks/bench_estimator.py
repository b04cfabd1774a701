"""What the estimator costs: bytes, one answer, a hundred thousand rows; and the proof that both engines agree."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import brotli
from bench import line
from conftest import ROOT, TODAY
from guide.assets.minify_js import stripped
from guide.assets.script_data import as_json
from guide.estimator.browser_data import rules_for_browser, words_of
from guide.estimator.engine import estimate
from guide.estimator.inputs import read_inputs
from guide.facts.load import load, read
from parity import Browser, Proof, Python
from test_browser_engine import everything

QUESTION = {"segment": "pu", "income": "5000000", "event": "death"}


def parity(python: Python, browser: Browser) -> None:
    """The proof that both engines say the same, with a million comparisons."""
    proof = Proof(python, browser)
    start = time.perf_counter()
    everything(proof, TODAY.isoformat(), 20_000)
    proof.points(1, 12_000)
    one, other = proof.digests()
    line("parity: comparisons", f"{proof.count:,}")
    line("parity: different", len(proof.different))
    line("parity: digest of Python, of the browser", f"{one} {other}")
    line("parity: time", f"{time.perf_counter() - start:.0f}", "s")


def sizes(python: Python) -> None:
    """Bytes in brotli."""
    engine = stripped((ROOT / "overrides/js/estimator/engine.js").read_text("utf-8"))
    names = ("messages.js", "compare.js", "reverse.js")
    more = "".join(stripped((ROOT / "overrides/js/estimator" / name).read_text("utf-8")) for name in names)
    rules = as_json(rules_for_browser(python.rules))
    words = as_json(words_of(python.languages["id"], python.facts))
    parts = {
        "engine": engine,
        "rows": rules,
        "engine with all rows": engine + rules,
        "with budget, payslip, compare, savings, words": engine + rules + more,
        "and the sentences of one language": engine + rules + more + words,
    }
    for name, text in parts.items():
        line(f"brotli: {name}", f"{len(brotli.compress(text.encode())):,}", "bytes")


def speed(python: Python, browser: Browser) -> None:
    """One estimate, read and answered."""
    _, each = browser.ask(do="time", question={"raw": QUESTION, "today": TODAY.isoformat()}, count=20_000)
    line("one estimate in Node", f"{float(each):.4f}", "ms")
    start = time.perf_counter()
    for _ in range(2000):
        estimate(python.rules, read_inputs(QUESTION, TODAY), TODAY)
    line("one estimate in Python", f"{(time.perf_counter() - start) / 2:.4f}", "ms")


def members(folder: Path) -> None:
    """A hundred thousand rows, nearly all different."""
    path = folder / "members.csv"
    with path.open("w", encoding="utf-8-sig") as file:
        file.write("nama;segmen;bulan;penghasilan;peristiwa\n")
        for i in range(100_000):
            event = "death" if i % 2 else ""
            file.write(f"Ani;{'pu' if i % 3 else 'bpu'};2026-{1 + i % 12:02};{1_000_000 + i * 137};{event}\n")
    command = [sys.executable, str(ROOT / "scripts/estimate.py"), "--csv", str(path)]
    start = time.perf_counter()
    with (folder / "out.csv").open("wb") as out:
        used = os.wait4(subprocess.Popen(command, stdout=out).pid, 0)[2]
    line("CSV: 100,000 rows", f"{time.perf_counter() - start:.1f}", "s")
    line("CSV: of which at work", f"{used.ru_utime + used.ru_stime:.1f}", "s")
    line("CSV: largest memory", f"{used.ru_maxrss / 1024:.0f}", "MB")


def tables() -> None:
    with tempfile.TemporaryDirectory() as name:
        members(Path(name))
        python = Python(load(read(ROOT / "data")))
        browser = Browser(python, Path(name))
        sizes(python)
        speed(python, browser)
        parity(python, browser)
        browser.close()
