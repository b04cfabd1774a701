"""The law of contributions as rows of a sheet: from which month on, for whom, and by which law."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from guide.estimator.engine.context import Memo, Question, ShareLaw
from guide.estimator.engine.contributions import law_of
from guide.estimator.engine.programs import programs_of
from guide.estimator.inputs import CHOICES, KNOWN, PROGRAMS, UNKNOWN, InputError, read_inputs
from guide.law.citations import percent
from guide.law.rows import SAME, Rows
from guide.law.rules import Rules, ScheduleRule
from guide.law.timeline import months_after

UNCOVERED: Rows = ((0, 0, 0, 0),)
"""The rows of months whose law is not in the data: nothing can be divided by none."""
_ANYTHING = {"bpu": {"income": "1"}, "pu": {"income": "1"}, "jakon": {"income": "1"}, "pmi": {"contract": "24"}}
"""The rest of a question whose law is looked up; it decides nothing."""
Person = tuple[str, ...]
"""Values of the inputs that decide a law."""


@dataclass(frozen=True)
class LawRow:
    """One row: for `who`, from `month` and from `at_least` on it is (add + times · base) / over."""

    who: Person
    month: str
    at_least: int
    add: int
    times: int
    over: int
    rate: str
    law: str


@dataclass(frozen=True)
class Piece:
    """What holds from a month on, until the next piece."""

    month: str
    rows: Rows
    rate: str = ""
    law: str = ""


class LawRows:
    """Makes rows of the rules known on a day, by asking the engine in every month in which one may change."""

    def __init__(self, rules: Rules, today: datetime.date):
        self.rules, self.today = rules, today

    def schedules(self, segment: str) -> list[ScheduleRule]:
        """Return the schedules of a segment in the order of their programs."""
        every = (schedule for schedule in self.rules.schedules if schedule.segment == segment)
        return sorted(every, key=lambda schedule: PROGRAMS.index(schedule.program))

    def parties(self, schedule: ScheduleRule) -> list[str]:
        """Return who pays for a program."""
        shares = (party for entry in schedule.entries for by_key in entry.shares.values() for party in by_key)
        return list(dict.fromkeys(shares))

    def shares(self, schedule: ScheduleRule, deciding: Sequence[str], party: str) -> list[LawRow]:
        """Return one party's share of the base; for nobody in particular where it is the same for all."""

        def piece(month: str, law: ShareLaw | None) -> Piece:
            if law is None or party not in law.shares:
                return Piece(month, UNCOVERED)
            share, (part, of) = law.shares[party], law.factor
            rows = tuple((least, add * part, times * part, over * of) for least, add, times, over in share.rows)
            rate = " × ".join(filter(None, (share.rate, percent(Fraction(part, of)) if law.relief else "")))
            cite = "; ".join(filter(None, (law.entry.cite, law.relief.cite if law.relief else "")))
            return Piece(month, rows, rate, cite)

        return self._of_everybody(schedule, deciding, piece)

    def bases(self, schedule: ScheduleRule, deciding: Sequence[str]) -> list[LawRow]:
        """Return what the law counts of an income; nothing where it is the income itself."""

        def piece(month: str, law: ShareLaw | None) -> Piece:
            return Piece(month, law.bases.rows if law else SAME, "", law.entry.cite if law else "")

        rows = self._of_everybody(schedule, deciding, piece)
        return [] if all((row.at_least, row.add, row.times, row.over) == SAME[0] for row in rows) else rows

    def required(self, segment: str, deciding: Sequence[str], program: str) -> list[LawRow]:
        """Return since when a program must be had: 1 is added from a month on, or taken away."""
        rules = [rule for rule in self.rules.mandatory if rule.segment == segment]
        rows = []
        for who in _people(segment, deciding):
            had = 0
            for month in sorted({rule.month for rule in rules}):
                question = self._question(segment, dict(zip(deciding, who, strict=True)), month)
                must = int(question is not None and program in programs_of(question))
                if must != had:
                    rows.append(LawRow(who, month, 0, must - had, 0, 1, "", ""))
                had = must
        return rows

    def pension_age(self) -> list[LawRow]:
        """Return the pension age through time."""
        entries = [each for each in self.rules.pension_age if each.known <= self.today.isoformat()]
        return [LawRow((), each.month, 0, each.age, 0, 1, "", each.cite) for each in entries]

    def _of_everybody(
        self, schedule: ScheduleRule, deciding: Sequence[str], piece: Callable[[str, ShareLaw | None], Piece]
    ) -> list[LawRow]:
        people = _people(schedule.segment, deciding)
        pieces = {
            who: _merged(piece(*pair) for pair in self._laws(schedule, dict(zip(deciding, who, strict=True))))
            for who in people
        }
        if len(set(pieces.values())) == 1:
            pieces = {(): pieces[people[0]]}
        return [
            LawRow(who, each.month, *row, each.rate, each.law)
            for who, each_piece in pieces.items()
            for each in each_piece
            for row in each.rows
        ]

    def _laws(self, schedule: ScheduleRule, who: Mapping[str, str]) -> Iterator[tuple[str, ShareLaw | None]]:
        """Yield the law of every month in which it may change, from the first that is covered on; None: not covered."""
        covered = False
        for month in self._months(schedule):
            question = self._question(schedule.segment, who, month)
            try:
                law = law_of(question, schedule, month) if question else None
            except InputError:
                law = None
            covered = covered or law is not None
            if covered:
                yield month, law

    def _months(self, schedule: ScheduleRule) -> list[str]:
        entries = schedule.entries
        months = {entry.month for entry in entries} | {base.month for entry in entries for base in entry.bases}
        spans = [(relief.first, relief.last) for relief in self.rules.reliefs]
        spans += [(gap.first, gap.last) for gap in self.rules.gaps]
        months |= {month for first, last in spans for month in (first, months_after(last, 1))}
        return sorted(filter(None, months))

    def _question(self, segment: str, who: Mapping[str, str], month: str) -> Question | None:
        """Return a question of somebody in a month; None where no law is known for it."""
        try:
            inputs = read_inputs({"segment": segment, "month": month, **_ANYTHING[segment], **who}, self.today)
            question = Question(self.rules, inputs, self.today.isoformat(), False, Memo())
            programs_of(question)
        except InputError:
            return None
        return question


def choices(segment: str, name: str) -> list[str]:
    """Return the values of an input that a segment knows, without what somebody does not know."""
    values = KNOWN.get(name, {}).get(segment) or CHOICES[name]
    return [value for value in values if value != UNKNOWN]


def _people(segment: str, deciding: Sequence[str]) -> list[Person]:
    return list(product(*(choices(segment, name) for name in deciding)))


def _merged(pieces: Iterator[Piece]) -> tuple[Piece, ...]:
    """Return pieces without those that say what the one before says."""
    merged: list[Piece] = []
    for piece in pieces:
        if not merged or (piece.rows, piece.rate, piece.law) != (merged[-1].rows, merged[-1].rate, merged[-1].law):
            merged.append(piece)
    return tuple(merged)
