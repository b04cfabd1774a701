"""Commands speak UTF-8 everywhere, end quietly where nobody reads on, and say what is wrong with their surroundings."""

from __future__ import annotations

import datetime
import os
import runpy
import subprocess
import sys
from types import SimpleNamespace

import pytest
from conftest import ROOT, TODAY, run
from guide import cli
from guide.cli import address_from
from guide.website.atomic_folder import begin

QUESTION = ("--segment", "bpu", "--income", "1jt", "--month", "2026-11")


def closed_early(tmp_path, command, *arguments, both=False):
    """The exit code and standard error of a command whose reader has gone before it begins."""
    read, write = os.pipe()
    os.close(read)
    said = tmp_path / "said"
    with said.open("wb") as errors:
        words = [sys.executable, str(ROOT / "scripts" / command), *arguments]
        known = {**os.environ, "AS_OF": TODAY.isoformat()}
        done = subprocess.run(words, env=known, stdout=write, stderr=write if both else errors, timeout=120)
    os.close(write)
    return done.returncode, said.read_text("utf-8")


@pytest.mark.parametrize("asked", [("--help",), QUESTION, (*QUESTION, "--json")], ids=["help", "text", "json"])
def test_a_reader_who_leaves_ends_the_estimator_quietly(tmp_path, asked):
    assert closed_early(tmp_path, "estimate.py", *asked) == (141, "")


def test_a_reader_who_leaves_ends_a_file_of_members_quietly(tmp_path):
    members = tmp_path / "members.csv"
    members.write_text("segmen,penghasilan\n" + "bpu,1jt\n" * 3000, "utf-8")
    code, said = closed_early(tmp_path, "estimate.py", "--csv", str(members))
    assert code == 141 and "Traceback" not in said and "BrokenPipe" not in said


@pytest.mark.parametrize("asked", [("check.py", "--explain"), ("diff.py", "2026-11-22", "2027-01-15")])
def test_a_reader_who_leaves_ends_other_commands_quietly(tmp_path, asked):
    assert closed_early(tmp_path, *asked) == (141, "")


def test_a_reader_of_mistakes_may_leave_too(tmp_path):
    assert closed_early(tmp_path, "estimate.py", "--segment", "x", both=True)[0] == 141


SPEAKING = {
    "estimate.py": ((*QUESTION, "--compare", "2027-01", "--language", "en"), "→"),
    "check.py": (("--explain", "dots in rupiah"), "✗"),
    "diff.py": (("2026-11-22", "2027-01-15"), "→"),
}


@pytest.mark.parametrize("command", SPEAKING)
def test_commands_write_utf_8_whatever_the_machine_is_set_to(command):
    arguments, sign = SPEAKING[command]
    done = run(ROOT, command, *arguments, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 0 and sign in done.stdout, done.stderr


def test_a_stray_byte_of_an_argument_is_shown_escaped():
    done = run(ROOT, "estimate.py", "--segment", "bpu", "--income", os.fsdecode(b"\xff"), LANG="en")
    assert done.returncode == 2 and done.stderr.startswith("income: \\udcff cannot be read")


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "9999-12-31", "1066-10-14"])
@pytest.mark.parametrize(("command", "code"), [("estimate.py", 2), ("check.py", 1), ("build.py", 1), ("words.py", 1)])
def test_a_day_that_is_none_is_said_on_one_line(command, code, day):
    done = run(ROOT, command, *(QUESTION if command == "estimate.py" else ()), AS_OF=day)
    assert done.returncode == code
    assert done.stderr.startswith("AS_OF: write a date ") and done.stderr.endswith(f", not {day}\n")
    assert done.stderr.count("\n") == 1


def test_facts_that_cannot_be_read_end_the_estimator_with_2(house):
    folder = house()
    path = folder / "data" / "taxes.yml"
    path.write_text(f"\t{path.read_text('utf-8')}", "utf-8")
    done = run(folder, "estimate.py", *QUESTION)
    assert done.returncode == 2 and done.stderr == "data/taxes.yml:1:1: use blanks, not tabs\n"


BAD = [
    "javascript:alert(1)",
    "not a url",
    "example.org",
    "mailto:a@example.org",
    'https://x" onclick="y',
    "https://x.org/?a",
    "https://x.org/#b",
]


@pytest.mark.parametrize("address", BAD)
@pytest.mark.parametrize("command", ["build.py", "bundle.py"])
def test_a_public_address_that_is_none_is_refused(command, address):
    done = run(ROOT, command, SITE_URL=address, ONLY="message")
    assert done.returncode == 1
    assert done.stderr == f"SITE_URL: write a full address that begins with https://, without ? and #, not {address}\n"


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:8000", "https://example.org/jamsostek", "http://localhost"])
def test_a_public_address_of_the_web_is_taken(address):
    assert address_from({"SITE_URL": address}) == address and address_from({}) is None


@pytest.mark.parametrize(("command", "target", "work"), [("build.py", "site", "new"), ("bundle.py", "dist", "dist")])
def test_a_second_build_leaves_the_first_alone(house, command, target, work):
    folder = house()
    begin(folder / target, folder / ".build" / work)
    mine = folder / ".build" / work / "half-done"
    mine.write_text("…", "utf-8")
    done = run(folder, command)
    assert done.returncode == 1 and done.stderr == f"{target}/: another build is running\n"
    assert mine.exists()


class AtHalfPastMidnight(datetime.datetime):
    """The clock when a year has begun in Kupang, and in Greenwich not yet."""

    @classmethod
    def now(cls, tz=None):
        return cls(2026, 12, 31, 16, 30, tzinfo=datetime.UTC).astimezone(tz)


def test_a_day_begins_where_the_site_is_at_home(monkeypatch, tmp_path):
    clock = SimpleNamespace(datetime=AtHalfPastMidnight, date=datetime.date)
    monkeypatch.setattr(cli, "datetime", clock)
    assert cli.today_from({}) == datetime.date(2027, 1, 1)
    assert cli.today_from({"AS_OF": "2026-11-22"}) == TODAY
    monkeypatch.setattr(cli, "DATA", tmp_path)  # a file that is wrong: its mistakes are told by what reads all of them
    assert cli.today_from({}) == datetime.date(2026, 12, 31)


def test_children_of_a_build_see_the_day_that_it_began_on(monkeypatch, tmp_path, facts):
    build = runpy.run_path(str(ROOT / "scripts" / "build.py"))
    seen = []
    monkeypatch.setattr(runpy, "run_module", lambda *_, **__: seen.append(cli.today_from(os.environ)))
    monkeypatch.setattr(sys, "argv", [])
    monkeypatch.delenv("AS_OF", raising=False)
    monkeypatch.setattr(os, "environ", dict(os.environ))
    build["_mkdocs"](facts.site.languages[1], tmp_path, datetime.date(2026, 12, 31))
    assert seen == [datetime.date(2026, 12, 31)]
