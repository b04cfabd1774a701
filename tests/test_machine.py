"""What the machine refuses is one sentence: a read-only or full disk, no browser, another build, a taken port."""

from __future__ import annotations

import os
import runpy
import shlex
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, TODAY, in_namespace, run
from guide.cli import run_command, sentence
from guide.handouts import printer, readiness
from guide.handouts.target import Item
from guide.website import atomic_folder
from partner import ANSWERS, options

QUESTION = ("--segment", "bpu", "--income", "1jt", "--month", "2026-11")
WRITING = {
    "build.py": (),
    "schemas.py": (),
    "export.py": ("out",),
    "new_partner.py": tuple(options(ANSWERS)),
}
"""Commands that write into the project."""
READING = {"check.py": (), "estimate.py": QUESTION, "words.py": (), "diff.py": ("2026-11-22", "2027-01-15")}
"""Commands that only read: what makes later runs quicker is kept where there is room."""
FULL = (
    "mount -t tmpfs -o size=64m none /mnt && cp -r {folder}/. /mnt && (head -c 100M /dev/zero > /mnt/filler; "
    "cd /mnt && AS_OF={day} PORT=8739 '{python}' scripts/{command})"
)
LOCKED = (
    "mount --bind {folder} {folder} && mount -o remount,bind,ro {folder} && cd {folder} && "
    "AS_OF={day} PORT=8739 '{python}' scripts/{command}"
)
REASONS = {LOCKED: "nothing can be written there", FULL: "no room is left on the disk"}
SLOW = {("words.py", LOCKED), ("words.py", FULL), ("diff.py", FULL), ("export.py", FULL)}
"""What draws every page or compares two days: in `make audit` alone."""


def on_both_disks(commands):
    """Ask a test about each command on each disk."""
    cases = [(command, script) for script in REASONS for command in commands]
    known = [pytest.param(*case, marks=pytest.mark.audit if case in SLOW else ()) for case in cases]
    names = {LOCKED: "locked", FULL: "full"}
    return pytest.mark.parametrize(("command", "script"), known, ids=lambda value: names.get(value, value))


@pytest.fixture(scope="module")
def home(house):
    """A house in which nothing was ever built."""
    return house()


def done_in(script, folder, command, arguments):
    words = {"folder": folder, "python": sys.executable, "day": TODAY, "command": shlex.join((command, *arguments))}
    return in_namespace("export PYTHONDONTWRITEBYTECODE=1; " + script.format(**words))


@on_both_disks(WRITING)
def test_a_command_that_cannot_write_says_so_in_one_sentence(home, command, script):
    done = done_in(script, home, command, WRITING[command])
    said = [line for line in done.stderr.splitlines() if not line.startswith("head: ")]
    assert done.returncode == 2 and len(said) == 1 and REASONS[script] in said[0], done.stderr
    assert "Traceback" not in done.stderr + done.stdout


@on_both_disks(READING)
def test_a_command_that_only_reads_needs_no_room(home, command, script):
    done = done_in(script, home, command, READING[command])
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr


def test_texts_are_put_in_place_all_or_none(tmp_path):
    (tmp_path / "one.yml").write_text("sound")
    with pytest.raises(OSError):
        atomic_folder.write_all(tmp_path, {"one.yml": "new", "no-such-folder/two.yml": "new"})
    assert [path.name for path in tmp_path.iterdir()] == ["one.yml"] and (tmp_path / "one.yml").read_text() == "sound"
    atomic_folder.write_all(tmp_path, {"one.yml": "new\n", "two.yml": "new"})
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"new", b"new\n"]


@pytest.mark.parametrize("port", ["", "0", "99999", "http"])
def test_a_port_that_is_none_is_named(port):
    done = run(ROOT, "serve.py", PORT=port)
    assert done.returncode == 1 and done.stderr == f"PORT: write a number from 1 to 65535, not {port}\n"


def test_a_taken_port_is_named():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(ROOT, "serve.py", PORT=str(port))
    assert done.returncode == 1
    assert done.stderr == f"PORT: {port} cannot be used (Address already in use); try PORT={port + 1}\n"


def test_without_chromium_hand_outs_are_not_begun(facts, monkeypatch, tmp_path):
    monkeypatch.setattr(readiness, "CHROMIUM", "/nowhere/chromium")
    said = list(readiness.obstacles(facts, [Item("", "poster_id.pdf", bytes)], tmp_path))
    assert said[0] == "/nowhere/chromium is missing, which draws paper and cards: apt-get install chromium"
    assert not list(readiness.obstacles(facts, [Item("", "message_id.txt", bytes)], tmp_path))


def test_a_chromium_that_does_not_start_is_one_sentence(monkeypatch, tmp_path):
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(printer, "CHROMIUM", str(broken))
    with pytest.raises(OSError, match=r"^Chromium does not start: [^\n]+$"), printer.opened() as press:
        press.pdf("<p>x")


def test_without_git_a_comparison_with_a_commit_says_what_to_install():
    done = run(ROOT, "diff.py", PATH="/nowhere")
    assert done.returncode == 1
    assert done.stderr == "git is missing, which knows what the files were before: apt-get install git\n"


@pytest.mark.parametrize(
    ("command", "unbuffered"),
    [
        *((("estimate.py", *QUESTION), mode) for mode in ("", "1")),
        (("check.py",), ""),
        (("check.py", "--help"), ""),  # unbuffered, newer versions of argparse keep such an error to themselves
    ],
)
def test_output_that_finds_no_room_ends_with_2(command, unbuffered):
    known = {**os.environ, "AS_OF": TODAY.isoformat(), "PYTHONUNBUFFERED": unbuffered}
    words = [sys.executable, str(ROOT / "scripts" / command[0]), *command[1:]]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(words, env=known, stdout=full, stderr=subprocess.PIPE, text=True)
        assert (done.returncode, done.stderr) == (2, "no room is left on the disk; make room, then try again\n")
        assert subprocess.run(words, env=known, stdout=full, stderr=full).returncode == 2


def test_closed_streams_end_no_command():
    command = f"'{sys.executable}' '{ROOT}/scripts/estimate.py'"
    assert subprocess.run(f"{command} {' '.join(QUESTION)} <&- >&- 2>&-", shell=True).returncode == 0
    done = subprocess.run(f"{command} --csv - <&-", shell=True, capture_output=True, text=True)
    assert done.returncode == 2 and done.stderr.count("\n") == 1


def test_a_process_that_the_system_ended_is_named():
    build = runpy.run_path(str(ROOT / "scripts" / "build.py"))
    assert build["_ended"](-9) == "the system ended the build (signal 9): is there too little memory?"


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (MemoryError(), 2, "the memory is used up; close other programs, then try again"),
        (RecursionError(), 2, "something is nested too deep to be read"),
        (OSError(5, "Input/output error", "data/x.yml"), 2, "data/x.yml: Input/output error"),
        (
            PermissionError(13, "Permission denied", "site"),
            2,
            "site: you may not read or write there; copy the project",
        ),
        (OSError("site is a symbolic link"), 1, "site is a symbolic link"),
        (KeyboardInterrupt(), 130, ""),
    ],
    ids=lambda value: type(value).__name__,
)
def test_errors_of_the_machine_become_a_sentence_and_a_code(capsys, error, code, said):
    def main():
        raise error

    with pytest.raises(SystemExit) as end:
        run_command(main)
    shown = capsys.readouterr().err
    assert end.value.code == code and shown.startswith(said) and shown.count("\n") == bool(said)
    assert isinstance(error, KeyboardInterrupt) or shown == f"{sentence(error)}\n"
