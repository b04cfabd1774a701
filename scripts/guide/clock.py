"""Which day it is. Only commands ask; everything else is told."""

from __future__ import annotations

import datetime
from collections.abc import Mapping


def today_from(environment: Mapping[str, str]) -> datetime.date:
    """`AS_OF` (year-month-day) if it is set, else the clock's day. Raises SystemExit on a date that is none."""
    text = environment.get("AS_OF")
    try:
        return datetime.date.fromisoformat(text) if text else datetime.date.today()
    except ValueError:
        raise SystemExit(f"AS_OF: write a date as year-month-day, such as 2026-11-22, not {text}") from None
