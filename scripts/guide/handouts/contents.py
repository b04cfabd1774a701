"""Contents of each hand-out: its pages, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide.pages.estimator_page import PAGE as ESTIMATOR
from guide.pages.routes import MENU, Page
from guide.pages.search_index import PAGE as SEARCH

_EXCLUDED_PAGES = (SEARCH, "wilayah/")
"""Of the menu, what a file has in a way of its own, or has too much of."""
_USUAL = ("segmen/", "istilah/", "tentang/")
_MORE = (
    *("apa-ini/", "majikan/", "membayari/", "luar-negeri/", "kur/", "cek/", "ubah/", "data-salah/"),
    *("berhenti/", "berhenti-kerja/", "klaim-lambat/", "agen/", "pajak/", "bagikan/", "lapor/"),
)
"""Pages for people beside the menu. Left out: programs, laws and regencies one by one, open data, the state of data;
builders' and facilitators' pages, quiz and list of all papers (the last three are on paper), and what changed when."""
_DETAILS = ("home", "prose", "eligibility", "segment", "occupation", "procedure", "partner")
SHEETS = {"kit": "penyuluh/", "pass-on": "bagikan/"}
"""Pages that helpers carry on paper, by the names of their files."""
HEARD = {
    "": "",
    "daftar/": "join-bpu",
    "bayar/": "pay-bpu",
    "musibah/kecelakaan/": "report-accident",
    "musibah/meninggal/": "claim-jkm",
    "waspada/": "",
}
"""Pages that a script to read aloud is about, besides occupations: nobody listens to tables and lists. Of each the
procedure whose steps are read; empty for those that tell something else."""


def whole(pages: Sequence[Page], *, short: bool = False) -> list[Page]:
    """Return all pages for people: the first page, then every main page with its details behind it.

    `short`: without those that answer what few ask.
    """
    order = ["", *(path for path in MENU if path not in _EXCLUDED_PAGES), *_USUAL, *(() if short else _MORE)]
    above = set(order[1:]) - {ESTIMATOR}
    kept = [p for p in pages if p.template in _DETAILS and (p.path in order or p.up in above)]
    return sorted(kept, key=lambda p: (_place(p, order), p.path.count("/") > 1))


def spoken(pages: Sequence[Page]) -> list[Page]:
    """Return the pages that have a script to read aloud: the first page, the bad days, and the occupations."""
    return [page for page in pages if page.path in HEARD or page.of_occupation]


def _place(page: Page, order: Sequence[str]) -> int:
    return order.index(page.path if page.path in order else page.up)


def about(by_path: Mapping[str, Page], first: Page, more: Sequence[str]) -> list[Page]:
    """Return a page with the pages that its reader needs next."""
    return [first, *(by_path[path] for path in more if path in by_path and path != first.path)]
