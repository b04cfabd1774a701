"""A build is whole or not at all: failed and killed builds leave the site that was there."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from unittest import mock
from urllib.error import HTTPError

import pytest
from conftest import ADDRESS, TODAY, run

pytestmark = pytest.mark.xdist_group("build")


def state(folder):
    """Every file of the site with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in (folder / "site").rglob("*")
        if path.is_file()
    }


def cut(folder, count, seed=24):
    """Truncate so many files below a folder at random, half of them filled with zeros, as when the power goes."""
    chance = random.Random(seed)
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size]
    for path in chance.sample([path for path in files if path.name != "_headers"], min(count, len(files) - 1)):
        size = path.stat().st_size
        os.truncate(path, chance.randrange(size))
        if chance.randrange(2):
            os.truncate(path, size)


@pytest.fixture(scope="module")
def home(built, tmp_path_factory):
    """A house with a site, for whose address all commands here build."""
    folder = shutil.copytree(built.parent, tmp_path_factory.mktemp("home"), dirs_exist_ok=True)
    with mock.patch.dict(os.environ, SITE_URL=ADDRESS):
        yield folder


def test_a_build_that_fails_says_why_and_leaves_the_site(home):
    before = state(home)
    path = home / "data" / "schedules" / "bpu-jkm.yml"
    sound = path.read_text("utf-8")
    path.write_text(sound.replace("6_800", "6.800"), "utf-8")
    done = run(home, "build.py")
    path.write_text(sound, "utf-8")
    assert done.returncode == 1
    assert "data/schedules/bpu-jkm.yml:" in done.stderr and "write 6_800, not 6.800" in done.stderr
    assert "Traceback" not in done.stderr
    assert state(home) == before


def test_a_sentence_without_translation_fails_the_build(home):
    before = state(home)
    path = home / "overrides" / "partials" / "footer.html"
    sound = path.read_text("utf-8")
    path.write_text(sound + '{{ _("Nobody translated this") }}', "utf-8")
    done = run(home, "build.py")
    path.write_text(sound, "utf-8")
    assert done.returncode == 1 and "Nobody translated this" in done.stderr and "Traceback" not in done.stderr
    assert state(home) == before


@pytest.mark.audit
def test_two_hundred_files_cut_short_harm_no_build(home):
    before = state(home)
    for seed in range(10):
        cut(home / ".build", 10, seed), cut(home / "site", 10, seed)
        done = run(home, "publish.py")
        assert done.returncode == 1 and done.stderr.endswith("run `make site` first\n") and done.stderr.count("\n") == 1
        assert run(home, "build.py", "--unless-built").returncode == 0
        assert state(home) == before
    print("power: 200 files cut short, 10 builds after it, 0 others than before")


def test_a_site_whose_headers_were_cut_short_says_what_to_do(home):
    path = home / "site" / "_headers"
    sound = path.read_bytes()
    path.write_bytes(sound[:20])
    done = run(home, "build.py")
    path.write_bytes(sound)
    assert done.returncode == 1
    assert done.stderr == "site holds files that no command here has made: move it away, then try again\n"


@pytest.mark.parametrize("kills", [5, pytest.param(20, marks=pytest.mark.audit)])
def test_builds_that_were_killed_leave_the_site_and_a_build_after_a_power_cut_gives_the_same(home, kills):
    before = state(home)
    chance = random.Random(kills)
    for _ in range(kills):
        process = subprocess.Popen(
            [sys.executable, "scripts/build.py"],
            cwd=home,
            start_new_session=True,
            env={**os.environ, "AS_OF": TODAY.isoformat()},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.1, 3.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        kept = home / ".site.old"
        found = state(home) if (home / "site").exists() else {}
        assert found == before or kept.exists()
    cut(home / ".build", 20), cut(home / "site" if (home / "site").exists() else home / ".site.old", 5)
    done = run(home, "build.py", "--unless-built")
    assert done.returncode == 0 and "built already" not in done.stdout, done.stderr
    assert state(home) == before and not (home / ".site.old").exists()
    assert not (home / ".build" / "new").exists()


def test_a_swap_cut_short_is_undone_at_the_next_start(home):
    before = state(home)
    (home / "site").rename(home / ".site.old")
    path = home / "data" / "site.yml"
    sound = path.read_text("utf-8")
    path.write_text("broken: [", "utf-8")
    assert run(home, "build.py").returncode == 1
    path.write_text(sound, "utf-8")
    assert state(home) == before


class Preview:
    """`make serve` in a house."""

    def __init__(self, folder, port):
        self.address = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [sys.executable, "scripts/serve.py"],
            cwd=folder,
            start_new_session=True,
            env={**os.environ, "AS_OF": TODAY.isoformat(), "PORT": str(port)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def get(self, path):
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as answer:
                return answer.read().decode()
        except HTTPError as error:
            return error.read().decode()
        except OSError:
            return ""

    def wait(self, path, words, seconds=30.0):
        """Seconds until a page shows the words."""
        began = time.monotonic()
        while words not in self.get(path):
            assert time.monotonic() - began < seconds, f"{path} never showed {words}"
            time.sleep(0.05)
        return time.monotonic() - began

    def end(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def preview(home):
    """A running preview."""
    found = Preview(home, 8731)
    found.wait("/", "Paham Jamsostek", 60)
    yield found
    found.end()


def test_the_preview_shows_edits_in_both_languages_and_recovers_from_a_broken_one(home, preview):
    edits = [
        ("data/warnings.yml", "Agen", "Agenku", "/waspada/"),
        ("data/warnings.yml", "An agent", "An agentoo", "/en/waspada/"),
        ("overrides/partials/footer.html", '<footer class="foot">', '<footer class="foot edited">', "/en/biaya/"),
        ("docs/id/biaya.md", "title: ", "title: Diubah ", "/biaya/"),
        ("docs/en/biaya.md", "title: ", "title: Edited ", "/en/biaya/"),
    ]
    for file, old, new, page in edits:
        path = home / file
        sound = path.read_text("utf-8")
        assert old in sound
        path.write_text(sound.replace(old, new), "utf-8")
        print(f"{file}: shown after {preview.wait(page, new.removeprefix('title: ').strip('<>')):.2f} s")
        path.write_text(sound, "utf-8")
    time.sleep(0.5)
    path = home / "data" / "pension-age.yml"
    sound = path.read_text("utf-8")
    path.write_text(sound.replace("age: 59", "age: 5_9"), "utf-8")
    preview.wait("/", "data/pension-age.yml:")
    path.write_text(sound, "utf-8")
    preview.wait("/en/", "Paham Jamsostek")


@pytest.mark.audit
def test_a_checkout_of_windows_under_any_umask_gives_the_same_without_twins_where_a_host_makes_them(home):
    before = {path: text for path, text in state(home).items() if not path.endswith((".gz", ".br"))}
    texts = [path for name in ("data", "docs", "overrides") for path in (home / name).rglob("*") if path.is_file()]
    sound = {path: path.read_bytes() for path in texts}
    for path, text in sound.items():
        path.write_bytes(text.replace(b"\n", b"\r\n"))
    known = {**os.environ, "AS_OF": TODAY.isoformat(), "PYTHONDONTWRITEBYTECODE": "1", "TWINS": "no"}
    command = [sys.executable, "scripts/build.py"]
    done = subprocess.run(command, cwd=home, env=known, umask=0o077, capture_output=True, text=True, timeout=900)
    for path, text in sound.items():
        path.write_bytes(text)
    assert done.returncode == 0, done.stderr
    after = state(home)
    assert set(after) == set(before) and [path for path, text in after.items() if text != before[path]] == []
    found = [(home / "site"), *(home / "site").rglob("*")]
    assert {path.stat().st_mode & 0o777 for path in found if path.is_dir()} == {0o755}
    assert {path.stat().st_mode & 0o777 for path in found if path.is_file()} == {0o644}
