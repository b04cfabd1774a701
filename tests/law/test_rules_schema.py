"""The rules that both engines answer by: their shape as JSON, and the one table that their inputs come from."""

from __future__ import annotations

import copy
import dataclasses
import json
from collections.abc import Iterator

import pytest
from conftest import ROOT
from guide.assets.script_data import as_json
from guide.estimator.browser_data import rules_for_browser
from guide.estimator.inputs import CHOICES, FIELDS, INPUTS, LABELS, LISTS, MONEY, NAMES, WHOLE, Inputs
from guide.law import benefit_rules
from jsonschema import Draft202012Validator
from parity import checked_rules

SCHEMA = json.loads((ROOT / "tests/support/rules_schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def validator():
    Draft202012Validator.check_schema(SCHEMA)
    return Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def in_json(rules):
    """The rules as the browser gets them."""
    return json.loads(as_json(rules_for_browser(rules)))


def test_the_rules_have_the_shape_of_the_schema(rules, validator, in_json):
    assert [error.message for error in validator.iter_errors(in_json)] == []
    assert checked_rules(rules) == as_json(rules_for_browser(rules))


def parts(value, path=()) -> Iterator[tuple[tuple, object]]:
    """Every value in a JSON value with its path."""
    yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in items:
        yield from parts(inner, (*path, name))


def shape(path):
    """A path without the places in lists, so that alike values are tried once."""
    return tuple("*" if isinstance(part, int) else part for part in path)


def spoiled(rules, path, value):
    """The rules with one value replaced."""
    copied = copy.deepcopy(rules)
    inner = copied
    for part in path[:-1]:
        inner = inner[part]
    inner[path[-1]] = value
    return copied


def test_the_schema_refuses_what_no_engine_could_read(validator, in_json):
    """Each kind of value once: a number that is text or a fraction, an object with an unknown field."""
    kinds = {shape(path): (path, value) for path, value in parts(in_json) if path and path[0] != "inputs"}
    accepted = []
    for path, value in kinds.values():
        wrong = {dict: {"x": 1.5}, list: [1.5], str: 1.5, int: "1", bool: False}[type(value)]
        if validator.is_valid(spoiled(in_json, path, wrong)):
            accepted.append(path)
    assert len(kinds) > 100
    assert accepted == []


def test_the_schema_knows_every_kind_of_payout():
    classes = [c for c in vars(benefit_rules).values() if isinstance(c, type) and hasattr(c, "kind")]
    kinds = {option["properties"]["kind"]["const"] for option in SCHEMA["$defs"]["payout"]["oneOf"]}
    assert kinds == {c.kind for c in classes}


def test_rules_cannot_be_changed(rules):
    for record in (rules, rules.schedules[0], rules.schedules[0].entries[0], rules.benefits[0], rules.reliefs[0]):
        with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
            setattr(record, dataclasses.fields(record)[0].name, "x")


def test_a_question_has_the_inputs_that_are_declared():
    """`Inputs` names for the type checker what INPUTS declares."""
    assert tuple(field.name for field in dataclasses.fields(Inputs)) == (*NAMES, "values", "given")
    assert set(LABELS) == set(FIELDS) == set(NAMES) == {each.name for each in INPUTS}
    kinds = {"choice": CHOICES, "list": LISTS, "money": MONEY, "whole": WHOLE}
    assert all(each.name in kinds[each.kind] for each in INPUTS if each.kind != "month")
