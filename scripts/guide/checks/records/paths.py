"""Names that become folders: of written pages, of ids and codes; every disk and every host can hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.facts import Facts
from guide.facts.load.front_matter import WrittenPages
from guide.pages.routes import Page, pages

LONGEST = 80
_NAME = re.compile(r"[a-z0-9]+([.-]+[a-z0-9]+)*")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
"""Names that Windows keeps for itself, with any ending."""
GRAMMAR = N_("{bad} becomes an address: write small letters, digits, dots and hyphens, at most {most} of them")
DEVICE = N_("Windows cannot hold a folder called {bad}: choose another name")
LANGUAGE = N_("{bad} is the folder of a language: choose another name")
TAKEN = N_("another page has the address {bad} already: choose another name")


def names_fit_every_disk(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse a name that cannot be a folder of the site everywhere, and one that stands for two pages."""
    seen: dict[str, str] = {}
    for page in pages(facts, prose) if prose else ():
        parts = page.path.rstrip("/").split("/") if page.path else []
        for part in parts:
            if not _NAME.fullmatch(part) or len(part) > LONGEST:
                yield _mistake(page, GRAMMAR, part)
            elif _DEVICE.fullmatch(part):
                yield _mistake(page, DEVICE, part)
        if parts and parts[0] in facts.languages:
            yield _mistake(page, LANGUAGE, parts[0])
        if (
            seen.setdefault(page.path.lower(), page.template) != page.template
        ):  # the same record twice is told elsewhere
            yield _mistake(page, TAKEN, page.path)


def _mistake(page: Page, message: str, name: str) -> Mistake:
    place = getattr(page.record, "place", None)
    if place is None:
        return Mistake(page.source, 1, 1, "", message, {"bad": name, "most": LONGEST})
    return mistake_at(place, "id" if hasattr(page.record, "id") else "code", message, bad=name, most=LONGEST)
