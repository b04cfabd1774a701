"""What is published is read by the programs of those who keep each standard (see also test_open_descriptions.py)."""

from __future__ import annotations

import importlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from guide.website.llms import INDEX, TextWriter
from hosts import nginx

pytestmark = pytest.mark.audit
PARSER = "publiccode-parser"
SECTIONS = 5
"""Sections that a list for assistants has at least."""


def program(name: str) -> str:
    """The program of `make audit` with that name. Skips where it could not be installed, and says so."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed: `make audit` brings it where its source can be reached")
    return found


@pytest.mark.xdist_group("eyes")
def test_schemathesis_gets_what_the_description_says_from_every_address(built, tmp_path):
    """From nginx with the project's own settings. Which headers a server sends beside 405 is not described."""
    built.parent.chmod(0o755)
    schemathesis = program("schemathesis")
    with nginx(built, tmp_path) as address:
        api = f"{address}/api/v1"
        command = [schemathesis, "run", f"{api}/openapi.json", "--url", api, "--no-color", "--generation-deterministic"]
        command += ["--max-examples", "25", "--exclude-checks", "unsupported_method"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600)
    tested = re.search(r"Tested: (\d+)", done.stdout)
    cases = re.search(r"(\d+) generated.*", done.stdout)
    print(tested and tested[0], cases and cases[0])
    assert done.returncode == 0, done.stdout[-4000:]
    assert tested and int(tested[1]) > 70, done.stdout


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_reference_parser_reads_the_list_for_assistants(open_files, drawn, languages, language):
    llms = importlib.import_module("llms_txt")
    text = dict(TextWriter(drawn, languages[language]).files())[INDEX]
    told = llms.parse_llms_file(text)
    links = [link for links in told.sections.values() for link in links]
    print(f"{language}: {told.title}, {len(told.sections)} sections, {len(links)} links")
    assert told.title and told.summary and told.info and len(told.sections) > SECTIONS
    assert len(links) == len(re.findall(r"^- \[", text, flags=re.M)) > 100
    assert all(link.title and link.url.startswith("https://example.org/") for link in links)


def test_the_official_parser_accepts_what_the_software_says_of_itself(tmp_path):
    parser = program(PARSER)
    for text, right in (
        ((ROOT / "publiccode.yml").read_text("utf-8"), True),
        ((ROOT / "publiccode.yml").read_text("utf-8").replace("license: MIT", "license: free"), False),
    ):
        (tmp_path / "publiccode.yml").write_text(text, "utf-8")
        done = subprocess.run([parser, "-no-network", "publiccode.yml"], cwd=tmp_path, capture_output=True, text=True)
        assert (done.returncode == 0) == right, done.stdout + done.stderr
        assert not right or not (done.stdout + done.stderr), "neither error nor warning"
