"""What a large list costs on the command line: time, memory, and whether its sums are right to the rupiah."""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path

from bench import line
from big_list import ROWS, inputs, write
from conftest import ROOT, TODAY
from guide.estimator.engine import estimate
from guide.estimator.inputs import read_inputs
from guide.facts.load import load, read
from guide.law.compile import compile_rules
from measured import cost


def expected(different: int) -> int:
    """The sum of all rows, by the estimator itself."""
    rules, memo = compile_rules(load(read(ROOT / "data"))), {}
    each = [
        estimate(rules, read_inputs(inputs(i, different), TODAY), TODAY, explain=False, memo=memo).grand_total
        for i in range(min(different, ROWS))
    ]
    return sum(each[i % different] for i in range(ROWS))


def one(folder: Path, name: str, different: int, ending: str) -> None:
    """Answer one list in a process of its own."""
    path = folder / "anggota.xlsx"
    write(path, different)
    command = [sys.executable, str(ROOT / "scripts/estimate.py"), "--list", str(path)]
    command += ["--output", str(folder / f"hasil{ending}"), "--language", "en"]
    with (folder / "said").open("w") as said:
        found = cost(folder, command, stderr=said, stdout=said, env={**os.environ, "AS_OF": TODAY.isoformat()})
    total = int(
        re.sub(r"[^0-9]", "", (folder / "said").read_text("utf-8").rpartition("All together:")[2].split("\n")[0])
    )
    line(f"{name}: time", f"{found.seconds:.1f}", "s")
    line(f"{name}: of which at work", f"{found.work:.1f}", "s")
    line(f"{name}: largest memory", f"{found.memory:.0f}", "MB")
    line(f"{name}: sum", f"{total:,}", "right" if total == expected(different) else "WRONG")


def tables() -> None:
    with tempfile.TemporaryDirectory() as name:
        one(Path(name), "5,000 different questions, .xlsx to .xlsx", 5_000, ".xlsx")
        one(Path(name), "5,000 different questions, .xlsx to .csv", 5_000, ".csv")
        one(Path(name), "all rows different, .xlsx to .xlsx", ROWS, ".xlsx")
