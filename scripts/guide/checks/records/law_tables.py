"""Tables of the law: rising, complete, exact."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from guide.facts.traversal import every
from guide.estimator.engine import estimate
from guide.estimator.inputs import InputError, read_inputs
from guide.facts.diagnostics import Mistake, mistake_at, N_, Place
from guide.facts.facts import Facts
from guide.facts.model import law
from guide.law.citations import percent
from guide.law.compile import compile_rules
from guide.law.rows import LARGEST

RISE = N_("rows begin at 0 and rise: {bad} does not follow {before}")


def _rising(place: Place, field: str, limits: list[int], name: str) -> Iterator[Mistake]:
    for i, (before, limit) in enumerate(pairwise((-1, *limits))):
        if limit <= before or (i == 0 and limit != 0):
            yield mistake_at(place, (field, i, name), RISE, bad=limit, before=max(before, 0))


def bands_rise_from_zero(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse income bands, or bases, that do not begin at 0 and rise."""
    for table in every(facts, law.Bands):
        yield from _rising(table.place, "rows", [band.at_least for band in table.rows], "at_least")
        for i, (before, after) in enumerate(pairwise(table.rows), 1):
            if after.base <= before.base:
                yield mistake_at(table.place, ("rows", i, "base"), RISE, bad=after.base, before=before.base)


def slices_rise_from_zero(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse slices of a value that do not begin at 0 and rise, or name different parties."""
    sliced: tuple[law.Sliced | law.Tax, ...] = (*every(facts, law.Sliced), *every(facts, law.Tax))
    for entry in sliced:
        yield from _rising(entry.place, "slices", [part.above for part in entry.slices], "above")
    for table in every(facts, law.Sliced):
        for i, part in enumerate(table.slices):
            if set(part.shares) != set(table.slices[0].shares):
                yield mistake_at(
                    table.place,
                    ("slices", i, "shares"),
                    N_("every slice names the same parties: {known}"),
                    known=sorted(table.slices[0].shares),
                )


def programs_cut_a_value_alike(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse programs of one segment on slices of the same value with different limits."""
    first: dict[tuple[str, str], list[int]] = {}
    for schedule in facts.schedules:
        for entry in schedule.entries:
            if isinstance(entry, law.Sliced):
                limits = [part.above for part in entry.slices]
                other = first.setdefault((schedule.segment, entry.effective), limits)
                if limits != other:
                    message = N_("the other programs cut the value at {good}, not at {bad}")
                    yield mistake_at(entry.place, "slices", message, good=other, bad=limits)


def floors_lie_below_ceilings(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a least amount above the greatest."""
    for entry in every(facts, law.Percent):
        if entry.floor and entry.ceiling and entry.floor >= entry.ceiling:
            yield mistake_at(
                entry.place, "floor", N_("{bad} is not below {other}"), bad=entry.floor, other=entry.ceiling
            )
    for pension in every(facts, law.Accrual):
        if pension.minimum >= pension.maximum:
            yield mistake_at(
                pension.place, "minimum", N_("{bad} is not below {other}"), bad=pension.minimum, other=pension.maximum
            )


def shares_are_given_once(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse rates with both shares and risk classes, or with neither; classes must be complete."""
    for entry in every(facts, law.Percent):
        if bool(entry.shares) == bool(entry.classes):
            yield mistake_at(entry.place, "shares", N_("give either shares or classes"))
        risks = [c.risk for c in entry.classes]
        if entry.classes and risks != ["1", "2", "3", "4", "5"]:
            yield mistake_at(
                entry.place, "classes", N_("give the classes 1, 2, 3, 4 and 5 in this order, not {bad}"), bad=risks
            )


def instalments_add_up(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse instalments that do not make the keyed amount, and longer contracts that cost less."""
    for entry in every(facts, law.Keyed):
        for i, option in enumerate(entry.options):
            if option.before + option.during != option.amount:
                yield mistake_at(
                    entry.place,
                    ("options", i, "amount"),
                    N_("{before} and {during} make {good}, not {bad}"),
                    before=option.before,
                    during=option.during,
                    good=option.before + option.during,
                    bad=option.amount,
                )


def stages_end_once(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a stage after one that goes on for as long as it lasts, and a school stage named twice."""
    for entry in every(facts, law.Staged):
        for i, stage in enumerate(entry.stages[:-1]):
            if stage.months is None:
                yield mistake_at(entry.place, ("stages", i, "months"), N_("only the last stage may have no end"))
    for table in every(facts, law.Table):
        schools = [row.stage for row in table.rows]
        for i, school in enumerate(schools):
            if school in schools[:i]:
                yield mistake_at(table.place, ("rows", i, "stage"), N_("{bad} is written twice; keep one"), bad=school)


def products_stay_exact(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse products of the largest input from 2^53 on, where browsers count no longer exactly, and shares of 100%."""
    relieved = max((Fraction(relief.factor).numerator for relief in facts.reliefs), default=1)
    entries: tuple[law.Percent | law.Banded, ...] = (*every(facts, law.Percent), *every(facts, law.Banded))
    for entry in entries:
        rates = list(entry.shares.values()) or [r for c in getattr(entry, "classes", ()) for r in c.shares.values()]
        for rate in rates:
            if 4 * LARGEST * Fraction(rate).numerator * relieved >= 2**53:
                yield mistake_at(
                    entry.place,
                    "shares",
                    N_("the rate {bad} has too many digits to be counted exactly"),
                    bad=percent(rate),
                )
        if entry.shares and sum(entry.shares.values()) >= 1:
            yield mistake_at(entry.place, "shares", N_("the shares make 100% or more"))


def examples_come_out_as_printed(facts: Facts, _: object, today: datetime.date) -> Iterator[Mistake]:
    """Refuse rules that do not give what an authority printed."""
    rules = None
    for example in every(facts, law.Example):
        rules = rules or compile_rules(facts)
        clock = max(datetime.date.today(), facts.site.checked)
        try:
            amounts = estimate(rules, read_inputs(example.inputs, clock), clock).amounts()
        except InputError as error:
            yield mistake_at(example.place, "inputs", N_("the estimator cannot answer this: {why}"), why=error)
            continue
        for name, expected in example.expect.items():
            if amounts.get(name) != expected:
                yield mistake_at(
                    example.place,
                    ("expect", name),
                    N_("printed is {expected}; the rules give {found}"),
                    expected=f"{expected:_}",
                    found=f"{amounts[name]:_}" if name in amounts else "–",
                )
