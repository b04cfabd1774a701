"""What stands in the way of hand-outs is one sentence, said before anything is built; one `dist/` is one edition."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, TODAY, run
from guide.handouts import readiness
from guide.handouts.printer import Printer
from guide.handouts.target import Item
from guide.website.edition import edition, read_edition, write_edition

PAPER = [Item("paper", "paper/kit_id.pdf", bytes)]


@pytest.fixture(scope="module")
def parted(house):
    """A house with one part of its hand-outs, which needs neither site nor browser."""
    folder = house()
    done = run(folder, "bundle.py", ONLY="message")
    assert done.returncode == 0, done.stderr
    return folder


def state(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_machine_that_has_all_has_no_obstacle(facts):
    assert list(readiness.obstacles(facts, PAPER, ROOT)) == []


@pytest.mark.parametrize(
    ("patched", "value", "said"),
    [
        ("CHROMIUM", "/nowhere/chromium", "apt-get install chromium"),
        ("NEEDED", ("no_such_package",), "pip install -r requirements-test.txt"),
        ("ROOM", 10**18, "make room"),
    ],
)
def test_what_is_missing_is_named_with_what_helps(facts, monkeypatch, patched, value, said):
    monkeypatch.setattr(readiness, patched, value)
    found = list(readiness.obstacles(facts, PAPER, ROOT))
    assert len(found) == 1 and said in found[0] and "\n" not in found[0]


def test_a_browser_that_dies_is_one_sentence(monkeypatch):
    playwright = pytest.importorskip("playwright.sync_api")

    class Dead:
        def set_viewport_size(self, size):
            raise playwright.Error("Target closed\n  at a\n  at b")

    printer = Printer()
    printer.__dict__["_page"] = Dead()
    with pytest.raises(OSError, match=r"^Chromium ended while it drew: Target closed; nothing was changed$"):
        printer.pdf("<p>x</p>")


def test_a_wrong_name_is_told_before_the_site_is_built(parted):
    before = state(parted)
    done = run(parted, "bundle.py", "--ready", ONLY="partner/obor")
    assert done.returncode == 1 and re.fullmatch(r"ONLY=partner/obor: no such part; there are .*\n", done.stderr)
    assert {name for name in state(parted) if name not in before} == set()
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert makefile.index("bundle.py --ready") < makefile.index("build.py --unless-built")


def test_a_part_of_another_day_is_not_mixed_in(parted):
    before = state(parted / "dist")
    done = run(parted, "bundle.py", ONLY="message", AS_OF="2026-12-01")
    assert done.returncode == 1 and "one dist/ is one edition" in done.stderr and done.stderr.count("\n") == 1
    assert state(parted / "dist") == before
    assert run(parted, "bundle.py", ONLY="message").returncode == 0


def test_a_dist_of_parts_is_not_taken_for_a_whole_one(parted):
    assert read_edition(parted / ".build", parted / "dist") == f"{edition(parted, TODAY, None)} in part"


def test_a_site_that_is_built_is_not_built_again(parted, tmp_path):
    folder = tmp_path / "house"
    shutil.copytree(parted, folder)
    (folder / "site").mkdir()
    write_edition(folder / ".build", folder / "site", edition(folder, TODAY, None))
    done = run(folder, "build.py", "--unless-built")
    assert (done.returncode, done.stdout) == (0, "site/ is built already\n")
