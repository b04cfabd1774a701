"""The page of lists and the command read the same: the same rows, amounts, errors and refusals, over the same files."""

from __future__ import annotations

import base64
import csv
import io
import json
import subprocess
import zipfile

import pytest
from clerk import HOSTILE, Clerk, with_part
from clerks_layouts import CLERKS
from conftest import ROOT, TODAY
from guide.assets.script_data import as_json
from guide.estimator.browser_data import rules_for_browser, words_of
from guide.estimator.member_list import FileError
from guide.estimator.member_list.browser import list_data
from guide.estimator.member_list.sentences import PAGE
from layouts import KINDS, LAYOUTS, as_csv
from python_calamine import CalamineWorkbook

SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
EVERY = (*LAYOUTS.values(), *CLERKS.values())
BOTH_READ = [kind for kind in KINDS if kind != "xls"]


@pytest.fixture(scope="module")
def ask(facts, rules, languages):
    """A function that answers many files in Node, as the page does: [(bytes, given, chosen by place)]."""
    language = languages["id"]
    words = words_of(language, facts)
    words["sentences"] |= {name: language.gettext(sentence) for name, sentence in PAGE.items()}
    told = {
        "rules": rules_for_browser(rules),
        "words": words,
        "data": list_data(facts, language),
        "today": TODAY.isoformat(),
    }

    def answer(files, **more):
        asked = [
            {"base64": base64.b64encode(data).decode(), "settings": {"given": given, "chosen": chosen}, **more}
            for data, given, chosen in files
        ]
        done = subprocess.run(
            ["node", str(ROOT / "tests/support/lists.js")],
            input=as_json({**told, "files": asked}),
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        found = [json.loads(line) for line in done.stdout.split("\n") if line]
        assert len(found) == len(files), done.stderr
        return found

    return answer


@pytest.fixture
def clerk(facts, rules, languages):
    return Clerk(facts, rules, languages["id"])


def rows_of(text, mark):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=mark))


def test_both_read_the_same_in_every_layout_and_kind(ask, clerk):
    compare(ask, clerk, [(kind, layout, KINDS[kind](layout.rows)) for layout in EVERY for kind in BOTH_READ])


def compare(ask, clerk, cases):
    """Let both read files, (kind, layout, bytes), and hold what they say against each other and the layout."""
    moved = [(data, layout.given, _moved(layout, kind)) for kind, layout, data in cases]
    for (kind, layout, data), page in zip(cases, ask(moved), strict=True):
        result = clerk.write(data, layout.given, layout.chosen).decode()
        told, mark = clerk.told, clerk.opened.listing.dress.mark
        assert rows_of(page["csv"], mark) == rows_of(result, mark), (kind, layout.rows)
        assert (page["people"], page["wrong"], page["total"]) == (told.people, told.wrong, told.total)
        assert [(left["row"], left["words"]) for left in page["left"]] == told.left_out
        due = [clerk.reader.answers.estimate(person).grand_total for person in layout.people if person]
        assert (told.people, told.wrong, told.total) == (len(layout.people), layout.people.count(None), sum(due))


@pytest.mark.audit
@pytest.mark.parametrize(("made", "saved"), [("xlsx", "ods"), ("xlsx-side", "xlsx")])
def test_both_read_what_a_spreadsheet_program_saved(ask, clerk, tmp_path, made, saved):
    for number, layout in enumerate(EVERY):
        (tmp_path / f"{number:03}.xlsx").write_bytes(KINDS[made](layout.rows))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/own", "--headless", "--convert-to", saved]
    files = [*command, "--outdir", str(tmp_path / "saved"), *map(str, sorted(tmp_path.glob("*.xlsx")))]
    subprocess.run(files, check=True, capture_output=True, timeout=600)
    found = [path.read_bytes() for path in sorted((tmp_path / "saved").iterdir())]
    compare(ask, clerk, [(made, layout, data) for layout, data in zip(EVERY, found, strict=True)])


def _moved(layout, kind):
    """Chosen columns by their places in that kind of file."""
    titles = [str(cell) for cell in layout.rows[0]]
    return {titles.index(title) + 2 * (kind == "xlsx-side"): role for title, role in layout.chosen.items()}


def test_both_refuse_the_same_files_with_the_same_sentence(ask, clerk):
    names = [name for name in HOSTILE if name != "an older workbook, cut"]
    found = ask([(HOSTILE[name][0], {}, {}) for name in names])
    for name, page in zip(names, found, strict=True):
        with pytest.raises(FileError) as error:
            clerk.write(HOSTILE[name][0])
        assert page.get("error") == f"list-{error.value.mistakes[0][1]}", name


def test_a_sheet_is_read_alike_in_the_usual_form_and_in_any_other(ask):
    files = []
    for layout in LAYOUTS.values():
        usual = KINDS["xlsx-side"](layout.rows)
        rows, texts = (zipfile.ZipFile(io.BytesIO(usual)).read(name).decode() for name in (SHEET, TEXTS))
        assert '<c r="' in rows and "<si><t>" in texts
        other = with_part(usual, SHEET, rows.replace("<c r=", "<c  r="))
        files += [usual, with_part(other, TEXTS, texts.replace("<si><t", "<si ><t"))]
    found = ask([(data, layout.given, {}) for data, layout in zip(files, _twice(LAYOUTS.values()), strict=True)])
    assert found[::2] == found[1::2] and any(page["people"] for page in found)


def _twice(every):
    return [one for one in every for _ in range(2)]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_the_page_writes_the_kind_that_came_in(ask, clerk, kind):
    rows = [
        ["Nama", "Tgl Lahir", "Upah", "Segmen"],
        ["=Ana & Bé", "1980-02-01", 2500000, "PU"],
        ["Beni", None, "x", "PU"],
    ]
    (page,) = ask([(KINDS[kind](rows) if kind == "ods" else KINDS["xlsx-hand"](rows), {}, {})], file=True)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(base64.b64decode(page["file"]))).get_sheet_by_index(0).to_python()
    expected = rows_of(page["csv"], ",")
    assert [[_text(cell) for cell in row] for row in sheet] == expected and sheet[1][0] == "'=Ana & Bé"


def _text(cell):
    return str(int(cell)) if isinstance(cell, float) else str(cell)


def test_what_stays_unclear_is_asked(ask):
    two, near, none = ask(
        [
            (b"nama;segmen;gaji;upah\nA;bpu;1jt;2jt\n", {}, {}),
            (b"nama;segmn;income\nA;bpu;1jt\n", {}, {}),
            (as_csv([["nama", "penghasilan"], ["A", 1000000]]), {}, {}),
        ]
    )
    assert (two["unclear"], near["unclear"], none["missing"]) == (["list-two"], ["list-near"], ["segment"])
    chosen, said = ask(
        [
            (b"nama;segmen;gaji;upah\nA;bpu;1jt;2jt\n", {}, {3: "income"}),
            (as_csv([["nama", "penghasilan"], ["A", 1000000]]), {"segment": "bpu"}, {}),
        ]
    )
    assert chosen["wrong"] == said["wrong"] == 0 and said["total"] == 8400
