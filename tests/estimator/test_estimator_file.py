"""The estimator as one file to include: the same answers as the command, in Node and in a page of somebody else."""

from __future__ import annotations

import functools
import http.server
import json
import re
import subprocess
import threading

import pytest
from conftest import ROOT, TODAY
from guide.website import site_files
from guide.website.open_data import VERSION
from guide.pages.routes import pages
from guide.pages.renderer import open_renderer
from looking import chromium
from parity import Python

EXAMPLE = (ROOT / "overrides" / "examples" / "estimator.htm").read_text("utf-8")
QUESTIONS = (
    {"segment": "bpu", "income": "1000000"},
    {"segment": "bpu", "income": "1,5 juta", "programs": "jkk,jkm,jht", "months": "14", "people": "3"},
    {"segment": "bpu", "income": "1000000", "sector": "transport", "event": "work-death", "children": "sd,smp"},
    {"segment": "pu", "income": "12000000", "risk": "5", "size": "large", "month": "2025-02"},
    {"segment": "pu", "income": "5000000", "event": "layoff", "paid_months": "24"},
    {"segment": "jakon", "income": "250000000"},
    {"segment": "pmi", "contract": "12"},
    {"segment": "pmi", "contract": "7"},
    {"segment": "bpu", "incom": "1"},
    {},
)


@pytest.fixture(scope="module")
def script(facts, prose, languages, tmp_path_factory):
    """The file as it is published."""
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, "https://example.org")
    files = dict(site_files.once(renderer))
    path = tmp_path_factory.mktemp("included") / "api" / "v1" / "estimator.js"
    path.parent.mkdir(parents=True)
    path.write_text(files["api/v1/estimator.js"], "utf-8")
    return path


def node(script, program, *values):
    """What a program prints that knows the file as `file` and the values as `given`."""
    line = f"var file = require({json.dumps(str(script))}), given = {json.dumps(values)}; {program}"
    done = subprocess.run(["node", "-e", line], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("language", ["id", "en"])
def test_it_answers_what_the_command_answers(script, facts, language):
    python = Python(facts)
    program = """console.log(JSON.stringify(given[0].map(function (asked) {
      try { return file.estimate(asked, given[1], given[2]); }
      catch (error) { return error.message.split("\\n"); } })))"""
    found = node(script, program, QUESTIONS, language, TODAY.isoformat())
    for asked, answer in zip(QUESTIONS, found, strict=True):
        expected = python.answer({"raw": asked, "language": language, "today": TODAY.isoformat()})
        if isinstance(answer, dict):
            assert answer.pop("facts") == facts.digest
        assert answer == json.loads(json.dumps(expected)), asked


def test_it_says_what_it_is(script, facts, languages):
    about = node(script, "console.log(JSON.stringify(file.about))")
    assert about["version"] == VERSION and about["as_of"] == TODAY.isoformat() and about["facts"] == facts.digest
    assert about["languages"] == list(languages)
    first = script.read_text("utf-8").split("\n", 1)[0]
    assert facts.digest in first and "MIT" in first and TODAY.isoformat() in first


def test_numbers_and_lists_may_be_given_as_such(script):
    program = (
        "console.log(JSON.stringify(file.estimate({segment: 'bpu', income: 1e6, programs: ['jkk', 'jht']}).inputs))"
    )
    inputs = node(script, program)
    assert inputs["income"] == 1000000 and inputs["programs"] == ["jkk", "jht"] and len(inputs["month"]) == 7


def test_it_runs_on_old_phones(script):
    check = "require('acorn').parse(require('fs').readFileSync(process.argv[1], 'utf8'), {ecmaVersion: 5})"
    done = subprocess.run(["node", "-e", check, str(script)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert not re.search(r"fetch\(|XMLHttp|localStorage|document\.", script.read_text("utf-8"))


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_):
        pass


def test_the_example_works_in_a_page_of_another_origin(script):
    folder = script.parents[2]
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ours = f"http://127.0.0.1:{server.server_port}"
    theirs = f"http://localhost:{server.server_port}"
    (folder / "page.html").write_text("<!doctype html>" + EXAMPLE.replace("https://example.org", ours), "utf-8")
    asked, wrong = [], []
    with chromium() as browser:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{theirs}/page.html")
        assert page.inner_text("#answer") == "8400"
    server.shutdown()
    assert wrong == [] and [url for url in asked if "favicon" not in url] == [
        f"{theirs}/page.html",
        f"{ours}/api/v1/estimator.js",
    ]
