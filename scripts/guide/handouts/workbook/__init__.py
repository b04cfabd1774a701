"""The workbook that counts contributions in a spreadsheet program, without network or browser."""

from guide.handouts.workbook.blank_list import blank_list
from guide.handouts.workbook.book import workbook

__all__ = ["blank_list", "workbook"]
