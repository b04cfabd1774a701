"""Set-up works with the Python of Debian 12 and 13, and recovers from whatever cut it short."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from importlib.metadata import distributions
from pathlib import Path

import pytest
from conftest import ROOT
from packaging.specifiers import SpecifierSet

PROMISED = ("3.11.2", "3.13.5")
"""Python as Debian 12 and 13 have it."""
LISTS = sorted(ROOT.glob("requirements*.txt"))


def pins(path: Path) -> dict[str, str]:
    """Return the version of each package of a list."""
    return dict(re.findall(r"^([a-z0-9][a-z0-9.-]*)==([^ \\]+)", path.read_text("utf-8"), re.M))


def test_every_pin_admits_the_python_of_debian():
    asked = {name: version for path in LISTS for name, version in pins(path).items()}
    found = {re.sub(r"[._-]+", "-", one.metadata["Name"]).lower(): one for one in distributions()}
    looked = {name: found[name] for name in asked if name in found and found[name].version == asked[name]}
    wrong = [
        f"{name} {one.version} asks for Python {one.metadata['Requires-Python']}"
        for name, one in looked.items()
        for version in PROMISED
        if not SpecifierSet(one.metadata["Requires-Python"] or "").contains(version)
    ]
    missing = sorted(set(asked) - set(looked))
    print(f"{len(looked)} of {len(asked)} pins are installed and were read; not: {', '.join(missing)}")
    assert wrong == []
    for name in ("requirements.txt", "requirements-test.txt"):
        assert set(pins(ROOT / name)) <= set(looked), "an installed package is not the pinned one: run make test"


@pytest.mark.xdist_group("a group")
def test_tests_that_share_what_they_build_run_in_one_process(request):
    """pytest-xdist writes the group behind a name; pytest 9.2 passes over it, and each process builds all anew."""
    assert "PYTEST_XDIST_WORKER" not in os.environ or request.node.nodeid.endswith("@a group")


def test_pins_are_made_for_the_oldest_python():
    assert f"OLDEST := {PROMISED[0]}\n" in (ROOT / "Makefile").read_text("utf-8")


STUB = """#!/bin/bash
echo "$@" >> "{folder}/said"
case "$*" in
  *platform.python_version*) cat "{folder}/version" ;;
  *ensurepip*) test ! -e "{folder}/no-venv" ;;
  "-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
  "-m pip "*) test -e .venv/.unsound && exit 3; touch .venv/.unsound; test ! -e "{folder}/fails" && rm .venv/.unsound ;;
  *) exec "{python}" "$@" ;;
esac
"""
"""A Python whose pip leaves something unsound behind where it is cut short, and does not work there any more."""


@pytest.fixture
def desk(tmp_path):
    """A project without packages, and a Python that only writes down what it is asked for."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "scripts", folder / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    for path in (ROOT / "Makefile", *LISTS):
        shutil.copy(path, folder)
    (tmp_path / "version").write_text("3.11.2\n")
    for name, text in (
        ("python", STUB.format(folder=tmp_path, python=sys.executable)),
        ("apt-get", f'#!/bin/sh\necho "apt-get $PATH $*" >> "{tmp_path}/said"; rm -f "{tmp_path}/no-venv"\n'),
    ):
        (tmp_path / name).write_text(text)
        (tmp_path / name).chmod(0o755)
    return folder


def make(folder: Path, target: str = ".venv/.site", **more) -> subprocess.CompletedProcess:
    """Run make in a project with the Python of `desk`."""
    stubs = [f"PYTHON={folder.parent / 'python'}", f"APT_GET={folder.parent / 'apt-get'}"]
    known = {name: value for name, value in os.environ.items() if not name.startswith("MAKE") and name != "MFLAGS"}
    return subprocess.run(["make", target, *stubs], cwd=folder, env=known, capture_output=True, text=True, timeout=120)


def said(folder: Path) -> str:
    """Return what Python and apt-get were asked for since the last time."""
    path = folder.parent / "said"
    text = path.read_text() if path.exists() else ""
    path.write_text("")
    return text


def test_set_up_is_done_once_and_its_stamp_names_the_python(desk):
    assert make(desk).returncode == 0
    assert "-m venv .venv" in said(desk) and (desk / ".venv" / ".python-3.11.2").exists()
    assert make(desk).returncode == 0
    assert "-m venv" not in said(desk) and not (desk / ".venv" / ".unfinished").exists()


def half(folder):
    (folder / ".venv" / "lib").mkdir(parents=True)


def without_pip(folder):
    make(folder)
    (folder / ".venv" / ".unsound").touch()
    (folder / ".venv" / ".python-3.11.2").unlink()


def of_before(folder):
    make(folder)
    (folder / ".venv" / ".python-3.11.2").unlink()


def upgraded(folder):
    make(folder)
    (folder.parent / "version").write_text("3.13.5\n")


def without_its_python(folder):
    make(folder)
    (folder / ".venv" / "bin" / "python").unlink()
    (folder / ".venv" / "bin" / "python").symlink_to("/usr/bin/python3.0")


def cut_short(folder):
    (folder.parent / "fails").touch()
    assert make(folder).returncode != 0
    (folder.parent / "fails").unlink()


def cut_short_at_the_tests(folder):
    make(folder)
    (folder.parent / "fails").touch()
    assert make(folder, ".venv/.test").returncode != 0
    (folder.parent / "fails").unlink()


STATES = [half, without_pip, of_before, upgraded, without_its_python, cut_short, cut_short_at_the_tests]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
@pytest.mark.parametrize("cleaned", [False, True])
def test_a_half_made_set_up_is_made_anew(desk, state, cleaned):
    state(desk)
    if cleaned:
        assert make(desk, "clean").returncode == 0
    said(desk)
    done = make(desk)
    assert done.returncode == 0, done.stderr
    assert re.search(r"^-m venv \.venv$[^$]*^-m pip install .*-r requirements.txt$", said(desk), re.M)
    version = (desk.parent / "version").read_text().strip()
    assert [path.name for path in (desk / ".venv").glob(".python-*")] == [f".python-{version}"]
    assert make(desk).returncode == 0 and "-m venv" not in said(desk)


def test_what_python_needs_comes_by_apt_get_with_the_whole_path(desk):
    (desk.parent / "no-venv").touch()
    done = make(desk)
    if os.getuid() and not shutil.which("sudo"):
        assert "these are missing, and root could not install them: apt-get install python3-venv" in done.stderr
        return
    assert done.returncode == 0, done.stderr
    assert re.search(r"^apt-get /usr/sbin:/usr/bin:/sbin:/bin .* install -y python3-venv$", said(desk), re.M)


def test_an_old_python_is_named(desk):
    stub = desk.parent / "python"
    stub.write_text(stub.read_text().replace("*ensurepip*)", "*version_info*) exit 1 ;;\n  *ensurepip*)"))
    (desk.parent / "version").write_text("3.9.2\n")
    done = make(desk)
    assert done.returncode != 0 and "Python 3.11 or newer is needed, not 3.9.2\n" in done.stderr


def test_a_set_up_that_is_a_link_is_not_made_anew_behind_it(desk, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "precious").touch()
    (desk / ".venv").symlink_to(tmp_path / "elsewhere")
    done = make(desk)
    assert done.returncode != 0 and ".venv is a symbolic link" in done.stderr
    assert (tmp_path / "elsewhere" / "precious").exists()


@pytest.mark.audit
def test_a_real_set_up_killed_at_five_random_moments_works_at_the_next_run(house):
    folder = house()
    for path in (ROOT / "Makefile", *LISTS):
        shutil.copy(path, folder)
    known = {name: value for name, value in os.environ.items() if not name.startswith("MAKE") and name != "MFLAGS"}
    done = {"cwd": folder, "env": known, "capture_output": True, "text": True}
    began = time.monotonic()
    assert subprocess.run(["make", ".venv/.site"], **done).returncode == 0
    whole, chance, late = time.monotonic() - began, random.Random(), 0
    for _ in range(5):
        subprocess.run(["rm", "-rf", ".venv"], cwd=folder, check=True)
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
        process = subprocess.Popen(["make", ".venv/.site"], cwd=folder, env=known, **quiet)
        time.sleep(chance.uniform(0, whole / 2))  # the first one may have met a busier machine
        late += process.poll() is not None
        os.killpg(process.pid, signal.SIGKILL) if process.poll() is None else None
        process.wait()
        again = subprocess.run(["make", ".venv/.site"], **done)
        assert again.returncode == 0, again.stdout + again.stderr
        assert subprocess.run([".venv/bin/python", "-m", "pip", "check"], **done).returncode == 0
        assert subprocess.run([".venv/bin/python", "scripts/check.py"], **done).returncode == 0
    print(f"set-up: {5 - late} of 5 kills while it ran ({whole:.1f} s), it worked again each time")
    assert late < 5
    assert subprocess.run(["make", "site"], **done).returncode == 0
