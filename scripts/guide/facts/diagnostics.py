"""A mistake in the data: where it stands, and what to write instead.

Messages are English sentences with {named} gaps; the catalog `tools` translates them. A mistake
keeps sentence and values apart until it is shown, so that it can be shown in any language.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
import dataclasses
from dataclasses import dataclass

Spot = tuple[int, int]
"""Line and column, both counted from 1."""


def N_(message: str) -> str:
    """Mark a sentence for the catalog without translating it here."""
    return message


class Said(str):
    """A value of a mistake that is itself a sentence of the catalog."""


@dataclass(frozen=True)
class Place:
    """Place of a record: its file, its path inside it, and the spots of all nodes of the file."""

    file: str
    path: tuple[str | int, ...] = ()
    spots: Mapping[tuple[str | int, ...], Spot] = dataclasses.field(default_factory=dict, repr=False, compare=False)

    def spot(self, *below: str | int) -> Spot:
        """Return line and column of a value below this record; of its nearest parent if it is not written."""
        path = (*self.path, *below)
        while path not in self.spots and path:
            path = path[:-1]
        return self.spots.get(path, (1, 1))


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing to mend. `field` is a dotted name such as `entries.2.ceiling`, or empty."""

    file: str
    line: int
    column: int
    field: str
    message: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict, compare=False)
    warning: bool = dataclasses.field(default=False, compare=False)

    def text(self, gettext: Callable[[str], str] = str) -> str:
        """Return `file:line:column: field: what to write`, in the language of `gettext`."""
        place = f"{self.file}:{self.line}:{self.column}: "
        name = f"{self.field}: " if self.field else ""
        shown = {key: _shown(value, gettext) for key, value in self.values.items()}
        return place + name + gettext(self.message).format(**shown)


class DataError(Exception):
    """The data cannot be used. `mistakes` says why, in file order."""

    def __init__(self, mistakes: Iterable[Mistake]):
        self.mistakes = sorted(mistakes)
        super().__init__("\n".join(mistake.text() for mistake in self.mistakes))


def mistake_at(place: Place, below: str | tuple, message: str, *, warning: bool = False, **values: object) -> Mistake:
    """Return a mistake in the value `below` a record (a field name, or a path of names and numbers)."""
    path = below if isinstance(below, tuple) else (below,) if below else ()
    line, column = place.spot(*path)
    name = ".".join(str(part) for part in (*place.path, *path))
    return Mistake(place.file, line, column, name, message, values, warning)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that `word` was probably meant to be, or an empty string."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)), "")


def _shown(value: object, gettext: Callable[[str], str]) -> str:
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(str(item) for item in value)
    text = gettext(value) if isinstance(value, Said) else str(value)
    return text if len(text) <= 80 else text[:77] + "..."
