"""What a command costs, measured from a small process: a child of a large one counts the memory of its parent."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

_LAUNCH = """
import os, subprocess, sys, time
start = time.perf_counter()
status, used = os.wait4(subprocess.Popen(sys.argv[2:]).pid, 0)[1:]
with open(sys.argv[1], "w") as file:
    print(os.waitstatus_to_exitcode(status), time.perf_counter() - start, used.ru_utime + used.ru_stime,
          used.ru_maxrss / 1024, file=file)
"""


class Cost(NamedTuple):
    """The exit code, seconds on the clock and at work, and the largest memory in MB."""

    code: int
    seconds: float
    work: float
    memory: float


def cost(folder: Path, command: list[str], **streams) -> Cost:
    """Run a command and return what it cost."""
    notes = folder / "cost.txt"
    subprocess.run([sys.executable, "-S", "-c", _LAUNCH, str(notes), *command], check=True, **streams)
    code, *rest = notes.read_text("utf-8").split()
    return Cost(int(code), *map(float, rest))
