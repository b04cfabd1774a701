"""The workbook: its stored values and its live formulas are those of the estimator."""

from __future__ import annotations

import datetime
import functools
import io
import json
import random
import re
import subprocess
import zipfile

import openpyxl
import pytest
import yaml
from clerk import Clerk
from conftest import ROOT, TODAY
from guide.estimator.engine import estimate
from guide.estimator.inputs import InputError, read_inputs
from guide.handouts.workbook import blank_list, workbook
from guide.handouts.workbook.kinds import KINDS
from guide.handouts.workbook.law_rows import choices
from handing_out import handouts_of
from python_calamine import CalamineWorkbook

CASES = yaml.safe_load((ROOT / "tests/support/cases.yml").read_text("utf-8"))
ASKED = ("income", "contract", "programs", "risk", "size", "sector", "payer", "placement", "age", "month")
FIRST_PERSON = 5


@pytest.fixture(scope="module")
def context(facts, prose, languages, tmp_path_factory):
    return handouts_of(facts, prose, languages, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def made(context):
    """The workbook as it is handed out."""
    return workbook(context)


def published():
    """The published cases as people of the sheets, with what they expect."""
    for case in CASES:
        inputs = {name: _text(value) for name, value in case["inputs"].items()}
        amounts = {name: value for name, value in case["expect"].items() if re.match(r"[a-z-]+\.[a-z]+$", name)}
        amounts = {name: value for name, value in amounts.items() if name.split(".")[0] in SHARED}
        if amounts and "event" not in inputs:
            yield inputs["segment"], {name: inputs[name] for name in ASKED if name in inputs}, amounts


SHARED = ("jkk", "jkm", "jht", "jp", "jkp", "jkk-jkm", "monthly")


def _text(value):
    return ",".join(value) if isinstance(value, list) else str(value)


def strangers(count, seed=1):
    """Random people by segment, in months that are covered and some that are not."""
    chance = random.Random(seed)
    return {kind.segment: [_stranger(kind, chance) for _ in range(count)] for kind in KINDS}


def _stranger(kind, chance):
    names = (*kind.deciding, *kind.requiring)
    person = {name: chance.choice(choices(kind.segment, name)) for name in names if chance.random() < 0.7}
    person[kind.amount] = str(chance.randint(6, 120) if kind.amount == "contract" else _income(chance))
    if kind.programs and chance.random() < 0.5:
        person["programs"] = chance.choice(kind.programs).lower().replace("+", ",")
    if kind.segment == "pu" and chance.random() < 0.5:
        person["age"] = str(chance.randint(17, 80))
    if chance.random() < 0.8:
        person["month"] = f"{chance.randint(2014, 2028)}-{chance.randint(1, 12):02}"
    return person


def _income(chance):
    return chance.choice((chance.randint(0, 12_000_000), chance.randint(0, 10**12), 10**6, 1_050_000, 7_000_000))


def answers(data):
    """What each row of each sheet says, by the name of the sheet: amounts by title, None where nothing is said."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return by_title({kind.name: book.get_sheet_by_name(kind.name).to_python(skip_empty_area=False) for kind in KINDS})


def by_title(sheets):
    """The rows of people in each sheet, by segment; each row by the names of its columns."""
    found = {}
    for kind in KINDS:
        rows = sheets[kind.name]
        titles = [_name(str(title)) for title in rows[FIRST_PERSON - 1]]
        found[kind.segment] = [dict(zip(titles, row, strict=False)) for row in rows[FIRST_PERSON:]]
    return found


PARTIES = {"employer": "employer", "worker": "worker", "government": "government", "In all": "total"}


def _name(title):
    """`JHT / pekerja / worker` is `jht.worker`; a sum is `monthly.worker`."""
    first, *rest = re.split(r"\n| / ", title)
    last = PARTIES.get((rest or [""])[-1], "")
    program = first.lower().replace(" + ", "-")
    if program in SHARED:
        return f"{program}.{last or 'total'}"
    return f"monthly.{last}" if last else title


def same(people, found, rules):
    """Compare every person's row with the estimator; return how many were answered."""
    answered = 0
    for segment, every in people.items():
        for person, row in zip(every, found[segment], strict=False):
            asked = {"segment": segment, **person}
            try:
                shown = estimate(rules, read_inputs(asked, TODAY), TODAY)
            except InputError:
                assert row["monthly.total"] in ("", None) and row["Yang perlu diperbaiki\nTo mend"], asked
                continue
            answered += 1
            amounts = shown.amounts()
            for name, value in row.items():
                program = name.partition(".")[0]
                if program not in SHARED:
                    continue
                due = amounts.get(name, "") if program == "monthly" or program in shown.contributions else ""
                assert value == due, (asked, name, value, due)
    return answered


def test_the_workbook_has_six_sheets_and_the_same_bytes_each_time(context, made):
    data = made
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert (
        book.sheet_names == ["Anggota", "Pegawai", "Migran", "Proyek", "Aturan", "Tentang"]
        and workbook(context) == data
    )
    assert len(answers(data)["bpu"]) == 500
    assert {info.date_time for info in zipfile.ZipFile(io.BytesIO(data)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_stored_values_are_those_of_the_estimator(context, rules):
    people = strangers(120)
    for segment, person, _ in published():
        people[segment].append(person)
    assert same(people, answers(workbook(context, people)), rules) > 300


def test_stored_values_are_those_of_the_published_cases(context):
    people, expected = {kind.segment: [] for kind in KINDS}, []
    for segment, person, amounts in published():
        expected.append((segment, len(people[segment]), amounts))
        people[segment].append(person)
    found = answers(workbook(context, people))
    for segment, at, amounts in expected:
        row = found[segment][at]
        assert {name: row[name] for name in amounts if name in row} == {k: v for k, v in amounts.items() if k in row}
    assert len(expected) > 40


def test_no_amount_of_the_law_stands_in_a_formula(made):
    archive = zipfile.ZipFile(io.BytesIO(made))
    allowed = {"0", "1", "6", "120", "1000000000000"}
    for number in range(1, 5):
        formulas = set(re.findall(r"<f>(.*?)</f>", archive.read(f"xl/worksheets/sheet{number}.xml").decode()))
        bare = {re.sub(r"TODAY.*|\"[^\"]*\"|&quot;.*?&quot;|\$?[A-Z]+\$?\d+", "", formula) for formula in formulas}
        assert {digits for formula in bare for digits in re.findall(r"\d+", formula)} <= allowed


def test_only_cells_to_write_into_are_open_and_an_old_copy_says_so(made):
    archive = zipfile.ZipFile(io.BytesIO(made))
    sheets = [archive.read(f"xl/worksheets/sheet{number}.xml").decode() for number in range(1, 7)]
    assert all("<sheetProtection" in sheet and "TODAY()" in sheet for sheet in sheets)
    told = [re.search(r'<c r="A2"[^>]*><f>(.*?)</f><v>(.*?)</v>', sheet) for sheet in sheets]
    assert {cell[2] for cell in told} == {""} and all("This copy is old." in cell[1] for cell in told)
    assert {re.search(r"DATE\((.*?)\)", cell[1])[1] for cell in told} == {"2027,1,1"}


@pytest.mark.audit
def test_a_spreadsheet_program_counts_what_the_estimator_counts(context, rules, tmp_path):
    people = strangers(10_000, seed=2)
    for segment, person, _ in published():
        people[segment].insert(0, person)
    path = tmp_path / "workbook.xlsx"
    path.write_bytes(_without_values(workbook(context, people)))
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "counted"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=1800)
    assert same(people, answers((tmp_path / "counted/workbook.xlsx").read_bytes()), rules) > 20_000


@pytest.mark.audit
def test_a_second_engine_of_formulas_counts_the_same(context, rules):
    """10,000 people of each sheet, in books of a thousand: what this engine needs grows faster than a sheet."""
    answered = 0
    for seed in range(10):
        people = strangers(1_000, seed)
        if not seed:
            for segment, person, _ in published():
                people[segment].insert(0, person)
        answered += same(people, _by_the_second_engine(workbook(context, people)), rules)
    assert answered > 20_000


def _by_the_second_engine(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheets = {sheet.title: [[_cell(one) for one in row] for row in sheet.values] for sheet in book}
    command = ["node", "--max-old-space-size=3000", str(ROOT / "tests/support/workbook.js")]
    done = subprocess.run(command, input=json.dumps(sheets), capture_output=True, text=True, timeout=1800, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-2000:]
    return by_title(json.loads(done.stdout))


def _cell(value):
    """What stands in a cell as JSON: days as their number, and rows as a list, of which this engine gives the first."""
    if isinstance(value, str) and value.startswith("="):
        return re.sub(r"ROW\(Aturan!\$B\$(\d+):\$B\$(\d+)\)", lambda rows: _rows(*map(int, rows.groups())), value)
    return (value - datetime.datetime(1899, 12, 30)).days if isinstance(value, datetime.datetime) else value


@functools.cache
def _rows(first, last):
    return "{" + ";".join(map(str, range(first, last + 1))) + "}"


def _without_values(data):
    """The workbook without any stored value, so that none can be taken for one that was counted."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bare:
        for name in archive.namelist():
            text = archive.read(name)
            bare.writestr(name, re.sub(rb"(</f>)<v>.*?</v>", rb"\1", text) if "worksheets/" in name else text)
    return out.getvalue()


def test_the_blank_list_is_read_as_it_was_filled_in(context, facts, rules, languages):
    data = blank_list(context)
    book = openpyxl.load_workbook(io.BytesIO(data))
    titles = [cell.value for cell in book["Daftar"][1]]
    rules_of_cells = book["Daftar"].data_validations.dataValidation
    assert titles[0] == "Nama" and len([rule for rule in rules_of_cells if rule.formula1]) == 4
    for row, (segment, programs) in enumerate([("bpu", "JKK+JKM"), ("pu", "JKK+JKM+JHT"), ("pmi", None)], 2):
        filled = {"Nama": f"Orang {row}", "Segmen": segment, "Penghasilan": 1_500_000, "Program": programs}
        filled |= {"Pekerjaan": "ojek" if segment == "bpu" else None, "Bulan": TODAY.replace(day=1)}
        for name, value in filled.items():
            book["Daftar"].cell(row, titles.index(name) + 1, value)
    out = io.BytesIO()
    book.save(out)
    clerk = Clerk(facts, rules, languages["id"])
    clerk.write(out.getvalue())
    month = TODAY.isoformat()[:7]
    assert (clerk.told.people, clerk.told.wrong) == (3, 0) and blank_list(context) == data
    assert [asked["month"] for asked in clerk.asked] == [month] * 3
    assert clerk.asked[0]["sector"] == "transport" and clerk.asked[1]["programs"] == "jkk,jkm,jht"
