"""Fill a folder and put it in the place of an old one: whole, or not at all. Only here folders are replaced or removed.

One exchange, or two renames; if the process dies between those, `begin` puts the old folder back at the next start.
Nothing is removed that is a symbolic link, holds a mount point, lies on another file system, or was made by others.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from fnmatch import fnmatch
from pathlib import Path
from typing import IO

PUBLIC = 0o022
"""The umask of commands that make a folder for others to read: files 644, folders 755."""
_MOUNTS = Path("/proc/self/mountinfo")
_HERE, _EXCHANGE = -100, 2
"""Of renameat2 in Linux: names are seen from the folder that the process is in; both change places."""
_locks: list[IO[str]] = []


class UnsafeFolder(OSError):
    """A folder that must not be replaced or removed; the message says why, and what to do."""


def old_name(target: Path) -> Path:
    """Return where the folder that is being replaced stands for a moment."""
    return target.with_name(f".{target.name}.old")


def begin(target: Path, work: Path) -> None:
    """Undo a swap that was cut short and empty the folder to work in.

    Raises UnsafeFolder where `target` (one of MADE) or `work` must stay; BlockingIOError if another build runs.
    """
    refuse(work.parent)
    os.umask(PUBLIC)
    work.parent.mkdir(parents=True, exist_ok=True)
    lock = (work.parent / f"{target.name}.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BlockingIOError(f"{target.name}/: another build is running") from None
    _locks.append(lock)  # held until the process ends, however it ends
    old, made = old_name(target), MADE[target.name]
    refuse(target, made)
    refuse(old, made)
    if old.exists() and not target.exists():
        old.rename(target)
    remove(old)
    remove(work)
    work.mkdir()


def swap(new: Path, target: Path) -> None:
    """Put `new` in the place of `target`, at once where the system can. Both must be on one file system."""
    old = old_name(target)
    os.sync()  # a folder in its place is whole, also if the power goes now
    if not target.exists():
        new.rename(target)
    elif _exchanged(new, target):
        new.rename(old)
    else:
        target.rename(old)
        new.rename(target)
    remove(old)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, so that neither is ever missing; return False where the system cannot."""
    try:
        exchange = ctypes.CDLL(None).renameat2
    except (AttributeError, OSError):
        return False
    return exchange(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


def remove(folder: Path, made: Callable[[Path], bool] | None = None) -> None:
    """Remove a folder with all that is in it; nothing where there is none. Raises UnsafeFolder (see `refuse`).

    It gets another name first: what is removed in part, since the process died, is still known by that name.
    """
    gone = folder.with_name(f".{folder.name.lstrip('.')}.gone")
    refuse(folder, made)
    refuse(gone)
    if gone.exists():
        _discard(gone)
    if folder.exists():
        folder.rename(gone)
        _discard(gone)


def refuse(folder: Path, made: Callable[[Path], bool] | None = None) -> None:
    """Raise UnsafeFolder where a folder must stay: a link, a mount point, on another file system, not `made` here."""
    name, place = folder.name, folder.parent.resolve() / folder.name
    if place.is_symlink():
        raise UnsafeFolder(f"{name} is a symbolic link, and only folders are replaced: remove the link, then try again")
    if not place.exists():
        return
    if not place.is_dir():
        raise UnsafeFolder(f"{name} is a file, and a folder belongs there: move it away, then try again")
    for mount in _mounts():
        if mount == place or place in mount.parents:
            raise UnsafeFolder(f"{mount} is a mount point, and {name} would be replaced: unmount it, then try again")
    if place.stat().st_dev != place.parent.stat().st_dev:
        raise UnsafeFolder(f"{name} lies on another file system and cannot be replaced: move it away, then try again")
    if made and any(place.iterdir()) and not made(place):
        raise UnsafeFolder(f"{name} holds files that no command here has made: move it away, then try again")


def write_into(folder: Path, files: Iterable[tuple[str, str | bytes]]) -> None:
    """Write files with the folders that they need. `files`: path below the folder, and content."""
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def write_all(folder: Path, texts: Mapping[str, str]) -> None:
    """Put texts in the place of files, none before all are written: a full disk leaves what was there."""
    new = {folder / name: folder / f"{name}.new" for name in texts}
    try:
        for path, text in zip(new.values(), texts.values(), strict=True):
            path.write_text(text, "utf-8", newline="\n")
        for place, path in new.items():
            path.replace(place)
    finally:
        for path in new.values():
            path.unlink(missing_ok=True)


def move_into(target: Path, tree: Path) -> None:
    """Move every file below a folder to the same place below another."""
    for path in [path for path in tree.rglob("*") if path.is_file()]:
        place = target / path.relative_to(tree)
        place.parent.mkdir(parents=True, exist_ok=True)
        path.rename(place)


def _discard(tree: Path) -> None:
    """Remove a folder, by several hands: the system takes its time for each of many small files. Follows no link."""
    with ThreadPoolExecutor() as pool:
        list(pool.map(shutil.rmtree, [inner for folder in _folders(tree) for inner in _folders(folder)]))
    shutil.rmtree(tree)


def _folders(folder: str | Path) -> list[str]:
    with os.scandir(folder) as found:
        return [one.path for one in found if one.is_dir(follow_symlinks=False)]


def _mounts() -> list[Path]:
    """Return where file systems are mounted, also one of them a second time; nothing where the system does not say."""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return []
    return [Path(re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), line.split(" ")[4])) for line in lines]


def _of_site(folder: Path) -> bool:
    """Return whether a build wrote the headers for servers into a folder."""
    path = folder / "_headers"
    return path.is_file() and b"Content-Security-Policy: default-src 'none'" in path.read_bytes()


def _of_dist(folder: Path) -> bool:
    """Return whether the list of sums names all that stands in a folder."""
    path = folder / "SHA256SUMS"
    lines = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    named = {re.sub(r"^[0-9a-f]{64} [ *]", "", line).partition("/")[0] for line in lines}
    return {one.name for one in folder.iterdir()} <= {*named, path.name, "packages"}


def _only(*names: str) -> Callable[[Path], bool]:
    """Return whether a folder holds nothing but such names."""
    return lambda folder: all(any(fnmatch(one.name, name) for name in names) for one in folder.iterdir())


MADE: dict[str, Callable[[Path], bool]] = {
    "site": _of_site,
    "dist": _of_dist,
    "packages": _only("*.whl", "*.tgz"),
    ".build": _only(
        *("*.lock", "*.edition", "new", "dist", "packages", "packed", "pictures", "templates", "ask.json", ".*.gone")
    ),
    ".schemas": _only("*.json"),
    ".venv": _only("bin", "include", "lib", "lib64", "share", "pyvenv.cfg", ".gitignore", ".[a-z]*"),
}
"""Folders that commands here make, and how to tell that one of them did: also builds of before, and half of one."""
