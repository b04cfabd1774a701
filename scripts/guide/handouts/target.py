"""One file of dist/, and which ones `ONLY=` names."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Item(NamedTuple):
    """One file. `part`: what `ONLY=` names, such as `partner/obor-mas`."""

    part: str
    name: str
    make: Callable[[], bytes]


def chosen(items: list[Item], only: str) -> list[Item]:
    """Return the items of a part: its name, or the beginning of it before a slash. Raises LookupError."""
    found = [item for item in items if not only or f"{item.part}/".startswith(f"{only}/")]
    if not found:
        parts = ", ".join(sorted({item.part.split("/")[0] for item in items}))
        raise LookupError(f"ONLY={only}: no such part; there are {parts}, and each by name, such as partner/obor-mas")
    return found
