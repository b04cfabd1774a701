"""A list of members: one row in, one row out, in order, with every amount beside it (contract.md, "CSV")."""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TextIO

from guide.estimator.engine import PARTIES, Memo, estimate
from guide.estimator.inputs import NAMES, InputError, InputMistake, Value, read_inputs
from guide.facts.diagnostics import N_
from guide.facts.model.site import Column
from guide.estimator.inputs.suggestions import closest
from guide.law.rules import Rules

BENEFITS = (
    *("jkk.death", "jkk.disability", "jkk.sick-pay", "jkk.periodic", "jkk.funeral"),
    *("jkm.death", "jkm.periodic", "jkm.funeral", "scholarship", "jkp.cash", "jp.pension", "jp.lump-sum"),
)
AFTER = ("assumed", "error")
"""The last columns: the inputs that were left out, and what is wrong with the row."""
KEYS = ("jkk", "jkk-jkm", "jkm", "jht", "jp", "jkp")
REMEMBERED = 50_000
"""Answers kept at a time; rows of a file repeat."""
LARGEST_CELL = 2**31 - 1
"""Letters of a cell: the most that csv can be told on every machine, so that no cell stops the file half-way."""

FILE_MISTAKES = {
    "empty": N_("the file is empty: its first line names the columns"),
    "encoding": N_("the file is not UTF-8: save it as “CSV UTF-8”"),
    "unreadable": N_("the file cannot be read ({why})"),
    "unwritable": N_("the file cannot be written ({why})"),
    "beside": N_("this does not go together with --csv: rows have every amount, and nothing else"),
    "near": N_("unknown column; did you mean {good}?"),
    "twice": N_("two columns name the input {good}; keep one"),
}
MANY_CELLS = N_("the row has more cells than the first line")
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9][0-9.,]*")
_EMPTY = ",; \t\r\n"
"""What an empty line may consist of: spreadsheets write the marks of its cells."""
_SPECIAL = re.compile(r'[",;\t\r\n]')


class FileError(Exception):
    """A file that cannot be used: pairs of a column (or `csv`) and the name of a sentence with its values."""

    def __init__(self, *mistakes: tuple[str, str, Mapping[str, Value]]):
        super().__init__()
        self.mistakes = mistakes


class Members:
    """Reads rows and answers them. `columns`: other names of inputs; `tell`: a mistake as a sentence."""

    def __init__(
        self,
        rules: Rules,
        today: datetime.date,
        columns: Sequence[Column],
        tell: Callable[[InputMistake], str],
        too_many: str,
    ):
        self.rules, self.today, self.tell, self.too_many = rules, today, tell, too_many
        self.names = {name: name for name in NAMES} | {n: column.input for column in columns for n in column.names}
        known = [benefit.answer for benefit in rules.benefits]
        benefits = [*BENEFITS, *dict.fromkeys(name for name in known if name not in BENEFITS)]
        shares = [f"{key}.{party}" for key in (*KEYS, "monthly") for party in (*PARTIES, "total")]
        self.amounts = (*shares, "grand_total", *(f"benefit.{name}" for name in benefits), "benefit_total")
        self.memo = Memo()
        self.answers: dict[tuple[str, ...], tuple[str, str]] = {}
        self.mark, self.nothing = ",", ""

    def convert(self, source: TextIO, target: TextIO, given: Mapping[str, str]) -> bool:
        """Answer every row of `source` into `target`; `given` are inputs of all rows. Returns whether a row was bad.

        Raises FileError before anything is written, where the file or its first line cannot be used.
        """
        rows, mark = _rows(source)
        head = next(rows, None)
        if head is None:
            raise FileError(("csv", "empty", {}))
        inputs = self._inputs(head)
        self.mark, self.nothing = mark, mark * len(self.amounts)
        target.write(_cells([*head, *self.amounts, *AFTER], mark) + "\n")
        bad = False
        for row in _to_the_last(rows):
            answered, error = self._row(row, inputs, len(head), given)
            bad = bad or bool(error)
            target.write(f"{_cells(_fitted(row, len(head)), mark)}{mark}{answered}{mark}{cell_text(error)}\n")
        return bad

    def _inputs(self, head: Sequence[str]) -> list[tuple[int, str]]:
        """Which column is which input. Raises FileError for names that come close to one, and for doubles."""
        found: dict[str, int] = {}
        mistakes: list[tuple[str, str, Mapping[str, Value]]] = []
        for place, title in enumerate(head):
            name = re.sub(r"[\s-]+", "_", title.strip().lower())
            known = self.names.get(name)
            if known is None and (good := closest(name, self.names)):
                mistakes.append((title.strip(), "near", {"good": good}))
            if known in found:
                mistakes.append((title.strip(), "twice", {"good": known}))
            if known:
                found[known] = place
        if mistakes:
            raise FileError(*mistakes)
        return [(place, name) for name, place in found.items()]

    def _row(
        self, row: Sequence[str], inputs: Sequence[tuple[int, str]], width: int, given: Mapping[str, str]
    ) -> tuple[str, str]:
        """Return the cells of the amounts and of what was assumed, joined, and the error."""
        if len(row) > width and any(row[width:]):
            return self.nothing, f"csv: {self.too_many}"
        cells = tuple(row[place].strip() if place < len(row) else "" for place, _ in inputs)
        found = self.answers.get(cells)
        if found is None:
            if len(self.answers) >= REMEMBERED:
                self.answers.clear()
            written = {name: cell for (_, name), cell in zip(inputs, cells, strict=True) if cell}
            found = self.answers[cells] = self._answer({**given, **written})
        return found

    def _answer(self, raw: Mapping[str, str]) -> tuple[str, str]:
        try:
            answer = estimate(self.rules, read_inputs(raw, self.today), self.today, explain=False, memo=self.memo)
        except InputError as error:
            return self.nothing, "; ".join(self.tell(mistake) for mistake in error.mistakes)
        amounts = answer.amounts()
        if not answer.inputs.get("event"):
            del amounts["benefit_total"]
        cells = [str(amounts[name]) if name in amounts else "" for name in self.amounts]
        return self.mark.join([*cells, " ".join(assumption.name for assumption in answer.assumptions)]), ""


def _rows(source: TextIO) -> tuple[Iterator[list[str]], str]:
    """Return the rows, and the mark between cells, which the first line that is not empty tells."""
    csv.field_size_limit(LARGEST_CELL)
    first = next((line for line in source if line.strip(_EMPTY)), "")
    plain = re.sub(r'"[^"]*"', "", first)
    mark = max(",;\t", key=plain.count)
    return _guarded(csv.reader(_chain(first, source), delimiter=mark)), mark


def _to_the_last(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Yield rows up to the last that is not blank; blank lines before it keep the place of the rows after them."""
    blank = 0
    for row in rows:
        if row:
            yield from ([] for _ in range(blank))
            yield row
        blank = 0 if row else blank + 1


def _chain(first: str, rest: Iterable[str]) -> Iterator[str]:
    if first:
        yield first
    yield from rest


def _guarded(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error as error:
        raise FileError(("csv", "unreadable", {"why": str(error)})) from None


def _fitted(row: list[str], width: int) -> list[str]:
    return [*row[:width], *[""] * (width - len(row))]


def _cells(cells: Iterable[str], mark: str) -> str:
    return mark.join([cell_text(cell) if cell else "" for cell in cells])


def cell_text(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula, in quotes where a spreadsheet might cut it."""
    if cell.isalnum():
        return cell
    if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        cell = f"'{cell}"
    return '"' + cell.replace('"', '""') + '"' if _SPECIAL.search(cell) else cell
