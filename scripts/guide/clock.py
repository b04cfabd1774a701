"""Which day it is. Only commands ask; everything else is told."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

FIRST, LAST = 1900, 2999
"""The years that may be asked for: some years ahead are counted too, and no calendar has a year 10000."""


def today_from(environment: Mapping[str, str]) -> datetime.date:
    """`AS_OF` (year-month-day) if it is set, else the clock's day. Raises SystemExit on a date that is none."""
    text = environment.get("AS_OF")
    try:
        day = datetime.date.fromisoformat(text) if text else datetime.date.today()
    except ValueError:
        raise SystemExit(f"AS_OF: write a date as year-month-day, such as 2026-11-22, not {text}") from None
    if not FIRST <= day.year <= LAST:
        raise SystemExit(f"AS_OF: write a date from the year {FIRST} to {LAST}, not {text}")
    return day
