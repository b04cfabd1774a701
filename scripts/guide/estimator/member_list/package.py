"""Spreadsheet files as archives of XML, written piece by piece."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from typing import BinaryIO
from xml.sax.saxutils import escape

from guide.estimator.member_list.cells import harmless

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Letters that XML cannot hold."""
_PLAIN = re.compile(r"[0-9A-Za-z][0-9A-Za-z .,'/+_-]*")
_FAST = 1
"""Level of compression: sheets repeat themselves, and higher levels take twice as long."""
_FLUSH = 1 << 20
STAMP = (1980, 1, 1, 0, 0, 0)
"""The time of the files in an archive: the same for every run."""
START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def xml_text(text: str) -> str:
    """Return a text as XML holds it, harmless in a spreadsheet."""
    if _PLAIN.fullmatch(text):
        return text
    text = harmless(text)
    return escape(text if text.isprintable() else _UNFIT.sub(" ", text))


class Package:
    """A ZIP archive with one large file that is written piece by piece."""

    def __init__(self, file: BinaryIO, small: Sequence[tuple[str, str]], large: str):
        self.zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_FAST)
        for name, text in small:
            self.zip.writestr(_entry(name), text)
        self.part = self.zip.open(_entry(large), "w", force_zip64=True)
        self.pieces: list[str] = []
        self.size = 0

    def add(self, text: str) -> None:
        """Add a piece of the large file."""
        self.pieces.append(text)
        self.size += len(text)
        if self.size > _FLUSH:
            self.flush()

    def flush(self) -> None:
        """Write the pieces that wait."""
        self.part.write("".join(self.pieces).encode())
        self.pieces, self.size = [], 0

    def close(self, end: str) -> None:
        """Write the end of the large file, and the archive's table."""
        self.add(end)
        self.flush()
        self.part.close()
        self.zip.close()


def _entry(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, STAMP)
    info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info
