"""Workbooks of .xlsx files: their sheets, shared texts and styles."""

from __future__ import annotations

import datetime
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from guide.estimator.member_list.packed import Archive, local, parse, parse_all
from guide.estimator.member_list.sentences import stop

_DATES = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
"""Numbers of the built-in formats that show a day."""
_QUIET = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DAY = re.compile(r"[yd]|mmm", re.IGNORECASE)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_MOST_TEXT = 200_000_000
"""Letters of all shared texts of a workbook."""


@dataclass(frozen=True)
class Part:
    """A sheet of a workbook: its name, and its file in the archive."""

    name: str
    path: str


class Workbook:
    """An .xlsx file: which sheets there are, the texts that they share, which styles show days."""

    def __init__(self, archive: Archive):
        self.archive = archive
        self.base = datetime.date(1899, 12, 30)
        root = _relations(archive, "_rels/.rels", "")
        self.path = next((path for path in root.values() if path.endswith("workbook.xml")), "xl/workbook.xml")
        folder, name = posixpath.split(self.path)
        self.relations = _relations(archive, f"{folder}/_rels/{name}.rels", folder)
        self.parts = self._parts()

    def _parts(self) -> list[Part]:
        found: list[Part] = []

        def start(name: str, marks: Mapping[str, str]) -> None:
            tag = local(name)
            if tag == "workbookPr" and marks.get("date1904") in ("1", "true"):
                self.base = datetime.date(1904, 1, 1)
            if tag == "sheet" and marks.get("state", "visible") == "visible":
                relation = next((value for key, value in marks.items() if local(key) == "id" and ":" in key), "")
                if self.relations.get(relation) in self.archive.names:
                    found.append(Part(marks.get("name", ""), self.relations[relation]))

        parse_all(self.archive, self.path, start)
        return found

    def _path_of(self, ending: str) -> str:
        return next((path for path in self.relations.values() if path.lower().endswith(ending)), "")

    @cached_property
    def texts(self) -> list[str]:
        """The texts that cells share."""
        found: list[str] = []
        pieces: list[str] = []
        size = 0

        def start(name: str, _: Mapping[str, str]) -> None:
            text.clear()

        def end(name: str) -> None:
            nonlocal size
            if name == text_tag:
                pieces.append("".join(text))
            elif name == item:
                found.append(plain("".join(pieces)))
                size += len(found[-1])
                pieces.clear()
            elif name == spoken:
                pieces.pop()

        text: list[str] = []
        path = self._path_of("sharedstrings.xml")
        if path in self.archive.names:
            prefix = prefix_of(self.archive.read(path), b"sst")
            text_tag, item, spoken = f"{prefix}t", f"{prefix}si", f"{prefix}rPh"
            for _ in parse(self.archive.pieces(path), start, end, text):
                if size > _MOST_TEXT or len(found) > 5_000_000:
                    raise stop("large")
        return found

    @cached_property
    def day_styles(self) -> frozenset[str]:
        """The numbers of the cell styles that show a day."""
        shown: dict[str, bool] = {}
        styles: list[str] = []
        inside = False

        def start(name: str, marks: Mapping[str, str]) -> None:
            nonlocal inside
            tag = local(name)
            if tag == "numFmt":
                shown[marks.get("numFmtId", "")] = bool(_DAY.search(_QUIET.sub("", marks.get("formatCode", ""))))
            elif tag == "cellXfs":
                inside = True
            elif tag in ("cellStyles", "dxfs"):
                inside = False
            elif tag == "xf" and inside:
                styles.append(marks.get("numFmtId", "0"))

        parse_all(self.archive, self._path_of("styles.xml"), start)
        return frozenset(
            str(i) for i, kind in enumerate(styles) if shown.get(kind, kind.isdigit() and int(kind) in _DATES)
        )


def plain(text: str) -> str:
    """Return a text without the escapes of .xlsx files."""
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


def prefix_of(head: bytes, first: bytes) -> str:
    """Return the prefix of the tags, as the first tag of a file has it."""
    found = re.search(rb"<((?:[\w.-]+:)?)" + first, head)
    return found[1].decode("latin-1") if found else ""


def _relations(archive: Archive, path: str, folder: str) -> dict[str, str]:
    """Return the files that a part of the archive names, by the ids of its relations."""
    found: dict[str, str] = {}

    def start(name: str, marks: Mapping[str, str]) -> None:
        if local(name) == "Relationship" and marks.get("TargetMode") != "External":
            target = marks.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[marks.get("Id", "")] = full

    parse_all(archive, path, start)
    return found
