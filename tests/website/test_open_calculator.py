"""Somebody who has only the published tables computes every contribution."""

from __future__ import annotations

import ast
import itertools
import json

import pytest
import yaml
from conftest import ROOT, TODAY
from guide.estimator.engine import estimate
from guide.estimator.inputs import InputError, read_inputs
from guide.website import parity
from open_calculator import Tables, contributions

CASES = yaml.safe_load((ROOT / "tests/support/cases.yml").read_text("utf-8"))
SOURCE = ROOT / "tests/support/open_calculator.py"


@pytest.fixture(scope="module")
def tables(open_files, tmp_path_factory):
    """The published tables, written and read again."""
    folder = tmp_path_factory.mktemp("tables")
    for path, text in open_files.items():
        if path.endswith(".json") and '"schema_version": 1,' in text and "parity" not in path:
            (folder / path.rpartition("/")[2]).write_text(text, "utf-8")
    return Tables(folder)


def test_it_is_short_and_knows_nothing_of_the_project():
    text = SOURCE.read_text("utf-8")
    assert text.count("\n") <= 120
    imported = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {name for node in imported for name in [getattr(node, "module", None), *(each.name for each in node.names)]}
    assert names - {None} == {"json", "fractions", "Fraction"}


def test_it_meets_every_published_contribution(tables):
    met = dict.fromkeys(("bpu", "pu", "jakon", "pmi"), 0)
    for case in CASES:
        wanted = {name: rupiah for name, rupiah in case["expect"].items() if not name.startswith("benefit")}
        if wanted:
            inputs = {"month": f"{TODAY:%Y-%m}", **case["inputs"]}
            inputs |= {name: str(inputs[name]) for name in ("risk", "month") if name in inputs}
            amounts = contributions(tables, inputs)
            assert {name: amounts.get(name) for name in wanted} == wanted, case["id"]
            met[case["inputs"]["segment"]] += 1
    print(met)
    assert all(met.values())


def test_it_answers_as_the_estimator_on_both_sides_of_every_change(tables, facts, rules):
    """Every question of the certificate without an event, each fifth of the long lists."""
    compared = 0
    for axes in parity.questions(facts, TODAY):
        plain = {name: values for name, values in axes.items() if name not in ("event", "paid_months")}
        if "contract" in plain:
            plain["contract"] = [months for months in plain["contract"] if int(months) >= 6]  # fewer are refused
        for values in list(itertools.product(*plain.values()))[:: 1 if len(plain) < 5 else 5]:
            raw = {name: value for name, value in zip(plain, values, strict=True) if value}
            assert contributions(tables, _typed(raw)) == _estimated(rules, raw), raw
            compared += 1
    print(compared)
    assert compared > 300


def _typed(raw):
    """Inputs as their kinds: numbers, lists, text."""
    kinds = {"income": int, "contract": int, "age": int, "programs": lambda text: text.split(",")}
    return {name: kinds.get(name, str)(value) for name, value in raw.items()}


def _estimated(rules, raw):
    try:
        amounts = estimate(rules, read_inputs(raw, TODAY), TODAY).amounts()
    except InputError:
        return None
    return {name: rupiah for name, rupiah in amounts.items() if not name.startswith("benefit")}


def test_a_table_that_is_wrong_makes_it_wrong(tables):
    """The proof can fail: another rate gives another amount."""
    spoiled = Tables.__new__(Tables)
    spoiled.items = json.loads(json.dumps(tables.items))
    for item in spoiled.items["schedules"]:
        if item["of"] == "bpu-jkk":
            item["shares"]["worker"] = "0.011"
    asked = {"segment": "bpu", "month": "2026-11", "income": 1000000}
    assert contributions(tables, asked)["jkk.total"] == 5000
    assert contributions(spoiled, asked)["jkk.total"] == 5500
