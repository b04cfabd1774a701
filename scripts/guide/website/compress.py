"""Compressed twins (`.gz`, `.br`) beside every text file, for servers that send ready-made files."""

from __future__ import annotations

import re
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from guide.assets.disk_cache import kept

TEXT = {".html", ".css", ".js", ".json", ".csv", ".svg", ".txt", ".xml", ".ics", ".vcf"}
"""Kinds of files that shrink; pictures and documents are sent as they are."""
LEVEL, BEST = 5, 11
"""Of brotli. The best makes a page 9 % smaller and takes 25 ms, forty times as long."""
LIGHT, HUGE = 8_000, 400_000
"""Bytes: what weighs less when sent needs no better way; for what is larger before, no time suffices."""
_GZIP = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
"""Head of a `.gz` file: deflate, no name, no date, the best way, on a system that is not told (RFC 1952)."""
_KEPT = re.compile(r"kept-[0-9a-f]+\.json")
"""What phones keep of each build."""
_OWN = re.compile(rb'<script data-late="(?![./]*(?:listen|register)-)')
"""A script that not every page has: what the page weighs is not all that it loads."""


def pack(folder: Path, packed: Path | None) -> None:
    """Write `.gz` and `.br` beside every text file below a folder.

    `packed`: where what took long to compress waits for the next build; None: the host compresses, and the one file
    that MkDocs compresses, its sitemap, goes.
    """
    if packed:
        files = [path for path in sorted(folder.rglob("*")) if path.suffix in TEXT and path.is_file()]
        with ThreadPoolExecutor() as pool:
            list(pool.map(partial(_compress, packed), files))
    else:
        for twin in folder.rglob("sitemap.xml.gz"):
            twin.unlink()


def _compress(packed: Path, path: Path) -> None:
    content = path.read_bytes()
    Path(f"{path}.gz").write_bytes(gzipped(content))
    Path(f"{path}.br").write_bytes(_brotli(content, path.name, packed))


def gzipped(content: bytes) -> bytes:
    """Return content compressed, without a date and the system's name: Python writes another one from 3.13 on."""
    shrink = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    end = struct.pack("<LL", zlib.crc32(content), len(content) & 0xFFFFFFFF)
    return _GZIP + shrink.compress(content) + shrink.flush() + end


def _brotli(content: bytes, name: str, packed: Path) -> bytes:
    """Compress quickly; the best way for scripts, pages with scripts of their own, heavy pages, and what is kept."""
    quick = brotli.compress(content, brotli.MODE_TEXT, LEVEL)
    heavy = name.endswith(".js") or (name.endswith(".html") and (len(quick) > LIGHT or _OWN.search(content)))
    if not _KEPT.fullmatch(name) and (not heavy or len(content) >= HUGE):
        return quick
    best = partial(brotli.compress, content, brotli.MODE_TEXT, BEST)
    return kept(packed, f"brotli {brotli.__version__} {BEST}\0".encode() + content, best)
