"""Lists of members: read from any spreadsheet or CSV file, answered row by row, written beside what came in."""

from guide.estimator.member_list.answers import BENEFITS, KEYS
from guide.estimator.member_list.converting import ListReader
from guide.estimator.member_list.csv_writer import cell_text
from guide.estimator.member_list.sentences import FILE_MISTAKES, FileError

__all__ = ["BENEFITS", "FILE_MISTAKES", "KEYS", "FileError", "ListReader", "cell_text"]
