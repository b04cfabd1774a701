"""Values of cells: from what people write to what the estimator reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from guide.estimator.inputs import CHOICES, LISTS, MONEY, PROGRAMS, WHOLE
from guide.estimator.member_list.amounts import money
from guide.estimator.member_list.cells import Cell, is_empty, text_of, words_in
from guide.estimator.member_list.dates import Dates
from guide.facts.model.lists import Column
from guide.facts.model.programs import Occupation

Reader = Callable[[Cell], str]

_LISTED = re.compile(r"[,;/+&]|\bdan\b|\band\b", re.IGNORECASE | re.ASCII)
_PROGRAMS = re.compile(r"[][,;/+&|.()–—\n-]|\bdan\b|\band\b|\bserta\b", re.IGNORECASE | re.ASCII)
_BRACKETS = re.compile(r"[][(),;/:–—-]")
_UNIT = re.compile(r"([0-9]{1,6})\s*(?:(th|thn|tahun|years?)|bln|bulan|months?|orang|jiwa|people)\.?", re.IGNORECASE)
_IN_MONTHS = ("contract", "months", "paid_months", "sick_months")
_TICKS = re.compile("[✓✔√☑]")
_PERIOD = re.compile(r"\b[a-z]+ (?:19|20)[0-9]{2}\b")
_DAY_BEFORE = re.compile(r"\b(?:[0-9]{1,2}|per|dicetak|tanggal|tgl) $")
UNDECIDED = "not"
"""The key of words beside which others decide nothing."""
_LONGEST_PHRASE = 4


class Values:
    """Reads cells by the words of `columns`; occupations decide segment and sector by their ways."""

    def __init__(self, columns: Sequence[Column], occupations: Iterable[Occupation]):
        by_input = {column.input: column.values for column in columns}
        self.words = {
            name: {words_in(word): value for value, words in values.items() for word in words}
            for name, values in by_input.items()
        }
        for name, choices in CHOICES.items():
            self.words.setdefault(name, {}).update({words_in(value): value for value in choices})
        self.shown = {
            name: {value: words[0] for value, words in values.items() if words} for name, values in by_input.items()
        }
        self.dates = Dates(by_input.get("month", {}))
        self.ways = {occupation.id: occupation.ways for occupation in occupations}
        rows = by_input.get("row", {})
        self.totals, self.periods, self.paid, self.ticks, self.blanks, self.crosses, self.other_times = (
            frozenset(words_in(word) for word in rows.get(name, ()))
            for name in ("total", "month", "paid", "yes", "no", "cross", "other_time")
        )
        self.around = {column.input: frozenset(column.around) for column in columns}

    def reader(self, role: str) -> Reader:
        """Return what reads the cells of a role. What it does not know it leaves as written."""
        if role in LISTS:
            return lambda cell: self._list(role, cell)
        if role in CHOICES:
            return lambda cell: self._choice(role, cell)
        if role in MONEY:
            return lambda cell: money(role, cell)
        if role in WHOLE:
            return lambda cell: _whole(role, cell)
        if role == "occupation":
            return self.occupation
        return lambda cell: text_of(cell).strip()

    def _choice(self, name: str, cell: Cell) -> str:
        text = text_of(cell).strip()
        words = self.words[name]
        meant = words.get(words_in(text))
        if meant:
            return meant
        parts = {words.get(words_in(part), "") for part in _BRACKETS.split(text) if words_in(part)}
        if len(parts) == 1 and "" not in parts:
            return parts.pop()
        if name == "sector":
            return self.occupation(cell).partition("|")[2] or text
        return self._named(name, text) if name == "payer" else text

    def _named(self, name: str, text: str) -> str:
        """Return the one value that words of a text name, or the text."""
        named = self._phrases(name, words_in(text))
        return named.pop() if len(named) == 1 else text

    def knows(self, name: str, cell: Cell) -> bool:
        """Tell whether a cell holds a value of an input that we know."""
        if is_empty(cell):
            return False
        meant = f",{self.reader(name)(cell)},"
        return any(f",{value.replace(' ', ',')}," in meant for value in set(self.words[name].values()))

    def _list(self, name: str, cell: Cell) -> str:
        """Return values separated by commas."""
        values, text = self.words[name], text_of(cell).strip()
        whole = values.get(words_in(text))
        if whole:
            return whole.replace(" ", ",")
        found: list[str] = []
        for part in filter(str.strip, (_PROGRAMS if name == "programs" else _LISTED).split(text)):
            value = values.get(words_in(part))
            spoken = [word for word in part.split() if words_in(word) not in self.around.get(name, ())]
            found += [value] if value else [values.get(words_in(word), word) for word in spoken]
        listed = ",".join(found).replace(" ", ",").split(",")
        return ",".join(dict.fromkeys(listed) if name == "programs" else listed)

    def occupation(self, cell: Cell) -> str:
        """Return `segment|sector` as far as the occupations in a cell agree, such as `bpu|transport` or `|other`."""
        names = self._phrases("occupation", words_in(text_of(cell)))
        ways = [self.ways[name] for name in names if name in self.ways]
        segments = {way.segment for group in ways for way in group}
        sectors = {way.sector for group in ways for way in group}
        return "|".join(found.pop() if len(found) == 1 else "" for found in (segments, sectors))

    def _phrases(self, of: str, text: str) -> set[str]:
        """Return the values that a text names; none where a word beside them makes it doubtful."""
        words, found, at, ids = text.split(), set(), 0, self.words.get(of, {})
        while at < len(words):
            phrases = ((size, " ".join(words[at : at + size])) for size in range(_LONGEST_PHRASE, 0, -1))
            size, name = next(((size, ids[phrase]) for size, phrase in phrases if phrase in ids), (1, ""))
            if name == UNDECIDED:
                return set()
            found |= {name} if name else set()
            at += size
        return found

    def tick(self, cell: Cell, *, crossed: bool = False) -> bool | None:
        """Return whether a cell is ticked; None where it is neither a tick nor left free.

        `crossed`: a cross is a tick, not its contrary.
        """
        text = words_in(_TICKS.sub("v", text_of(cell)))
        if text in self.ticks or (crossed and text in self.crosses):
            return True
        return False if is_empty(cell) or text in self.blanks or text in self.crosses else None

    def program(self, title: str) -> str:
        """Return the one program that a title names, or an empty string."""
        words = (word for word in words_in(title).split() if word not in self.around["programs"])
        found = self.words["programs"].get(" ".join(words), "")
        return found if found in PROGRAMS else ""

    def month_above(self, rows: Iterable[Sequence[Cell]]) -> str:
        """Return the one month that the rows above a list name for it, such as “BULAN NOVEMBER 2026”, or nothing."""
        found = set()
        for row in rows:
            words = words_in(" ".join(map(text_of, row)))
            for named in _PERIOD.finditer(words):
                month, before = self.dates.month(named[0]), f" {words[: named.start()]}"
                known = self.periods if _DAY_BEFORE.search(before) else self.periods | self.paid
                if month and any(f" {word} " in before for word in known):
                    found.add(month)
        return found.pop() if len(found) == 1 else ""

    def show(self, name: str, value: str, language: str) -> str:
        """Return the word that messages use for a value: in English its own name."""
        return value if language == "en" else self.shown.get(name, {}).get(value, value)


def read_row(readers: Sequence[tuple[int, str, Reader]], row: Sequence[Cell]) -> Mapping[str, str]:
    """Return the text of every filled cell by its role."""
    return {name: read(row[at]) for at, name, read in readers if at < len(row) and not is_empty(row[at])}


def _whole(name: str, cell: Cell) -> str:
    """Return a number as text without its unit; years of what is told in months are twelve each."""
    text = text_of(cell).strip()
    found = _UNIT.fullmatch(text)
    if not found:
        return text
    return str(int(found[1]) * 12) if found[2] and name in _IN_MONTHS else found[1]
