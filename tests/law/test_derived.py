"""What the law works out from other values is worked out again; a contradiction is a mistake."""

from __future__ import annotations

from fractions import Fraction

import pytest
from conftest import ROOT
from guide.checks.records import derived
from guide.facts.load import load, read


def mistakes(file, before, after):
    """What the derived checks say where one text of the data is replaced."""
    texts = read(ROOT / "data")
    assert before in texts[file]
    facts = load({**texts, file: texts[file].replace(before, after, 1)})
    found = (*derived.ceilings_follow_growth(facts), *derived.pension_limits_follow_inflation(facts))
    return [(mistake.file, mistake.field.rpartition(".")[2], mistake.values["good"]) for mistake in found]


def test_the_real_chain_holds(facts):
    assert not [*derived.ceilings_follow_growth(facts), *derived.pension_limits_follow_inflation(facts)]


@pytest.mark.parametrize(
    "previous, growth, ceiling",
    [(7_000_000, "0.0479", 7_335_300), (8_939_700, "-0.0207", 8_754_600), (10_547_400, "0.0511", 11_086_300)],
)
def test_a_ceiling_is_rounded_down_to_a_hundred(previous, growth, ceiling):
    assert derived.ceiling_after(previous, Fraction(growth)) == ceiling


@pytest.mark.parametrize(
    "file, before, after, expected",
    [
        ("schedules/pu-jp.yml", "growth: 5.03%", "growth: 5.04%", ("ceiling", "10_548_400")),
        ("schedules/pu-jp.yml", "ceiling: 9_559_600", "ceiling: 9_559_700", ("ceiling", "9_559_600")),
        ("benefits/jp.yml", "minimum: 393_500", "minimum: 393_800", ("minimum", "393_406")),
    ],
)
def test_a_contradiction_is_a_mistake(file, before, after, expected):
    assert (f"data/{file}", *expected) in mistakes(file, before, after)


def test_a_recorded_conflict_is_no_mistake():
    before = "    shrinkage: 2.07%"
    assert mistakes("schedules/pu-jp.yml", before, "    shrinkage: 2.17%") == []
