"""A sheet of people in the workbook: cells to write into, and beside them what each pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from guide.estimator.inputs import LABELS
from guide.facts.diagnostics import N_
from guide.handouts.workbook.kinds import PARTIES, Law, joined
from guide.handouts.workbook.law_rows import choices
from guide.handouts.workbook.law_sheet import LawSheet, serial
from guide.handouts.workbook.row_cells import DEFAULTS, NUMBER, RowCells, Rows
from guide.handouts.workbook.style import Style

TITLES = DEFAULTS + 1
SUMS = DEFAULTS - 1
Person = Mapping[str, str]
_EARLIEST, _LATEST = serial("2015-01"), serial("2099-12")
_EVERYBODY, _ALL, _EXAMPLE = N_("For everybody"), N_("In all"), N_("Example")
_CONTRACT = N_("Value of the contract without VAT")
_MESSAGE, _NUMBER = N_("To mend"), "No"
_NO_AMOUNT = N_("Write the amount in digits only.")
_UNCOVERED = N_("The month or a choice is not in the sheet Aturan.")
_WIDTHS = {"number": 5, "name": 30, "amount": 16, "month": 18, "message": 44}


class PeopleSheet:
    """Writes a sheet. `defaults`: the values of inputs for everybody who says nothing else."""

    def __init__(self, law: Law, sheet: LawSheet, style: Style, defaults: Mapping[str, str]):
        self.law, self.style, self.defaults = law, style, defaults
        kind = law.kind
        self.asked = ["number", "name", "amount", *(["age"] if law.asks_age else []), *kind.deciding, *kind.requiring]
        self.asked += [*(["programs"] if kind.programs else []), "month"]
        results, helpers = self._results(), self._helpers()
        self.titles = {**{name: self._title(name) for name in self.asked}, **results}
        names = [*self.titles, *helpers]
        letters = {name: xl_col_to_name(at) for at, name in enumerate(names)}
        self.places = {name: at for at, name in enumerate(names)}
        no_amount, uncovered = style.both(_NO_AMOUNT), style.both(_UNCOVERED)
        self.rows = Rows(law, sheet, letters, defaults, style.word, no_amount, uncovered)

    def _results(self) -> dict[str, str]:
        """Return the titles of what each row answers."""
        programs = [share.program.id for share in self.law.shares]
        titles = {}
        for share in self.law.shares:
            party = f"\n{self.style.both(PARTIES[share.party])}" if programs.count(share.program.id) > 1 else ""
            titles[f"{share.program.id} {share.party}"] = share.program.name + party
        if len(self.law.parties) > 1:
            titles |= {f"sum {party}": self.style.lines(PARTIES[party]).capitalize() for party in self.law.parties}
        return {**titles, "sum ": self.style.lines(_ALL), "message": self.style.lines(_MESSAGE)}

    def _helpers(self) -> Iterator[str]:
        """Yield the names of the hidden columns."""
        yield from ("ok", "first", "who", "size-of", "asked", "lacking")
        for program in self.law.programs:
            yield from (f"{what} {program.id}" for what in ("has", "base", "counted", "age"))
        for share in self.law.shares:
            yield from (f"{what} {share.program.id} {share.party}" for what in ("row", "is"))

    def _title(self, name: str) -> str:
        if name == "number":
            return _NUMBER
        if name == "amount":
            return self.style.lines(_CONTRACT if self.law.kind.segment == "jakon" else LABELS[self.law.kind.amount])
        return self.style.lines(N_("Name") if name == "name" else LABELS[name])

    def write(self, people: Sequence[Person], ready: int) -> None:
        """Write the people and rows that wait for more."""
        sheet = self.style.sheet(self.law.kind.name, self.style.both(self.law.kind.title))
        self._head(sheet, TITLES + ready)
        sums: dict[str, int] = {}
        free = RowCells(self.rows, {}).cells
        for at in range(ready):
            person = people[at] if at < len(people) else {}
            self._inputs(sheet, TITLES + at, at + 1, person)
            cells, number = RowCells(self.rows, person).cells if person else free, str(TITLES + at + 1)
            for name, (formula, value) in cells.items():
                told = formula.replace(NUMBER, number)
                sheet.write_formula(TITLES + at, self.places[name], told, self._format(name), value)
                if isinstance(value, int) and name in self.titles:
                    sums[name] = sums.get(name, 0) + value
        for name in self.titles:
            if name not in (*self.asked, "message"):
                letter = self.rows.letters[name]
                formula = f"=SUM({letter}{TITLES + 1}:{letter}{TITLES + ready})"
                sheet.write_formula(SUMS - 1, self.places[name], formula, self.style.sum, sums.get(name, 0))

    def _head(self, sheet: Worksheet, last: int) -> None:
        """Write titles and what holds for everybody; say what may be written into cells."""
        for name, place in self.places.items():
            if name in self.titles:
                sheet.set_column(place, place, _WIDTHS.get(name, 15))
                sheet.write_string(TITLES - 1, place, self.titles[name], self.style.title)
            else:
                sheet.set_column(place, place, None, None, {"hidden": True})
        sheet.set_row(TITLES - 1, 48)
        sheet.freeze_panes(TITLES, 2)
        sheet.write_string(SUMS - 1, 1, self.style.both(_ALL), self.style.bold)
        sheet.write_string(DEFAULTS - 1, 1, self.style.both(_EVERYBODY), self.style.bold)
        for name in self.asked[3:]:
            place = self.places[name]
            if name != "age":
                self._put(sheet, DEFAULTS - 1, name, self.defaults.get(name, ""))
            for first, end in ((DEFAULTS - 1, DEFAULTS - 1), (TITLES, last - 1)):
                allowed = self._allowed(name)
                if allowed:
                    sheet.data_validation(first, place, end, place, allowed)

    def _allowed(self, name: str) -> dict[str, object]:
        kind = self.law.kind
        if name == "month":
            return {"validate": "decimal", "criteria": "between", "minimum": _EARLIEST, "maximum": _LATEST}
        if name == "programs":
            return {"validate": "list", "source": list(kind.programs)}
        if name == "age":
            return {}
        return {"validate": "list", "source": [self.style.word(name, each) for each in choices(kind.segment, name)]}

    def _inputs(self, sheet: Worksheet, row: int, number: int, person: Person) -> None:
        """Write the cells that people may change."""
        sheet.write_number(row, 0, number)
        example = f"{self.style.both(_EXAMPLE)} {number}" if person else ""
        sheet.write(row, 1, example, self.style.input)
        for name in self.asked[2:]:
            value = person.get(self.law.kind.amount if name == "amount" else name, "")
            self._put(sheet, row, name, value)

    def _put(self, sheet: Worksheet, row: int, name: str, value: str) -> None:
        place = self.places[name]
        if not value:
            sheet.write_blank(row, place, None, self._input(name))
        elif name == "month":
            sheet.write_number(row, place, serial(value), self._input(name))
        elif name in ("amount", "age"):
            sheet.write_number(row, place, int(value), self._input(name))
        else:
            word = joined(value) if name == "programs" else self.style.word(name, value)
            sheet.write_string(row, place, word, self._input(name))

    def _input(self, name: str) -> Format:
        by_name = {"amount": self.style.input_rupiah, "month": self.style.input_month}
        return by_name.get(name, self.style.input)

    def _format(self, name: str) -> Format:
        return self.style.rupiah if name in self.titles and name != "message" else self.style.text
