"""What takes long to make and changes seldom, kept in a folder for later builds."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path


def kept(folder: Path, of: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` gives. It is made once for the same `of`, which tells all that it is made of.

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
