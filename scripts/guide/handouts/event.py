"""Archive for one event, the notes and sums beside all files, and the record of an issue."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guide.handouts.archive import archive, sums
from guide.handouts.context import HandoutContext

LARGEST = 5_000_000
"""Bytes of the event pack at most (issue 7: what thirty phones take over one cable)."""
_FOLDERS = ("occupations/", "cards/", "checklists/", "messages/", "paper/", "partners/", "programs/", "audio/")
_KINDS = (".html", ".pdf", ".png", ".txt")
"""Drafts of recordings stay out: nobody has listened to them."""


def notes(context: HandoutContext) -> dict[str, bytes]:
    """Return `BACA-DULU.txt` and `README.txt`: the contents, how to pass them on, how to prove them."""
    return {
        one.gettext("README.txt"): context.text("readme.html", one, context.page("")).encode()
        for one in context.languages
    }


def pack(context: HandoutContext, files: Mapping[str, bytes]) -> tuple[str, bytes]:
    """Return name and bytes of the event pack. Paper, cards and scripts are in the first language only.

    Partners' files stay out, largest first, where the pack would grow too large.
    """
    other = re.compile(rf"/[^/]*_({'|'.join(one.id for one in context.languages[1:])})\.(pdf|png|txt)$")
    wanted = {n: b for n, b in files.items() if n.endswith(_KINDS) and (n.startswith(_FOLDERS) or "/" not in n)}
    wanted = {name: body for name, body in wanted.items() if not other.search(name)}
    while True:
        packed = archive({**wanted, "SHA256SUMS": sums(wanted)})
        if len(packed) <= LARGEST:
            return f"paham-jamsostek_{context.day}_event.zip", packed
        last = max((n for n in wanted if "/" in n), key=lambda name: (name.startswith("partners/"), len(wanted[name])))
        del wanted[last]


def record(context: HandoutContext) -> str:
    """Return the lines to add to data/releases.yml, or those that stand there already, for `make bundle` to print."""
    code = context.renderer.site.facts.digest[:6]
    known = context.renderer.site.facts.by_id["releases"].get(code)
    if known:
        return f"data/releases.yml: copy {code} was issued on {known.as_of}"
    texts = ", ".join(f'{one.id}: "…"' for one in context.languages)
    lines = (f'- id: "{code}"', f"  as_of: {context.day}", "  changes:", f"    - {{{texts}}}")
    return "\n".join(["to hand these files out, add to data/releases.yml what changed:", *lines])
