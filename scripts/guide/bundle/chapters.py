"""Which pages stand in which hand-out, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from guide.pages import MENU, Page

_MORE = ("program/", "segmen/", "istilah/", "tentang/", "versi/")
"""Pages for people beside the menu. Left out: laws one by one, open data, the state of the data, of the markup."""
_ONLINE = ("cari/", "hitung/")
"""Pages that are scripts of the site: a file has a search of its own, and its cost tables instead of the estimator."""
BOOKLET = (
    "apa-ini/",
    "bisa-ikut/",
    "biaya/",
    "manfaat/",
    "daftar/",
    "bayar/",
    "musibah/kecelakaan/",
    "musibah/meninggal/",
    "klaim/",
    "waspada/",
)
"""The chapters of the booklet, in the order in which people ask."""
SHEETS = {"kit": "penyuluh/", "pass-on": "bagikan/"}
"""Pages that helpers carry on paper, by the names of their files."""
LOOKED_UP = ("bantuan/", "kantor/", "mitra/", "pekerjaan/", "tanya/", "wilayah/")
"""Main pages to look something up in: nobody listens to a list."""
_DETAILS = ("prose", "eligibility", "program", "segment", "occupation", "procedure", "partner")


def whole(pages: Sequence[Page], *, short: bool = False) -> list[Page]:
    """All pages for people: the first page, then every main page with its details behind it.

    `short`: programs and partners are only listed.
    """
    order = ["", *(path for path in MENU if path not in _ONLINE), *_MORE]
    details = [name for name in _DETAILS if not (short and name in ("program", "partner"))]
    kept = [p for p in pages if p.template in details and (p.path in order or p.up in order[1:])]
    return sorted(kept, key=lambda p: (_place(p, order), p.path.count("/") > 1))


def spoken(pages: Sequence[Page]) -> list[Page]:
    """The pages that are read aloud: the main pages and the occupations."""
    main = ["", *(path for path in MENU if path not in _ONLINE)]
    return [page for page in pages if page.path in main or page.template == "occupation"]


def _place(page: Page, order: Sequence[str]) -> int:
    return order.index(page.path if page.path in order else page.up)


def about(pages: Sequence[Page], first: Page, more: Sequence[str]) -> list[Page]:
    """A page with the pages that its reader needs next."""
    by_path = {page.path: page for page in pages}
    return [first, *(by_path[path] for path in more if path in by_path and path != first.path)]
