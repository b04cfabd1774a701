"""Anchors of one long file: every page is a section, and every place keeps an id of its own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection

from guide.pages.estimator_page import PAGE as ESTIMATOR

_SCHEMES = ("tel:", "https:", "mailto:", "sms:", "geo:", "data:")


class Anchors:
    """Ids of one language's sections in one file. `paths`: the pages that stand in it; `prefix`: of every id."""

    def __init__(self, paths: Collection[str], prefix: str = ""):
        self.paths, self.prefix = paths, prefix

    def section(self, path: str) -> str:
        """Return the id of a page's section: its path with hyphens."""
        return self.prefix + (path.strip("/").replace("/", "-") or "home")

    def inside(self, path: str, anchor: str) -> str:
        """Return the id of a place inside a page. Provenance (`f-…`) stands once in the file."""
        return f"{self.prefix}{anchor}" if anchor.startswith("f-") else f"{self.section(path)}--{anchor}"

    def target(self, path: str, href: str) -> str | None:
        """Return the anchor of a link of the page at `path`; None where the file lacks it.

        A fragment with `=` is the state of the estimator and stays as it is.
        """
        if re.match(r"[a-z]+:", href):
            return href if href.startswith(_SCHEMES) else None
        to, _, anchor = href.partition("#")
        there = path if not to else posixpath.normpath(posixpath.join("/", path, to)).strip("/")
        there = f"{there.strip('/')}/" if there.strip("/") else ""
        if there not in self.paths:
            return None
        if "=" in anchor and there == ESTIMATOR:
            return f"#{anchor}"
        return "#" + (self.inside(there, anchor) if anchor else self.section(there))
