"""A list of members from its file to its result (contract.md, "Lists of members")."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import BinaryIO

from guide.estimator.inputs import InputError, InputMistake
from guide.estimator.inputs.money import read_money
from guide.estimator.member_list.amounts import LEAST_INCOME
from guide.estimator.member_list.answers import Answer, Answers
from guide.estimator.member_list.cells import Row, text_of, words_in
from guide.estimator.member_list.headers import best_sheet, proved, widened
from guide.estimator.member_list.opening import Listing, Sheet, open_list
from guide.estimator.member_list.questions import Questions
from guide.estimator.member_list.rows import BLANK, LEFT_OUT, MEMBER, Rows, to_the_last
from guide.estimator.member_list.sentences import MANY_CELLS, FileError
from guide.estimator.member_list.titles import FIRST_ROWS, Header, Titles
from guide.estimator.member_list.told import Told
from guide.estimator.member_list.values import Values
from guide.estimator.member_list.writing import Writer, writer_of
from guide.estimator.message_text import MessageFormatter
from guide.facts.facts import Facts
from guide.law.rules import Rules
from guide.law.timeline import month_of

LOOKED_AT = 200
"""Rows that are looked at before the first is answered: for examples, and for how a column writes its days."""
ENGLISH = "en"


class ListReader:
    """Answers lists by `rules` on a day, in the language of `saying`."""

    def __init__(self, facts: Facts, rules: Rules, today: datetime.date, saying: MessageFormatter):
        self.facts, self.today, self.saying = facts, today, saying
        self.values = Values(facts.columns, facts.occupations)
        self.answers = Answers(rules, today)
        self.language = saying.language
        self.words = {column.input: column.names[0] for column in facts.columns if column.names}

    def open(self, file: BinaryIO, chosen: Mapping[str, str]) -> Opened:
        """Open a list and find its header. `chosen`: roles by the titles that the reader named. Raises FileError."""
        titles = Titles(self.facts.columns, chosen)
        listing = open_list(file, titles.known)
        sheet = best_sheet(listing, titles)
        header = titles.header(list(islice(sheet.rows(), FIRST_ROWS)))
        return Opened(listing, sheet, header)

    def convert(self, opened: Opened, given: Mapping[str, str], kind: str, target: BinaryIO) -> Told:
        """Answer every row into `target`. `given`: inputs of all rows that say nothing else. Raises FileError."""
        rows = to_the_last(islice(opened.sheet.rows(), opened.header.rows, None))
        first = list(islice(rows, LOOKED_AT))
        header = opened.header if opened.listing.kind == "csv" else widened(opened.header, first)
        header = proved(header, first, self.values)
        above = self.values.month_above(header.above) if "month" not in given and not header.of("month") else ""
        given = {**({"month": above} if above else {}), **given}
        run = _Run(self, header, given, first, writer_of(kind, target, opened.listing.dress))
        run.told.month = given.get("month", "") if above else ""
        run.told.usual_month = "" if "month" in given or header.of("month") else month_of(self.today)
        run.told.ticked = run.questions.ticked
        run.told.sheet = opened.sheet.name if len(opened.listing.sheets) > 1 else ""
        run.told.unread = [sheet.name for sheet in opened.listing.sheets if sheet is not opened.sheet]
        run.all(chain(first, rows), opened.header.rows, strict=opened.listing.kind == "csv")
        return run.told

    def label(self, name: str, header: Header) -> str:
        """Return what the reader calls an input: the title of its column, else its word in the reader's language."""
        column = header.of(name)
        if column:
            return column.title.strip()
        return name if self.language.id == ENGLISH else self.words.get(name, name)


@dataclass(frozen=True)
class Opened:
    """An opened list: the sheet that is read, and its header."""

    listing: Listing
    sheet: Sheet
    header: Header


class _Run:
    """One list on its way through."""

    def __init__(
        self, reader: ListReader, header: Header, given: Mapping[str, str], first: Sequence[Row], writer: Writer
    ):
        self.reader, self.header, self.writer = reader, header, writer
        reader.answers.begin()
        self.questions = Questions(reader.values, header, given, reader.today, first)
        self.rows = Rows(header, reader.values.totals)
        members = Rows(header, reader.values.totals)  # of its own: a row is judged by those before it
        self.told = Told(header, "", [row for row in first if members.kind(row) == MEMBER])
        self.missing: set[str] | None = None

    def all(self, rows: Iterator[Row], number: int, *, strict: bool) -> None:
        """Answer every row; the first comes after row `number` of the file.

        `strict`: a row with more cells than there are titles is an error.
        """
        width, told, writer = len(self.header.columns), self.told, self.writer
        writer.head(self.header.titles, [*self.reader.answers.names, "assumed", "error"])
        for row in rows:
            number += 1
            kind = self.rows.kind(row)
            if kind == LEFT_OUT:
                told.left_out.append((number, " ".join(str(cell) for cell in row if cell != "")[:60]))
                continue
            many = strict and len(row) > width and any(row[width:])
            answer = self.reader.answers.nothing if kind == BLANK and not many else self._answer(row, many)
            writer.row([*row[:width], *[""] * (width - len(row))], answer)
        told.by_occupation = self.questions.by_occupation
        if told.people and told.people == told.wrong:
            self._stop_where_nothing_is_said()
        writer.close()

    def _answer(self, row: Row, many: bool) -> Answer:
        told, answers = self.told, self.reader.answers
        told.people += 1
        if many:
            told.wrong += 1
            self.missing = set()
            return answers.failed(f"csv: {self.reader.language.gettext(MANY_CELLS)}")
        try:
            question = self.questions.read(row)
            answer = answers.answer(question)
        except InputError as error:
            told.wrong += 1
            return answers.failed(self._error(error.mistakes, row))
        told.total += answer.total
        for item in answer.assumed:
            told.assumed[item] += 1
            if item.name == "sector" and told.sector is None and question.get("segment") == "bpu":
                told.sector = question
        return answer

    def _error(self, mistakes: Sequence[InputMistake], row: Row) -> str:
        """Return the mistakes of a row as one text, and remember which inputs no row says."""
        absent = {m.name for m in mistakes if m.sentence == "missing" and not self.header.of(m.name)}
        self.missing = absent if self.missing is None else self.missing & absent
        language = self.reader.language.id
        shown = (self.questions.as_written(m, row, self.reader.label(m.name, self.header), language) for m in mistakes)
        return "; ".join(map(self.reader.saying.mistake, shown))

    def _stop_where_nothing_is_said(self) -> None:
        """Raise FileError where no row could be answered because the whole list lacks an input."""
        if not self.missing:
            return
        title = self._title_of_sums() if "income" in self.missing else ""
        raise FileError(
            *(
                (
                    self.reader.label(name, self.header),
                    "no-money" if name == "income" else "no-column",
                    {"good": name, "title": title, "value": "bpu" if name == "segment" else "1"},
                )
                for name in sorted(self.missing)
            )
        )

    def _title_of_sums(self) -> str:
        """Return the title of a column that nobody read and that holds sums of a month; a usual one where none does."""
        for column in self.header.columns:
            cells = [row[column.place] for row in self.told.first if column.place < len(row)]
            sums = cells and all((read_money(text_of(cell)) or 0) >= LEAST_INCOME for cell in cells)
            if sums and not column.role and not self.reader.values.other_times & {*words_in(column.title).split()}:
                return column.title.strip()
        return "Upah"
