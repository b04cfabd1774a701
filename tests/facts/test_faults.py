"""Every kind of mistake is named with its file, line, column and advice; nothing ever ends in a traceback."""

from __future__ import annotations

import random
import re

import pytest
from conftest import ROOT, run
from guide.checks.examples import FAULTS, SAMPLE, examples, mistakes, with_fault
from guide.facts.load import read
from guide.i18n.catalogs import sentences, translator

LINES = (ROOT / "tests/facts/messages_of_examples.txt").read_text("utf-8").splitlines()
EXPECTED = dict(line.split(" => ", 1) for line in LINES if " => " in line)


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


LAST_RESORTS = {"this value does not fit here ({kind})", "this is not YAML that can be read", "data/ is sound"}
"""Said of what nobody has thought of; and what is said when nothing is wrong."""


def test_every_message_of_the_checks_has_an_example():
    commands = ("scripts/guide/checks/records/", "scripts/guide/facts/load/", "scripts/guide/facts/model/")
    known = {sentence for sentence, file, _ in sentences(ROOT, "tools") if file.startswith(commands)}
    said = {mistake.message for example in examples() for mistake in example.said}
    print(f"{len(known)} messages, {len(known & said)} with an example")
    assert known - said - LAST_RESORTS == set()


@pytest.mark.parametrize(("language", "sign"), [("en", "write 7_335_300, not"), ("id", "tulis 7_335_300, bukan")])
def test_messages_are_explained_in_both_languages(language, sign):
    done = run(ROOT, "check.py", "--language", language, "--explain")
    assert done.returncode == 0 and sign in done.stdout
    assert done.stdout.count("\n\n") == len(FAULTS) + 1


def test_a_message_is_explained_alone():
    few = run(ROOT, "check.py", "--explain", "data/bands.yml:1:1: 0.x: the id obor is used twice; choose another")
    assert few.returncode == 0 and few.stdout.count("\n\n") == 1 and "id: one" in few.stdout
    assert run(ROOT, "check.py", "--explain", "nothing-like-it").returncode == 1


def test_check_names_files_that_cannot_be_read_beside_all_other_mistakes(house):
    folder = house()
    (folder / "data" / "partners" / "x.yml").mkdir()
    (folder / "data" / "partners" / "y.yml").symlink_to("nowhere.yml")
    path = folder / "data" / "warnings.yml"
    path.write_bytes(path.read_bytes().replace(b"id: ", b"id: \xe9", 1))
    said = run(folder, "check.py", "--language", "en")
    assert (said.returncode, said.stderr) == (1, "")
    places = [line.split(":")[0] for line in said.stdout.splitlines()]
    assert places == ["data/partners/x.yml", "data/partners/y.yml", "data/warnings.yml"]
    assert "save the file as UTF-8" in said.stdout and "not a file that can be read" in said.stdout


@pytest.mark.parametrize(
    ("language", "sign"), [("en", "save the file as UTF-8"), ("id", "simpan berkas sebagai UTF-8")]
)
def test_check_names_a_stray_byte_on_a_page_with_its_line(house, language, sign):
    folder = house()
    path = folder / "docs" / "id" / "bayar.md"
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:-2], b"Bayar \xe9.", b""]))
    (folder / "docs" / "en" / "x.md").symlink_to("nowhere.md")
    done = run(folder, "check.py", "--language", language)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"docs/id/bayar.md:{len(lines) - 1}:7: " in done.stdout and sign in done.stdout
    assert "docs/en/x.md:1:1: " in done.stdout


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


@pytest.mark.parametrize(
    ("seed", "real_one_of"), [(0, 25), *(pytest.param(seed, 5, marks=pytest.mark.audit) for seed in (1, 2, 3))]
)
def test_no_corruption_ends_in_a_traceback(seed, real_one_of):
    """Of so many files of the sample one is the real one, which takes twenty times as long."""
    chance = random.Random(seed)
    real = read(ROOT / "data")
    for count in range(500):
        texts = corrupted(SAMPLE if count % real_one_of else real, chance)
        for mistake in mistakes(texts):
            assert re.match(r"(data|docs)/[\w./-]+:\d+:\d+: ", mistake.text()), mistake
