"""Nothing is assumed in silence: an answer names every input left out, and between what an unknown one lies."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys

import pytest
from conftest import ROOT, TODAY, estimated
from guide.estimator import browser_data as browser_data
from guide.estimator.engine import assumptions, estimate
from guide.estimator.inputs import ASSUMED_OF, CHOICES, UNKNOWN, read_inputs
from parity import Browser, Python

pytestmark = pytest.mark.xdist_group("engine")
PU, BPU, PMI = (
    {"segment": "pu", "income": "5000000"},
    {"segment": "bpu", "income": "1000000"},
    {"segment": "pmi"},
)
FULL_PU = {**PU, "size": "large", "risk": "2", "age": "30", "programs": "jkk,jkm,jht,jp"}
FULL_BPU = {**BPU, "sector": "other", "payer": "self", "programs": "jkk,jkm"}
SAID = [
    (PU, "size risk age programs"),
    (BPU, "sector payer programs"),
    ({"segment": "jakon", "income": "100000"}, "programs"),
    (PMI, "placement contract programs"),
    ({**PMI, "event": "death"}, "placement contract phase programs"),
    ({**PMI, "event": "death", "placement": "p3mi", "contract": "24", "phase": "during", "programs": "jkk"}, ""),
    (FULL_PU, ""),
    (FULL_BPU, ""),
    ({**PU, "size": "unknown", "risk": "unknown"}, "age programs"),
    ({**PMI, "placement": "unknown"}, "contract programs"),
    ({**FULL_PU, "event": "layoff"}, "paid_months"),
    ({**FULL_PU, "event": "layoff", "paid_months": "24"}, ""),
    ({**FULL_PU, "event": "layoff", "programs": "jkk,jkm"}, ""),  # nothing is paid, so nothing waits
    ({**FULL_PU, "event": "layoff", "programs": "jkk,jkp"}, ""),
    ({**FULL_PU, "event": "work-death", "programs": "jht"}, ""),
    ({**FULL_PU, "event": "death"}, "paid_months children"),
    ({**FULL_PU, "event": "work-death"}, "children"),
    ({**FULL_PU, "event": "work-death", "children": "sd"}, ""),
    ({**FULL_PU, "event": "work-sick", "sick_months": "3"}, ""),
    ({**FULL_PU, "event": "retirement", "paid_months": "180"}, "average_wage"),
    ({**FULL_PU, "event": "retirement", "paid_months": "180", "average_wage": "4000000"}, ""),
    ({**FULL_BPU, "event": "death", "children": "sd"}, "paid_months"),
    ({**FULL_BPU, "income": "499999"}, "income"),
    ({**FULL_BPU, "income": "500000"}, ""),
    ({**FULL_PU, "income": "120000"}, "income"),
    ({**BPU, "programs": ""}, "sector payer programs"),
]
"""Questions, and the inputs that were left out, as contract.md lists them."""


def names(rules, raw):
    """What the Python estimator says that it assumed."""
    return " ".join(one.name for one in estimate(rules, read_inputs(raw, TODAY), TODAY).assumptions)


@pytest.mark.parametrize(("raw", "said"), SAID, ids=[f"{i}" for i in range(len(SAID))])
def test_exactly_what_was_left_out_is_named(rules, raw, said):
    assert names(rules, raw) == said


@pytest.fixture(scope="module")
def python(facts):
    """The Python estimator in the contract's words."""
    return Python(facts)


def in_the_browser(browser):
    """What the browser's estimator says that it assumed, for all questions."""
    questions = [{"raw": raw, "today": TODAY.isoformat(), "language": "id"} for raw, _ in SAID]
    _, text = browser.ask(do="answers", questions=questions)
    return [" ".join(one["name"] for one in answer["assumptions"]) for answer in json.loads(text)]


def test_the_browser_names_the_same(python, tmp_path):
    browser = Browser(python, tmp_path)
    assert in_the_browser(browser) == [said for _, said in SAID]
    browser.close()


@pytest.mark.parametrize("name", sorted({name for names in ASSUMED_OF.values() for name in names} | {"income"}))
def test_an_engine_that_keeps_one_assumption_to_itself_is_caught(rules, python, tmp_path, monkeypatch, name):
    silent = {segment: tuple(n for n in names if n != name) for segment, names in ASSUMED_OF.items()}
    monkeypatch.setattr(assumptions, "ASSUMED_OF", silent)
    monkeypatch.setattr(browser_data.inputs, "ASSUMED_OF", silent)
    if name == "income":
        monkeypatch.setattr(assumptions, "LOW_INCOME", 0)
        monkeypatch.setattr(browser_data.inputs, "LOW_INCOME", 0)
    expected = [said for _, said in SAID]
    assert [names(rules, raw) for raw, _ in SAID] != expected
    browser = Browser(python, tmp_path)
    assert in_the_browser(browser) != expected
    browser.close()


UNSURE = [
    {**PU, "size": UNKNOWN},
    {**PU, "size": UNKNOWN, "risk": UNKNOWN, "event": "layoff", "months": "3", "people": "2"},
    {**PU, "risk": UNKNOWN, "programs": "jht"},
    {**PU, "size": UNKNOWN, "programs": "jkk,jkm,jht", "event": "layoff"},
    {**PMI, "placement": UNKNOWN, "contract": "18", "event": "death"},
]


@pytest.mark.parametrize("raw", UNSURE, ids=[f"{i}" for i in range(len(UNSURE))])
def test_an_unknown_input_counts_as_its_default_and_its_amounts_lie_between_all_that_it_may_be(rules, raw):
    answer = estimate(rules, read_inputs(raw, TODAY), TODAY)
    unknown = [name for name, value in raw.items() if value == UNKNOWN]
    usual = estimate(rules, read_inputs({k: v for k, v in raw.items() if k not in unknown}, TODAY), TODAY)
    assert answer.amounts() == usual.amounts()
    assert {name: answer.inputs[name] for name in unknown} == dict.fromkeys(unknown, UNKNOWN)
    kinds = [[choice for choice in CHOICES[name] if choice != UNKNOWN] for name in unknown]
    every = [
        estimate(rules, read_inputs({**raw, **dict(zip(unknown, chosen, strict=True))}, TODAY), TODAY).amounts()
        for chosen in itertools.product(*kinds)
    ]
    spans = {
        name: [min(one.get(name, 0) for one in every), max(one.get(name, 0) for one in every)]
        for name in {name for one in every for name in one}
    }
    assert answer.range == {name: span for name, span in spans.items() if span[0] < span[1]}


def test_where_nothing_is_unknown_there_is_no_range(rules):
    assert estimate(rules, read_inputs(PU, TODAY), TODAY).range is None


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["between Rp108,000 and Rp145,500", "We assume that it happens during", "--programs"]),
        ("id", ["antara Rp108.000 dan Rp145.500", "Kami anggap itu terjadi", "--programs"]),
    ],
)
def test_the_text_says_between_what_and_what_was_assumed(language, parts):
    asked = ["--segment", "pmi", "--placement", "unknown", "--contract", "6", "--event", "death"]
    done = estimated(*asked, "--language", language)
    assert done.returncode == 0, done.stderr
    assert all(part in done.stdout for part in parts), done.stdout


def test_an_assumption_stands_once_in_the_text():
    done = estimated("--segment", "pu", "--income", "5jt", "--event", "layoff", LANG="en")
    assert done.stdout.count("We assume the lowest class") == done.stdout.count("We assume that enough months") == 1


def test_a_list_names_what_each_row_assumed():
    rows = "segment,income,programs,size,risk,age\npu,5jt,jht,large,1,30\nbpu,300rb,,,,\npu,,,,,\n"
    for alias in ("--list", "--csv"):
        done = run_list(rows, alias)
        cells = [line.split(",")[-2:] for line in done.splitlines()]
        assert cells[:3] == [["assumed", "error"], ["", ""], ["sector payer programs income", ""]]
        assert cells[3][0] == "" and cells[3][1].startswith("income: ")


def run_list(rows, alias, *more):
    """What a list comes back as."""
    command = [sys.executable, str(ROOT / "scripts" / "estimate.py"), alias, "-", "--language", "en", *more]
    env = {"AS_OF": TODAY.isoformat(), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, input=rows, env=env, capture_output=True, text=True, timeout=120).stdout


def test_a_list_is_written_where_the_command_says(tmp_path):
    rows = "segment,income\nbpu,1jt\n"
    plain = run_list(rows, "--list")
    assert run_list(rows, "--list", "--output", str(tmp_path / "out.csv")) == ""
    assert (tmp_path / "out.csv").read_text("utf-8") == plain
    (tmp_path / "in.csv").write_text(rows, "utf-8")
    asked = ("--list", str(tmp_path / "in.csv"), "--output", str(tmp_path / "no" / "out.csv"))
    done = estimated(*asked, LANG="en")
    assert done.returncode == 2 and done.stderr.startswith("output: the result cannot be written to")
