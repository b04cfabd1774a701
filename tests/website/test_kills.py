"""Killed at any moment of their whole run, `make site` and `make bundle` leave what was there, or put it back."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from conftest import ADDRESS, TODAY, run

pytestmark = [pytest.mark.audit, pytest.mark.xdist_group("kills")]
KILLS = 10
ENVIRONMENT = {"AS_OF": TODAY.isoformat(), "SITE_URL": ADDRESS, "ONLY": "partner/obor-mas"}


def files(folder):
    """Every file below a folder with its bytes; nothing where there is no folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def home(house):
    """A house with a site and a part of its hand-outs."""
    folder = house()
    for script in ("build.py", "bundle.py"):
        done = run(folder, script, **ENVIRONMENT)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.parametrize(("script", "output"), [("build.py", "site"), ("bundle.py", "dist")])
def test_ten_kills_at_random_moments_of_the_whole_run_lose_nothing(home, script, output):
    before = files(home / output)
    began = time.monotonic()
    assert run(home, script, **ENVIRONMENT).returncode == 0
    whole = time.monotonic() - began
    assert before and files(home / output) == before
    chance, late = random.Random(), 0
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, f"scripts/{script}"],
            **{"cwd": home, "env": {**os.environ, **ENVIRONMENT}, "start_new_session": True},
            **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL},
        )
        time.sleep(chance.uniform(0, 1.05 * whole))
        late += process.poll() is not None
        os.killpg(process.pid, signal.SIGKILL) if process.poll() is None else None
        process.wait()
        kept = home / f".{output}.old"
        assert files(home / output) == before or files(kept) == before
    assert run(home, script, **ENVIRONMENT).returncode == 0
    assert files(home / output) == before and not (home / f".{output}.old").exists()
    print(f"kills: {script}: {KILLS - late} of {KILLS} while it ran ({whole:.1f} s), 0 lost")
    assert late < KILLS
