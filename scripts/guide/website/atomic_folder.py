"""Fill a folder, and put it in the place of an old one: whole, or not at all.

Two renames; if the process dies between them, `begin` puts the old folder back at the next start.
"""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

_locks = []


def old_name(target: Path) -> Path:
    """Where the folder that is being replaced stands for a moment."""
    return target.with_name(f".{target.name}.old")


def begin(target: Path, work: Path) -> None:
    """Undo a swap that was cut short and empty the folder to work in. Raises BlockingIOError if another build runs."""
    work.parent.mkdir(parents=True, exist_ok=True)
    lock = (work.parent / f"{target.name}.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BlockingIOError(f"{target.name}/: another build is running") from None
    _locks.append(lock)  # held until the process ends, however it ends
    old = old_name(target)
    if old.exists() and not target.exists():
        old.rename(target)
    _remove(old)
    _remove(work)
    work.mkdir()


def swap(new: Path, target: Path) -> None:
    """`new` becomes `target`. Both must be on one file system."""
    old = old_name(target)
    if target.exists():
        target.rename(old)
    new.rename(target)
    _remove(old)


def write_into(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> None:
    """Files with the folders that they need. `files`: path below the folder, and content."""
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def move_into(target: Path, tree: Path) -> None:
    """Every file below a folder to the same place below another."""
    for path in [path for path in tree.rglob("*") if path.is_file()]:
        place = target / path.relative_to(tree)
        place.parent.mkdir(parents=True, exist_ok=True)
        path.rename(place)


def _remove(tree: Path) -> None:
    """A folder with all that is in it, by several hands: the system takes its time for each of many small files."""
    with ThreadPoolExecutor() as pool:
        list(pool.map(partial(shutil.rmtree, ignore_errors=True), tree.glob("*/*/*")))
    shutil.rmtree(tree, ignore_errors=True)
