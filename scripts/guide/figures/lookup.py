"""One value out of an entry of the law, by the last parts of a figure's id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from guide.facts.model import law


def in_schedule(entry: Any, parts: Sequence[str]) -> Any:
    if isinstance(entry, law.Keyed):
        if parts == ["extension"]:
            return entry.extension
        option = next((o for o in entry.options if [o.placement, str(o.contract)] == list(parts[:2])), None)
        return option and getattr(option, parts[2] if len(parts) > 2 else "amount")
    if parts[0] in ("ceiling", "floor", "growth"):
        return getattr(entry, parts[0], None)
    if isinstance(entry, law.Sliced):
        return next(iter(entry.slices[int(parts[0])].shares.values())) if parts[0].isdigit() else None
    if parts[0].isdigit():
        found = next((c for c in entry.classes if c.risk == parts[0]), None)
        return found and found.shares.get(parts[1])
    return entry.shares.get(parts[0])


def in_payout(entry: Any, parts: Sequence[str]) -> Any:
    part = parts[0] if parts else ""
    if part == "waiting":
        return entry.waiting[0].months if entry.waiting else 0
    if isinstance(entry, law.Amount):
        return {"": entry.amount * entry.count, "amount": entry.amount, "count": entry.count}.get(part)
    if isinstance(entry, law.Multiple) and part == "times":
        return int(entry.rate * entry.count)
    if isinstance(entry, law.ByPhase):
        return next((p.amount for p in entry.phases if p.phase == part), None)
    if isinstance(entry, law.Staged):
        if part.isdigit() and int(part) < len(entry.stages):
            return getattr(entry.stages[int(part)], parts[1]) if len(parts) > 1 else None
        return entry.ceiling if part in ("", "ceiling") else None
    if isinstance(entry, law.Table):
        row = next((r for r in entry.rows if r.stage == part), None)
        if row:
            return {"years": row.years, "total": row.per_year * row.years}.get((*parts, "")[1], row.per_year)
        whole = sum(r.per_year * r.years for r in entry.rows)
        return {"": whole * entry.children, "child": whole, "children": entry.children}.get(part)
    if isinstance(entry, law.Limit):
        return entry.limit if not part else None
    return getattr(entry, part or "rate", None)


def in_bands(entry: law.Bands, part: str) -> int | None:
    if part == "lowest":
        return entry.rows[0].base
    if part == "highest":
        return entry.rows[-1].base
    row, _, what = part.partition(".")
    if row.isdigit() and int(row) < len(entry.rows):
        return getattr(entry.rows[int(row)], what or "base")
    return None
