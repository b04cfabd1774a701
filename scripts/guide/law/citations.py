"""Laws, rates and facts as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypedDict

from guide.facts.facts import Facts
from guide.facts.model import law
from guide.facts.model.record import Citation, Dated


def cite(facts: Facts, citations: Sequence[Citation]) -> str:
    """Return citations as people write them: `PP 44/2015 Ps 16(1); PP 82/2019`."""
    names = []
    for citation in citations:
        name = regulation_name(facts.by_id["regulations"][citation.regulation])
        names.append(f"{name} {citation.article}" if citation.article else name)
    return "; ".join(names)


KINDS = {
    "uu": "UU",
    "pp": "PP",
    "perpres": "Perpres",
    "inpres": "Inpres",
    "permenaker": "Permenaker",
    "pmk": "PMK",
    "permenko": "Permenko",
    "permendagri": "Permendagri",
    "permendesa": "Permendesa",
    "se": "SE",
    "pergub": "Pergub",
    "perbup": "Perbup",
    "kepgub": "Kepgub",
    "letter": "Surat",
    "agreement": "PKS",
}


def regulation_name(regulation: law.Regulation) -> str:
    """Return the short name of a regulation: `PP 44/2015`; letters keep their own number."""
    kind = KINDS[regulation.kind]
    if "/" in regulation.number:
        return f"{kind} {regulation.number}"
    return f"{kind} {regulation.number}/{regulation.year}" if regulation.number else f"{kind} {regulation.year}"


def percent(rate: Decimal | Fraction) -> str:
    """Return a rate as the data writes it: 0.0174 is `1.74%`."""
    value = Decimal(Fraction(rate).numerator) * 100 / Decimal(Fraction(rate).denominator)
    return f"{value.normalize():f}%"


class Times(TypedDict):
    """The fields of a dated rule: its fact, and from when it holds and is known."""

    fact: str
    month: str
    effective: str
    known: str


def times(owner: str, entry: Dated) -> Times:
    """Return the fact id, first month, first day and day of becoming known of an entry of `owner`."""
    return {
        "fact": fact_id(owner, entry.effective),
        "month": entry.month,
        "effective": entry.effective,
        "known": entry.known,
    }


def fact_id(owner: str, effective: str) -> str:
    """Return the id of one dated value: `schedules.bpu-jkk@2015-07-01`."""
    return f"{owner}@{effective}"
