"""The open data: valid by their own schemas, the same rows as CSV, every item with its grounds, safe cells."""

from __future__ import annotations

import csv
import functools
import http.server
import io
import json
import re
import subprocess
import sys
import threading

import pytest
from conftest import ROOT, TODAY
from guide.facts.load import load, read
from guide.figures.registry import Figures
from guide.website import open_csv, open_data
from guide.website.open_tables import CHANGES, FOLDER, TABLES
from jsonschema import Draft202012Validator
from markupsafe import escape
from openapi_spec_validator import validate

NAMES = [*(table.name for table in TABLES), CHANGES]


@pytest.fixture(scope="module")
def published(open_files):
    """Every file of the open data, by its path below the API's folder."""
    return {path.removeprefix(FOLDER): text for path, text in open_files.items()}


def test_the_tables_of_the_contract_are_there(published):
    contract = (
        "programs segments sizes schedules bands pension-ages minimum-wages risk-classes reliefs benefits limits taxes "
        "partners offices channels regions occupations procedures forms questions sponsorship conflicts changes "
        "regulations glossary"
    )
    wanted = contract.split()
    for name in wanted:
        assert {f"{name}.json", f"{name}.csv", f"schema/{name}.json"} <= set(published)
    print({name: len(json.loads(published[f"{name}.json"])["items"]) for name in wanted})


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_valid_by_its_own_schema(name, published, facts):
    schema, table = json.loads(published[f"schema/{name}.json"]), json.loads(published[f"{name}.json"])
    Draft202012Validator.check_schema(schema)
    errors = [f"{list(e.absolute_path)}: {e.message}"[:300] for e in Draft202012Validator(schema).iter_errors(table)]
    assert errors == []
    assert (table["schema_version"], table["as_of"], table["facts"]) == (1, TODAY.isoformat(), facts.digest)
    wrong = {**table, "items": [{**table["items"][0], "effective": "soon"}]}
    assert not Draft202012Validator(schema).is_valid(wrong)


def test_the_openapi_file_is_valid_with_everything_it_names(published, tmp_path):
    for path, text in published.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    spec = json.loads(published["openapi.json"])
    validate(spec, base_uri=(tmp_path / "openapi.json").as_uri())
    assert {path.removeprefix("/") for path in spec["paths"]} == set(published) - {"url-params.json"}
    for operations in spec["paths"].values():
        for kind in operations["get"]["responses"]["200"]["content"].values():
            assert kind["schema"].get("$ref", "openapi.json") in published


@pytest.mark.parametrize("name", NAMES)
def test_csv_and_json_carry_the_same_rows(name, published):
    items = json.loads(published[f"{name}.json"])["items"]
    rows = list(csv.DictReader(io.StringIO(published[f"{name}.csv"], newline="")))
    assert len(rows) == len(items) > 0
    for row, item in zip(rows, items, strict=True):
        flat = dict(_flat(item))
        assert set(flat) <= set(row)
        for column, cell in row.items():
            value = flat.get(column)
            if isinstance(value, list | bool):
                assert json.loads(cell) == value
            else:
                assert cell.removeprefix("'") == ("" if value is None else str(value)).removeprefix("'")


def _flat(item, above=""):
    for key, value in item.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


@pytest.mark.parametrize("name", NAMES)
def test_every_item_says_where_it_comes_from(name, published):
    items = json.loads(published[f"{name}.json"])["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert {"citations", "effective", "verified", "confidence"} <= set(item), item["id"]
        assert item["citations"] or item.get("sources") or item["kind"] == "corrected", item["id"]


def test_words_are_whole_and_rates_are_exact(published):
    for name in NAMES:
        text = published[f"{name}.json"]
        assert not re.search(r"\{[a-z][\w.-]*\}", text), name
        assert '"publish"' not in text and not re.search(r": \d+\.\d|: -?\d+[eE]", text), name
    flats = [i for i in json.loads(published["schedules.json"])["items"] if i["of"] == "pu-jht"]
    assert flats[0]["shares"] == {"worker": "0.02", "employer": "0.037"}


def test_items_of_the_law_are_the_dated_values(published, facts):
    known = {item["id"]: item for item in json.loads(published["schedules.json"])["items"]}
    figures = Figures(facts, TODAY)
    for schedule in facts.schedules:
        for entry in schedule.entries:
            name = f"schedules.{schedule.id}@{entry.effective}"
            assert known[name]["kind"] == entry.kind and figures.fact(name) is entry


def test_a_cell_that_a_spreadsheet_would_run_is_held_back():
    rows = list(csv.reader(io.StringIO(open_csv.as_csv([{"a": bad} for bad in ("=1+1", "@x", "+a", "-8.6", "＝1")]))))
    assert [row[0] for row in rows[1:]] == ["'=1+1", "'@x", "'+a", "-8.6", "'＝1"]


def test_a_record_that_is_not_published_stays_out():
    texts = read(ROOT / "data")
    texts["partners/tlm.yml"] += "publish: false\n"
    facts = load(texts)
    table = next(table for table in TABLES if table.name == "partners")
    assert "tlm" not in [item["id"] for item in open_data.items(table, facts, lambda text, record: dict(text))]


# the examples of the page that documents it

EXAMPLES = ROOT / "overrides" / "examples"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def served(published, tmp_path_factory):
    """The address of a server on loopback that has the open data."""
    folder = tmp_path_factory.mktemp("served")
    for path, text in published.items():
        (folder / FOLDER / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / FOLDER / path).write_text(text, "utf-8")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def _shown(name, address):
    text = (EXAMPLES / name).read_text("utf-8")
    assert text.count("https://example.org") == 1
    return text.replace("https://example.org", address)


def test_the_python_example_prints_the_contributions(served, facts):
    done = subprocess.run(
        [sys.executable, "-c", _shown("contributions.py", served)], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    entry = facts.by_id["schedules"]["bpu-jkm"].entries[0]
    assert done.stdout.split() == [entry.effective, str(entry.shares["worker"]), entry.confidence]


def test_the_javascript_example_prints_the_partners(served, facts):
    done = subprocess.run(["node", "-e", _shown("partners.js", served)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in done.stdout.splitlines()] == [p.id for p in facts.partners if p.publish]


def test_the_spreadsheet_example_finds_the_amount(published, facts):
    load_formula, formula = (EXAMPLES / "spreadsheet.txt").read_text("utf-8").splitlines()
    path = re.fullmatch(r'=IMPORTDATA\("https://example.org/api/v1/([\w.]+)"\)', load_formula)[1]
    rows = list(csv.reader(io.StringIO(published[path], newline="")))
    rows = [[int(cell) if cell.isdigit() else f"'{cell}" if cell else None for cell in row] for row in rows]
    command = ["node", str(ROOT / "tests/support/spreadsheet.js"), formula]
    done = subprocess.run(command, input=json.dumps(rows), capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == facts.by_id["schedules"]["bpu-jkm"].entries[0].shares["worker"]


def test_what_the_page_shows_is_what_was_run(drawn, languages):
    for language in languages.values():
        text = drawn.render(drawn.site.page("data-terbuka/"), language)
        for path in EXAMPLES.iterdir():
            assert str(escape(path.read_text("utf-8").rstrip("\n"))) in text, path.name
        for name in NAMES:
            assert f"api/v1/{name}.json" in text and f"api/v1/{name}.csv" in text
