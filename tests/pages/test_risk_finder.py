"""The risk class of a business: every everyday name finds its kind, and what stands in several classes is asked."""

from __future__ import annotations

import json
import re
import subprocess

from conftest import ROOT

ANNEX = {"1": 23, "2": 25, "3": 96, "4": 23, "5": 24}
"""How many kinds each class has in Annex I (of PP 82/2019, as jaga-pekerja counts them)."""
FIND = """const finder = require(process.argv[1]), told = JSON.parse(require("fs").readFileSync(0, "utf8"));
const shown = text => finder.find(told.kinds, text).map(kind => [kind.risk, kind.label]);
console.log(JSON.stringify(told.asked.map(shown)));"""


def found(facts, asked):
    """What the page's search finds for each text, the best first: pairs of class and kind."""
    kinds = [
        {"risk": each.risk, "label": kind.name["id"], "text": folded(" ".join([kind.name["id"], *kind.words]))}
        for each in facts.risk_kinds
        for kind in each.kinds
    ]
    command = ["node", "-e", FIND, str(ROOT / "overrides/js/risk-finder.js")]
    told = json.dumps({"kinds": kinds, "asked": asked})
    done = subprocess.run(command, input=told, capture_output=True, text=True, timeout=60, check=True)
    return json.loads(done.stdout)


def folded(text):
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.lower()).split())


def test_every_class_has_the_kinds_of_the_annex(facts):
    assert {each.risk: len(each.kinds) for each in facts.risk_kinds} == ANNEX
    assert all(each.confidence in ("medium", "low") and each.note for each in facts.risk_kinds)


def test_every_everyday_name_finds_its_kind_among_the_first(facts):
    asked = [
        (each.risk, kind.name["id"], word) for each in facts.risk_kinds for kind in each.kinds for word in kind.words
    ]
    for (risk, name, word), answers in zip(asked, found(facts, [word for *_, word in asked]), strict=True):
        assert [risk, name] in answers[:8], word


def test_what_stands_in_several_classes_is_shown_in_all_of_them(facts):
    both, neither = found(facts, ["Bengkel MOTOR", "xyz"])
    assert {risk for risk, _ in both} == {"3", "4"} and neither == []


def test_without_script_every_kind_and_every_class_leads_to_its_amounts(built):
    page = (built / "hitung/kelas/index.html").read_text("utf-8")
    assert page.count("<li data-words=") == sum(ANNEX.values())
    assert all(
        f"#segment=pu&amp;risk={risk}" in page or f"#segment=pu&risk={risk}" in page for risk in (*ANNEX, "unknown")
    )
