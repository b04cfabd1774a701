"""What things cost here: tables, no verdicts. `make bench`; with `ONLY=estimator` one of the `bench_*.py` beside this.

Each of those has `tables()`, which prints its own rows with `line`."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / folder) for folder in ("scripts", "benchmarks", "tests", "tests/support")]


def line(name: str, value: object, unit: str = "") -> None:
    """One row of a table."""
    print(f"{name:<60} {value!s:>14} {unit}", flush=True)


def main() -> None:
    """Every table, or the one that `ONLY` names."""
    names = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    only = os.environ.get("ONLY")
    if only and only not in names:
        sys.exit(f"ONLY: one of {', '.join(names)}")
    for name in names if not only else [only]:
        print(f"\n{name}\n{'=' * len(name)}", flush=True)
        importlib.import_module(f"bench_{name}").tables()


if __name__ == "__main__":
    main()
