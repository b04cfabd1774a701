"""Results as .xlsx files of one sheet."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import BinaryIO

from guide.estimator.member_list.answers import Answer
from guide.estimator.member_list.cells import Cell, Row
from guide.estimator.member_list.package import START, Package, xml_text

_DAY_ZERO = datetime.date(1899, 12, 30).toordinal()
_LONG_NUMBER = 10**11
"""From here on a spreadsheet shows a number by its power of ten, unless it is told not to."""
_REMEMBERED = 20_000
"""Cells that are remembered as written; lists repeat themselves."""
_ROW = "\x01"
"""Stands for the number of the row in the cells of an answer."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FILES = (
    (
        "[Content_Types].xml",
        f'{START}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET}.styles+xml"/></Types>',
    ),
    (
        "_rels/.rels",
        f'{START}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
    (
        "xl/workbook.xml",
        f'{START}<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}"><sheets>'
        '<sheet name="Hasil" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    (
        "xl/_rels/workbook.xml.rels",
        f'{START}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_DOCUMENT}/styles" Target="styles.xml"/></Relationships>',
    ),
    (
        "xl/styles.xml",
        f'{START}<styleSheet xmlns="{_MAIN}"><numFmts count="1">'
        '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
        '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ),
)
SHEET_START = (
    f'{START}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    '<sheetFormatPr defaultColWidth="14" defaultRowHeight="15"/><sheetData>'
)


class XlsxWriter:
    """Writes an .xlsx file of one sheet: text, numbers and days, no formula."""

    def __init__(self, file: BinaryIO):
        self.package = Package(file, FILES, "xl/worksheets/sheet1.xml")
        self.number, self.width = 0, 0
        self.letters: list[str] = []
        self.rests: dict[Cell, str] = {}

    def head(self, titles: Sequence[str], names: Sequence[str]) -> None:
        """Write the header: the titles of the list, then our names."""
        self.width = len(titles)
        self.letters = [column_letters(at) for at in range(self.width + len(names))]
        self.package.add(SHEET_START)
        self.number = 1
        cells = [
            f'<c r="{self.letters[at]}1" s="1" t="inlineStr"><is><t>{xml_text(title)}</t></is></c>'
            for at, title in enumerate([*titles, *names])
        ]
        self.package.add(f'<row r="1">{"".join(cells)}</row>')

    def row(self, cells: Row, answer: Answer) -> None:
        """Write a row with its answer."""
        self.number += 1
        number = str(self.number)
        if not answer.written:
            answer.written = self._written(answer)
        made = [
            f'<c r="{letter}{number}"{self.rests.get(cell) or self._rest(cell)}'
            for letter, cell in zip(self.letters, cells, strict=False)
            if cell != ""
        ]
        self.package.add(f'<row r="{number}">{"".join(made)}{answer.written.replace(_ROW, number)}</row>')

    def _rest(self, cell: Cell) -> str:
        if len(self.rests) >= _REMEMBERED:
            self.rests.clear()
        rest = self.rests[cell] = _xlsx_cell(cell)
        return rest

    def _written(self, answer: Answer) -> str:
        """Return the cells of an answer, _ROW standing for the number of the row."""
        letters = self.letters[self.width :]
        made = [
            f'<c r="{letter}{_ROW}" s="2"><v>{amount}</v></c>'
            for letter, amount in zip(letters, answer.amounts, strict=False)
            if amount is not None
        ]
        for place, text in ((-2, answer.assumed_names), (-1, answer.error)):
            if text:
                made.append(f'<c r="{letters[place]}{_ROW}"{_xlsx_cell(text)}')
        return "".join(made) or " "

    def close(self) -> None:
        """Write what comes last."""
        self.package.close("</sheetData></worksheet>")


def _xlsx_cell(cell: Cell) -> str:
    """Return the rest of a cell after its place."""
    if isinstance(cell, str):
        blanks = ' xml:space="preserve"' if cell != cell.strip() else ""
        return f' t="inlineStr"><is><t{blanks}>{xml_text(cell)}</t></is></c>'
    if isinstance(cell, datetime.date):
        return f' s="3"><v>{cell.toordinal() - _DAY_ZERO}</v></c>'
    style = ' s="4"' if isinstance(cell, int) and abs(cell) >= _LONG_NUMBER else ""
    return f"{style}><v>{cell!r}</v></c>"


def column_letters(at: int) -> str:
    """Return the letters of a column from its place: 0 is A."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
