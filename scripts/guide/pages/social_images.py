"""The picture beside a page's address where somebody shares it: one for each kind of page and each partner."""

from __future__ import annotations

from collections.abc import Iterator

from guide.pages.routes import Page
from guide.pages.site import Site

WIDTH, HEIGHT = 1200, 630
FOLDER = "gambar/"
DRAWINGS = {
    "": "page/beranda",
    "bisa-ikut/": "page/bisa-ikut",
    "biaya/": "page/biaya",
    "hitung/": "page/biaya",
    "daftar/": "page/bisa-ikut",
    "musibah/": "page/musibah",
    "klaim/": "event/work-accident",
    "pekerjaan/": "occupation/penenun",
    "program/": "program/jkk",
    "mitra/": "occupation/koperasi",
    "wilayah/": "occupation/nelayan",
    "hukum/": "",
    "perubahan/": "",
}
"""Pages with a picture of their own, which their details share: which drawing stands in it, or none."""
OF_PARTNERS = {
    "cooperative": "occupation/koperasi",
    "bank": "page/biaya",
    "government": "occupation/aparat-desa",
    "church": "occupation/pelayan-gereja",
    "agents": "page/bisa-ikut",
    "not-bpjs": "",
}


def pictured(site: Site, page: Page) -> Page:
    """Return the page whose picture stands for this one: its own, its partner's, that of its kind, or the first's."""
    if page.template == "permalink" and not page.record.withdrawn:
        page = site.by_path[page.record.target]
    if page.template in ("staff", "poster"):
        return site.by_path[page.up if page.template == "staff" else f"mitra/{page.record.id}/"]
    own = (page.path, page.up, page.path.partition("/")[0] + "/", "")
    return page if page.template == "partner" else next(site.by_path[path] for path in own if path in DRAWINGS)


def file_of(page: Page) -> str:
    """Return the file of a picture, in the folder of its language."""
    return f"{FOLDER}{page.path.strip('/').replace('/', '-') or 'beranda'}.png"


def drawing_of(page: Page) -> str:
    """Return the drawing in a page's picture, below overrides/drawings/; empty where none fits."""
    return OF_PARTNERS[page.record.kind] if page.template == "partner" else DRAWINGS[page.path]


def pages(site: Site) -> Iterator[Page]:
    """Yield every page that has a picture."""
    yield from (site.by_path[path] for path in dict.fromkeys(pictured(site, page).path for page in site.routes))
