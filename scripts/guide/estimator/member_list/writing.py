"""The kinds of files that a result is written as."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Protocol

from guide.estimator.member_list.answers import Answer
from guide.estimator.member_list.cells import Row
from guide.estimator.member_list.csv_reader import Dress
from guide.estimator.member_list.csv_writer import CsvWriter
from guide.estimator.member_list.ods_writer import OdsWriter
from guide.estimator.member_list.sentences import FileError
from guide.estimator.member_list.xlsx_writer import XlsxWriter

KINDS = (".csv", ".xlsx", ".ods")


class Writer(Protocol):
    """Writes a result row by row."""

    def head(self, titles: Sequence[str], names: Sequence[str]) -> None:
        """Write the header: the titles of the list, then our names."""

    def row(self, cells: Row, answer: Answer) -> None:
        """Write a row with its answer."""

    def close(self) -> None:
        """Write what comes last."""


def kind_of(name: str) -> str:
    """Return the kind of a result from its name. Raises FileError."""
    kind = Path(name).suffix.lower()
    if kind not in KINDS:
        raise FileError(("output", "kind", {"bad": kind or name}))
    return kind


def writer_of(kind: str, file: BinaryIO, dress: Dress) -> Writer:
    """Return what writes a result of that kind."""
    if kind == ".csv":
        return CsvWriter(file, dress)
    return XlsxWriter(file) if kind == ".xlsx" else OdsWriter(file)
