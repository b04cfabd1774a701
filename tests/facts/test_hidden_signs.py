"""Signs that nobody sees, and instructions to other programs, are refused wherever people write words."""

from __future__ import annotations

import json
import re
import subprocess

import pytest
from conftest import ROOT
from guide.facts.load.text_file import flaws
from guide.facts.model.words import HIDDEN

SIGNS = "\u3164\u2800\uffa0\u115f\u202e\u2066\u200b\u200f\u00ad\u2028\ufe0f\u0085\x07\ue000\U000e0041"


@pytest.mark.parametrize("sign", SIGNS, ids=[f"U+{ord(sign):04X}" for sign in SIGNS])
def test_a_hidden_sign_is_named_with_its_place_in_any_file(sign):
    (found,) = flaws("docs/id/x.md", f"---\nPergi ke{sign} kantor")
    assert (found.line, found.column) == (2, 9) and found.values == {"bad": f"U+{ord(sign):04X}"}


def test_letters_that_people_see_are_let_through():
    assert not HIDDEN.search("Béla – “Ende” …\u00a0½ 日本 😀\t\n\r")


def test_the_form_for_partners_refuses_the_same_signs_and_instructions():
    texts = [f"Koperasi{sign}" for sign in SIGNS] + ["Koperasi <?php", "Koperasi 😀 – Béla"]
    script = (
        f"const form = require({json.dumps(str(ROOT / 'overrides/js/new-partner.js'))});"
        f"const told = {json.dumps(texts)}.map((text) => form.check({{official: text}}, {{}}).official || '');"
        "console.log(JSON.stringify(told));"
    )
    done = subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == ["hidden"] * len(SIGNS) + ["markup", ""]
    sentences = re.findall(r'"(\w+)": _\(', (ROOT / "overrides/blocks/new-partner.html").read_text("utf-8"))
    assert {"hidden", "markup"} <= {*sentences}
