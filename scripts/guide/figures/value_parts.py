"""The parts of one dated value: for the history at the foot of a page and on the pages of the laws."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from guide.facts.diagnostics import N_
from guide.facts.model import law, programs
from guide.facts.model.scalars import Party
from guide.figures.figure import Amount
from guide.i18n.labels import KNOWN


class Part(NamedTuple):
    """A value with what it is for: `note` is a sentence of the catalog, `values` fill it. `value` None: words only.

    `kind` as of a figure: money, rate, number.
    """

    value: Amount
    kind: str
    note: str = ""
    values: Mapping[str, object] = {}


def parts(entry: object) -> list[Part]:
    """Return the parts of an entry of the law or of a relief; none of a record that has no values of its own."""
    return next((list(read(entry)) for kind, read in READERS.items() if isinstance(entry, kind)), [])


def _shares(shares: Mapping[Party, int] | Mapping[Party, Decimal], kind: str) -> Iterator[Part]:
    return (Part(value, kind, KNOWN["party"][party]) for party, value in shares.items())


def _flat(entry: law.Flat) -> Iterator[Part]:
    yield from _shares(entry.shares, "money")


def _percent(entry: law.Percent) -> Iterator[Part]:
    yield from _shares(entry.shares, "rate")
    for one in entry.classes:
        yield Part(sum(one.shares.values()), "rate", N_("risk class {number}"), {"number": one.risk})
    if entry.floor is not None:
        yield Part(entry.floor, "money", N_("the least that counts"))
    if entry.ceiling is not None:
        yield Part(entry.ceiling, "money", N_("the most that counts"))


def _banded(entry: law.Banded) -> Iterator[Part]:
    yield from _shares(entry.shares, "rate")


def _sliced(entry: law.Sliced) -> Iterator[Part]:
    for one in entry.slices:
        yield Part(sum(one.shares.values()), "rate", N_("of what lies above {amount:money}"), {"amount": one.above})


def _options(entry: law.Keyed) -> Iterator[Part]:
    for one in entry.options:
        note = {
            "p3mi": N_("{count} months, placed by a company"),
            "individual": N_("{count} months, going alone"),
        }[one.placement]
        yield Part(one.amount, "money", note, {"count": one.contract})
    yield Part(entry.extension, "money", N_("each month more"))


def _bands(entry: law.Bands) -> Iterator[Part]:
    yield Part(entry.rows[0].base, "money", N_("lowest row"))
    yield Part(entry.rows[-1].base, "money", N_("highest row"))


def _amount(entry: law.Amount) -> Iterator[Part]:
    yield Part(entry.amount, "money", *_times(entry.count))


def _times(count: int) -> tuple[str, Mapping[str, object]]:
    return (N_("{count} times"), {"count": count}) if count > 1 else ("", {})


def _phases(entry: law.ByPhase) -> Iterator[Part]:
    return (Part(one.amount, "money", KNOWN["phase"][one.phase]) for one in entry.phases)


def _multiple(entry: law.Multiple) -> Iterator[Part]:
    yield Part(entry.rate, "rate", *_times(entry.count))
    if entry.minimum is not None:
        yield Part(entry.minimum, "money", N_("not less than"))


def _stages(entry: law.Staged) -> Iterator[Part]:
    for span in entry.stages:
        note = N_("for {count} months") if span.months else N_("after that")
        yield Part(span.rate, "rate", note, {"count": span.months})
    if entry.ceiling is not None:
        yield Part(entry.ceiling, "money", N_("the most that counts"))


def _school(entry: law.Table) -> Iterator[Part]:
    return (Part(row.per_year, "money", KNOWN["stage"][row.stage]) for row in entry.rows)


def _pension(entry: law.Accrual) -> Iterator[Part]:
    yield Part(entry.rate, "rate")
    yield Part(entry.minimum, "money", N_("not less than"))
    yield Part(entry.maximum, "money", N_("not more than"))


def _refund(_: law.Refund) -> Iterator[Part]:
    yield Part(None, "money", N_("what was paid in"))


def _family_pension(_: law.FamilyPension) -> Iterator[Part]:
    yield Part(None, "money", N_("a part of the pension, every month"))


def _limit(entry: law.Limit) -> Iterator[Part]:
    yield Part(entry.limit, "money", KNOWN["per"][entry.per] if entry.limit is not None else N_("No limit"))


def _tax(entry: law.Tax) -> Iterator[Part]:
    for one in entry.slices:
        yield Part(one.rate, "rate", N_("of what lies above {amount:money}"), {"amount": one.above})


def _age(entry: law.AgeStep) -> Iterator[Part]:
    yield Part(entry.age, "number", KNOWN["unit"]["years"])


def _wage(entry: law.MinimumWage) -> Iterator[Part]:
    yield Part(entry.amount, "money")


def _step(entry: law.LimitStep) -> Iterator[Part]:
    yield Part(entry.value, "number")


def _order(_: law.HeirsStep) -> Iterator[Part]:
    yield Part(None, "number", N_("one after another"))


def _mandatory(entry: programs.Mandatory) -> Iterator[Part]:
    named = [program.upper() for program in entry.programs]
    yield Part(None, "number", N_("must have {programs}"), {"programs": named})


def _relief(entry: law.Relief) -> Iterator[Part]:
    yield Part(entry.factor, "rate")


READERS: dict[type, Callable[[Any], Iterator[Part]]] = {
    law.Flat: _flat,
    law.Percent: _percent,
    law.Banded: _banded,
    law.Sliced: _sliced,
    law.Keyed: _options,
    law.Bands: _bands,
    law.Amount: _amount,
    law.ByPhase: _phases,
    law.Multiple: _multiple,
    law.Staged: _stages,
    law.Table: _school,
    law.Accrual: _pension,
    law.Refund: _refund,
    law.FamilyPension: _family_pension,
    law.Limit: _limit,
    law.Tax: _tax,
    law.AgeStep: _age,
    law.LimitStep: _step,
    law.HeirsStep: _order,
    law.MinimumWage: _wage,
    programs.Mandatory: _mandatory,
    law.Relief: _relief,
}
