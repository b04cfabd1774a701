"""Disk cache for slow build products, keyed by the hash of their inputs."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path


def kept(folder: Path, of: bytes, make: Callable[[], bytes]) -> bytes:
    """Return the cached bytes for the key `of`, calling `make` on a miss.

    Builds side by side may share the folder; whoever empties it loses nothing but time.
    """
    path = folder / hashlib.sha256(of).hexdigest()[:32]
    if not path.exists():
        made = make()
        folder.mkdir(parents=True, exist_ok=True)
        mine = path.with_name(f"{path.name}.{os.getpid()}")
        mine.write_bytes(made)
        mine.replace(path)
    return path.read_bytes()
