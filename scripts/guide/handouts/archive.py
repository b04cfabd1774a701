"""Folders as archives and lists of sums, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
from collections.abc import Mapping

_DAY = (1980, 1, 1, 0, 0, 0)
_FOLDER = re.compile(r'(\s(?:href="|content="0; url=))((?:\.{1,2}/|[\w.%-]+/)+)(#[^"]*)?(?=")')


def archive(files: Mapping[str, bytes], first: str = "") -> bytes:
    """Return a zip of the files, in order of their names, without dates. `first`: one that leads, not deflated."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name in sorted(files, key=lambda name: (name != first, name)):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_STORED if name == first else zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            packed.writestr(entry, files[name])
    return out.getvalue()


def sums(files: Mapping[str, bytes]) -> bytes:
    """Return the lines that `sha256sum -c` reads."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def for_a_laptop(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the site with links that name `index.html`, so that it opens from a folder."""
    return {name: _named(body) if name.endswith(".html") else body for name, body in site.items()}


def _named(body: bytes) -> bytes:
    def whole(found: re.Match[str]) -> str:
        return f"{found[1]}{posixpath.join(found[2], 'index.html')}{found[3] or ''}"

    return _FOLDER.sub(whole, body.decode()).encode()
