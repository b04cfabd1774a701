"""Examples of mistakes as people make them, in a small sample of facts, with the messages that the checks give.

The one source of `scripts/check.py --explain` and of tests/facts/test_faults.py.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from guide import checks
from guide.checks.examples import between_records, in_one_place, questions
from guide.facts.diagnostics import DataError, Mistake
from guide.facts.load import load, prose_of, read
from guide.facts.load.text_file import UNREADABLE

_FOLDER = Path(__file__).parent / "sample"
_DOCS = sorted((_FOLDER / "docs").rglob("*.md"))
SAMPLE = read(_FOLDER) | {path.relative_to(_FOLDER).as_posix(): path.read_text("utf-8") for path in _DOCS}
"""The texts of a small set of facts and pages, by names such as `taxes.yml` and `docs/id/index.md`."""
DAY = datetime.date(2026, 11, 22)
"""The day on which the sample is looked at."""


def mistakes(texts: Mapping[str, str], *, warnings: bool = False) -> list[Mistake]:
    """Return all mistakes of these files, of form and between records; warnings only if asked for."""
    data = {name: text for name, text in texts.items() if not name.startswith("docs/")}
    try:
        facts = load(data)
        pages = {n: text for n, text in texts.items() if n not in data and n.split("/")[1] in facts.languages}
        prose = prose_of(pages, facts.languages)
        return sorted(m for m in checks.find(facts, prose, DAY) if warnings or not m.warning)
    except DataError as error:
        return error.mistakes


def with_fault(file: str, old: str | None, new: str | None) -> dict[str, str]:
    """Return the sample with one mistake. No `old`: a new file, or, without `new` too, one that is missing."""
    if old is None:
        return {**SAMPLE, file: new} if new is not None else {k: v for k, v in SAMPLE.items() if k != file}
    assert old in SAMPLE[file], f"{file} has no {old!r}"
    return {**SAMPLE, file: SAMPLE[file].replace(old, new or "", 1)}


FAULTS: list[tuple[str, str, str | None, str | None]] = [
    *in_one_place.WRITTEN,
    *between_records.FAULTS,
    *questions.FAULTS,
    *in_one_place.PAGES,
    *in_one_place.RARE,
]
"""Name and file of each mistake, what stands there (None: no such file), what is written instead (None: nothing)."""


class Example(NamedTuple):
    """A mistake of the list: its name, what was written where, what belongs there, and what is said about it."""

    name: str
    file: str
    wrong: str
    right: str
    said: tuple[Mistake, ...]
    lines: tuple[str, ...]

    def has(self, words: str) -> bool:
        """Return whether all these words stand in the name or the messages, or one message has the same sentence."""
        here = " ".join((self.name, *self.lines)).lower()
        same = any(re.search(re.sub(r"\\{\w+\\}", ".+", re.escape(m.message)), words) for m in self.said)
        return same or all(word in here for word in words.lower().split())

    @property
    def text(self) -> str:
        """Return the example as people read it: the file, what was written, what belongs there, the messages."""
        shown = [self.file]
        for sign, text in (("✗", self.wrong), ("✓", self.right)):
            shown += [f"  {sign} {line}" for line in text.strip("\n").split("\n") if line.strip()]
        return "\n".join((*shown, *(f"  → {line}" for line in self.lines)))


def examples(gettext: Callable[[str], str] = str) -> Iterator[Example]:
    """Yield every mistake of the list, then the warnings of the sample, with the messages of the checks."""
    for name, file, old, new in FAULTS:
        said = tuple(mistakes(with_fault(file, old, new)))
        where = file if file.startswith("docs/") else f"data/{file}"
        lines = tuple(mistake.text(gettext) for mistake in said)
        yield Example(
            name,
            where,
            _lines(with_fault(file, old, new).get(file, ""), new),
            _lines(SAMPLE.get(file, ""), old),
            said,
            lines,
        )
    due = tuple(mistake for mistake in mistakes(SAMPLE, warnings=True) if mistake.warning)
    yield Example("what is due for review", "data/", "", "", due, tuple(mistake.text(gettext) for mistake in due))


def _lines(text: str, part: str | None) -> str:
    """Return the whole lines of a text around a part of it."""
    if not part or part not in text or part == UNREADABLE:
        return ""
    start = text.rfind("\n", 0, text.index(part)) + 1
    end = text.find("\n", text.index(part) + len(part.rstrip("\n")))
    return text[start : end if end >= 0 else None]
