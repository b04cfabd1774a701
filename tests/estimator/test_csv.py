"""Lists of members as CSV files: contract.md, "Lists of members"."""

from __future__ import annotations

import csv
import io
import subprocess
import sys

import pytest
from conftest import ROOT, TODAY, run
from measured import cost

csv.field_size_limit(2**31 - 1)
HEAD = "nama;segmen;bulan;penghasilan;program"
ROWS = ["Ani;bpu;2026-11;1.000.000;jkk+jkm", "Budi;pu;2026-11;5jt;"]


def convert(text, *arguments, encoding="utf-8", **environment):
    """The exit code, the rows that come out, and what is said on standard error."""
    data = text if isinstance(text, bytes) else text.encode(encoding)
    command = [sys.executable, str(ROOT / "scripts" / "estimate.py"), "--csv", "-", *arguments]
    known = {"AS_OF": TODAY.isoformat(), "PATH": "/usr/bin:/bin", "LANG": "en", **environment}
    done = subprocess.run(command, input=data, env=known, capture_output=True, timeout=120)
    text = done.stdout.decode()
    mark = max(";,\t", key=text.partition("\n")[0].count)
    return done.returncode, list(csv.reader(io.StringIO(text, newline=""), delimiter=mark)), done.stderr.decode()


def as_dicts(rows):
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_files_come_back_with_amounts(mark, encoding):
    text = "\r\n".join([HEAD, *ROWS]).replace(";", mark) + "\r\n"
    code, rows, said = convert(text, encoding=encoding)
    assert code == 0 and said.startswith("your column")
    assert rows[0][:5] == ["nama", "segmen", "bulan", "penghasilan", "program"]
    assert rows[0][5:9] == ["jkk.worker", "jkk.employer", "jkk.government", "jkk.total"]
    assert rows[0][-3:] == ["benefit_total", "assumed", "error"]
    ani, budi = as_dicts(rows)
    assert (ani["nama"], ani["monthly.total"], ani["grand_total"], ani["jp.total"]) == ("Ani", "8400", "8400", "")
    assert (budi["jp.worker"], budi["jkp.government"], budi["error"]) == ("50000", "11000", "")
    assert ani["benefit_total"] == budi["benefit.jkm.death"] == ""


def test_english_names_are_known_and_other_columns_pass():
    text = "member_no,Segment,income,Event,paid months,name\n007,bpu,1000000,death,12,Ani\n"
    code, rows, _ = convert(text)
    (row,) = as_dicts(rows)
    assert code == 0
    assert (row["member_no"], row["benefit.jkm.death"], row["benefit_total"]) == ("007", "20000000", "42000000")


def test_bad_rows_keep_their_place():
    text = "\n".join([HEAD, ROWS[0], "Cica;bpu;2026-13;x;jkk", "Dedi;;;;", ROWS[1], "Edo;bpu;2026-11;1jt;jkk;more"])
    code, rows, _ = convert(text)
    found = as_dicts(rows)
    assert code == 1
    assert [row["nama"] for row in found] == ["Ani", "Cica", "Dedi", "Budi", "Edo"]
    assert [bool(row["error"]) for row in found] == [False, True, True, False, True]
    assert "bulan: write a month" in found[1]["error"] and "penghasilan: x cannot be read" in found[1]["error"]
    assert found[2]["error"] == "segmen: this input is missing"
    assert found[1]["monthly.total"] == ""


def test_errors_are_said_in_the_language_asked_for():
    _, rows, _ = convert(f"{HEAD}\nAni;bpu;2026-11;x;\n", "--language", "id")
    assert as_dicts(rows)[0]["error"].startswith("penghasilan: x tidak terbaca")


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("nama;segmen;incom", "incom: unknown column; did you mean income?"),
        ("nama;segmn;income", "segmn: unknown column; did you mean segmen?"),
        ("segmen;segment", "segment: two columns name the input segment"),
        ("", "csv: the file is empty"),
    ],
)
def test_a_wrong_first_line_stops_everything(head, said):
    code, rows, error = convert(f"{head}\nbpu;bpu;1\n" if head else "")
    assert code == 2 and rows == [] and said in error


def test_files_that_are_not_text_stop_everything(tmp_path):
    code, rows, error = convert(b"segmen;penghasilan\nbpu;1jt\n\xff\xfe;1\n")
    assert code == 2 and rows == [] and "UTF-8" in error
    done = run(ROOT, "estimate.py", "--csv", str(tmp_path / "missing.csv"), LANG="en")
    assert done.returncode == 2 and done.stderr.startswith("csv: the file cannot be read")
    code, rows, error = convert("segmen;penghasilan\nbpu;1jt\n", "--incom", "3")
    assert code == 2 and rows == [] and "incom: unknown input" in error


def test_a_blank_line_keeps_its_place_and_those_at_the_end_are_nothing():
    code, rows, _ = convert(f"{HEAD}\n{ROWS[0]}\n\n\n{ROWS[1]}\n;;;;\n\n\n")
    found = as_dicts(rows)
    assert code == 0
    assert [row["nama"] for row in found] == ["Ani", "", "", "Budi", ""]
    assert {row["error"] for row in found} == {""}
    assert convert(f"{HEAD}\n{ROWS[0]}\n\n")[0] == 0


@pytest.mark.parametrize("empty", ["\n", "\r\n\r\n", ";;;;\n", "  \n;;\n"])
def test_empty_lines_before_the_names_are_passed_over(empty):
    code, rows, _ = convert(f"{empty}{HEAD}\n{ROWS[0]}\n")
    assert code == 0 and as_dicts(rows)[0]["monthly.total"] == "8400"


@pytest.mark.parametrize("text", ["\n", "\n\n", ";;\n"])
def test_a_file_of_empty_lines_is_empty(text):
    code, rows, said = convert(text)
    assert (code, rows) == (2, []) and said == "csv: the file is empty: its first line names the columns\n"


@pytest.mark.parametrize(
    ("row", "error"),
    [("{};bpu;2026-11;1jt;jkk", ""), ("Cica;bpu;2026-11;{};jkk", "penghasilan: ")],
    ids=["passes", "input"],
)
def test_a_cell_of_any_length_leaves_the_rows_in_their_places(row, error):
    code, rows, _ = convert("\n".join([HEAD, ROWS[0], row.format("x" * 200_000), ROWS[1]]))
    found = as_dicts(rows)
    assert code == bool(error)
    assert [row["nama"][:4] for row in found] == ["Ani", row.format("xxxx")[:4], "Budi"]
    assert found[1]["error"].startswith(error) and len(found[1]["error"]) < 200


def test_only_what_is_wrong_with_the_command_is_said():
    code, rows, said = convert(f"{HEAD}\n{ROWS[0]}\n", "--zork", "3")
    assert (code, rows, said) == (2, [], "zork: unknown input\n")


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("--json", ["json"]),
        ("--budget 20000", ["budget"]),
        ("--compare 2027-01 --json", ["compare", "json"]),
        ("--payslip jht=1 --project 3 --return 5% --lump-sum 1jt", ["lump_sum", "payslip", "project", "return"]),
    ],
)
def test_what_a_row_cannot_hold_is_refused_by_name(asked, names):
    code, rows, said = convert(f"{HEAD}\n{ROWS[0]}\n", *asked.split())
    assert (code, rows) == (2, [])
    assert [line.split(":")[0] for line in said.splitlines()] == names and "--csv" in said


@pytest.mark.parametrize("cell", ["=1+1", "+SUM(A1)", "-1+cmd|x", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_runs_as_a_formula(cell):
    code, rows, _ = convert(f'nama,segmen,penghasilan\n"{cell}",bpu,1jt\n')
    assert code == 0 and rows[1][0] == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "+62812", "a;=b", 'say "x"', "Ani, Budi", "two\nlines"])
def test_other_cells_pass_as_they_came(cell):
    quoted = cell.replace('"', '""')
    code, rows, _ = convert(f'nama,segmen,penghasilan\n"{quoted}",bpu,1jt\n')
    assert code == 0 and rows[1][0] == cell


def test_errors_hold_no_formula_either():
    _, rows, _ = convert("segmen,penghasilan,=x\nbpu,=cmd,1\n")
    assert rows[0][2] == "'=x"
    assert not rows[1][-1].startswith("=")


def test_inputs_of_the_command_line_hold_for_every_row():
    code, rows, _ = convert("nama,penghasilan\nAni,1jt\n", "--segment", "bpu", "--month", "2026-11")
    assert code == 0 and as_dicts(rows)[0]["monthly.total"] == "8400"


def test_a_hundred_thousand_rows_come_back_in_their_order_within_300_mb(tmp_path):
    """Nearly every row is another question: every wage differs."""
    path = tmp_path / "members.csv"
    with path.open("w", encoding="utf-8-sig") as file:
        file.write("nama;member_no;segmen;bulan;penghasilan;program;peristiwa\n")
        for i in range(100_000):
            segment, programs = ("pu", "") if i % 3 else ("bpu", "jkk+jkm")
            event = "death" if i % 2 else ""
            file.write(f"Ani {i};{i};{segment};2026-{1 + i % 12:02};{1_000_000 + i * 137};{programs};{event}\n")
    command = [sys.executable, str(ROOT / "scripts" / "estimate.py"), "--csv", str(path)]
    with (tmp_path / "out.csv").open("wb") as out:
        found = cost(tmp_path, command, stdout=out)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert found.code == 0 and len(rows) == 100_001
    assert [row[1] for row in rows[1:]] == [str(i) for i in range(100_000)]
    assert found.memory < 300
