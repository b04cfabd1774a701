"""Disk cache for slow build products, keyed by the hash of their inputs; each entry proves itself when it is read."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_SEAL = hashlib.sha256().digest_size


def kept(folder: Path, of: bytes, make: Callable[[], bytes]) -> bytes:
    """Return the cached bytes for the key `of`, calling `make` on a miss.

    Builds side by side may share the folder; whoever empties it loses nothing but time.
    """
    path = folder / hashlib.sha256(of).hexdigest()[:32]
    content = stored(path)
    if content is None:
        content = make()
        store(path, content)
    return content


def stored(path: Path) -> bytes | None:
    """Return what `store` put there; None where nothing is, or not what was put: the power went, a disk fails."""
    try:
        sealed = path.read_bytes()
    except OSError:
        return None
    content = sealed[_SEAL:]
    return content if hashlib.sha256(content).digest() == sealed[:_SEAL] else None


def store(path: Path, content: bytes) -> None:
    """Keep bytes behind their digest; nothing where no room is left or nobody may write, since only time is lost."""
    mine = path.with_name(f"{path.name}.{threading.get_native_id()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            mine.write_bytes(hashlib.sha256(content).digest() + content)
            mine.replace(path)
        finally:
            mine.unlink(missing_ok=True)
