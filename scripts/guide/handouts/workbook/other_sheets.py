"""The sheets of the workbook that hold the law and say what the file is."""

from __future__ import annotations

from collections.abc import Sequence

from guide.facts.diagnostics import N_
from guide.handouts.workbook.law_sheet import FIRST, SHEET, LawSheet, serial, written
from guide.handouts.workbook.style import Style

ABOUT = "Tentang"
_LAW = N_("The law behind the amounts")
_HOW = N_("Amount = (plus + times × what is counted) : by, rounded to whole rupiah. By zero: not in our data.")
_TITLES = (
    (N_("For whom"), 34),
    (N_("From"), 16),
    (N_("From rupiah or months on"), 18),
    (N_("Plus"), 14),
    (N_("Times"), 10),
    (N_("By"), 12),
    (N_("Rate"), 14),
    (N_("Law"), 70),
)


def write_law(style: Style, law: LawSheet) -> None:
    """Write the sheet of the law, block by block."""
    sheet = style.sheet(SHEET, style.both(_LAW))
    sheet.write_string("A3", style.both(_HOW))
    for at, (title, width) in enumerate(_TITLES):
        sheet.set_column(at, at, width)
        sheet.write_string(FIRST - 2, at, style.lines(title), style.title)
    sheet.freeze_panes(FIRST - 1, 0)
    for block in law.blocks:
        sheet.write_string(block.first - 2, 0, block.title, style.bold)
        for at, row in enumerate(block.rows):
            number = block.first - 1 + at
            sheet.write_string(number, 0, written(block, row.who, style.word))
            sheet.write_number(number, 1, serial(row.month), style.month)
            for place, value in enumerate((row.at_least, row.add, row.times, row.over), 2):
                sheet.write_number(number, place, value, style.rupiah)
            sheet.write_string(number, 6, row.rate)
            sheet.write_string(number, 7, row.law)


def write_about(style: Style, texts: Sequence[str]) -> None:
    """Write what the file is, in every language."""
    first, *rest = [line for text in texts for line in (*text.strip().split("\n"), "")]
    sheet = style.sheet(ABOUT, first)
    sheet.set_column(0, 0, 110)
    for at, line in enumerate(rest, 3):
        sheet.write_string(at - 1, 0, line, style.wrapped)
