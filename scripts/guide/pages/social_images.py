"""The picture beside a page's address where somebody shares it: one for each kind of page and each partner."""

from __future__ import annotations

from collections.abc import Iterator

from guide.pages.routes import Page
from guide.pages.site import Site

WIDTH, HEIGHT = 1200, 630
FOLDER = "gambar/"
CLOTH = "cloth"
"""In place of a drawing: the woven cloth of what a family gets (figures/cloth.py)."""
OF_PARTNERS = {
    "cooperative": "occupation/koperasi",
    "bank": "page/bank",
    "government": "page/pemerintah",
    "church": "page/gereja",
    "agents": "page/agen",
    "not-bpjs": "page/tanya",
}


def pictured(site: Site, page: Page) -> Page:
    """Return the page whose picture stands for this one: its own, its partner's, that of its kind, or the first's."""
    page = site.by_path[page.target] if page.target is not None else page
    if page.of_staff:
        return site.by_path[f"mitra/{page.record.id}/"]
    above = (site.by_path.get(path) for path in (page.up, page.path.partition("/")[0] + "/", ""))
    return next(one for one in (page, *above) if one and (one.template == "partner" or _own(one) is not None))


def _own(page: Page) -> str | None:
    """Return the drawing that a written page names, empty for none; None where it names nothing."""
    return page.head.image if page.head else None


def file_of(page: Page) -> str:
    """Return the file of a picture, in the folder of its language."""
    return f"{FOLDER}{page.path.strip('/').replace('/', '-') or 'beranda'}.png"


def drawing_of(page: Page) -> str:
    """Return the drawing in a page's picture, below overrides/drawings/, or CLOTH; empty where none fits."""
    return OF_PARTNERS[page.record.kind] if page.template == "partner" else _own(page) or ""


def pages(site: Site) -> Iterator[Page]:
    """Yield every page that has a picture."""
    yield from (site.by_path[path] for path in dict.fromkeys(pictured(site, page).path for page in site.routes))
