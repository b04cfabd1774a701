"""Service worker of each language: it keeps the pages of bad days and the estimator for when no network is there."""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from guide.assets.minify_js import stripped
from guide.assets.script_data import as_json

FOR_BAD_DAYS = ("", "musibah/", "musibah/*", "hitung/", "waspada/", "bayar/", "berhenti/")
"""Pages that are kept; a star stands for any page below. Search and its index of 66 kB are kept once they were used."""
MOST = 150_000
"""Bytes of all that is kept in one language, as it is sent: `blocks/offline.html` says so."""
NAME = "sw.js"
_ASKED = re.compile(r'<script data-late="([^"]+)"|\sdata-after="([^"]+)"')


def workers(homes: Mapping[str, Path], text_of: Callable[[str], str], *, on: bool) -> Iterator[tuple[str, str]]:
    """Yield path and text of each language's worker. `homes`: where each language's pages were built, by its folder.

    `on`: pages are kept; else the worker takes away what an earlier one kept.
    """
    script = stripped(text_of("js/offline/worker.js" if on else "js/offline/removal.js"))
    for folder, home in homes.items():
        files = sorted(kept_files(home)) if on else []
        digest = hashlib.sha256()
        for name in files:
            if name.endswith("/"):
                digest.update((home / name / "index.html").read_bytes())  # names of scripts change with their text
        kept = {"folder": folder or "root", "edition": digest.hexdigest()[:10], "files": files}
        yield posixpath.join(folder, NAME), f"var kept={as_json(kept)};{script}"


def kept_files(home: Path) -> set[str]:
    """Return addresses of what is kept, relative to the language's home: pages, and the scripts that they ask for."""
    files: set[str] = set()
    for pattern in FOR_BAD_DAYS:
        for path in sorted(home.glob(posixpath.join(pattern, "index.html"))):
            page = path.parent.relative_to(home).as_posix()
            files.add("./" if page == "." else f"{page}/")
            for late, after in _ASKED.findall(path.read_text("utf-8")):
                files.add(posixpath.normpath(posixpath.join(page, late or after)))
    return files
