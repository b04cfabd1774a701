"""Edition of what was built last: a hash of all that it was made of, by which later steps know what they may use."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable
from pathlib import Path

from guide.website.atomic_folder import write_all
from guide.website.site_builder import SOURCES, handouts_of


def edition(root: Path, today: datetime.date, address: str | None) -> str:
    """Return the hash of facts, words, looks and code below `root`, of the day and of the public address."""
    return _sum(root, (*SOURCES, "scripts"), f"{today} {address}")


def write_edition(work: Path, folder: Path, text: str) -> None:
    """Note the edition of `site` or `dist`, with the sum of its files; an empty one: made of several."""
    write_all(work, {_note(folder): f"{text}\n{_sum(folder)}"})


def read_edition(work: Path, folder: Path) -> str:
    """Return the edition of `site` or `dist` as noted; empty where none was, or where its files are others now."""
    path = work / _note(folder)
    text, _, total = path.read_text("utf-8", "replace").partition("\n") if path.is_file() else ("", "", "")
    return text if text and total == _sum(folder) else ""


def is_built(site: Path, work: Path, wanted: str) -> bool:
    """Return whether a site is of an edition as `make site` leaves it, without the hand-outs of `make publish`."""
    return read_edition(work, site) == wanted and not any(handouts_of(site).glob("*_site.zip"))


def _note(folder: Path) -> str:
    return f"{folder.name}.edition"


def _sum(root: Path, folders: Iterable[str] = ("",), text: str = "") -> str:
    """Return the hash of a text and of every file of some folders below `root`."""
    digest = hashlib.sha256(text.encode())
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                content = path.read_bytes()
                digest.update(f"\0{path.relative_to(root).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()
