"""One value out of an entry of the law, by the last parts of a figure's id; None where the entry has no such part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide.facts.model import law
from guide.facts.model.scalars import Party
from guide.figures.figure import Amount


def in_schedule(entry: law.Contribution, parts: Sequence[str]) -> Amount:
    """Return a party's share, or `ceiling`, `floor`, `growth`, `extension`; first, a risk class or placement."""
    name, *rest = parts
    if isinstance(entry, law.Keyed):
        return _in_options(entry, parts)
    if isinstance(entry, law.Sliced):
        return next(iter(entry.slices[int(name)].shares.values())) if name.isdigit() else None
    if isinstance(entry, law.Percent):
        if name in ("ceiling", "floor", "growth"):
            return _attribute(entry, name)
        if name.isdigit():
            return next((_share(risk.shares, rest[0]) for risk in entry.classes if risk.risk == name), None)
    return _share(entry.shares, name) if isinstance(entry, (law.Flat, law.Percent, law.Banded)) else None


def _share(shares: Mapping[Party, Amount], party: str) -> Amount:
    return next((share for name, share in shares.items() if name == party), None)


def _attribute(entry: object, name: str) -> Amount:
    """Return a value of an entry by its name; None where the entry has none of that name."""
    value: Amount = getattr(entry, name, None)
    return value


def _in_options(entry: law.Keyed, parts: Sequence[str]) -> Amount:
    if parts == ["extension"]:
        return entry.extension
    option = next((o for o in entry.options if [o.placement, str(o.contract)] == list(parts[:2])), None)
    return _attribute(option, parts[2] if len(parts) > 2 else "amount")


def in_payout(entry: law.Payout, parts: Sequence[str]) -> Amount:
    """Return what a benefit pays; with a part: `waiting`, `count`, `times`, a phase, a stage with its field."""
    part = parts[0] if parts else ""
    if part == "waiting":
        return entry.waiting[0].months if entry.waiting else 0
    if isinstance(entry, law.Amount):
        return {"": entry.amount * entry.count, "amount": entry.amount, "count": entry.count}.get(part)
    if isinstance(entry, law.Multiple) and part == "times":
        return int(entry.rate * entry.count)
    if isinstance(entry, law.ByPhase):
        return next((phase.amount for phase in entry.phases if phase.phase == part), None)
    if isinstance(entry, law.Staged):
        return _in_stages(entry, parts)
    if isinstance(entry, law.Table):
        return _in_school_years(entry, parts)
    if isinstance(entry, law.Limit):
        return entry.limit if not part else None
    return _attribute(entry, part or "rate")


def _in_stages(entry: law.Staged, parts: Sequence[str]) -> Amount:
    part = parts[0] if parts else ""
    if part.isdigit() and int(part) < len(entry.stages):
        return _attribute(entry.stages[int(part)], parts[1]) if len(parts) > 1 else None
    return entry.ceiling if part in ("", "ceiling") else None


def _in_school_years(entry: law.Table, parts: Sequence[str]) -> Amount:
    """Return a stage's rupiah a year (`years`, `total`), one child's or all children's whole, or how many count."""
    part = parts[0] if parts else ""
    for row in entry.rows:
        if row.stage == part:
            return {"years": row.years, "total": row.per_year * row.years}.get((*parts, "")[1], row.per_year)
    whole = sum(row.per_year * row.years for row in entry.rows)
    return {"": whole * entry.children, "child": whole, "children": entry.children}.get(part)


def in_bands(entry: law.Bands, part: str) -> Amount:
    """Return the base of the `lowest` or `highest` band, or a field (else the base) of a band by its place."""
    if part == "lowest":
        return entry.rows[0].base
    if part == "highest":
        return entry.rows[-1].base
    row, _, name = part.partition(".")
    if row.isdigit() and int(row) < len(entry.rows):
        return _attribute(entry.rows[int(row)], name or "base")
    return None
