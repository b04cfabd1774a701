"""Edition of what was built last: a hash of all that it was made of, by which later steps know what they may use."""

from __future__ import annotations

import datetime
import hashlib
from pathlib import Path

from guide.website.atomic_folder import write_all
from guide.website.site_builder import SOURCES, handouts_of


def edition(root: Path, today: datetime.date, address: str | None) -> str:
    """Return the hash of facts, words, looks and code below `root`, of the day and of the public address."""
    digest = hashlib.sha256(f"{today} {address}".encode())
    for folder in (*SOURCES, "scripts"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                content = path.read_bytes()
                digest.update(f"\0{path.relative_to(root).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def write_edition(work: Path, name: str, text: str) -> None:
    """Note the edition of `site` or `dist`; an empty one: made of several."""
    write_all(work, {f"{name}.edition": text})


def read_edition(work: Path, name: str) -> str:
    """Return the edition of `site` or `dist` as noted; empty where none was."""
    path = work / f"{name}.edition"
    return path.read_text("utf-8") if path.is_file() else ""


def is_built(site: Path, work: Path, wanted: str) -> bool:
    """Return whether a site is of an edition as `make site` leaves it, without the hand-outs of `make publish`."""
    return read_edition(work, "site") == wanted and site.is_dir() and not any(handouts_of(site).glob("*_site.zip"))
