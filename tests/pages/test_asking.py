"""The search answers: questions, descriptions of oneself, words of need, and what it does not know."""

from __future__ import annotations

import json
import subprocess

import pytest
from conftest import ROOT, TODAY
from guide.checks import asking
from guide.estimator.engine import estimate
from guide.estimator.inputs import InputError, read_inputs

pytestmark = pytest.mark.xdist_group("eyes")
SETS = ROOT / "tests/support/ask"
LEAST = {
    "questions-tuning": (0.90, 0.97),
    "questions-held-out": (0.90, 0.97),
    "descriptions-tuning": (0.98, 0.98),
    "descriptions-held-out": (0.90, 0.90),
    "unknown-tuning": (0.95, 0.95),
    "unknown-held-out": (0.95, 0.95),
    "help-tuning": (1, 1),
    "help-held-out": (1, 1),
}
"""The least part of each set that is right, and that is right among three: below what was measured, never lowered."""


@pytest.fixture(scope="module")
def replies(built):
    """Every case with what the search of the built site says to it."""
    asked = list(asking.cases(SETS))
    return list(zip(asked, asking.ask(built, SETS, asked), strict=True))


@pytest.fixture(scope="module")
def described(replies):
    """Those cases in which somebody tells of themselves."""
    return [(case, said) for case, said in replies if case.theme.startswith("descriptions")]


@pytest.fixture(scope="module")
def verdicts(built, replies):
    """Whether what the search says is right, case by case."""
    where = asking.anchors(built)
    return [asking.judge(case, said, where) for case, said in replies]


def test_every_set_is_large_enough():
    asked = list(asking.cases(SETS))
    sizes = {kind: sum(case.theme.startswith(kind) for case in asked) for kind in asking.KINDS}
    held = sum(case.theme.startswith("questions-held-out") for case in asked)
    english = sum(case.theme.startswith("questions") and case.language == "en" for case in asked)
    assert sizes["descriptions"] >= 150 and sizes["unknown"] >= 80 and sizes["help"] >= 30
    assert held >= 120 and english >= 60
    texts = [(case.language, case.text) for case in asked]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("name", LEAST)
def test_the_search_is_right_about(verdicts, name):
    found = [one for one in verdicts if one.case.theme.startswith(name)]
    right, three = (sum(getattr(one, part) for one in found) / len(found) for part in ("right", "three"))
    print(f"{name}: {len(found)}, right {right:.1%}, among three {three:.1%}")
    assert (right, three) >= LEAST[name] and three >= LEAST[name][1]


def test_no_question_is_taken_for_words_of_need(replies):
    assert [case.text for case, said in replies if said["help"] and not case.theme.startswith("help")] == []


def test_nothing_that_was_not_said_goes_to_the_estimator(described):
    for case, said in described:
        told = dict(part.split("=") for part in said["fragment"].lstrip("#").split("&") if part)
        unsure = {"income": "day", "event": "died"}
        for name, value in told.items():
            assert str(said["inputs"].get(name)) == value and value != unsure.get(name), (case, said)


def amounts_of(rules, inputs):
    """What the estimator answers to inputs; None where it has no answer, or one that lies between two amounts."""
    try:
        answer = estimate(rules, read_inputs(inputs, TODAY), TODAY)
    except InputError:
        return None
    return None if answer.range else answer.amounts()


def test_no_amount_differs_from_the_one_that_was_meant(described, rules):
    """An amount is shown where nothing but the children’s school is still asked (SearchAmount)."""
    shown, wrong = 0, []
    for case, said in described:
        told = dict(part.split("=") for part in said["fragment"].lstrip("#").split("&") if part)
        meant = dict(part.split("=") for part in case.right.split())
        kept = {name: meant[name] for name in meant if name not in ("occupation", "kids")}
        if kept.get("segment") != "pu":
            kept.pop("age", None)
        if said["described"] and said["sum"]:
            shown += 1
            wrong += [case.text] if amounts_of(rules, told) not in (None, amounts_of(rules, kept)) else []
    print(f"{len(described)} descriptions, {shown} with an amount, {len(wrong)} wrong")
    assert shown > 60 and wrong == []


def test_hostile_words_neither_break_nor_freeze_the_search(built):
    script, texts = asking.scripts_of(built)
    command = ["node", str(SETS / "hostile.js"), str(script), str(texts["id"]), "800"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    print(told)
    assert told["queries"] == 800 and told["median"] < 50 and told["longest"] < 200


@pytest.mark.audit
def test_twenty_thousand_hostile_words_neither_break_nor_freeze_the_search(built):
    script, texts = asking.scripts_of(built)
    command = ["node", str(SETS / "hostile.js"), str(script), str(texts["id"]), "20000"]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    print(told)
    assert told["queries"] == 20000 and told["longest"] < 200


def test_scripts_of_the_build_before_are_not_asked(tmp_path):
    (tmp_path / "en").mkdir()
    names = ("cari-0123456789.js", "cari-id-0123456789.js", "en/cari-en-0123456789.js")
    old = [name.replace("0123456789", "00aaaaaaaa") for name in names]
    for name in (*names, *old):
        (tmp_path / name).touch()
    (tmp_path / "_older").write_text("".join(f"{name}\n" for name in old), "utf-8")
    script, texts = asking.scripts_of(tmp_path)
    assert script == tmp_path / names[0] and texts == {"en": tmp_path / names[2], "id": tmp_path / names[1]}
