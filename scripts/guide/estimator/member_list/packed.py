"""Files inside the ZIP archive of a spreadsheet, unpacked piece by piece and never beyond a measure."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO
from xml.parsers import expat

from guide.estimator.member_list.sentences import FileError, stop

LARGEST = 1 << 29
"""Bytes of one unpacked file; a sheet of 200,000 rows and 60 columns needs fewer."""
LONGEST_TAG = 4 << 20
_PIECE = 1 << 18
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError)

Start = Callable[[str, Mapping[str, str]], None]


class Archive:
    """A ZIP archive that may be broken, hostile or locked: each fault is one FileError."""

    def __init__(self, file: BinaryIO):
        try:
            self.zip = zipfile.ZipFile(file)
            self.names = frozenset(self.zip.namelist())
        except _BROKEN:
            raise stop("broken") from None

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of one file."""
        left = LARGEST
        try:
            with self.zip.open(name) as member:
                while piece := member.read(_PIECE):
                    left -= len(piece)
                    if left < 0:
                        raise stop("large")
                    yield piece
        except _BROKEN:
            raise stop("broken") from None

    def read(self, name: str) -> bytes:
        """Return a small file whole, the beginning of a large one."""
        return next(self.pieces(name), b"")


def parse(pieces: Iterator[bytes], start: Start, end: Callable[[str], None], text: list[str]) -> Iterator[None]:
    """Parse XML and yield after each piece; letters are added to `text`. Raises FileError where it is no plain XML."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append
    parser.StartDoctypeDeclHandler = _no_doctype
    fed = 0
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > LONGEST_TAG or (len(text) > 64 and sum(map(len, text)) > LONGEST_TAG):
                raise stop("broken")
            yield
        parser.Parse(b"", True)
        yield
    except (expat.ExpatError, LookupError, ValueError):  # also an encoding that nobody knows
        raise stop("broken") from None


def parse_all(archive: Archive, name: str, start: Start) -> None:
    """Parse a small file of an archive for its tags alone. A file that is not there has none."""
    if name in archive.names:
        text: list[str] = []
        for _ in parse(archive.pieces(name), start, lambda _: text.clear(), text):
            pass


def _no_doctype(*_: object) -> None:
    raise FileError(("file", "broken", {}))


def local(name: str) -> str:
    """Return the name of a tag without its prefix."""
    return name.rpartition(":")[2]
