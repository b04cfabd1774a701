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
"""Blanks, written out so that every engine reads the same."""

_B = f"[{BLANKS}]*"
_TYPED = re.compile(rf"(?:(?:rp|idr)\.?{_B})?([0-9.,]+)(?:{_B}([a-z]+?))??(?:{_B}(?:rupiah|,-))?")
_WHOLE = re.compile(
    r"[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,00)?|[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.00)?|[0-9]+[.,]00"
)
_DECIMAL = re.compile(r"([0-9]+)[.,]([0-9]{1,2})")


def read_money(text: str) -> int | None:
    """Return whole rupiah of what a person typed; None if it cannot be read (contract.md, "Money typed by a person").

    Groups of exactly three digits after a dot or comma are thousands; one mark before one or two digits
    is a decimal mark only before a unit such as juta, or as `00` at the end.
    """
    typed = _TYPED.fullmatch(text.strip(BLANKS).lower())
    if not typed or len(typed[1]) > 30:
        return None
    digits, word = typed[1], typed[2] or ""
    unit = _UNITS.get(word)
    if not unit:
        return None
    if _WHOLE.fullmatch(digits):
        return int(re.sub(r"[.,]", "", re.sub(r"[.,]00$", "", digits))) * unit
    decimal = _DECIMAL.fullmatch(digits) if word else None
    return (int(decimal[1]) * 100 + int(decimal[2].ljust(2, "0"))) * unit // 100 if decimal else None
