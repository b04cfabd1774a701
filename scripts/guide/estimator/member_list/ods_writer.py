"""Results as .ods files of one sheet."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import BinaryIO

from guide.estimator.member_list.answers import Answer
from guide.estimator.member_list.cells import Cell, Row
from guide.estimator.member_list.package import START, Package, xml_text

_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
FILES = (
    ("mimetype", _TYPE),
    (
        "META-INF/manifest.xml",
        f'{START}<manifest:manifest xmlns:manifest="{_SPACE}manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{_TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    ),
)
CONTENT_START = (
    f'{START}<office:document-content xmlns:office="{_SPACE}office:1.0" xmlns:table="{_SPACE}table:1.0" '
    f'xmlns:text="{_SPACE}text:1.0" xmlns:style="{_SPACE}style:1.0" xmlns:number="{_SPACE}datastyle:1.0" '
    f'xmlns:fo="{_SPACE}xsl-fo-compatible:1.0" office:version="1.2"><office:automatic-styles>'
    '<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text>'
    '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/>'
    "</number:date-style>"
    '<style:style style:name="day" style:family="table-cell" style:data-style-name="iso"/>'
    '<style:style style:name="head" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>"
    '</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Hasil">'
)


class OdsWriter:
    """Writes an .ods file of one sheet."""

    def __init__(self, file: BinaryIO):
        self.package = Package(file, FILES, "content.xml")

    def head(self, titles: Sequence[str], names: Sequence[str]) -> None:
        """Write the header: the titles of the list, then our names."""
        cells = [_ods_cell(title, ' table:style-name="head"') for title in [*titles, *names]]
        self.package.add(f"{CONTENT_START}<table:table-row>{''.join(cells)}</table:table-row>")

    def row(self, cells: Row, answer: Answer) -> None:
        """Write a row with its answer."""
        if not answer.written:
            amounts = ["" if amount is None else amount for amount in answer.amounts]
            answer.written = "".join(map(_ods_cell, [*amounts, answer.assumed_names, answer.error]))
        made = "".join(map(_ods_cell, cells))
        self.package.add(f"<table:table-row>{made}{answer.written}</table:table-row>")

    def close(self) -> None:
        """Write what comes last."""
        self.package.close("</table:table></office:spreadsheet></office:body></office:document-content>")


def _ods_cell(cell: Cell, style: str = "") -> str:
    if cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, str):
        lines = "".join(f"<text:p>{xml_text(line)}</text:p>" for line in cell.split("\n"))
        return f'<table:table-cell{style} office:value-type="string">{lines}</table:table-cell>'
    if isinstance(cell, datetime.date):
        day = cell.isoformat()[:10]
        return (
            f'<table:table-cell table:style-name="day" office:value-type="date" office:date-value="{day}">'
            f"<text:p>{day}</text:p></table:table-cell>"
        )
    value = f'office:value-type="float" office:value="{cell!r}"'
    return f"<table:table-cell {value}><text:p>{cell!r}</text:p></table:table-cell>"
