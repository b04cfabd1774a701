"""One change of the law reaches every door: one entry of data, and each says the new amount and its day.

Each door is read back by a program that is not ours where there is one. The test prints door × equalities.
"""

from __future__ import annotations

import asyncio
import csv
import datetime
import importlib
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import zipfile

import feedparser
import icalendar
import openpyxl
import pypdfium2
import pytest
from conftest import run
from guide.checks.html_text import read_article
from guide.facts.load import load, read, read_prose
from guide.handouts.context import HandoutContext
from guide.handouts.print_targets import pdf
from guide.handouts.printer import opened
from guide.handouts.single import single_file
from guide.handouts.workbook import workbook
from guide.i18n.language import read_languages
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from guide.website import figure_lines, site_files
from python_calamine import CalamineWorkbook

pytestmark = pytest.mark.audit
TODAY = datetime.date(2027, 7, 5)
ENTRY = """\
  - effective: 2027-07-01
    announced: 2027-06-01
    kind: flat
    shares: {worker: 7_500}
    citations: [{regulation: pp-44-2015, article: null}]
    compiled: 2027-06-02
    verified: null
    confidence: high
"""
ASKED = {"segment": "bpu", "income": "1000000"}
BEFORE, AFTER = 6_800, 7_500
"""The contribution for death in the month before and from the month of the change on."""
BEFORE_MONTHLY, MONTHLY = 16_800, 17_500
"""What the lowest income pays a month with it and without a discount."""
MONTH = re.compile(r"2027-07|\bJuli 2027")
"""The month of the change, as doors write it."""
PEOPLE = [{"income": "1000000", "programs": "jkk,jkm", "month": month} for month in ("2027-06", "2027-07")]
"""Somebody of the lowest income in the month before and in the month of the change."""
TITLES = 5
"""The row of titles in a sheet of people."""


@pytest.fixture(scope="module")
def changed(house):
    """A copy of the house with one entry more."""
    folder = house()
    path = folder / "data/schedules/bpu-jkm.yml"
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + ENTRY, "utf-8")
    for name in ("LICENSE",):
        (folder / name).write_text("MIT\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def renderer(changed):
    facts = load(read(changed / "data"))
    prose = read_prose(changed / "docs", facts.languages)
    languages = read_languages(facts.site.languages, changed / "overrides" / "locales")
    return open_renderer(facts, pages(facts, prose), languages, changed / "overrides", TODAY, "https://example.org")


@pytest.fixture(scope="module")
def once(renderer):
    return {path: text for path, text in site_files.once(renderer) if isinstance(text, str)}


@pytest.fixture(scope="module")
def own(renderer):
    return dict(site_files.own(renderer, renderer.site.languages["id"]))


@pytest.fixture(scope="module")
def packages(changed):
    done = run(changed, "make_packages.py", AS_OF=TODAY.isoformat())
    assert done.returncode == 0, done.stderr
    return sorted((changed / "dist/packages").iterdir())


DOORS = {}


def door(read_back):
    """A door is a function that reads back amount and day (or month); it is told in the table."""
    DOORS[read_back.__name__.replace("_", " ")] = read_back
    return read_back


def said(text, what="Rp17.500"):
    assert what in text, text[:2000]
    return what


@door
def page_of_costs(get):
    article = get("renderer").render(get("renderer").site.by_path["biaya/"], get("renderer").site.languages["id"])
    assert "1 Juli 2027" in article.partition('<section class="asal"')[2]
    return said(" ".join(block.text for block in read_article(article).blocks)), "1 Juli 2027"


@door
def page_of_the_change(get):
    renderer = get("renderer")
    text = renderer.render(renderer.site.by_path["perubahan/2027-07/"], renderer.site.languages["id"])
    assert "Rp16.800" in text
    return said(text), said(text, "Juli 2027")


@door
def single_file_for_phones(get):
    renderer = get("renderer")
    page = renderer.site.by_path["biaya/"]
    text = single_file(renderer, [page], [renderer.site.languages["id"]], page)
    return said(text), said(text, "Juli 2027")


@door
def message(get):
    renderer = get("renderer")
    text = renderer.text("message.html", renderer.site.languages["id"], renderer.site.by_path[""])
    return said(text), said(text, "Juli 2027")


@door
def text_of_a_printed_flyer(get):
    renderer = get("renderer")
    with opened() as printer:
        context = HandoutContext(renderer, printer, get("changed"))
        page = context.page("pekerjaan/petani/")
        content = pdf(context, "flyer.html", renderer.site.languages["id"], page, "daftar/")
    document = pypdfium2.PdfDocument(content)
    text = " ".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    return said(text), said(text, "Juli 2027")


@pytest.fixture(scope="module")
def book(renderer, changed):
    """The workbook, with the same person in the month before and in that of the change."""
    people = {kind: PEOPLE if kind == "bpu" else [] for kind in ("bpu", "pu", "pmi", "jakon")}
    return workbook(HandoutContext(renderer, None, changed), people)


@door
def workbook_as_it_is_stored(get):
    return _in_book(openpyxl.load_workbook(io.BytesIO(get("book")), data_only=True))


@door
def workbook_counted_by_a_spreadsheet_program(get):
    """Without any stored value, so that LibreOffice has to count; read back by another program than the one above."""
    folder, bare = get("tmp_path_factory").mktemp("book"), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(get("book"))) as full, zipfile.ZipFile(bare, "w") as archive:
        for name in full.namelist():
            archive.writestr(name, re.sub(rb"(</f>)<v>.*?</v>", rb"\1", full.read(name)))
    (folder / "book.xlsx").write_bytes(bare.getvalue())
    empty = CalamineWorkbook.from_path(folder / "book.xlsx").get_sheet_by_name("Anggota").to_python()
    assert MONTHLY not in empty[TITLES]
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "counted")]
    subprocess.run([*command, str(folder / "book.xlsx")], check=True, capture_output=True, timeout=300)
    told = CalamineWorkbook.from_path(folder / "counted/book.xlsx")
    rows = {name: told.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in told.sheet_names}
    return _in_rows(rows)


def _in_book(book):
    return _in_rows({sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book})


def _in_rows(sheets):
    """The whole contribution of the month of the change, and the month from which the sheet of the law says it."""
    titles, before, after = sheets["Anggota"][TITLES - 1 : TITLES + 2]
    death, whole = titles.index("JKM"), next(at for at, title in enumerate(titles) if "In all" in str(title))
    assert (before[death], before[whole], after[death]) == (BEFORE, BEFORE_MONTHLY, AFTER)
    months = [row[1] for row in sheets["Aturan"] if row[3] == AFTER]
    assert months and {each.isoformat()[:7] for each in months} == {"2027-07"}
    return int(after[whole]), months[0].isoformat()[:10]


@door
def line_for_pages_of_others(get):
    renderer = get("renderer")
    text = dict(figure_lines.files(renderer, renderer.site.languages["id"]))["sematan/bpu-basic.html"]
    return said(text), said(text, "Juli 2027")


@door
def table_as_json_and_csv(get):
    (item,) = [
        item
        for item in json.loads(get("once")["api/v1/schedules.json"])["items"]
        if item["id"] == "schedules.bpu-jkm@2027-07-01"
    ]
    rows = csv.DictReader(io.StringIO(get("once")["api/v1/schedules.csv"], newline=""))
    assert [row["shares.worker"] for row in rows if row["id"] == item["id"]] == [str(AFTER)]
    return item["shares"]["worker"], item["effective"]


@door
def list_of_changes(get):
    changes = json.loads(get("once")["api/v1/changes.json"])["items"]
    change = next(each for each in changes if each["id"] == "schedules.bpu-jkm@2027-07-01")
    assert {"name": "shares.worker", "before": 6800, "after": AFTER} in change["fields"]
    assert {(each["before"], each["after"]) for each in change["amounts"]} >= {(16_800, MONTHLY)}
    return AFTER, change["effective"]


@door
def feed(get):
    entries = feedparser.parse(get("own")["perubahan.xml"]).entries
    (title,) = [entry.title for entry in entries if entry.id.endswith("schedules.bpu-jkm@2027-07-01")]
    return said(title, "Rp7.500"), said(title, "1 Juli 2027")


@door
def calendar(get):
    events = icalendar.Calendar.from_ical(get("own")["kalender.ics"]).walk("VEVENT")
    (event,) = [event for event in events if "schedules.bpu-jkm@2027-07-01" in event["UID"]]
    return said(str(event["SUMMARY"]), "Rp7.500"), event["DTSTART"].dt.isoformat()


@door
def text_for_assistants(get):
    text = get("own")["llms-full.txt"]
    return said(text), said(text, "sejak 1 Juli 2027")


@door
def command(get):
    done = run(get("changed"), "estimate.py", "--segment", "bpu", "--income", "1jt", "--json", AS_OF=TODAY.isoformat())
    return _amount(json.loads(done.stdout))


@door
def included_script(get):
    return _in_node(get("tmp_path_factory").mktemp("js") / "estimator.cjs", get("once")["api/v1/estimator.js"])


@door
def npm_package(get):
    with tarfile.open(next(path for path in get("packages") if path.suffix == ".tgz")) as packed:
        script = packed.extractfile("package/index.cjs").read().decode()
    return _in_node(get("tmp_path_factory").mktemp("npm") / "index.cjs", script)


@door
def wheel(get):
    path = next(path for path in get("packages") if path.suffix == ".whl")
    code = f"import sys, json, datetime; sys.path.insert(0, {str(path)!r}); from paham_jamsostek import estimate; "
    code += f"print(json.dumps(estimate({ASKED!r}, 'id', datetime.date.fromisoformat('{TODAY}'))))"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True)
    return _amount(json.loads(done.stdout))


@door
def assistant(get):
    return _amount(asyncio.run(_asked(get("changed"))))


async def _asked(folder):
    mcp = importlib.import_module("mcp")
    told = {**os.environ, "AS_OF": TODAY.isoformat()}
    server = mcp.StdioServerParameters(command=sys.executable, args=[str(folder / "scripts/mcp_server.py")], env=told)
    async with mcp.Client(mcp.stdio_client(server)) as client:
        return (await client.call_tool("estimate", ASKED)).structured_content["answer"]


def _in_node(path, script):
    path.write_text(script, "utf-8")
    code = f"console.log(JSON.stringify(require({str(path)!r}).estimate({json.dumps(ASKED)}, 'id', '{TODAY}')))"
    return _amount(json.loads(subprocess.run(["node", "-e", code], capture_output=True, text=True).stdout))


def _amount(answer):
    """The monthly amount of an answer, and the day of the step for death cover."""
    assert answer["contributions"]["jkm"]["total"] == AFTER
    (day,) = [step["effective"] for step in answer["steps"] if step["id"] == "jkm"]
    return answer["monthly"]["total"], day


def test_the_new_amount_and_its_day_stand_in_every_door(request, capfd):
    table = {name: tuple(map(str, read_back(request.getfixturevalue))) for name, read_back in DOORS.items()}
    equal = {
        name: (int(re.sub(r"\D", "", amount)) in (AFTER, MONTHLY), bool(MONTH.search(day)))
        for name, (amount, day) in table.items()
    }
    with capfd.disabled():
        print(f"\n{'door':44} {'amount':>10}  {'day':16} = amount  = day")
        for name, (amount, day) in table.items():
            print(f"{name:44} {amount:>10}  {day:16} {equal[name][0]!s:8}  {equal[name][1]}")
    assert len(table) >= 18 and all(all(pair) for pair in equal.values())
