"""Anchors of one long file: every page is a section, and every place keeps an id of its own."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from guide.pages.estimator_page import PAGE as ESTIMATOR

_SCHEMES = ("tel:", "https:", "mailto:", "sms:", "geo:", "data:")


@dataclass(frozen=True)
class Anchors:
    """Ids of one language's sections in one file. `paths`: the pages that stand in it; `prefix`: of every id.

    `address`: of the site in this language, where links to pages lead that the file lacks; empty: they lead nowhere.
    """

    paths: frozenset[str] = frozenset()
    prefix: str = ""
    address: str = ""

    def section(self, path: str) -> str:
        """Return the id of a page's section: its path with hyphens."""
        return self.prefix + (path.strip("/").replace("/", "-") or "home")

    def inside(self, path: str, anchor: str) -> str:
        """Return the id of a place inside a page. Provenance (`f-…`) stands once in the file."""
        return f"f-{self.prefix}{anchor[2:]}" if anchor.startswith("f-") else f"{self.section(path)}--{anchor}"

    def target(self, path: str, href: str) -> str | None:
        """Return the anchor of a link of the page at `path`; None where the file lacks it.

        A fragment with `=` is the state of the estimator and stays as it is.
        """
        if re.match(r"[a-z]+:", href):
            return href if href.startswith(_SCHEMES) else None
        there, anchor = page_of(path, href), href.partition("#")[2]
        if there not in self.paths:
            return f"{self.address}{there}{f'#{anchor}' if anchor else ''}" if self.address else None
        if "=" in anchor and there == ESTIMATOR:
            return f"#{anchor}"
        return "#" + (self.inside(there, anchor) if anchor else self.section(there))


def page_of(path: str, href: str) -> str:
    """Return the path of the page that a link of the page at `path` leads to; the home page's is empty."""
    to = href.partition("#")[0]
    there = (posixpath.normpath(posixpath.join("/", path, to)) if to else path).strip("/")
    return f"{there}/" if there else ""
