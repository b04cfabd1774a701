"""What others wrote comes in by its hash alone, and workflows may do no more than they need."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


@pytest.fixture(params=WORKFLOWS, ids=[path.name for path in WORKFLOWS])
def workflow(request):
    """One workflow as written."""
    return yaml.safe_load(request.param.read_text("utf-8"))


def steps(workflow):
    """Every step of every job."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_an_action_is_named_by_its_commit_with_the_version_beside_it():
    lines = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert len(lines) >= 7
    for line in lines:
        assert re.search(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_one_action_has_one_commit():
    text = "".join(path.read_text("utf-8") for path in WORKFLOWS)
    named = {*re.findall(r"uses: (\S+)@(\S+)", text)}
    assert len(named) == len({name for name, _ in named})


def test_rights_belong_to_jobs_and_are_no_more_than_needed(workflow):
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert "timeout-minutes" in job and "runs-on" in job
        writes = {right for right, access in job["permissions"].items() if access == "write"}
        assert writes == {"publish": {"pages", "id-token"}, "due": {"issues"}}.get(name, set())


def test_no_credential_is_left_behind_and_the_token_stands_in_one_step(workflow):
    for step in steps(workflow):
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
    assert "GH_TOKEN" not in workflow.get("env", {})
    assert all("env" not in job for job in workflow["jobs"].values())
    assert sum("GH_TOKEN" in step.get("env", {}) for step in steps(workflow)) <= 1
    assert not any("${{" in step.get("run", "") for step in steps(workflow))


def test_nothing_of_others_is_built_when_it_is_installed():
    places = [ROOT / "Makefile", *WORKFLOWS]
    lines = [line for path in places for line in path.read_text("utf-8").splitlines() if "install -q" in line]
    assert lines and all("--only-binary :all:" in line for line in lines if "pip" in line), lines
    assert not any("--no-binary" in path.read_text("utf-8") for path in places)
    make = (ROOT / "Makefile").read_text("utf-8")
    assert all("--ignore-scripts" in line for line in make.splitlines() if "npm ci" in line)


def test_every_package_of_every_list_has_its_hashes():
    for path in ROOT.glob("requirements*.txt"):
        pins = re.split(r"\n(?=\S)", re.sub(r"(?m)^\s*#.*\n?", "", path.read_text("utf-8")).strip())
        assert pins and all("==" in pin and "--hash=sha256:" in pin for pin in pins if pin), path.name


@pytest.mark.audit
def test_an_auditor_of_workflows_finds_nothing():
    command = [Path(sys.executable).with_name("zizmor"), "--offline", "--no-progress", "--quiet", ROOT / ".github"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
