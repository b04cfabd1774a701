"""What a file packs is unpacked again by its own script, and needs no escape inside it."""

from __future__ import annotations

import json
import random
import subprocess

import pytest
from conftest import ROOT
from guide.handouts.compressed_json import packed

UNPACK = """const fs = require("fs"), vm = require("vm");
vm.runInThisContext(fs.readFileSync(process.argv[1], "utf8"));
process.stdout.write(JSON.stringify(unpack(fs.readFileSync(0, "utf8"))));"""
DICE = random.Random(175)
VALUES = {
    "nothing, in codes that are known": {},
    "one letter that goes on": ["a" * 70_000],
    "letters of every kind": ["“Rp16.800” – iuran </script> <!-- \\ ' \u2028 ⏎ 🛶"],
    "numbers without order, in many blocks": [DICE.randrange(10**9) for _ in range(20_000)],
    "far repetitions": [*range(5_000), *range(5_000)],
}


@pytest.mark.parametrize("name", VALUES)
def test_what_is_packed_is_unpacked_and_needs_no_escape(name):
    text = packed(json.dumps(VALUES[name], separators=(",", ":")))
    assert not set(text) & set("\"'\\<\n") and text.isascii()
    command = ["node", "-e", UNPACK, str(ROOT / "overrides/js/handout/unpack.js")]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == VALUES[name]
