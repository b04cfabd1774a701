"""Items of the open data as rows of a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from guide.estimator.member_list import cell_text
from guide.facts.model.record import JsonObject


def as_csv(rows: list[JsonObject]) -> str:
    """Return the rows for spreadsheets: dotted names for nested values, JSON text for lists, empty for null."""
    columns, table = table_of(rows)
    lines = [columns, *([_cell(row.get(name)) for name in columns] for row in table)]
    return "".join(",".join(cell_text(cell) if cell else "" for cell in line) + "\r\n" for line in lines)


def table_of(rows: Sequence[JsonObject]) -> tuple[list[str], list[JsonObject]]:
    """Return the columns of rows in the order in which they come, and the rows by these dotted names."""
    table = [dict(flat(row)) for row in rows]
    return list(dict.fromkeys(name for row in table for name in row)), table


def flat(row: Mapping[str, object], above: str = "", *, lists: bool = False) -> Iterator[tuple[str, object]]:
    """Yield the values of a row by dotted names; `lists`: parts of a list too, under their number from 0."""
    for name, value in row.items():
        if isinstance(value, dict):
            yield from flat(value, f"{above}{name}.", lists=lists)
        elif lists and isinstance(value, list):
            yield from flat({str(i): part for i, part in enumerate(value)}, f"{above}{name}.", lists=True)
        else:
            yield f"{above}{name}", value


def _cell(value: object) -> str:
    if isinstance(value, (list, bool)):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)
