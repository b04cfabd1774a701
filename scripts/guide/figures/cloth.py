"""Woven cloth that is a figure: a benefit in squares, each of them one monthly contribution.

The motif is generic (lozenges with slipped threads); motifs of clans and regions belong to people.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import groupby

COLUMNS = 125
"""Squares in a row."""
TILE = 25
"""Columns after which the motif repeats."""
BORDER, EDGE = 5, 2
"""Rows of the border above and below the motif, and of the border of a cloth too low for it."""
LOW = 16
"""Rows from which a cloth has the whole border."""

_CENTRE = TILE // 2
_SLIP = (-1, 0, 1, 0, 1, -1, 0, 1, 0, -1, 1, 0, 1)
"""By how many rows each thread has slipped, by its distance from the middle of a lozenge."""
_BANDS = ((1, "gold"), (4.6, "red"), (5.6, "gold"), (8.4, ""), (9.4, "gold"), (99, "red"))
"""Colours of a lozenge from its rim inwards, each up to so many rows from the rim."""
_CORNER = ((0.9, "white"), (3.6, "red"), (4.9, "gold"))
_LOW_CORNER = ((1.5, "red"), (2.6, "gold"))


@dataclass(frozen=True)
class Cloth:
    """A benefit as a cloth. `squares`: monthly contributions in it. `year`: those of the next twelve months."""

    squares: int
    year: int

    @property
    def rows(self) -> int:
        """Return the number of whole rows."""
        return self.squares // COLUMNS

    @property
    def last(self) -> int:
        """Return the number of squares in the unfinished row, which is still on the loom."""
        return self.squares % COLUMNS

    @property
    def height(self) -> int:
        """Return the number of rows, the unfinished one among them."""
        return self.rows + (self.last > 0)

    @property
    def border(self) -> int:
        """Return the rows of the border above, as many as below."""
        return BORDER if self.rows >= LOW else EDGE

    @property
    def tile(self) -> int:
        """Return the rows after which the motif repeats: it fills the field between the borders."""
        field = max(self.rows - 2 * self.border, 1)
        return -(-field // max(1, round(field / 30)))

    @property
    def motif(self) -> dict[str, str]:
        """Return the motif of the field between the borders."""
        return motif(self.tile)


def cloth(benefit: int | None, monthly: int | None, year: int | None) -> Cloth | None:
    """Return the cloth of a benefit, all in whole rupiah; None where nothing is paid monthly or the cloth has no row.

    `year`: what the next twelve contributions come to, each at the price of its month.
    """
    if not benefit or not monthly or benefit // monthly < 2 * EDGE * COLUMNS:
        return None
    return Cloth(benefit // monthly, min(-(-(year or 0) // monthly), COLUMNS))


@cache
def motif(height: int) -> dict[str, str]:
    """Return one tile of the motif, `height` rows high, as a path of strokes for each colour, on the ground."""
    return _strokes(range(height), range(TILE), height)


def quarter(height: int) -> dict[str, str]:
    """Return the lower left quarter of a tile, down from its middle row; the others mirror it. `height` is even."""
    return _strokes(range(height // 2, height), range(_CENTRE + 1), height)


def _strokes(rows: range, columns: range, height: int) -> dict[str, str]:
    paths: dict[str, list[str]] = {}
    for row in rows:
        start, here = 0, dict.fromkeys(("red", "gold", "white"), 0)
        for colour, run in groupby(_colour(column, row, height) for column in columns):
            length = len(list(run))
            if colour:
                path = paths.setdefault(colour, [])
                begin = f"m{start - here[colour]} 0" if here[colour] else f"M{start} {row - rows.start}.5"
                path.append(f"{begin}h{length}")
                here[colour] = start + length
            start += length
    return {colour: "".join(path) for colour, path in paths.items()}


def _colour(column: int, row: int, height: int) -> str:
    """Return the colour of a square of a tile; empty for the ground."""
    across, down = abs(column - _CENTRE), abs(Fraction(2 * row - height + 1, 2))
    half = Fraction(height, 2)
    if across == 0 and down <= 1:
        return "white"
    low = half <= LOW // 2
    inside = half - 1 - across * half / (_CENTRE + 1) - down - (0 if low else _SLIP[across])
    if inside >= 0:
        return _band(inside, _BANDS)
    corner = _CENTRE - across + half - down - Fraction(1, 2)
    return _band(corner, _LOW_CORNER) if low else _band(corner + Fraction(_SLIP[_CENTRE - across], 2), _CORNER)


def _band(depth: Fraction, bands: tuple[tuple[float, str], ...]) -> str:
    return next((colour for upto, colour in bands if depth < upto), "")
