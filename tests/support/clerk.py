"""A clerk who hands in lists of members, and the lists that are refused."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest
from conftest import TODAY
from guide.estimator.member_list import FILE_MISTAKES, FileError, ListReader
from guide.estimator.member_list.telling import Teller
from guide.estimator.message_text import MessageFormatter
from layouts import as_xls, as_xlsx, zipped

HEAD = "nama;segmen;bulan;penghasilan;program"
MARIA = "Maria;bpu;2026-11;1000000;jkk jkm"
YOSEF = "Yosef;bpu;2026-11;1.500.000;jkk jkm jht"


class Clerk:
    """Reads lists in one language, and remembers the questions that were asked."""

    def __init__(self, facts, rules, language):
        self.reader = ListReader(facts, rules, TODAY, MessageFormatter(language, facts))
        self.language, self.asked = language, []
        answer = self.reader.answers.answer
        self.reader.answers.answer = lambda question: self.asked.append(dict(question)) or answer(question)

    def write(self, data, given=None, chosen=None, kind=".csv"):
        """The result as bytes."""
        self.asked.clear()
        out = io.BytesIO()
        self.opened = self.reader.open(io.BytesIO(data if isinstance(data, bytes) else data.encode()), chosen or {})
        self.told = self.reader.convert(self.opened, given or {}, kind, out)
        return out.getvalue()

    def read(self, data, given=None, chosen=None):
        """The rows of a CSV result as dictionaries; `header` keeps their order."""
        text = self.write(data, given, chosen).decode()
        self.header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=self.opened.listing.dress.mark)
        return [dict(zip(self.header, row, strict=True)) for row in rows]

    def stops(self, data, **said):
        """The sentences with which a list is refused."""
        with pytest.raises(FileError) as error:
            self.write(data, **said)
        return [
            f"{name}: {self.language.sentence(FILE_MISTAKES[sentence], **values)}"
            for name, sentence, values in error.value.mistakes
        ]

    def says(self):
        """What is told about the last list."""
        teller = Teller(self.reader)
        return "\n".join([*teller.columns(self.told), *teller.outcome(self.told)])


def sheet_with(rows, before=""):
    """An .xlsx file by hand."""
    return zipped({**AROUND, "xl/worksheets/a.xml": f"{before}<worksheet><sheetData>{rows}</sheetData></worksheet>"})


def with_part(data, name, text):
    """A workbook in which one part is another, or which has one part more."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({**{each: archive.read(each) for each in archive.namelist()}, name: text})


def bomb(head, inside, size):
    """An .xlsx file whose sheet unpacks to so many bytes."""
    out = io.BytesIO(zipped(AROUND))
    piece = inside * ((1 << 20) // len(inside))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/a.xml", "w") as part,
    ):
        part.write(f"<worksheet><sheetData>{head}".encode())
        for _ in range(size // len(piece) + 1):
            part.write(piece)
    return out.getvalue()


AROUND = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": '<Relationships><Relationship Id="a" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="A" r:id="b"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="b" Target="worksheets/a.xml"/></Relationships>',
}


def inline(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


TITLES = f'<row r="1">{inline("A1", "nama")}{inline("B1", "segmen")}{inline("C1", "penghasilan")}</row>'
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
GOOD = as_xlsx([["nama", "segmen", "penghasilan"], ["Ana", "bpu", 1000000]])
HOSTILE = {
    "entities": (sheet_with(TITLES, ENTITIES), "rusak"),
    "entities of an .ods": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": f"{ENTITIES}<a>&b;</a>"}),
        "rusak",
    ),
    "a far column": (sheet_with(f'{TITLES}<row r="2">{inline("XFD2", "x")}</row>'), "kolomnya lebih dari"),
    "a column of many letters": (sheet_with(f'<row r="1">{inline("ABCDEFGH1", "x")}</row>'), "kolomnya lebih dari"),
    "a far row": (sheet_with(f'{TITLES}<row r="99999999">{inline("A99999999", "x")}</row>'), "barisnya lebih dari"),
    "a missing text": (sheet_with('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), "rusak"),
    "cut in half": (GOOD[: len(GOOD) // 2], "rusak"),
    "cut at its end": (GOOD[:-30], "rusak"),
    "an open tag": (sheet_with("<row><c><v>1"), "rusak"),
    "a million columns": ((";".join(["x"] * 1_000_000) + "\n").encode(), "kolomnya lebih dari"),
    "a page of the web": (b"<html><table><tr><td>nama</td></tr></table></html>", "halaman web"),
    "XML of 2003": (b'<?xml version="1.0"?><Workbook/>', "halaman web"),
    "a document": (b"%PDF-1.7\n", "bukan daftar"),
    "another archive": (zipped({"a.txt": "x"}), "tidak bisa dibaca"),
    "a text document": (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "tidak bisa dibaca"),
    "an older workbook, cut": (as_xls([["nama"], ["Ana"]])[:900], "rusak"),
    "bytes": (bytes(range(256)) * 9, "bukan daftar"),
    "an empty archive": (b"PK\x05\x06" + bytes(18), "tidak bisa dibaca"),
    "an open quotation mark": (
        f"{HEAD}\n{MARIA}\n".encode() + b'"Maria;bpu;;1jt\n' + f"{YOSEF}\n".encode() * 40_000,
        "baris 3: tanda kutip",
    ),
    "an open quotation mark at the end": (f'{HEAD}\n{MARIA}\n"Yosef;bpu;;1jt\n'.encode(), "baris 3: tanda kutip"),
    "a bad byte": (f"{HEAD}\nJosé;bpu;;1jt;\n".encode() + b"Mari\xe9;bpu;;1jt;\n", "baris 3 memuat"),
    "a line without end": (b"x" * 5_000_000, "lebih panjang dari"),
}
