"""Amounts as clerks write them into cells, made plain for the estimator."""

from __future__ import annotations

import re

from guide.estimator.inputs import wrong
from guide.estimator.inputs.money import read_money
from guide.estimator.member_list.cells import Cell, text_of

_ABOUT = re.compile(r"^(?:±|\+/-|\+-|sekitar|kira[- ]kira|kurang lebih)\s*", re.IGNORECASE)
_MONTHLY = re.compile(r"\s*\(?(?:/|per|tiap|se)\s*(?:bulan|bln|bl|month)\.?\)?$", re.IGNORECASE)
_END = re.compile(r"([0-9a-z])\s*[.,;]?\s*[-–—=]*\s*$", re.IGNORECASE)
_GAP = re.compile(r"([0-9])[ \u00a0\u202f'’](?=[0-9]{3}(?![0-9]))")
_SOME = re.compile(r"(jt|juta|ribu|rb)[- ]?an$", re.IGNORECASE)
_WITH_ZERO = re.compile(r"[0-9]{4,}\.0")
_PLAIN = re.compile(r"(?:rp\.?\s*)?[0-9][0-9.,]*", re.IGNORECASE)
MOST_DIGITS = {"ribu": 5, "juta": 3, "tahun": 2}
"""Digits of a number that counts in thousands, millions or years; more were written out in full."""
LEAST_INCOME = 10_000
"""Rupiah below which nobody's month is paid: such a cell counts in thousands and does not say so."""


def money(name: str, cell: Cell) -> str:
    """Return an amount as text. Raises InputError for a number with a fraction: its mark would be read as thousands."""
    if isinstance(cell, float):
        raise wrong(name, "money", bad=text_of(cell))
    text = _MONTHLY.sub("", _ABOUT.sub("", text_of(cell).strip()))
    text = _SOME.sub(r"\1", _GAP.sub(r"\1.", _END.sub(r"\1", text)))
    return text[:-2] if _WITH_ZERO.fullmatch(text) else text


def in_full(name: str, cell: Cell, unit: str) -> Cell:
    """Return a cell with the unit of its column behind its number. Raises InputError where it has too many digits."""
    text = text_of(cell).strip()
    if not unit or not _PLAIN.fullmatch(text):
        return cell
    if sum(letter.isdigit() for letter in text) > MOST_DIGITS[unit]:
        raise wrong(name, "money", bad=text)
    return f"{text} {unit}"


def plausible(name: str, text: str, cell: Cell) -> str:
    """Return an income as it was read. Raises InputError where it can only count in thousands."""
    amount = read_money(text) if text else None
    if amount and amount < LEAST_INCOME:
        raise wrong(name, "money", bad=text_of(cell))
    return text
