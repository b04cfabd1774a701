"""Service worker of each language: it keeps the pages of bad days, the estimator and search for days without a network.

All that it keeps is one JSON file in which what pages share stands once: it arrives whole or not at all, at less than
half the size.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from guide.assets.minify_js import stripped
from guide.assets.script_data import as_json
from guide.pages.search_index import narrowed

FOR_BAD_DAYS = ("", "musibah/", "musibah/*", "hitung/", "waspada/", "bayar/", "berhenti/", "cari/", "tanya/", "tanya/*")
"""Pages that are kept; a star stands for any page below. Search knows them alone, so that what it finds opens."""
MOST = 150_000
"""Bytes of all that is kept in one language, as it is sent: `blocks/offline.html` says so."""
NAME = "sw.js"
_ASKED = re.compile(r'<script data-late="([^"]+)"|\sdata-after="([^"]+)"')
_SEARCHED = re.compile(r'\sdata-pages="([^"]+)"')
_PART = re.compile(r"(?<=[\n}])")
"""Where a page is cut: at the ends of lines, and of rules of its style."""


def workers(homes: Mapping[str, Path], text_of: Callable[[str], str], *, on: bool) -> Iterator[tuple[str, str]]:
    """Yield path and text of each language's worker, and of the file that it keeps.

    `homes`: where each language's pages were built, by its folder; `on`: pages are kept; else the worker takes away
    what an earlier one kept.
    """
    script = stripped(text_of("js/offline/worker.js" if on else "js/offline/removal.js"))
    for folder, home in homes.items():
        kept = {"folder": folder or "root"}
        if on:
            text = packed(kept_files(home))
            edition = hashlib.sha256(text.encode()).hexdigest()[:10]
            kept |= {"edition": edition, "file": f"kept-{edition}.json"}
            yield posixpath.join(folder, kept["file"]), text
        yield posixpath.join(folder, NAME), f"var kept={as_json(kept)};{script}"


def kept_files(home: Path) -> dict[str, str]:
    """Return the text of each page and script that is kept, by its address from the language's home."""
    pages = {path: (home / path / "index.html").read_text("utf-8") for path in _paths(home)}
    files = {path or "./": text for path, text in pages.items()}
    for path, text in pages.items():
        for late, after in _ASKED.findall(text):
            files |= _script(home, path, late or after)
        for address in _SEARCHED.findall(text):
            files |= {name: narrowed(script, pages) for name, script in _script(home, path, address).items()}
    return dict(sorted(files.items()))


def packed(files: Mapping[str, str]) -> str:
    """Return files as JSON: each part of a page once, and for each file the numbers of its parts."""
    numbers: dict[str, int] = {}
    listed = {}
    for path, text in files.items():
        parts = _PART.split(text) if path.endswith("/") else [text]
        listed[path] = [numbers.setdefault(part, len(numbers)) for part in parts if part]
    return as_json({"parts": list(numbers), "files": listed})


def _paths(home: Path) -> Iterator[str]:
    for pattern in FOR_BAD_DAYS:
        for path in sorted(home.glob(posixpath.join(pattern, "index.html"))):
            folder = path.parent.relative_to(home).as_posix()
            yield "" if folder == "." else f"{folder}/"


def _script(home: Path, path: str, address: str) -> dict[str, str]:
    name = posixpath.normpath(posixpath.join(path, address))
    return {name: (home / name).resolve().read_text("utf-8")}
