"""What describes the open data: certificate of both engines, data package, inputs of a link, changes of the law."""

from __future__ import annotations

import csv
import hashlib
import importlib
import io
import json
import subprocess

import pytest
import yaml
from conftest import ROOT, TODAY
from guide.estimator.inputs import InputError, read_inputs
from guide.law.compile import compile_rules
from guide.website import parity
from guide.website.open_tables import FOLDER
from jsonschema import Draft202012Validator

CASES = yaml.safe_load((ROOT / "tests/support/cases.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def published(open_files):
    """Every file that programs read, by its path below the API's folder."""
    return {path.removeprefix(FOLDER): text for path, text in open_files.items()}


@pytest.fixture(scope="module")
def inputs_schema(published):
    return json.loads(published["url-params.json"])


# the certificate


def test_the_published_script_gives_the_digest_of_the_certificate(published, tmp_path):
    for name in ("parity.json", "estimator.js"):
        (tmp_path / name).write_text(published[name], "utf-8")
    certificate = json.loads(published["parity.json"])
    done = subprocess.run(
        ["node", str(ROOT / "tests/support/certificate.js"), str(tmp_path)], capture_output=True, text=True, timeout=120
    )
    assert done.stdout.split() == [str(certificate["cases"]), certificate["digest"]], done.stderr
    script = hashlib.sha256(published["estimator.js"].encode()).hexdigest()
    assert certificate["engines"]["javascript"]["sha256"] == script
    print(certificate["cases"], certificate["digest"])


def test_the_certificate_covers_every_segment_and_has_answers_and_refusals(facts, rules):
    axes = list(parity.questions(facts, TODAY))
    assert {each["segment"][0] for each in axes} == {"bpu", "pu", "jakon", "pmi"}
    lines = list(parity.answers(rules, axes, TODAY))
    refused = [line for line in lines if line.startswith("!")]
    assert 0 < len(refused) < len(lines) / 4


def test_the_certificate_changes_with_a_rate(facts, rules):
    axes = list(parity.questions(facts, TODAY))[:1]
    record = facts.by_id["schedules"]["bpu-jkm"]
    entry = record.entries[0].model_copy(update={"shares": {"worker": 6900}})
    other = record.model_copy(update={"entries": (entry, *record.entries[1:])})
    schedules = tuple(other if each is record else each for each in facts.schedules)
    changed = compile_rules(type(facts)(facts.site, facts.digest, {**facts.records, "schedules": schedules}))
    assert list(parity.answers(rules, axes, TODAY)) != list(parity.answers(changed, axes, TODAY))


# the data package


def test_the_data_package_describes_every_column_of_every_table(published):
    package = json.loads(published["datapackage.json"])
    tables = {path for path in published if path.endswith(".csv")}
    assert {each["path"] for each in package["resources"]} == tables
    for each in package["resources"]:
        content = published[each["path"]].encode()
        assert (each["bytes"], each["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        columns = next(csv.reader(io.StringIO(published[each["path"]], newline="")))
        assert [field["name"] for field in each["schema"]["fields"]] == columns
    fields = next(each for each in package["resources"] if each["name"] == "reliefs")["schema"]["fields"]
    kinds = {field["name"]: field["type"] for field in fields}
    assert (kinds["programs"], kinds["compiled"], kinds["retroactive"]) == ("array", "date", "boolean")


# the inputs of a link


def test_every_published_question_fits_the_schema_of_inputs(inputs_schema):
    Draft202012Validator.check_schema(inputs_schema)
    for case in CASES:
        asked = {name: str(value) if name in ("month", "risk") else value for name, value in case["inputs"].items()}
        errors = [error.message for error in Draft202012Validator(inputs_schema).iter_errors(asked)]
        assert errors == [], case["id"]


@pytest.mark.parametrize(
    "asked",
    [
        {"income": 1000000},
        {"segment": "bpu"},
        {"segment": "bpu", "income": 1000000, "size": "small"},
        {"segment": "bpu", "income": 1000000, "programs": ["jp"]},
        {"segment": "bpu", "income": 1000000, "event": "layoff"},
        {"segment": "bpu", "income": -1},
        {"segment": "bpu", "income": 1000000, "month": "2026-13"},
        {"segment": "bpu", "income": 1000000, "paid_months": 3},
        {"segment": "bpu", "income": 1000000, "event": "work-sick"},
        {"segment": "pmi", "contract": 5},
        {"segment": "pmi", "income": 1000000},
        {"segment": "pu", "income": 1000000, "event": "retirement"},
        {"segment": "pu", "income": 1000000, "wage": 1},
    ],
)
def test_what_the_estimator_refuses_the_schema_refuses(inputs_schema, asked):
    assert not Draft202012Validator(inputs_schema).is_valid(asked)
    raw = {name: ",".join(value) if isinstance(value, list) else str(value) for name, value in asked.items()}
    with pytest.raises(InputError):
        read_inputs(raw, TODAY)


# changes


def test_changes_tell_begin_and_end_of_the_discount_with_both_amounts(published):
    changes = {change["id"]: change for change in json.loads(published["changes.json"])["items"]}
    began, ended = changes["reliefs.bpu-other-2026.first"], changes["reliefs.bpu-other-2026.end"]
    basic = {"segment": "bpu", "income": "1000000", "programs": "jkk,jkm"}
    for change, kind, month, before, after in (
        (began, "began", "2026-04", 16800, 8400),
        (ended, "ended", "2027-01", 8400, 16800),
    ):
        assert (change["kind"], change["effective"]) == (kind, month)
        amounts = {json.dumps(each["inputs"]): (each["before"], each["after"]) for each in change["amounts"]}
        assert amounts[json.dumps(basic)] == (before, after)
    ceiling = changes["schedules.pu-jp@2026-03-01"]
    assert {"name": "ceiling", "before": 10547400, "after": 11086300} in ceiling["fields"]


def test_what_was_not_known_on_the_day_is_no_change(facts, published):
    changes = json.loads(published["changes.json"])["items"]
    assert all(change["known"] <= TODAY.isoformat() for change in changes)
    assert len({change["id"] for change in changes}) == len(changes)


@pytest.mark.audit
def test_frictionless_accepts_the_data_package(published, tmp_path):
    frictionless = importlib.import_module("frictionless")  # of `make audit` alone
    for path, text in published.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode())
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldNumber", "note"])[:20]


# the software itself


def test_publiccode_names_the_software_its_licence_and_its_languages(facts):
    told = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    required = "publiccodeYmlVersion name url platforms categories developmentStatus softwareType description legal"
    assert {*required.split(), "maintenance", "localisation"} <= set(told)
    assert told["name"] == facts.site.name
    assert told["legal"]["license"] == "MIT" and "MIT" in (ROOT / "LICENSE").read_text("utf-8")
    assert tuple(told["localisation"]["availableLanguages"]) == facts.languages == tuple(told["description"])
    for words in told["description"].values():
        assert len(words["shortDescription"]) <= 150 <= len(words["longDescription"]) <= 10_000
    assert not facts.site.repository or told["url"] == facts.site.repository
