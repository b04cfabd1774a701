"""Routes of the site: one list of pages, the same for every language, for the site and for hand-outs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from guide.facts.diagnostics import N_
from guide.facts.facts import Facts
from guide.facts.load import ProseFile
from guide.facts.model.places import Partner
from guide.figures.law_changes import changes

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


@dataclass(frozen=True)
class Kind:
    """What the pages of one template have in common.

    `listed`: maps and search show them. `heard`: they are read aloud, and say when they are old. `landing`: people
    arrive there by a code or a friend. `files`: how the names of their hand-outs begin; browsers keep such pages.
    `sheets`: style sheets of their own.
    """

    listed: bool = True
    heard: bool = True
    landing: bool = False
    files: str = ""
    sheets: tuple[str, ...] = ()


KINDS = {
    "segment": Kind(landing=True),
    "occupation": Kind(landing=True, files="occupations/{}."),
    "partner": Kind(landing=True, files="partners/{}/"),
    "region": Kind(landing=True, files="regions/{}/"),
    "staff": Kind(listed=False),
    "poster": Kind(listed=False, sheets=("css/poster.css",)),
    "permalink": Kind(listed=False, heard=False),
    "404": Kind(heard=False),
}
"""The kinds of page by their templates; those that are not named have nothing of their own."""
_USUAL = Kind()


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
    def readers(self) -> frozenset[str]:
        """Return the segments that the page is for; none: everybody."""
        if self.prose:
            return frozenset(next(iter(self.prose.values())).head.segments)
        if self.template == "segment":
            return frozenset({self.record.id})
        if self.template == "occupation":
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
        return KINDS.get(self.template, _USUAL)

    @property
    def listed(self) -> bool:
        """Return whether maps and search show the page; short addresses and staff pages are left out."""
        return self.kind.listed


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
