"""Titles of columns: which input or role each means, where the header stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from guide.estimator.inputs import NAMES
from guide.estimator.inputs.suggestions import closest
from guide.estimator.member_list.cells import Row, is_blank, normal, text_of
from guide.estimator.member_list.sentences import FileError, stop
from guide.estimator.member_list.title_words import TitleWords
from guide.facts.model.lists import ROLES, Column

FIRST_ROWS = 10
"""Rows in which the header is looked for."""
IGNORED = "other"


@dataclass(frozen=True)
class Titled:
    """A column of the list: its place, its title as written, its role (an input, a role of ROLES, or nothing).

    `unit`: in what its cells count (`ribu`). `weaker`: the title may as well mean something else.
    """

    place: int
    title: str
    role: str
    unit: str = ""
    weaker: bool = False


@dataclass(frozen=True)
class Header:
    """The header of a list. `rows`: how many rows it and what stands above it take."""

    rows: int
    columns: Sequence[Titled]
    above: Sequence[Row] = field(default_factory=tuple)

    @property
    def titles(self) -> list[str]:
        """The titles as written."""
        return [column.title for column in self.columns]

    def of(self, role: str) -> Titled | None:
        """Return the first column of that role."""
        return next((column for column in self.columns if column.role == role), None)

    @property
    def inputs(self) -> list[Titled]:
        """The columns that answer something: one for an input, occupation, birth and year."""
        return [column for column in self.columns if column.role in (*NAMES, "occupation", "birth", "year")]


class Titles:
    """Knows titles. `chosen`: roles by titles that the reader named."""

    def __init__(self, columns: Sequence[Column], chosen: Mapping[str, str]):
        self.chosen = {normal(title): role for title, role in chosen.items()}
        self.exact = {title.strip(): role for title, role in chosen.items()}
        self.words = TitleWords(columns)

    def known(self, row: Row) -> int:
        """Return how many cells of a row are titles that we know."""
        return sum(bool(self.role(cell)) for cell in row if isinstance(cell, str))

    def role(self, title: str) -> str:
        """Return the role that a title has, or an empty string."""
        name = normal(title)
        return self.exact.get(title.strip()) or self.chosen.get(name) or self.words.role(name)

    def header(self, rows: Sequence[Row]) -> Header:
        """Find the header among the first rows. Raises FileError where there is none, or where columns stay unclear."""
        filled = [at for at, row in enumerate(rows) if not is_blank(row)]
        if not filled:
            raise stop("empty")
        best = max(filled, key=lambda at: (self.known(rows[at]), -at))
        if not self.known(rows[best]):
            raise stop("no-header")
        cells, taken = [text_of(cell) for cell in rows[best]], 1
        below = rows[best + 1] if best + 1 < len(rows) else []
        joined = self._joined(cells, below)
        if joined:
            cells, taken = joined, 2
        if best + taken < len(rows) and _is_numbering(rows[best + taken]):
            taken += 1
        return Header(best + taken, self._columns(cells), tuple(rows[at] for at in filled if at < best))

    def _joined(self, upper: Sequence[str], lower: Row) -> list[str] | None:
        """Return the titles of a header of two rows, or None where the second row is none."""
        if not all(isinstance(cell, str) for cell in lower) or is_blank(lower):
            return None
        width = max(len(upper), len(lower))
        above = [*upper, *[""] * (width - len(upper))]
        below = [*map(text_of, lower), *[""] * (width - len(lower))]
        titles, spread = [], ""
        for one, other in zip(above, below, strict=True):
            spread = one if one.strip() else spread if other.strip() else ""
            both = f"{spread} {other}".strip()
            titles.append(one if not other.strip() else both if self.role(both) or not self.role(other) else other)
        filled = [title for title, other in zip(titles, below, strict=True) if other.strip()]
        free = any(one.strip() and not other.strip() for one, other in zip(above, below, strict=True))
        inputs = [title for title in filled if self.role(title)]
        good = free and inputs and len(inputs) * 2 >= len(filled)
        return titles if good and self._reads_better(titles, upper) else None

    def _reads_better(self, titles: Sequence[str], upper: Sequence[str]) -> bool:
        before, after = self.known(list(upper)), self.known(list(titles))
        return after > before or (after == before and list(titles) != [*upper])

    def _columns(self, cells: Sequence[str]) -> list[Titled]:
        """Give every title its role. Raises FileError for names close to one, for doubles, for wrong choices."""
        titles = list(cells)
        mistakes = self._wrong_choices(titles)
        roles = [self.role(title) for title in titles]
        for role in dict.fromkeys(roles):
            places = [at for at, one in enumerate(roles) if one == role]
            if len(places) < 2 or role in ("", IGNORED, "nik", "place"):
                continue
            kept = self._best(role, [titles[at] for at in places])
            if len(kept) > 1 and role in NAMES:
                shown = ", ".join(titles[at].strip() for at in places)
                last = titles[places[-1]].strip()
                mistakes.append((last, "twice", {"good": role, "titles": shown, "title": last}))
            for at in places:
                if at != places[0] if len(kept) > 1 else titles[at] not in kept:
                    roles[at] = IGNORED
        mistakes += self._near(titles, roles)
        if mistakes:
            raise FileError(*mistakes)
        return [self._titled(at, title, roles[at]) for at, title in enumerate(titles)]

    def _titled(self, at: int, title: str, role: str) -> Titled:
        sure = self._is_chosen(title) or self.words.is_sure(normal(title), role)
        return Titled(at, title, role, self.words.unit(normal(title), role), not sure)

    def _is_chosen(self, title: str) -> bool:
        return title.strip() in self.exact or normal(title) in self.chosen

    def _best(self, role: str, titles: Sequence[str]) -> list[str]:
        """Return, of titles with one role, those that count: chosen before sure before weaker."""
        chosen = [title for title in titles if self._is_chosen(title)]
        sure = [title for title in titles if self.words.is_sure(normal(title), role)]
        return chosen or sure or list(titles)

    def _wrong_choices(self, titles: Sequence[str]) -> list[tuple[str, str, dict[str, object]]]:
        there = {normal(title) for title in titles} | {title.strip() for title in titles}
        shown = ", ".join(title.strip() for title in titles if title.strip())
        return [
            ("column", "no-title", {"bad": title, "known": shown})
            for title in self.exact
            if title not in there and normal(title) not in there
        ]

    def _near(self, titles: Sequence[str], roles: Sequence[str]) -> list[tuple[str, str, dict[str, object]]]:
        """Return a mistake for each unknown title that comes close to an input which no other column gives."""
        found: list[tuple[str, str, dict[str, object]]] = []
        for title, role in zip(titles, roles, strict=True):
            name = normal(title)
            if role or len(name) < 5:
                continue
            good = closest(name, (title_known for title_known in self.words.sure if len(title_known) > 4))
            if good and self.words.sure[good] in NAMES and self.words.sure[good] not in roles:
                found.append((title.strip(), "near", {"good": good}))
        return found


def roles() -> Iterable[str]:
    """Return what a column can be."""
    return (*NAMES, *(role for role in ROLES if role != "row"))


def _is_numbering(row: Row) -> bool:
    """Tell whether a row only numbers the columns: 1 2 3, or (1) (2) (3)."""
    cells = [text_of(cell).strip().strip("()[]") for cell in row]
    cells = [cell for cell in cells if cell]
    return len(cells) > 2 and cells == [str(at) for at in range(1, len(cells) + 1)]
