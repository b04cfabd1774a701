"""Files that the site is made of, while editors and people write them: some come and go."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def files_below(folder: Path, end: str = "") -> list[Path]:
    """Return what lies below a folder under names with that end, in order; nothing that editors hide (`.#biaya.md`)."""
    found = (Path(place, name) for place, folders, files in os.walk(folder) for name in (*folders, *files))
    return sorted(path for path in found if path.name.endswith(end) and not path.name.startswith("."))


def stamp(*folders: Path) -> int:
    """Return a value that changes when a file below one of the folders does."""
    return hash(tuple((path, _written(path)) for folder in folders for path in files_below(folder)))


def _written(path: Path) -> tuple[int, int] | None:
    """Return when a file was written, and its size; None for what is no file, or has just gone."""
    try:
        info = path.stat()
    except OSError:
        return None
    return (info.st_mtime_ns, info.st_size) if stat.S_ISREG(info.st_mode) else None
