"""What the law works out from other values is worked out again; a contradiction is a mistake."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pytest
from conftest import ROOT
from guide import checks
from guide.checks.records import derived, law_tables
from guide.facts.load import load, read
from guide.facts.facts import Facts
from guide.facts.model import law

WALKED = (
    derived.ceilings_follow_growth,
    derived.pension_limits_follow_inflation,
    derived.bases_lie_in_the_middle,
    law_tables.bands_rise_from_zero,
    law_tables.slices_rise_from_zero,
    law_tables.programs_cut_a_value_alike,
    law_tables.instalments_add_up,
)
"""The checks that work values out from others; `make check` runs each of them."""


def mistakes(file, before, after):
    """What the derived checks say where one text of the data is replaced."""
    texts = read(ROOT / "data")
    assert before in texts[file]
    facts = load({**texts, file: texts[file].replace(before, after, 1)})
    found = [mistake for check in WALKED for mistake in check(facts)]
    return [(mistake.file, mistake.field.rpartition(".")[2], mistake.values.get("good")) for mistake in found]


def test_the_real_chain_holds(facts):
    assert set(WALKED) <= {*checks.CHECKS, *checks.DERIVED}
    assert [mistake for check in WALKED for mistake in check(facts)] == []


@pytest.mark.parametrize(
    "previous, growth, ceiling",
    [(7_000_000, "0.0479", 7_335_300), (8_939_700, "-0.0207", 8_754_600), (10_547_400, "0.0511", 11_086_300)],
)
def test_a_ceiling_is_rounded_down_to_a_hundred(previous, growth, ceiling):
    assert derived.ceiling_after(previous, Fraction(growth)) == ceiling


@pytest.mark.parametrize(
    "previous, inflation, effective, limit",
    [
        (300_000, "0.0335", "2016-03", 310_050),
        (310_050, "0.0302", "2017-03", 319_450),
        (341_400, "0.0272", "2020-03", 350_700),
        (4_792_300, "0.0292", "2026-03", 4_932_300),
    ],
)
def test_a_pension_limit_is_rounded_up_to_fifty_and_from_2020_to_a_hundred(previous, inflation, effective, limit):
    assert derived.limit_after(previous, Fraction(inflation), effective) == limit


@pytest.mark.parametrize(
    "file, before, after, expected",
    [
        ("schedules/pu-jp.yml", "growth: 5.03%", "growth: 5.04%", ("ceiling", "10_548_400")),
        ("schedules/pu-jp.yml", "ceiling: 9_559_600", "ceiling: 9_559_700", ("ceiling", "9_559_600")),
        ("schedules/pu-jp.yml", "ceiling: 11_086_300", "ceiling: 11_068_300", ("ceiling", "11_086_300")),
        ("schedules/pu-jp.yml", "ceiling: 8_754_600", "ceiling: 8_745_600", ("ceiling", "8_754_600")),
        ("schedules/pu-jp.yml", "shrinkage: 2.07%", "shrinkage: 2.17%", ("ceiling", "8_745_700")),
        ("schedules/pu-jp.yml", "ceiling: 7_000_000", "ceiling: 7_000_010", ("ceiling", "7_000_000")),
        ("benefits/jp.yml", "minimum: 393_500", "minimum: 393_400", ("minimum", "393_500")),
        ("benefits/jp.yml", "maximum: 4_207_200", "maximum: 4_207_100", ("maximum", "4_207_200")),
        ("bands.yml", "base: 6_950_000", "base: 6_590_000", ("base", "6_950_000")),
        ("bands.yml", "at_least: 8_200_000", "at_least: 8_300_000", ("base", "8_000_000")),
        ("bands.yml", "base: 1_000_000,", "base: 1_100_000,", ("base", "1_000_000")),
        ("schedules/jakon-jkm.yml", "above: 500_000_000", "above: 600_000_000", ("slices", None)),
    ],
)
def test_a_contradiction_is_a_mistake(file, before, after, expected):
    assert expected in [
        (field, good if isinstance(good, str) else None) for _, field, good in mistakes(file, before, after)
    ]


def test_only_an_open_conflict_about_the_field_that_names_the_value_excuses_it():
    """Today's conflict about the ceiling of 2026 is settled: it excuses nothing. Open, it would excuse 10,547,400."""
    texts = read(ROOT / "data")
    conflicts, schedule = texts["conflicts.yml"], texts["schedules/pu-jp.yml"]
    settled = re.compile(r"(- id: jp-ceiling-2026\n.*?\n  resolved: )true", re.S)
    open_, old = settled.sub(r"\1false", conflicts), schedule.replace("ceiling: 11_086_300", "ceiling: 10_547_400")
    assert open_ != conflicts and old != schedule

    def wrong(conflicts, schedule):
        facts = load({**texts, "conflicts.yml": conflicts, "schedules/pu-jp.yml": schedule})
        return [mistake.values["good"] for mistake in derived.ceilings_follow_growth(facts)]

    assert wrong(open_, old) == []
    assert wrong(conflicts, old) == ["11_086_300"]
    assert wrong(open_, old.replace("disputed: [ceiling, citations]", "disputed: [citations]")) == ["11_086_300"]
    assert wrong(open_, old.replace("10_547_400\n    growth: 5.11%", "10_547_500\n    growth: 5.11%")) == ["11_086_300"]


# one digit changed, everywhere


def other_digits(value: int) -> Iterator[int]:
    """A number with one of its digits changed, in every way; the first digit may become 0."""
    digits = str(value)
    for i, digit in enumerate(digits):
        yield from (int(digits[:i] + other + digits[i + 1 :]) for other in "0123456789" if other != digit)


def other_rates(rate: Decimal) -> Iterator[Decimal]:
    """A rate with one of the digits of its percentage changed, as it is written with two decimals."""
    yield from (Decimal(number) / 10_000 for number in other_digits(int(rate * 10_000)))


def changed(record, path, value):
    """A record with one value replaced; `path` leads there by fields and places in lists."""
    first, *rest = path
    if isinstance(record, tuple):
        return (*record[:first], changed(record[first], rest, value) if rest else value, *record[first + 1 :])
    inner = changed(getattr(record, first), rest, value) if rest else value
    return record.model_copy(update={first: inner})


def derived_values(facts):
    """Every value that is worked out again: its kind, its collection, its record, and its path in there."""
    for schedule in facts.schedules:
        grows = any(getattr(entry, "growth", None) for entry in schedule.entries)
        for i, entry in enumerate(schedule.entries):
            at = ("entries", i)
            if grows:
                yield "ceiling", "schedules", schedule, (*at, "ceiling")
                name = "growth" if entry.growth else "shrinkage"
                if getattr(entry, name):
                    yield "growth", "schedules", schedule, (*at, name)
            for j in range(len(entry.slices) if isinstance(entry, law.Sliced) else 0):
                yield "limit of a slice", "schedules", schedule, (*at, "slices", j, "above")
            for j in range(len(entry.options) if isinstance(entry, law.Keyed) else 0):
                for name in ("amount", "before", "during"):
                    yield "package", "schedules", schedule, (*at, "options", j, name)
    for benefit in facts.benefits:
        for i, entry in enumerate(benefit.entries):
            if isinstance(entry, law.Accrual):
                for name in ("minimum", "maximum", *(("inflation",) if entry.inflation else ())):
                    yield (
                        ("inflation" if name == "inflation" else "pension limit"),
                        "benefits",
                        benefit,
                        ("entries", i, name),
                    )
    for table in facts.bands:
        for i, entry in enumerate(table.entries):
            for j in range(len(entry.rows)):
                for name in ("at_least", "base"):
                    yield f"{name} of a band", "bands", table, ("entries", i, "rows", j, name)


def value_at(record, path):
    for part in path:
        record = record[part] if isinstance(part, int) else getattr(record, part)
    return record


def test_no_derived_value_survives_one_changed_digit(facts):
    """A mutant is refused by the checks that `make check` runs: a wrong digit is the commonest mistake."""
    values, mutants, survivors = Counter(), 0, []
    for kind, collection, record, path in derived_values(facts):
        values[kind] += 1
        right = value_at(record, path)
        for wrong in other_rates(right) if isinstance(right, Decimal) else other_digits(right):
            mutants += 1
            others = tuple(one for one in getattr(facts, collection) if collection == "schedules" and one is not record)
            records = {"schedules": (), "benefits": (), "bands": (), "taxes": (), "conflicts": facts.conflicts}
            records[collection] = (*(o for o in others if o.segment == record.segment), changed(record, path, wrong))
            mutant = Facts(facts.site, facts.digest, records)
            if not any(mistake for check in WALKED for mistake in check(mutant)):
                survivors.append((record.id, path, right, wrong))
    print(f"{sum(values.values())} derived values ({dict(values)}), {mutants} mutants, {len(survivors)} survive")
    assert values["ceiling"] == 12 and values["pension limit"] == 24 and values["base of a band"] == 33
    assert values["at_least of a band"] == 33 and values["growth"] == 11 and values["inflation"] == 11
    assert survivors == []
