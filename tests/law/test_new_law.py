"""A new rate, relief, ceiling or table is one entry of data: the estimate changes and no code is edited."""

from __future__ import annotations

import datetime
from textwrap import dedent, indent

import pytest
from conftest import ROOT
from guide.estimator.engine import estimate
from guide.estimator.inputs import read_inputs
from guide.facts.load import load, read
from guide.law.compile import compile_rules

LATER = datetime.date(2028, 1, 10)
CITED = """\
citations: [{regulation: pp-44-2015, article: null}]
announced: 2027-06-01
compiled: 2027-06-02
verified: null
confidence: high
"""
ADDED = {
    "a rate of employees": (
        "schedules/pu-jht.yml",
        2,
        """
        kind: rate
        shares: {employer: 4%, worker: 2.5%}
        """,
        {"segment": "pu", "income": "4000000", "programs": "jht"},
        {"jht.employer": 160_000, "jht.worker": 100_000},
    ),
    "a flat amount": (
        "schedules/bpu-jkm.yml",
        2,
        """
        kind: flat
        shares: {worker: 7_500}
        """,
        {"segment": "bpu", "income": "1000000"},
        {"jkm.total": 7_500},
    ),
    "a ceiling": (
        "schedules/pu-jp.yml",
        2,
        """
        kind: rate
        shares: {employer: 2%, worker: 1%}
        ceiling: 12_000_000
        until_pension_age: true
        """,
        {"segment": "pu", "income": "20000000", "programs": "jp"},
        {"jp.worker": 120_000},
    ),
    "a table of bands": (
        "bands.yml",
        4,
        """
        rows:
          - {at_least: 0, base: 1_500_000, confidence: high}
          - {at_least: 2_000_000, base: 2_500_000, confidence: high}
        """,
        {"segment": "bpu", "income": "2000000", "programs": "jkk"},
        {"jkk.total": 25_000},
    ),
    "slices of a contract": (
        "schedules/jakon-jkk.yml",
        2,
        """
        kind: slices
        slices:
          - {above: 0, shares: {employer: 0.5%}}
          - {above: 1_000_000, shares: {employer: 0.1%}}
        """,
        {"segment": "jakon", "income": "3000000", "programs": "jkk"},
        {"jkk.employer": 7_000},
    ),
    "a relief": (
        "reliefs.yml",
        0,
        """
        id: new-relief
        name: {id: Potongan baru, en: New relief}
        segment: bpu
        programs: [jht]
        sectors: [other]
        factor: 25%
        first: 2027-07
        last: 2027-12
        """,
        {"segment": "bpu", "income": "1000000", "programs": "jht"},
        {"jht.total": 5_000},
    ),
    "a benefit": (
        "benefits/scholarship.yml",
        4,
        """
        kind: table
        rows:
          - {stage: tk, per_year: 1_000_000, years: 2}
          - {stage: university, per_year: 20_000_000, years: 4}
        children: 1
        """,
        {"segment": "bpu", "income": "1000000", "event": "work-death", "children": "tk,university"},
        {"benefit.scholarship": 82_000_000},
    ),
}


def written(depth, fields):
    """A list entry with its fields, citation and first day, `depth` blanks in."""
    fields = dedent(fields).lstrip("\n") + CITED
    if "first:" not in fields:
        fields = f"effective: 2027-07-01\n{fields}"
    return indent("- " + indent(fields, "  ").lstrip(), " " * depth)


@pytest.mark.parametrize("name", ADDED)
def test_an_entry_changes_the_estimate(name):
    file, depth, fields, inputs, expected = ADDED[name]
    texts = read(ROOT / "data")
    more = {**texts, file: texts[file].rstrip("\n") + "\n" + written(depth, fields)}
    before, after = compile_rules(load(texts)), compile_rules(load(more))

    def answer(rules, month):
        return estimate(rules, read_inputs({**inputs, "month": month}, LATER), LATER).amounts()

    assert answer(before, "2027-06") == answer(after, "2027-06")
    assert answer(before, "2027-08") != answer(after, "2027-08")
    assert {key: answer(after, "2027-08")[key] for key in expected} == expected
