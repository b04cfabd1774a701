"""Hostile input never ends in a traceback and never puts script on a page: see fuzz.py for what is thrown."""

from __future__ import annotations

import random
import subprocess
import sys

import fuzz
import pytest
from conftest import ROOT, TODAY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from parity import Browser, Proof, Python

USUAL = {
    "money": 6_000,
    "command": 5_000,
    "members": 3_000,
    "loader": 1_500,
    "between": 120,
    "texts": 4_000,
    "prose": 1_500,
    "figures": 1_500,
    "parts": 120,
    "catalogs": 300,
    "sheets": 300,
    "questions": 500,
}
"""Executions of each target in `make test`; more than 20,000 together with those of the browser."""
LONG = {"money": 60, "command": 8, "members": 8, "loader": 8, "between": 10, "texts": 60, "prose": 30}
LONG |= {"figures": 60, "parts": 60, "catalogs": 30, "sheets": 30, "questions": 60}
"""How many times as many atheris runs in `make audit`; Hypothesis adds ten times the usual ones."""
BROWSER = 3_000


def thrown(target, count, seed):
    """Let Hypothesis call a target; returns how often it did."""
    calls = 0

    @settings(max_examples=count, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.binary(max_size=200))
    def call(data):
        nonlocal calls
        calls += 1
        fuzz.throw(target, data)

    call._hypothesis_internal_use_seed = seed
    call()
    return calls


@pytest.mark.parametrize("target", fuzz.TARGETS)
def test_nothing_gives_way(target):
    calls = thrown(target, USUAL[target], 1)
    print(f"fuzz: {target}: {calls:,} executions")
    assert calls >= USUAL[target]


def test_at_least_20_000_executions_are_asked_for():
    assert sum(USUAL.values()) + BROWSER >= 20_000
    assert sum(LONG[target] * count + 10 * count for target, count in USUAL.items()) >= 1_000_000


def hostile_questions(count):
    """Questions of the command line's kind, with inputs of any kind."""
    chance = random.Random(1)
    for _ in range(count):
        take = fuzz.Taker(chance.randbytes(120))
        raw = (
            {}
            if take.number(9) == 0
            else {"segment": take.pick(fuzz.CHOICES["segment"]), "income": fuzz.typed(take, "income")}
        )
        for _ in range(take.number(6)):
            name = take.pick(fuzz.NAMES) if take.number(9) else f"x{take.text(fuzz.FIELDS, 2)}"
            raw[name] = fuzz.typed(take, name)
        yield {"raw": raw, "today": TODAY.isoformat(), "language": take.pick(("id", "en"))}


def test_the_browser_reads_hostile_inputs_as_python_does(facts, tmp_path):
    python = Python(facts)
    browser = Browser(python, tmp_path)
    proof = Proof(python, browser)
    questions = list(hostile_questions(BROWSER))
    proof.same({"do": "answers", "questions": questions}, [python.answer(question) for question in questions])
    browser.close()
    print(f"fuzz: browser: {len(questions):,} executions")
    assert not proof.different


def test_an_input_that_hangs_is_a_fault(monkeypatch):
    monkeypatch.setitem(fuzz.TARGETS, "slow", lambda _: sum(range(300_000)))
    monkeypatch.setattr(fuzz, "PATIENCE", 1e-5)
    with pytest.raises(AssertionError, match="slow took"):
        fuzz.throw("slow", b"")


@pytest.mark.audit
@pytest.mark.parametrize("target", fuzz.TARGETS)
def test_nothing_gives_way_for_long(target, tmp_path):
    calls = thrown(target, 10 * USUAL[target], 2)
    count = LONG[target] * USUAL[target]
    command = [sys.executable, str(ROOT / "tests/support/fuzz.py"), target, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    print(f"fuzz: {target}: {calls:,} executions with Hypothesis, {count:,} with atheris")
