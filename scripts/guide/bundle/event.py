"""What one event needs in one archive, and the notes and sums that lie beside all files."""

from __future__ import annotations

from collections.abc import Mapping

from guide.bundle.packing import archive, sums
from guide.bundle.shop import Shop

LARGEST = 5_000_000
"""Bytes of the event pack at most (issue 7: what thirty phones take over one cable)."""
_FOR_EVENTS = ("occupations/", "cards/", "checklists/", "messages/", "partners/")
_HEAVY = ("/poster_",)


def notes(shop: Shop) -> dict[str, bytes]:
    """`BACA-DULU.txt`, `README.txt`: what is here, how to pass it on, how to prove it."""
    return {one.gettext("README.txt"): shop.text("readme.html", one, shop.page("")).encode() for one in shop.languages}


def pack(shop: Shop, files: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Name and bytes of the event pack: single files, flyers, lists, cards, messages, notes and sums.

    Cards and partners' paper stay out, largest first, where the pack would grow too large.
    """
    wanted = {n: b for n, b in files.items() if n.startswith(_FOR_EVENTS) or n.endswith((".html", ".txt"))}
    wanted = {name: body for name, body in wanted.items() if not any(part in name for part in _HEAVY)}
    while True:
        packed = archive({**wanted, "SHA256SUMS": sums(wanted)})
        if len(packed) <= LARGEST:
            return f"paham-jamsostek_{shop.day}_event.zip", packed
        last = max((n for n in wanted if "/" in n), key=lambda name: (name.startswith("partners/"), len(wanted[name])))
        del wanted[last]
