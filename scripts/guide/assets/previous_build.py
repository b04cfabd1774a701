"""Hashed files of the previous build, copied into the new site so that pages opened before a deploy still find them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

HASHED = re.compile(r"[.-][0-9a-f]{10,}\.[a-z0-9]+$")
"""A name that changes with its content may be kept for ever."""
LIST = "_older"
"""The file of a site that lists what it holds of the build before; no server shows it."""


def older(site: Path) -> frozenset[str]:
    """Return the files of a site that no page of it names any more."""
    path = site / LIST
    return frozenset(path.read_text("utf-8", "replace").splitlines()) if path.is_file() else frozenset()


def carry(before: Path, site: Path) -> None:
    """Copy the hashed files of the build before into a site that lacks them, but those that it had carried itself."""
    left, names = older(before), []
    for path in sorted(before.rglob("*")):
        name = path.relative_to(before).as_posix()
        plain = name.removesuffix(".br").removesuffix(".gz")
        if HASHED.search(plain) and name not in left and not (site / plain).exists():
            names.append(name)
    for name in names:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(before / name, site / name)
    if names:
        (site / LIST).write_text("".join(f"{name}\n" for name in names), "utf-8")
