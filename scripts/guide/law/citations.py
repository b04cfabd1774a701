"""How laws, rates and facts are written."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from guide.facts.facts import Facts
from guide.facts.model import law
from guide.facts.model.record import Citation, Dated
from guide.law.timeline import known_from


def cite(facts: Facts, citations: Sequence[Citation]) -> str:
    """Citations as people write them: `PP 44/2015 Ps 16(1); PP 82/2019`."""
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
    """Short name of a regulation: `PP 44/2015`; letters keep their own number."""
    kind = KINDS[regulation.kind]
    if "/" in regulation.number:
        return f"{kind} {regulation.number}"
    return f"{kind} {regulation.number}/{regulation.year}" if regulation.number else f"{kind} {regulation.year}"


def percent(rate: Decimal | Fraction) -> str:
    """A rate as data writes it: 0.0174 is `1.74%`."""
    value = Decimal(Fraction(rate).numerator) * 100 / Decimal(Fraction(rate).denominator)
    return f"{value.normalize():f}%"


def times(owner: str, entry: Dated) -> dict[str, str]:
    """Which fact it is, and from which month and day on it holds and is known."""
    return {
        "fact": fact_id(owner, entry.effective),
        "month": entry.month,
        "effective": entry.effective,
        "known": known_from(entry),
    }


def fact_id(owner: str, effective: str) -> str:
    """The id of one dated value: `schedules.bpu-jkk@2015-07-01`."""
    return f"{owner}@{effective}"
