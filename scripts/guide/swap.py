"""Put a finished folder in the place of an old one: whole, or not at all.

Two renames; if the process dies between them, `recover` puts the old folder back at the next start.
"""

from __future__ import annotations

import shutil
from pathlib import Path


def old_name(target: Path) -> Path:
    """Where the folder that is being replaced stands for a moment."""
    return target.with_name(f".{target.name}.old")


def recover(target: Path) -> None:
    """Undo a swap that was cut short."""
    old = old_name(target)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def swap(new: Path, target: Path) -> None:
    """`new` becomes `target`. Both must be on one file system."""
    old = old_name(target)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)
