"""What readers would see differently is told: between two days, between two commits, and before a commit."""

from __future__ import annotations

import subprocess

import pytest
from conftest import run

BASIC = "estimates.bpu-basic.monthly.total"


def git(folder, *arguments):
    """Run git in a house, with a name of its own and nobody's settings."""
    known = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *known, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(house):
    """A house with one commit in it, and an edit of a rate that nobody committed."""
    folder = house()
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "data", "docs")
    git(folder, "commit", "-qm", "first")
    path = folder / "data" / "schedules" / "bpu-jkm.yml"
    text = path.read_text("utf-8")
    assert text.count("6_800") >= 1
    path.write_text(text.replace("6_800", "7_800"), "utf-8")
    return folder


def told(folder, *arguments):
    """The lines that the command prints."""
    done = run(folder, "diff.py", *arguments, LANG="en_US.UTF-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def test_two_days_differ_by_what_the_law_changes_between_them(repository):
    lines = told(repository, "HEAD@2026-11-22", "HEAD@2027-01-15", "--language", "id")
    assert any(f"  {BASIC}: Rp8.400 → Rp16.800   /" in line for line in lines), lines[:5]
    assert "  estimates.bpu-basic monthly.total: Rp8.400 → Rp16.800" in lines
    assert not any("estimates.bpu-transport.monthly.total:" in line for line in lines)
    assert lines[0].startswith("angka yang berbeda: ")


def test_an_edit_is_told_before_it_is_committed_and_between_commits(repository):
    before = told(repository)
    assert any(f"  {BASIC}: Rp8,400 → Rp8,900   /" in line for line in before)
    assert any("data/schedules/bpu-jkm.yml" in line or "bpu-001" in line for line in before)
    git(repository, "commit", "-qam", "second")
    assert told(repository, "HEAD~1", "HEAD") == before
    nothing = ["figures that differ: 0", "amounts of estimates and examples that differ: 0"]
    assert told(repository, "HEAD", "now") == nothing


def test_a_commit_that_is_not_there_and_facts_that_cannot_be_read_are_said(repository):
    done = run(repository, "diff.py", "nothing")
    assert done.returncode == 1 and "nothing" in done.stderr and "Traceback" not in done.stderr
    path = repository / "data" / "taxes.yml"
    text = path.read_text("utf-8")
    path.write_text(f"\t{text}", "utf-8")
    done = run(repository, "diff.py")
    path.write_text(text, "utf-8")
    assert done.returncode == 1 and "data/taxes.yml:1:1: use blanks, not tabs" in done.stderr
