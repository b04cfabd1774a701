"""One value out of an entry of the law, by the last parts of a figure's id; None where the entry has no such part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from guide.facts.model import law
from guide.facts.model.record import Model
from guide.facts.model.scalars import Party
from guide.figures.figure import Amount

Row = TypeVar("Row", bound=Model)


def in_schedule(entry: law.Contribution, parts: Sequence[str]) -> Amount:
    """Return a party's share, or `ceiling`, `floor`, `growth`, `extension`; first, a risk class or placement."""
    match entry, list(parts):
        case law.Keyed(), ["extension"]:
            return entry.extension
        case law.Keyed(), [placement, contract, *field] if len(field) < 2:
            options = (o for o in entry.options if [o.placement, str(o.contract)] == [placement, contract])
            return _attribute(next(options, None), *(field or ["amount"]))
        case law.Sliced(), [place]:
            row = _placed(entry.slices, place)
            return next(iter(row.shares.values()), None) if row else None
        case law.Percent(), [("ceiling" | "floor" | "growth") as name]:
            return _attribute(entry, name)
        case law.Percent(), [risk, party] if entry.classes:
            return next((_share(each.shares, party) for each in entry.classes if each.risk == risk), None)
        case law.Flat() | law.Percent() | law.Banded(), [party]:
            return _share(entry.shares, party)
    return None


def _share(shares: Mapping[Party, Amount], party: str) -> Amount:
    return next((share for name, share in shares.items() if name == party), None)


def _placed(rows: Sequence[Row], place: str) -> Row | None:
    """Return the row whose place, counted from 0, is written so; None where there is none."""
    return next((row for number, row in enumerate(rows) if str(number) == place), None)


def _attribute(entry: Model | None, name: str) -> Amount:
    """Return a number that a record has in a field of that name; None where it has none."""
    value = getattr(entry, name) if entry is not None and name in type(entry).model_fields else None
    return value if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else None


def in_payout(entry: law.Payout, parts: Sequence[str]) -> Amount:
    """Return what a benefit pays; with a part: `waiting`, `count`, `times`, a phase, a stage with its field."""
    match entry, list(parts):
        case _, ["waiting"]:
            return entry.waiting[0].months if entry.waiting else 0
        case law.Amount(), []:
            return entry.amount * entry.count
        case law.Multiple(), ["times"]:
            return int(entry.rate * entry.count)
        case law.ByPhase(), [name]:
            return next((phase.amount for phase in entry.phases if phase.phase == name), None)
        case law.Staged(), []:
            return entry.ceiling
        case law.Staged(), [place, field]:
            return _attribute(_placed(entry.stages, place), field)
        case law.Table(), _:
            return _in_school_years(entry, parts)
        case law.Limit(), []:
            return entry.limit
        case ((law.Multiple() | law.Accrual()), []):
            return entry.rate
        case _, [field]:
            return _attribute(entry, field)
    return None


def _in_school_years(entry: law.Table, parts: Sequence[str]) -> Amount:
    """Return a stage's rupiah a year (`years`, `total`), one child's or all children's whole, or how many count."""
    whole = sum(row.per_year * row.years for row in entry.rows)
    row = next((row for row in entry.rows if [row.stage] == list(parts[:1])), None)
    match row, list(parts):
        case None, []:
            return whole * entry.children
        case None, ["child"]:
            return whole
        case None, ["children"]:
            return entry.children
        case law.SchoolYears(), [_]:
            return row.per_year
        case law.SchoolYears(), [_, "years"]:
            return row.years
        case law.SchoolYears(), [_, "total"]:
            return row.per_year * row.years
    return None


def in_bands(entry: law.Bands, parts: Sequence[str]) -> Amount:
    """Return the base of the `lowest` or `highest` band, or a field (else the base) of a band by its place."""
    match list(parts):
        case ["lowest"]:
            return entry.rows[0].base
        case ["highest"]:
            return entry.rows[-1].base
        case [place, *field] if len(field) < 2:
            return _attribute(_placed(entry.rows, place), *(field or ["base"]))
    return None
