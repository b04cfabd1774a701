"""What is said about a list: what was taken for what, what was left out and assumed, the sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from guide.estimator.inputs import NAMES, InputError
from guide.estimator.member_list.cells import Row, is_empty, text_of
from guide.estimator.member_list.converting import ListReader
from guide.estimator.member_list.sentences import TOLD
from guide.estimator.member_list.titles import Titled
from guide.estimator.member_list.told import Told
from guide.law.timeline import months_after

USED = ("name", "occupation", "birth", "year")
"""Roles beside the inputs that a column is read for."""
EXAMPLES = 3
LONGEST = 24
SHOWN_ROWS = 5
MOST_ASSUMED = 12
AHEAD = 24
"""Months after the list's own in which another sector may cost something else."""
_NIK = re.compile(r"[0-9]{16}")
_QUIET = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


class Teller:
    """Says in one language what became of a list."""

    def __init__(self, reader: ListReader):
        self.reader, self.language = reader, reader.language

    def _say(self, sentence: str, **values: object) -> str:
        return self.language.sentence(TOLD[sentence], **values)

    def columns(self, told: Told) -> Iterator[str]:
        """Yield a table: each column, what it was read as, and examples; then the columns that are not used."""
        if told.sheet:
            yield self._say("sheet", name=told.sheet, others=", ".join(told.unread))
        used = [column for column in told.header.columns if column.role in (*NAMES, *USED)]
        lines = [tuple(self._say(name) for name in ("your-column", "our-input", "examples"))]
        lines += [(_short(c.title), self._role(c.role), self._examples(c, told.first)) for c in used]
        widths = [max(len(line[at]) for line in lines) for at in (0, 1)]
        for line in lines:
            yield f"{line[0]:{widths[0]}}  →  {line[1]:{widths[1]}}  {line[2]}".rstrip()
        for place, name in told.ticked:
            yield f"{_short(told.header.columns[place].title)}  →  {self._say('ticked', program=name.upper())}"
        others = [
            _short(column.title)
            for column in told.header.columns
            if column not in used and column.title.strip() and column.place not in dict(told.ticked)
        ]
        if others:
            yield f"{self._say('not-used')}: {', '.join(others[:30])}{', …' if len(others) > 30 else ''}"

    def _role(self, role: str) -> str:
        if role not in NAMES:
            return self._say(role)
        word = self.reader.words.get(role, role)
        return role if self.language.id == "en" else f"{word.replace('_', ' ')} ({role})"

    def _examples(self, column: Titled, rows: Sequence[Row]) -> str:
        cells = (row[column.place] for row in rows if column.place < len(row) and not is_empty(row[column.place]))
        shown = dict.fromkeys(_short(text_of(cell)) for cell, _ in zip(cells, range(100), strict=False))
        return " · ".join(list(shown)[:EXAMPLES])

    def outcome(self, told: Told) -> Iterator[str]:
        """Yield what was left out and assumed, and the sums."""
        if told.month:
            yield self._say("month-above", month=told.month)
        elif told.usual_month:
            yield self._say("month-usual", month=told.usual_month)
        for row, words in told.left_out[:SHOWN_ROWS]:
            yield self._say("left-out", row=row, words=_short(words, 60))
        if len(told.left_out) > SHOWN_ROWS:
            yield self._say("more-left-out", count=len(told.left_out) - SHOWN_ROWS)
        for name, count in told.by_occupation.items():
            if count:
                yield self._say("by-occupation", input=self._label(name, told), count=count)
        for assumption, count in told.assumed.most_common(MOST_ASSUMED):
            text = self.reader.saying.say(assumption.sentence, assumption.values)
            yield self._say("assumed", input=self._label(assumption.name, told), text=text, count=count)
        yield from self._sector(told)
        yield self._say("summary", people=told.people, wrong=told.wrong, amount=told.total)

    def _label(self, name: str, told: Told) -> str:
        return self.reader.label(name, told.header).replace("_", " ")

    def _sector(self, told: Told) -> Iterator[str]:
        """Yield the months in which the first person of assumed sector would pay something else in transport."""
        if told.sector is None:
            return
        question, answers = told.sector, self.reader.answers
        month = str(answers.estimate(question).inputs["month"])
        runs: list[tuple[str, str, int, int]] = []
        for later in range(AHEAD + 1):
            then = months_after(month, later)
            asked = {**question, "month": then, "months": "1"}
            try:
                other = answers.estimate(asked).monthly["total"]
                amount = answers.estimate({**asked, "sector": "transport"}).monthly["total"]
            except InputError:
                return
            if amount == other:
                continue
            if runs and months_after(runs[-1][1], 1) == then and runs[-1][2:] == (amount, other):
                runs[-1] = (runs[-1][0], then, amount, other)
            else:
                runs.append((then, then, amount, other))
        for first, last, amount, other in runs:
            name = "sector-months" if first == last else "sector-run"
            yield self._say(name, first=first, last=last, amount=amount, other=other)


def _short(text: str, longest: int = LONGEST) -> str:
    text = _NIK.sub("…", _QUIET.sub(" ", text)).strip()
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
