"""How the site is served: one list of headers, and what lies beside the pages for servers that send ready-made files.

hosting/nginx.conf and hosting/Caddyfile say the same as `headers`; tests/test_serving.py holds them to it.
"""

from __future__ import annotations

import base64
import hashlib
import re
import struct
import zlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import brotli

from guide.kept import kept

TEXT = {".html", ".css", ".js", ".json", ".csv", ".svg", ".txt", ".xml", ".ics", ".vcf"}
"""Kinds of files that shrink; pictures and documents are sent as they are."""
HASHED = re.compile(r"[.-][0-9a-f]{10,}\.[a-z0-9]+$")
"""A name that changes with its content may be kept for ever."""
FRAMED = "sematan/"
"""The only pages, in every language, that other sites may show inside their own."""
OPEN, ANYONE = "api/", {"Access-Control-Allow-Origin": "*"}
"""Open data, which pages of other sites may read."""
SHORT, LONG = "public, max-age=600", "public, max-age=31536000, immutable"
LEVEL, BEST = 5, 11
"""Of brotli. The best makes a page 9 % smaller and takes 25 ms, forty times as long."""
LIGHT, HUGE = 8_000, 100_000
"""Bytes: what weighs less when sent needs no better way; for what is larger before, no time suffices."""
_GZIP = b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"
"""The head of a `.gz` file: deflate, no name, no date, the best way, on a system that is not told (RFC 1952)."""
_OWN = re.compile(rb'<script data-late="(?![./]*listen-)')
"""A script that not every page has: what the page weighs is not all that it loads."""


LATE = (
    "(function(me,late,now){function ask(){late.src=me.dataset.late;document.body.appendChild(late)}"
    "addEventListener(now?'DOMContentLoaded':'load',function(){now?ask():setTimeout(ask,300)})})"
    "(document.currentScript,document.createElement('script'),/=/.test(location.hash))"
)
"""The one script that stands inside pages, so the policy has its hash: it asks for the others after the first picture.

A link with a question in it is answered at once. On 2G a page appears 0.8 s sooner so, by Lighthouse's count.
"""


def policy(style: str = "'unsafe-inline'", frames: str = "'none'") -> str:
    """The content-security policy. `style`: which inline style may be used; `frames`: who may frame the page."""
    return (
        f"default-src 'none'; script-src 'self' {digest(LATE)}; style-src {style}; img-src 'self' data:; "
        f"connect-src 'self'; form-action 'none'; base-uri 'none'" + (f"; frame-ancestors {frames}" if frames else "")
    )


def headers(security: str) -> dict[str, str]:
    """The headers of every answer, with that content-security policy."""
    return {
        "Content-Security-Policy": security,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def pack(folder: Path, packed: Path | None) -> set[str]:
    """Write `.gz` and `.br` beside every text file below a folder; the sources of the styles that stand in its pages.

    `packed`: where what took long to compress waits for the next build; None: write nothing, the host compresses.
    """
    read = TEXT if packed else {".html"}
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in read and path.is_file()]
    with ThreadPoolExecutor() as pool:
        styles = {style for found in pool.map(partial(_compress, packed), files) for style in found}
    return {digest(style.decode()) for style in styles}


def write_headers(site: Path, folders: Iterable[str], styles: Iterable[str]) -> None:
    """Write `_headers`. `folders`: of each language, "" for the root; `styles`: their sources (see `digest`)."""
    (site / "_headers").write_text(_headers(site, sorted(folders), sorted(styles)), "utf-8")


def _compress(packed: Path | None, path: Path) -> list[bytes]:
    """Write the compressed twins of a file; answers with the styles that stand in it."""
    content = path.read_bytes()
    if packed:
        Path(f"{path}.gz").write_bytes(_gzip(content))
        Path(f"{path}.br").write_bytes(_brotli(content, path.suffix, packed))
    return [one.partition(b"</style>")[0] for one in content.split(b"<style>")[1:]] if path.suffix == ".html" else []


def _gzip(content: bytes) -> bytes:
    """Compressed, without a date and the system's name: Python writes another one there from 3.13 on."""
    shrink = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    end = struct.pack("<LL", zlib.crc32(content), len(content) & 0xFFFFFFFF)
    return _GZIP + shrink.compress(content) + shrink.flush() + end


def _brotli(content: bytes, suffix: str, packed: Path) -> bytes:
    """Compressed: quickly; the best way for scripts, for pages with scripts of their own, and for heavy pages."""
    quick = brotli.compress(content, brotli.MODE_TEXT, LEVEL)
    heavy = suffix == ".js" or (suffix == ".html" and (len(quick) > LIGHT or _OWN.search(content)))
    if not heavy or len(content) >= HUGE:
        return quick
    best = partial(brotli.compress, content, brotli.MODE_TEXT, BEST)
    return kept(packed, f"brotli {brotli.__version__} {BEST}\0".encode() + content, best)


def digest(style: str) -> str:
    """The source of an inline style or script for a policy: `'sha256-…'`."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"


def _headers(site: Path, folders: list[str], styles: list[str]) -> str:
    """The file `_headers` of Netlify and Cloudflare Pages, which add up the rules that fit an address."""
    framed = any((site / folder / FRAMED).exists() for folder in folders)
    security = policy(" ".join(styles) or "'none'", "" if framed else "'none'")
    rules = {"/*": headers(security)}
    if framed:
        rules |= {path: {"Content-Security-Policy": "frame-ancestors 'none'"} for path in _own(site, folders)}
    rules[f"/{OPEN}*"] = rules.get(f"/{OPEN}*", {}) | ANYONE
    for path in sorted(site.rglob("*")):
        if HASHED.search(path.name):
            rules[f"/{path.relative_to(site).as_posix()}"] = {"Cache-Control": LONG}
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in found.items()) for path, found in rules.items()
    )


def _own(site: Path, folders: list[str]) -> Iterable[str]:
    """Addresses that together are every page but the framed ones."""
    for folder in folders:
        base = f"/{folder}/" if folder else "/"
        yield base
        for path in sorted((site / folder).iterdir()):
            if path.is_dir() and path.name not in folders and path.name != FRAMED.rstrip("/"):
                yield f"{base}{path.name}/*"
