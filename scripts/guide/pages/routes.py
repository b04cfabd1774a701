"""Routes of the site: one list of pages, the same for every language, for the site and for hand-outs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from guide.facts.diagnostics import N_
from guide.facts.facts import Facts
from guide.facts.load import ProseFile
from guide.facts.model.content import Prose
from guide.facts.model.places import Partner
from guide.figures.law_changes import changes
from guide.pages.page_kinds import KINDS, USUAL, Kind

Record = TypeVar("Record")
GROUPS = {
    N_("Join and pay"): ("bisa-ikut/", "biaya/", "hitung/", "daftar/", "bayar/"),
    N_("If something happens"): ("musibah/", "manfaat/", "klaim/"),
    N_("Help, given and received"): ("bantuan/", "membayari/", "mitra/", "kantor/"),
    N_("For your work and region"): ("pekerjaan/", "wilayah/", "tanya/", "waspada/"),
}
"""The main pages by what people look for, in the order in which they need them. Detail pages are listed by their index
pages; search stands in the header itself."""
MENU = tuple(path for paths in GROUPS.values() for path in paths)
FOOT = (
    "program/",
    "istilah/",
    "hukum/",
    "tentang/",
    "unduh/",
)


@dataclass(frozen=True, eq=False)
class Page:
    """One page: its path in every language, the template that draws it, and what it is about."""

    path: str
    template: str
    source: str
    record: Any = field(default=None, repr=False)
    prose: Mapping[str, ProseFile] | None = field(default=None, repr=False)
    up: str = ""

    @property
    def head(self) -> Prose | None:
        """Return the head of a written page, in the first language."""
        return next(iter(self.prose.values())).head if self.prose else None

    @property
    def readers(self) -> frozenset[str]:
        """Return the segments that the page is for; none: everybody."""
        if self.head:
            return frozenset(self.head.segments)
        if self.template == "segment":
            return frozenset({self.record.id})
        if self.of_occupation:
            return frozenset(way.segment for way in self.record.ways)
        if self.template in ("partner", "staff", "poster"):
            return frozenset({self.record.preset["segment"]} if self.record.preset else ())
        return frozenset(getattr(self.record, "segments", ()))

    @property
    def of_bad_day(self) -> bool:
        """Return whether the page is for people to whom something happened."""
        return self.path.startswith("musibah/")

    @property
    def kind(self) -> Kind:
        """Return what the page has in common with others of its template."""
        return KINDS.get(self.template, USUAL)

    @property
    def listed(self) -> bool:
        """Return whether maps and search show the page; short addresses and staff pages are left out."""
        return self.head.listed if self.head else self.kind.listed

    @property
    def target(self) -> str | None:
        """Return the path of the page that a short address leads to; None for any other page."""
        return self.record.target if self.template == "permalink" and not self.record.withdrawn else None

    @property
    def of_staff(self) -> bool:
        """Return whether the page is for the people of a partner, who hand it on."""
        return self.template in ("staff", "poster")

    @property
    def lost(self) -> bool:
        """Return whether the page is the one that answers an address without a page."""
        return self.template == "404"

    @property
    def of_occupation(self) -> bool:
        """Return whether the page is about one work."""
        return self.template == "occupation"

    @property
    def of_region(self) -> bool:
        """Return whether the page is about one place."""
        return self.template == "region"

    @property
    def of_partner(self) -> bool:
        """Return whether the page is a partner's own; not that of an organisation that is none."""
        return self.template == "partner" and self.record.kind != "not-bpjs"

    @property
    def search_weight(self) -> int:
        """Return percent of its worth that a hit keeps; more for main pages, which lead to the rest."""
        weight = self.head.search_weight if self.head else self.kind.search_weight
        return weight or self.usual_weight

    @property
    def usual_weight(self) -> int:
        """Return the percent that a hit keeps where nothing says another: more on main pages."""
        return 125 if self.path.count("/") == 1 else 100

    @property
    def headings_only(self) -> bool:
        """Return whether search reads the page's headings alone."""
        return self.head.headings_only if self.head else self.kind.headings_only


_DETAILS = (
    ("programs", "program", "program/"),
    ("segments", "segment", "segmen/"),
    ("occupations", "occupation", "pekerjaan/"),
    ("eligibility", "eligibility", "bisa-ikut/"),
    ("procedures", "procedure", "cara/"),
    ("partners", "partner", "mitra/"),
    ("regions", "region", "wilayah/"),
    ("regulations", "regulation", "hukum/"),
    ("releases", "release", "versi/"),
)
_UP = {
    "join": "daftar/",
    "pay": "bayar/",
    "resume": "bayar/",
    "report": "musibah/",
    "claim": "klaim/",
    "check": "tanya/",
    "change": "tanya/",
    "complain": "tanya/",
}


def pages(facts: Facts, prose: Mapping[str, Mapping[str, ProseFile]]) -> list[Page]:
    """Return every page of the site: those that people wrote, and one for each record that has its own."""
    routes = list(_written(prose))
    for collection, template, folder in _DETAILS:
        for record in published(getattr(facts, collection)):
            up = _UP[record.kind] if collection == "procedures" else folder
            routes.append(Page(f"{folder}{record.id}/", template, record.place.file, record, up=up))
    routes += [page for partner in published(facts.partners) for page in _for_staff(partner)]
    overview = "perubahan/"
    up = overview if any(page.path == overview for page in routes) else ""
    routes += [Page(f"{overview}{c.id}/", "change", "data/reliefs.yml", c, up=up) for c in changes(facts)]
    routes += [Page(f"m/{link.code}/", "permalink", link.place.file, link) for link in facts.permalinks]
    return routes


def _for_staff(partner: Partner) -> Iterator[Page]:
    """Return the pages that a partner's staff hand on, and the poster; none for what is no partner."""
    if partner.kind != "not-bpjs":
        file, own = partner.place.file, f"mitra/{partner.id}/"
        yield Page(f"{own}petugas/", "staff", file, partner, up=own)
        yield Page(f"{own}poster/", "poster", file, partner, up=f"{own}petugas/")


def published(records: Iterable[Record]) -> list[Record]:
    """Return the records that may be shown."""
    return [record for record in records if getattr(record, "publish", True)]


def _written(prose: Mapping[str, Mapping[str, ProseFile]]) -> Iterator[Page]:
    first = next(iter(prose))
    for path, file in prose[first].items():
        up = path.split("/")[0] + "/" if path.count("/") > 1 else ""
        twins = {language: files[path] for language, files in prose.items() if path in files}
        yield Page(path, "prose" if path else "home", file.file, prose=twins, up=up)
