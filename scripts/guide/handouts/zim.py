"""ZIM, the form that Kiwix reads: pages in one file, with an index of their words, the same bytes every time.

The only module that knows libzim, which is GPL: `make bundle` asks it where it is installed, and nothing else does.
"""

from __future__ import annotations

import hashlib
import mimetypes
import os
import re
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path

from libzim.writer import ContentProvider, Creator, Hint, Item, StringProvider

INDEX = "index.html"
ICON = 48
"""Pixels of the side of the picture that lists of books show."""
_TITLE = re.compile(rb"<title>(.*?)</title>", re.S)
_IDENTITY, _SUM = slice(8, 24), 16
"""Where a ZIM keeps the number that libzim draws by lot, and the length of the MD5 of all before it, at its end."""
_INDEX_IDENTITY = re.compile(rb"\x0f\rXapian Glass..(.{16})", re.S)
"""The same of each index in it: sixteen bytes behind the name and the version of its form."""


class _Entry(Item):  # type: ignore[misc]
    """One file of the site as libzim asks for it; pages are found by their titles and words."""

    def __init__(self, path: str, body: bytes):
        super().__init__()
        self.path, self.body = path, body
        self.is_page = path.endswith(".html")

    def get_path(self) -> str:
        return self.path

    def get_title(self) -> str:
        title = _TITLE.search(self.body) if self.is_page else None
        return unescape(title[1].decode()).rpartition(" – ")[0] or unescape(title[1].decode()) if title else ""

    def get_mimetype(self) -> str:
        return mimetypes.guess_type(self.path)[0] or "application/octet-stream"

    def get_contentprovider(self) -> ContentProvider:
        return StringProvider(self.body)

    def get_hints(self) -> dict[Hint, int]:
        return {Hint.FRONT_ARTICLE: self.is_page, Hint.COMPRESS: True}


def zim(files: Mapping[str, bytes], first: str, about: Mapping[str, str], icon: bytes) -> bytes:
    """Return files as a ZIM that opens at the page `first`; `about`: its metadata, by their names in the format.

    The address of a folder leads to its index, since scripts name folders.
    """
    with tempfile.TemporaryDirectory() as folder, _silent():
        path = Path(folder, "made.zim")
        creator = Creator(path).config_nbworkers(1).config_indexing(True, about["Language"]).set_mainpath(first)
        with creator:
            for name in sorted(files):
                creator.add_item(_Entry(name, files[name]))
                if name.endswith(f"/{INDEX}"):
                    creator.add_redirection(name.removesuffix(INDEX), "", name, {})
            creator.add_illustration(ICON, icon)
            for name, words in about.items():
                creator.add_metadata(name, words)
        return repeated(path.read_bytes())


def repeated(body: bytes) -> bytes:
    """Return a ZIM whose numbers are of what it holds, not drawn by lot, with its sum made anew."""
    made = bytearray(body[:-_SUM])
    places = [_IDENTITY, *(slice(*found.span(1)) for found in _INDEX_IDENTITY.finditer(body))]
    for place in places:
        made[place] = bytes(16)
    number = uuid.UUID(bytes=hashlib.sha256(made).digest()[:16], version=5).bytes
    for place in places:
        made[place] = number
    return bytes(made) + hashlib.md5(made, usedforsecurity=False).digest()


@contextmanager
def _silent() -> Iterator[None]:
    """Keep back what libzim writes of its steps, past Python, to standard output."""
    kept = os.dup(1)
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
