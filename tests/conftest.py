"""What the tests share: the real facts, loaded once, on a fixed day."""

from __future__ import annotations

import contextlib
import datetime
import fcntl
import importlib
import io
import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pytest

ROOT = Path(__file__).resolve().parents[1]
os.environ["PATH"] = (
    f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"  # Node, where set-up brought its own
)
sys.path.insert(0, str(ROOT / "scripts"))

from guide.cli import ended
from guide.facts.load import load, read, read_prose
from guide.i18n.language import read_languages
from guide.law.compile import compile_rules

TODAY = datetime.date(2026, 11, 22)
"""The day that tests take for today, unless they say another."""


@pytest.fixture(scope="session")
def facts():
    """The real facts."""
    return load(read(ROOT / "data"))


@pytest.fixture(scope="session")
def prose(facts):
    """The pages that people wrote."""
    return read_prose(ROOT / "docs", facts.languages)


@pytest.fixture(scope="session")
def rules(facts):
    """The rules compiled from the real facts."""
    return compile_rules(facts)


@pytest.fixture(scope="session")
def languages(facts):
    """Every language of the site."""
    return read_languages(facts.site.languages, ROOT / "overrides" / "locales")


@pytest.fixture(scope="session")
def drawn(facts, prose, languages):
    """A renderer of the real facts at a public address; each page is drawn once for all who ask it."""
    renderer = importlib.import_module("guide.pages.renderer")
    routes = importlib.import_module("guide.pages.routes").pages(facts, prose)
    return renderer.open_renderer(facts, routes, languages, ROOT / "overrides", TODAY, "https://example.org")


@pytest.fixture(scope="session")
def open_files(drawn):
    """Every file that programs read, by its path."""
    return dict(importlib.import_module("guide.website.site_files").data_files(drawn))


@pytest.fixture(scope="session")
def shared(tmp_path_factory):
    """A folder that all processes of this run have together."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def house(tmp_path_factory, shared):
    """A function that copies everything a build needs into a new folder, and what the first build kept for others."""

    def copy() -> Path:
        folder = tmp_path_factory.mktemp("house")
        copy_house(folder)
        for name in ("packed", "pictures", "templates") if (shared / BUILT / "site").exists() else ():
            shutil.copytree(shared / BUILT / ".build" / name, folder / ".build" / name)
        return folder

    return copy


BUILT = "built"
ADDRESS = "https://example.org/jamsostek"
"""The public address that the built site is for."""


def copy_house(folder: Path) -> None:
    """Copy everything a build needs into a folder."""
    for name in ("data", "docs", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("mkdocs*.yml"):
        shutil.copy(path, folder)


def run(folder: Path, script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    """Run a command of a house; output is captured as text."""
    command = [sys.executable, str(folder / "scripts" / script), *arguments]
    known = {**os.environ, "AS_OF": TODAY.isoformat(), "PYTHONDONTWRITEBYTECODE": "1", **environment}
    return subprocess.run(command, cwd=folder, env=known, capture_output=True, text=True, timeout=900)


class Done(NamedTuple):
    """What a command gave: its exit code, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


@lru_cache
def _facts_in(folder: Path):
    return load(read(folder))


def estimated(*arguments: str, **environment: str) -> Done:
    """Ask the estimator's command inside this process, as `run` asks it outside; facts are loaded once."""
    command = importlib.import_module("estimate")
    known = {"AS_OF": TODAY.isoformat(), **environment}
    out, err = io.StringIO(), io.StringIO()
    facts = mock.patch.multiple(command, read=lambda folder: folder, load=_facts_in)
    with facts, mock.patch.dict(os.environ, known), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code, said = ended(lambda: command.main(arguments), command.WRONG)
    return Done(code, out.getvalue(), err.getvalue() + (f"{said}\n" if said else ""))


def in_namespace(script: str) -> subprocess.CompletedProcess:
    """Run a shell script where it may mount what nobody else sees. Skips where that is forbidden, and says so."""
    command = ["unshare", "--mount", *([] if os.getuid() == 0 else ["--map-root-user"]), "sh", "-c"]
    tried = subprocess.run([*command, "mount -t tmpfs none /mnt"], capture_output=True, text=True)
    if tried.returncode:
        pytest.skip(f"nothing may be mounted here: {tried.stderr.strip()}")
    return subprocess.run([*command, script], capture_output=True, text=True, timeout=900)


@pytest.fixture(scope="session")
def built(shared):
    """The site built for TODAY at a public address, once for all processes of this run; its house lies around it."""
    folder = shared / BUILT
    with (shared / f"{BUILT}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            copy_house(folder)
            done = run(folder, "build.py", SITE_URL=ADDRESS)
            assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "site").exists(), "another process of this run could not build the site"
    return folder / "site"


@pytest.fixture(scope="session")
def hand_outs(facts, prose, languages, tmp_path_factory):
    """Every hand-out that people read but codes: the text or HTML that it is made of (html_press.HandOut)."""
    press, folder = importlib.import_module("html_press"), tmp_path_factory.mktemp("no-site")
    begin, address = importlib.import_module("handing_out").handouts_of, ADDRESS
    return press.hand_outs(begin(facts, prose, languages, folder, address, printer=press.Press()))
