"""The browser's estimator says what the Python estimator says: proved, not sampled."""

from __future__ import annotations

import dataclasses
import json
import subprocess
from pathlib import Path

import brotli
import pytest
import yaml
from conftest import ROOT, TODAY
from guide.assets.minify_js import stripped
from guide.assets.script_data import as_json
from guide.estimator.browser_data import rules_for_browser
from guide.i18n.numerals import counting, number_words
from guide.law.rows import amount
from parity import Browser, Proof, Python, all_options, at_random, days, incomes, nonsense, others, turns

CASES = yaml.safe_load((ROOT / "tests/support/cases.yml").read_text("utf-8"))
SCRIPTS = [ROOT / "overrides/js/estimator" / name for name in ("engine.js", "messages.js", "compare.js", "reverse.js")]
MUTANTS = {
    "rounds down": (
        "quotient(2 * (row[1] + row[2] * x) * part[0] + over, 2 * over)",
        "quotient((row[1] + row[2] * x) * part[0], over)",
    ),
    "rounds half down": ("* part[0] + over, 2 * over)", "* part[0] + over - 1, 2 * over)"),
    "begins a month late": ("monthOf(entry) <= month", "monthOf(entry) < month"),
    "relief ends a month early": ("month <= relief.last", "month < relief.last"),
    "swaps shares": (
        "found[payer] += value",
        'found[{ worker: "employer", employer: "worker" }[payer] || payer] += value',
    ),
    "forgets small employers": (
        "if (among(one[0], asked.inputs.size))",
        'if (among(one[0], asked.inputs.size) && !among(one[0], "small"))',
    ),
    "counts a contract from its month on": ("if (candidate[0] <= x) row", "if (candidate[0] < x) row"),
    "hides the cheaper package": ("row[0] > contract && amount(rows, row[0]) < cheapest", "row[0] < contract - 999"),
    "hides the conditions of job-loss cash": ("if (age) notice(", "if (age < 0) notice("),
    "raises no wage but says nothing": ("inputs.income < entry.amount", "inputs.income < 0"),
    "knows the least only": ("range[name] = [least, most]", "range[name] = [least, least]"),
    "takes the unknown for the last choice": (
        "usual[name] = tables.defaults[values.segment][name]",
        "usual[name] = tables.choices[name][1]",
    ),
}
pytestmark = pytest.mark.xdist_group("engine")


@pytest.fixture(scope="module")
def python(facts):
    """The Python estimator in the contract's words."""
    return Python(facts)


@pytest.fixture(scope="module")
def browser(python, tmp_path_factory):
    """The browser's estimator."""
    found = Browser(python, tmp_path_factory.mktemp("engine"))
    yield found
    found.close()


def everything(proof: Proof, today: str, samples: int) -> None:
    """The whole proof: rows, months × options, days, other questions, and a seeded random set."""
    rules = proof.python.rules
    months, wages = turns(rules), incomes(rules)
    proof.rows()
    proof.questions(list(all_options(months, wages, today)))
    for day in days(rules):
        proof.questions(list(all_options([day[:7]], wages, day)))
    proof.questions(list(others(months, wages, today)))
    proof.questions(list(nonsense(today)))
    proof.questions(list(at_random(20261122, samples, rules)))


def test_both_engines_say_the_same(python, browser, capsys):
    proof = Proof(python, browser)
    everything(proof, TODAY.isoformat(), 3000)
    one, other = proof.digests()
    with capsys.disabled():
        print(f"\nparity: {proof.count:,} comparisons, Python {one}, browser {other}")
    assert not proof.different, "\n".join(proof.different[:5])
    assert one == other
    assert proof.count >= 100_000


@pytest.mark.parametrize("name", MUTANTS)
def test_a_spoilt_engine_is_caught(python, tmp_path, name):
    spoilt = Browser(python, tmp_path, MUTANTS[name])
    proof = Proof(python, spoilt)
    months, wages = turns(python.rules)[::3], incomes(python.rules)
    proof.rows()
    proof.questions(list(all_options([*months, "2026-12"], wages, TODAY.isoformat()))[::5])
    spoilt.close()
    assert proof.different
    assert len(set(proof.digests())) == 2


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_published_examples_come_out_in_the_browser(browser, case):
    raw = {name: ",".join(value) if isinstance(value, list) else str(value) for name, value in case["inputs"].items()}
    _, text = browser.ask(do="answers", questions=[{"raw": raw, "today": TODAY.isoformat(), "language": "id"}])
    found = json.loads(text)[0]
    assert not isinstance(found, list), found
    flat = {"grand_total": found["grand_total"], "benefit_total": found["benefit_total"]}
    flat |= {f"{key}.{party}": v for key, shares in found["contributions"].items() for party, v in shares.items()}
    flat |= {f"monthly.{party}": v for party, v in found["monthly"].items()}
    flat |= {f"benefit.{name}": v for name, v in found["benefits"].items()}
    assert {name: flat.get(name) for name in case["expect"]} == case["expect"]


def test_no_float_touches_the_wages_on_which_one_errs(python, browser):
    """Math.round(w * 0.0174) is wrong for 2,311 wages from Rp100,000 to Rp30 million; both engines are right."""
    halves = [wage for wage in range(100_000, 30_000_000) if wage * 87 % 5000 == 2500]
    products = {wage: wage * 0.0174 for wage in halves}
    rounded = {wage: int(x) + (x - int(x) >= 0.5) for wage, x in products.items()}  # as Math.round does
    erring = [wage for wage in halves if rounded[wage] != (wage * 87 * 2 + 5000) // 10000]
    assert len(erring) == 2311
    _, text = browser.ask(do="wages", program="jkk", wages=[str(w) for w in erring], today=TODAY.isoformat())
    right = [(wage * 87 * 2 + 5000) // 10000 for wage in erring]
    assert json.loads(text) == right
    rows = next(
        entry.shares["5"]["employer"].rows
        for schedule in python.rules.schedules
        if (schedule.segment, schedule.program) == ("pu", "jkk")
        for entry in schedule.entries
    )
    assert [amount(rows, wage) for wage in erring] == right


def _numbers(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [number for item in value for number in _numbers(item)]
    return [value] if isinstance(value, (int, float)) else []


def test_rules_hold_whole_numbers_only(python):
    assert all(type(number) in (int, bool) for number in _numbers(dataclasses.asdict(python.rules)))
    assert all(type(number) in (int, bool) for number in _numbers(rules_for_browser(python.rules)))


def test_it_needs_nothing_that_a_phone_of_2016_lacks(python, tmp_path):
    """The stripped scripts answer in a bare world: no Promise, fetch, URL, storage, Map, Intl or module."""
    scripts = "".join(stripped(script.read_text("utf-8")) for script in SCRIPTS)
    rules = as_json(rules_for_browser(python.rules))
    bare = "var Promise, fetch, URL, localStorage, Map, Set, Symbol, Intl, Proxy, Reflect, WeakMap;"
    asked = '{segment: "bpu", income: "1 juta", month: "2026-11"}'
    program = f'{bare}{scripts}; Estimator.answer({rules}, {asked}, "2026-11-22").monthly.total'
    (tmp_path / "bare.js").write_text(program, "utf-8")
    run = "console.log(require('vm').runInNewContext(require('fs').readFileSync(process.argv[1], 'utf8')))"
    done = subprocess.run(["node", "-e", run, str(tmp_path / "bare.js")], capture_output=True, text=True)
    assert done.stdout.strip() == "8400", done.stderr


def test_engine_and_rows_stay_small(python):
    """quality.md P2, issue 3: the engine with all rows is at most 8 kB in brotli."""
    engine = stripped(Path(SCRIPTS[0]).read_text("utf-8")) + as_json(rules_for_browser(python.rules))
    assert len(brotli.compress(engine.encode())) <= 8000


def test_numbers_are_said_alike(python, browser):
    numbers = [*range(2200), 10**6, 1_500_000, 21_000_000, 10_080_000_000, 999_999_999_999, 10**12, 2**53 - 1]
    for name in python.languages:
        _, text = browser.ask(do="words", numbers=numbers, language=name)
        assert json.loads(text) == [number_words(n, counting(python.facts.numbers[0], name)) for n in numbers]
