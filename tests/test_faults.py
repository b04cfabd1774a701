"""Every kind of mistake is named with its file, line, column and advice; nothing ever ends in a traceback."""

from __future__ import annotations

import random
import re

import pytest
from conftest import ROOT, TODAY
from faults import FAULTS
from guide import checks
from guide.language.catalogs import translator
from guide.load import load, read
from guide.mistakes import DataError

SAMPLE = read(ROOT / "tests" / "sample")
EXPECTED = dict(
    line.split(" => ", 1) for line in (ROOT / "tests" / "faults.txt").read_text("utf-8").splitlines() if " => " in line
)


def mistakes(texts):
    """All mistakes of these files, of form and between records; what is merely due for review is left out."""
    try:
        return sorted(m for m in checks.find(load(texts), {}, TODAY) if not m.warning)
    except DataError as error:
        return error.mistakes


def with_fault(file, old, new):
    """The sample with one mistake in it."""
    if old is None:
        return {**SAMPLE, file: new} if new is not None else {k: v for k, v in SAMPLE.items() if k != file}
    assert SAMPLE[file].count(old) >= 1, f"{file} has no {old!r}"
    return {**SAMPLE, file: SAMPLE[file].replace(old, new, 1)}


def test_the_sample_is_sound():
    assert mistakes(SAMPLE) == []


@pytest.mark.parametrize(("name", "file", "old", "new"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_mistake_is_named_with_its_place_and_advice(name, file, old, new):
    found = mistakes(with_fault(file, old, new))
    assert " | ".join(mistake.text() for mistake in found) == EXPECTED[name]


@pytest.mark.parametrize(("name", "file", "old", "new"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_mistake_is_named_in_indonesian_too(name, file, old, new):
    indonesian = translator(ROOT / "overrides" / "locales", "id")
    for mistake in mistakes(with_fault(file, old, new)):
        assert indonesian(mistake.message) != mistake.message
        assert mistake.text(indonesian).startswith(f"{mistake.file}:{mistake.line}:{mistake.column}: ")


def test_there_are_at_least_45_kinds_of_mistake():
    kinds = {re.sub(r"data/[^ ]*: ", "", text) for text in EXPECTED.values()}
    print(f"{len(FAULTS)} mistakes, {len(kinds)} different messages")
    assert len(FAULTS) >= 45 and len(kinds) >= 45


def corrupted(texts, chance):
    """One file with something wrong in it: lines lost, doubled, swapped; letters changed; YAML's own traps."""
    name = chance.choice(sorted(texts))
    lines = texts[name].split("\n")
    at = chance.randrange(len(lines))
    kind = chance.randrange(8)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines.insert(at, lines[at])
    elif kind == 2:
        other = chance.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    elif kind == 3:
        lines[at] = re.sub(r": .*", f": {chance.choice(TRAPS)}", lines[at])
    elif kind == 4:
        lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
    elif kind == 5:
        lines[at] = " " * chance.randrange(1, 5) + lines[at]
    elif kind == 6 and lines[at]:
        spot = chance.randrange(len(lines[at]))
        lines[at] = lines[at][:spot] + chance.choice("{}[]:,&*!|>'\"%@`#-?\t\0é\u2028") + lines[at][spot:]
    else:
        lines[at] = re.sub(r"\d+", chance.choice(["0", "-1", "9" * 30, "1e5", "0x10", "1_0", "½"]), lines[at], count=1)
    return {**texts, name: "\n".join(lines)}


TRAPS = [
    "no",
    "012",
    "1:30",
    "3,7%",
    "on",
    "~",
    "",
    "null",
    ".inf",
    "2026-13-45",
    "0o17",
    "!!binary x",
    "[]",
    "{}",
    "- x",
    "|",
    "<<",
    "=",
    "1_000",
    "'",
    "*a",
    "&a b",
    "?",
    "{a: {b: {c: {d: {e: 1}}}}}",
    "\u0000",
    "9" * 400,
]


@pytest.mark.parametrize("seed", range(4))
def test_no_corruption_ends_in_a_traceback(seed):
    chance = random.Random(seed)
    real = read(ROOT / "data")
    for count in range(500):
        texts = corrupted(SAMPLE if count % 5 else real, chance)
        for mistake in mistakes(texts):
            assert re.match(r"data/[\w./-]+:\d+:\d+: ", mistake.text()), mistake
