"""Readiness of a machine and of the facts for hand-outs: what stands in the way is said before anything is built."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from guide.facts.facts import Facts
from guide.handouts.printer import CHROMIUM, NEEDED
from guide.handouts.target import Item

ROOM = 200_000_000
"""Bytes that must be free on the disk: `dist/` twice, and what the browser keeps meanwhile."""
_PRINTED = (".pdf", ".png")


def obstacles(facts: Facts, items: Sequence[Item], disk: Path) -> Iterator[str]:
    """Yield a sentence for each reason why these items cannot be made on this machine, or must not."""
    release = facts.by_id["releases"].get(facts.digest[:6])
    if release and release.recalled:
        yield f"copy {release.id} was withdrawn (data/releases.yml): correct the facts first; it is not made again"
    if any(item.name.endswith(_PRINTED) for item in items):
        if not Path(CHROMIUM).exists():
            yield f"{CHROMIUM} is missing, which draws paper and cards: apt-get install chromium"
        for package in NEEDED:
            if not find_spec(package):
                yield f"the package {package} is missing, which makes paper: pip install -r requirements-test.txt"
    if shutil.disk_usage(disk).free < ROOM:
        yield f"{disk}: less than {ROOM // 1_000_000} MB are free on the disk; make room, then try again"
