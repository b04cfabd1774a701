"""Rupiah as people type them, in Indonesian and English."""

from __future__ import annotations

import re

_UNITS = {
    "": 1,
    "juta": 10**6,
    "jt": 10**6,
    "million": 10**6,
    "ribu": 10**3,
    "rb": 10**3,
    "k": 10**3,
    "miliar": 10**9,
    "milyar": 10**9,
    "billion": 10**9,
}
BLANKS = " \t\r\n\f\v\u00a0\u202f\u2009\ufeff"
"""What counts as a blank; written out so that every engine reads the same."""

_B = f"[{BLANKS}]*"
_TYPED = re.compile(rf"(?:(?:rp|idr)\.?{_B})?([0-9.,]+)(?:{_B}([a-z]+?))??(?:{_B}(?:rupiah|,-))?")
_WHOLE = re.compile(
    r"[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,00)?|[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.00)?|[0-9]+[.,]00"
)
_DECIMAL = re.compile(r"([0-9]+)[.,]([0-9]{1,2})")


def read_money(text: str) -> int | None:
    """Whole rupiah from what a person typed; None if it cannot be read (contract.md, "Money typed by a person").

    Groups of exactly three digits after a dot or comma are thousands; one mark before one or two digits
    is a decimal mark only before a unit such as juta, or as `00` at the end.
    """
    typed = _TYPED.fullmatch(text.strip(BLANKS).lower())
    unit = _UNITS.get(typed[2] or "") if typed else None
    if not unit or len(typed[1]) > 30:
        return None
    if _WHOLE.fullmatch(typed[1]):
        return int(re.sub(r"[.,]", "", re.sub(r"[.,]00$", "", typed[1]))) * unit
    decimal = _DECIMAL.fullmatch(typed[1]) if typed[2] else None
    return (int(decimal[1]) * 100 + int(decimal[2].ljust(2, "0"))) * unit // 100 if decimal else None
