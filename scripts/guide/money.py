"""Rupiah as people type them, in Indonesian and English."""

from __future__ import annotations

import re
from fractions import Fraction

_UNITS = {"": 1, "juta": 10**6, "jt": 10**6, "million": 10**6, "ribu": 10**3, "rb": 10**3, "k": 10**3,
          "miliar": 10**9, "milyar": 10**9, "billion": 10**9}


def read_money(text: str) -> int | None:
    """Whole rupiah from what a person typed; None if it cannot be read (contract.md, "Money typed by a person").

    Groups of exactly three digits after a dot or comma are thousands; one mark before one or two digits
    is a decimal mark only before a unit such as juta, or as `00` at the end.
    """
    typed = re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip().lower()
    typed = re.sub(r"^(rp|idr)\.? ?", "", typed)
    typed = re.sub(r" ?(rupiah|,-)$", "", typed)
    match = re.fullmatch(r"([\d.,]+) ?([a-z]*)", typed)
    if not match or match[2] not in _UNITS:
        return None
    number = _number(match[1], bool(match[2]))
    if number is None:
        return None
    amount = number * _UNITS[match[2]]
    return int(amount) if amount.denominator == 1 else None


def _number(digits: str, has_unit: bool) -> Fraction | None:
    if re.fullmatch(r"\d+", digits):
        return Fraction(digits)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,00)?|\d{1,3}(,\d{3})+(\.00)?|\d+[.,]00", digits):
        return Fraction(re.sub(r"[.,]", "", re.sub(r"[.,]00$", "", digits)))
    if has_unit and re.fullmatch(r"\d+[.,]\d{1,2}", digits):
        return Fraction(digits.replace(",", "."))
    return None
