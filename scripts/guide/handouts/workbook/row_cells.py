"""One row of a sheet of the workbook: its formulas, and the values that they have on the day it is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.estimator.inputs import WHOLE
from guide.handouts.workbook.kinds import Law, Program, Share, joined
from guide.handouts.workbook.law_sheet import Block, LawSheet, Words, serial
from guide.law.rows import LARGEST

NUMBER = "\x01"
"""Stands for the number of the row in formulas."""
DEFAULTS = 4
"""The row of what holds for everybody who says nothing else."""
Value = str | int
Cell = tuple[str, Value]
"""A formula, and what it is."""
NOT_COVERED = -1


@dataclass(frozen=True)
class Rows:
    """What the rows of a sheet share. `letters`: columns by what they hold; `defaults`: values of inputs for all.

    `no_amount`, `uncovered`: what the message of a row says.
    """

    law: Law
    sheet: LawSheet
    letters: Mapping[str, str]
    defaults: Mapping[str, str]
    words: Words
    no_amount: str
    uncovered: str

    def bounds(self) -> tuple[int, int]:
        """Return the least and the most that the amount may be."""
        return WHOLE["contract"] if self.law.kind.amount == "contract" else (0, LARGEST)


class RowCells:
    """The cells of one row that nobody writes into, by what they hold. `person`: inputs; empty: a free row."""

    def __init__(self, rows: Rows, person: Mapping[str, str]):
        self.rows = rows
        self.inputs = {**rows.defaults, **person} if person else {}
        self.amount = int(self.inputs.get(rows.law.kind.amount, 0))
        self.cells: dict[str, Cell] = {}
        self._person()
        for program in rows.law.programs:
            self._program(program)
        for share in rows.law.shares:
            self._share(share)
        self._ends()

    def _at(self, name: str) -> str:
        return f"{self.rows.letters[name]}{NUMBER}"

    def _chosen(self, names: Sequence[str]) -> str:
        """Return the formula of what a row says, else of what holds for everybody; several with bars between."""
        parts = (f'{self._at(name)}&IF({self._at(name)}="",{self.rows.letters[name]}${DEFAULTS},"")' for name in names)
        return '&"|"&'.join(parts) or '""'

    def _values(self, names: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.inputs[name] for name in names) if self.inputs else ()

    def _put(self, name: str, formula: str, value: Value) -> None:
        self.cells[name] = (f"={formula}", value)

    def _person(self) -> None:
        """Put what says whether there is somebody, in which month, and for which of the laws."""
        kind, amount, (least, most) = self.rows.law.kind, self._at("amount"), self.rows.bounds()
        number = f"ISNUMBER({amount})"
        if self.rows.law.asks_age:
            number = f'AND({number},OR({self._at("age")}="",ISNUMBER({self._at("age")})))'
        fits = f"IF(AND({amount}>={least},{amount}<={most},{amount}=INT({amount})),1,-1)"
        self._put("ok", f'IF({amount}="",0,IF({number},{fits},-1))', int(bool(self.inputs)))
        day = f'IF({self._at("month")}="",{self.rows.letters["month"]}${DEFAULTS},{self._at("month")})'
        month = serial(self.inputs["month"]) if self.inputs else 0
        self._put("first", f"IF({self._at('ok')}=1,IFERROR(DATE(YEAR({day}),MONTH({day}),1),0),0)", month)
        for name, names in (("who", kind.deciding), ("size-of", kind.requiring)):
            told = "|".join(self.rows.words(*pair) for pair in zip(names, self._values(names), strict=False))
            if names:
                self._put(name, f'IF({self._at("ok")}=1,{self._chosen(names)},"")', told)
        if kind.programs:
            chosen = joined(self.inputs.get("programs", ""))
            self._put("asked", f'IF({self._at("ok")}=1,{self._chosen(("programs",))},"")', chosen)

    def _program(self, program: Program) -> None:
        """Put whether the program counts, and what the law counts of the amount."""
        required = program.required
        must = f"({required.holds(self._text('size-of'), self._at('first'))}>0)*1" if required else "0"
        counts = int(self._counts(program))
        if self.rows.law.kind.programs:
            named = f'ISNUMBER(SEARCH("{program.id}",{self._at("asked")}))*1'
            must = f'IF({self._at("asked")}="",{must},{named})'
        self._put(f"has {program.id}", f"IF({self._at('ok')}=1,{must},0)", counts)
        if program.base:
            self._found(f"base {program.id}", program.base, program, self._at("amount"), self.amount)
            row, (over, under) = (
                self._at(f"base {program.id}"),
                self._of(program.base, f"base {program.id}", self.amount),
            )
            self._put(
                f"counted {program.id}", f"IF({row}=0,0,{self._share_of(row, self._at('amount'))})", over // under
            )
        if program.ages:
            self._found(f"age {program.id}", program.ages, program, "0", 0)

    def _counts(self, program: Program) -> bool:
        if not self.inputs:
            return False
        if self.inputs.get("programs"):
            return program.id in self.inputs["programs"].split(",")
        size = self._values(self.rows.law.kind.requiring)
        return bool(program.required and program.required.sum(size, self.inputs["month"]) > 0)

    def _text(self, name: str) -> str:
        return self._at(name) if name in self.rows.letters else '""'

    def _found(self, name: str, block: Block, program: Program, base: str, value: int) -> None:
        """Put the number of the row of the law that holds."""
        formula = block.find(self._text("who"), self._at("first"), base)
        number = 0
        if self.cells[f"has {program.id}"][1]:
            number = block.row(self._values(block.deciding), self.inputs["month"], value)
        self._put(name, f"IF({self._at(f'has {program.id}')}=0,0,{formula})", number)

    def _of(self, block: Block, name: str, base: int) -> tuple[int, int]:
        number = int(self.cells[name][1])
        return block.share(number, base) if number else (0, 1)

    def _share_of(self, row: str, base: str) -> str:
        value = self.rows.sheet.value
        return f"({value('D', row)}+{value('E', row)}*{base})/{value('F', row)}"

    def _share(self, share: Share) -> None:
        """Put what a party pays: rounded once, half up; NOT_COVERED where the law of the month is not there."""
        name, program = f"{share.program.id} {share.party}", share.program
        counted = f"counted {program.id}" if program.base else "amount"
        base = int(self.cells[counted][1]) if program.base else self.amount
        self._found(f"row {name}", share.law, program, self._at(counted), base)
        row, has = self._at(f"row {name}"), self._at(f"has {program.id}")
        over, under = self._of(share.law, f"row {name}", base)
        rupiah = (2 * over + under) // (2 * under) if under else NOT_COVERED
        formula = f"ROUND({self._share_of(row, self._at(counted))},0)"
        if program.ages:
            formula = f"IF({self._is_past(program)},0,{formula})"
            rupiah = 0 if rupiah > 0 and self._past(program) else rupiah
        if self.cells[f"has {program.id}"][1] and not self.cells[f"row {name}"][1]:
            rupiah = NOT_COVERED
        covered = f"IF({row}=0,-1,IF({self.rows.sheet.value('F', row)}=0,-1,{formula}))"
        self._put(f"is {name}", f"IF({has}=0,0,{covered})", rupiah)

    def _is_past(self, program: Program) -> str:
        row = self._at(f"age {program.id}")
        return f'IF({self._at("age")}="",FALSE,IF({row}=0,FALSE,{self._at("age")}>={self.rows.sheet.value("D", row)}))'

    def _past(self, program: Program) -> bool:
        number, age = int(self.cells[f"age {program.id}"][1]), self.inputs.get("age")
        assert program.ages is not None
        return bool(number and age and int(age) >= program.ages.share(number, 0)[0])

    def _ends(self) -> None:
        """Put what people read: each share, the sums by party, all of it, and a message."""
        law, ok = self.rows.law, self._at("ok")
        shares = [f"is {share.program.id} {share.party}" for share in law.shares]
        programs = [f"has {program.id}" for program in law.programs]
        amounts = [int(self.cells[name][1]) for name in shares]
        lacking = bool(self.inputs) and (min(amounts) < 0 or not any(self.cells[name][1] for name in programs))
        none = f"MIN({','.join(map(self._at, shares))})<0,SUM({','.join(map(self._at, programs))})=0"
        self._put("lacking", f"IF({ok}=1,IF(OR({none}),1,0),0)", int(lacking))
        fine = bool(self.inputs) and not lacking
        for share in law.shares:
            has, name = f"has {share.program.id}", f"is {share.program.id} {share.party}"
            told = self.cells[name][1] if fine and self.cells[has][1] else ""
            hidden = f"OR({self._at(has)}=0,{self._at('lacking')}=1)"
            self._put(f"{share.program.id} {share.party}", f'IF({hidden},"",{self._at(name)})', told)
        for party in (*law.parties, "") if len(law.parties) > 1 else ("",):
            names = [name for name in shares if name.endswith(f" {party}") or not party]
            total = sum(int(self.cells[name][1]) for name in names) if fine else ""
            added = f"SUM({','.join(map(self._at, names))})"
            self._put(f"sum {party}", f'IF(OR({ok}<>1,{self._at("lacking")}=1),"",{added})', total)
        wrong = f'IF({ok}=-1,"{self.rows.no_amount}",IF({self._at("lacking")}=1,"{self.rows.uncovered}",""))'
        self._put("message", wrong, self.rows.uncovered if lacking else "")
