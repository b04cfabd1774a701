"""Lists of members from any spreadsheet: contract.md, "Lists of members"."""

from __future__ import annotations

import csv
import datetime
import io
import random
import re
import zipfile

import openpyxl
import pytest
from clerk import GOOD, HEAD, HOSTILE, MARIA, TITLES, YOSEF, Clerk, bomb, inline, sheet_with, with_part
from clerks_layouts import CLERKS
from conftest import ROOT, TODAY, run
from guide.estimator.engine import estimate
from guide.estimator.inputs import InputError, read_inputs
from guide.estimator.inputs.suggestions import closest, distance
from guide.estimator.member_list import packed, xlsx_sheet
from guide.estimator.member_list.cells import MOST_COLUMNS
from guide.estimator.member_list.dates import Dates, age_in
from guide.estimator.member_list.packed import Archive
from guide.estimator.member_list.xlsx_reader import Workbook
from guide.estimator.member_list.xlsx_sheet import SheetParser
from layouts import KINDS, LAYOUTS, as_csv, as_ods, as_xls, as_xlsx, as_xlsx_by_hand, zipped
from python_calamine import CalamineWorkbook

BOTH = [("Maria", 8400), ("Yosef", 43400)]


@pytest.fixture
def clerk(facts, rules, languages):
    return Clerk(facts, rules, languages["id"])


@pytest.fixture
def english(facts, rules, languages):
    return Clerk(facts, rules, languages["en"])


def amounts(rows):
    return [(row["nama"], int(row["grand_total"])) for row in rows]


# CSV in every dress


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_is_read_in_every_dress_and_answered_in_the_same(clerk, encoding, mark, end):
    text = end.join([HEAD, "José;bpu;2026-11;1000000;jkk jkm", YOSEF]).replace(";", mark) + end
    result = clerk.write(text.encode(encoding)).decode()
    assert result.count(end) == 3 and result.endswith(end) and (end == "\r\n" or "\r\n" not in result)
    rows = list(csv.DictReader(io.StringIO(result, newline=""), delimiter=mark))
    assert amounts(rows) == [("José", 8400), ("Yosef", 43400)]


def test_a_line_that_names_the_mark_is_skipped(clerk):
    rows = clerk.read(f"sep=;\n{HEAD}\n{MARIA}\n{YOSEF}\n")
    assert amounts(rows) == BOTH and clerk.header[0] == "nama"
    assert amounts(clerk.read(f"sep=|\n{HEAD}\n{MARIA}\n{YOSEF}\n".replace(";", "|"))) == BOTH


def test_a_title_with_many_commas_does_not_decide_the_mark(clerk):
    rows = clerk.read(f"Daftar anggota, koperasi, cabang, desa, RT, RW\n{HEAD}\n{MARIA}\n{YOSEF}\n")
    assert amounts(rows) == BOTH


@pytest.mark.parametrize(
    "month", ["2026-11", "2026-11-01", "01/11/2026", "Nov-26", "November 2026", "11/2026", "2026/11"]
)
def test_months_are_read_as_people_write_them(clerk, month):
    rows = clerk.read(f"nama;segmen;bulan;penghasilan;program\nA;bpu;{month};1jt;jkk jkm\n")
    assert (rows[0]["grand_total"], rows[0]["error"]) == ("8400", "")


@pytest.mark.parametrize("month", ["2026-13", "November", "00/2026", "31/31/2026", "Brumaire 2026", "46327"])
def test_what_is_no_month_is_an_error_in_its_row(clerk, month):
    (row,) = clerk.read(f"nama;segmen;Periode;penghasilan\nA;bpu;{month};1jt\n")
    assert row["error"].startswith("Periode: ") and month in row["error"] and row["grand_total"] == ""


def test_rows_of_empty_cells_pass_through(clerk):
    rows = clerk.read(f"{HEAD};;;;\n{MARIA};;;;\n{YOSEF};;;;\n;;;;;;;;\n;;;;;;;;\n")
    assert [row["grand_total"] for row in rows] == ["8400", "43400", "", ""]
    assert [row["error"] for row in rows] == [""] * 4 and clerk.told.wrong == 0


def test_the_header_is_found_below_a_title(clerk):
    assert amounts(clerk.read(f"DAFTAR ANGGOTA KOPERASI;;;;\n;;;;\n{HEAD}\n{MARIA}\n{YOSEF}\n")) == BOTH
    assert clerk.header[:2] == ["nama", "segmen"]


def test_a_header_in_the_eleventh_row_is_not_found(clerk):
    (said,) = clerk.stops("judul\n" * 10 + f"{HEAD}\n{MARIA}\n")
    assert "sepuluh baris pertama" in said


def test_a_row_of_totals_is_named_and_left_out(clerk):
    assert amounts(clerk.read(f"{HEAD}\n{MARIA}\n{YOSEF}\nJUMLAH;;;2.500.000;\n")) == BOTH
    assert clerk.told.left_out == [(4, "JUMLAH 2.500.000")]
    assert "Baris 4 bukan orang dan tidak dihitung: JUMLAH 2.500.000" in clerk.says()
    assert clerk.told.total == 51800


# Columns and values


def test_columns_are_known_by_many_names_and_told(clerk):
    head = "No;Nama Lengkap;NIK;No. KPJ;Tanggal Lahir;Pekerjaan;Upah (Rp);Segmen"
    (row,) = clerk.read(f"{head}\n1;Maria;5371000000000001;25000000001;01/02/1980;Petani;1.000.000;bpu\n")
    said = clerk.says()
    assert row["grand_total"] == "8400" and row["NIK"] == "5371000000000001"
    assert re.search(r"Upah \(Rp\) +→ +penghasilan \(income\) +1\.000\.000", said)
    assert re.search(r"Nama Lengkap +→ +nama +Maria", said)
    assert "5371000000000001" not in said and "tidak dipakai: No, NIK, No. KPJ" in said


def test_a_nik_is_never_shown_even_where_it_stands_in_the_wrong_column(clerk):
    clerk.read(f"{HEAD}\n5371000000000001;bpu;;1jt;\nJumlah 5371000000000001;;;1jt;\n")
    assert "5371000000000001" not in clerk.says()


def test_a_column_can_be_chosen_and_a_value_said_for_all(clerk):
    rows = clerk.read("nama;duit\nA;1jt\n", {"segment": "Mandiri"}, {"duit": "income"})
    assert rows[0]["grand_total"] == "8400"
    rows = clerk.read("nama;gaji;upah\nA;1jt;2jt\n", {"segment": "bpu", "programs": "jkk+jkm"}, {"upah": "income"})
    assert rows[0]["grand_total"] == str(estimate_of(clerk, income="2000000"))


def estimate_of(clerk, **inputs):
    asked = read_inputs({"segment": "bpu", "programs": "jkk,jkm", **inputs}, TODAY)
    return estimate(clerk.reader.answers.rules, asked, TODAY).grand_total


def test_two_columns_for_one_input_are_asked_about(clerk):
    (said,) = clerk.stops("nama;segmen;gaji;upah\nA;bpu;1jt;2jt\n")
    assert said.startswith("upah: dua kolom berisi income: gaji, upah") and '--column income="upah"' in said


def test_values_are_read_as_people_write_them(clerk):
    rows = clerk.read(
        "nama;segmen;penghasilan;program\nMaria;BPU;1000000;JKK, JKM\nYosef;Bukan Penerima Upah;1000000;JKK+JKM+JHT\n"
        "Ana;Mandiri;1000000;jkk/jkm\nDon;bpu ;1000000;JKK dan JKM\n"
    )
    assert [row["grand_total"] for row in rows] == ["8400", "28400", "8400", "8400"]


def test_messages_name_columns_and_values_as_the_reader_wrote_them(clerk):
    head = "nama;Jenis Peserta;penghasilan;Dibayar Oleh;Umur"
    ana, budi, cica = clerk.read(f"{head}\nA;Karyawan;1jt;Sendiri;\nB;Entah;1jt;;\nC;Karyawan;1jt;;tua\n")
    assert ana["error"] == "Dibayar Oleh: Karyawan tidak memakai isian ini"
    assert "Jenis Peserta: " in budi["error"] and "Entah" in budi["error"]
    assert cica["error"].startswith("Umur: ") and "tua" in cica["error"]


def test_known_values_are_named_in_the_language_of_the_reader(clerk, english):
    text = "nama;segmen;penghasilan;dibayar_oleh\nA;bpu;1jt;nenek\n"
    assert "sendiri, sponsor, pemerintah" in clerk.read(text)[0]["error"]
    assert "self, sponsor, government" in english.read(text)[0]["error"]


def test_a_list_without_segments_ends_with_one_line(clerk):
    assert clerk.stops("nama;penghasilan\nMaria;1000000\n") == [
        "segmen: tidak ada kolomnya. Sebut untuk semua orang, misalnya --all segment=bpu"
    ]
    (said,) = clerk.stops("nama;segmen;duit\nMaria;bpu;1000000\n")
    assert said == 'penghasilan: tidak ada kolomnya. Sebut nama kolom Anda: --column income="duit"'
    (said,) = clerk.stops("nama;segmen;plat nomor;upah per minggu\nMaria;bpu;EB 1234 AB;400000\n")
    assert said.endswith('--column income="Upah"'), "a week's wage is no month's"


def test_ojek_is_a_name_in_the_column_of_names_and_decides_in_the_column_of_occupations(clerk):
    (row,) = clerk.read("nama;segmen;penghasilan;program\nOjek;bpu;1000000;jkk,jkm\n")
    assert "sector" not in clerk.asked[0] and row["grand_total"] == "8400"
    (row,) = clerk.read("nama;segmen;penghasilan;program;Pekerjaan\nOjek;bpu;1000000;jkk,jkm;Ojek\n")
    assert clerk.asked[0]["sector"] == "transport"


def test_who_pays_is_read_where_a_column_asks_whether_it_is_oneself(clerk):
    head = "nama;segmen;penghasilan;program;bayar sendiri/dibayari\n"
    rows = clerk.read(f"{head}A;bpu;1000000;jkk,jkm;sendiri\nB;bpu;1000000;jkk,jkm;dibayari desa\n")
    assert [one["payer"] for one in clerk.asked] == ["self", "government"] and len(rows) == 2


def test_an_assumed_sector_tells_the_months_in_which_transport_pays_less(clerk):
    (row,) = clerk.read("nama;segmen;penghasilan;program\nOjek;bpu;1000000;jkk,jkm\n")
    assert row["assumed"] == "sector payer"
    said = clerk.says()
    assert (
        "Januari 2027 sampai Maret 2027: tukang ojek, sopir, atau kurir membayar Rp8.400, yang lain Rp16.800." in said
    )


@pytest.mark.parametrize("kind", ["xlsx", "xlsx-side", "xlsx-hand"])
def test_the_usual_form_of_a_sheet_reads_as_its_xml_does(kind):
    usual = 0
    for layout in LAYOUTS.values():
        book = Workbook(Archive(io.BytesIO(KINDS[kind](layout.rows))))
        parser = SheetParser(book, book.parts[-1])
        rows = list(parser.rows())
        usual += not parser.count
        assert rows == list(SheetParser(book, book.parts[-1]).parsed())
    assert usual == (0 if kind == "xlsx-hand" else len(LAYOUTS))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts_are_understood_in_every_kind_of_file(clerk, name, kind):
    layout = LAYOUTS[name]
    clerk.read(KINDS[kind](layout.rows), layout.given, layout.chosen)
    assert clerk.told.people == len(layout.people)
    assert clerk.told.wrong == layout.people.count(None)
    wanted = [read_inputs(person, TODAY).values for person in layout.people if person]
    assert [read_inputs(asked, TODAY).values for asked in clerk.asked if _answers(clerk, asked)] == wanted


@pytest.mark.parametrize("kind", KINDS)
def test_lists_in_the_wordings_of_clerks_are_understood_without_a_tap(clerk, kind):
    for name, layout in CLERKS.items():
        clerk.read(KINDS[kind](layout.rows), layout.given)
        wanted = [read_inputs(person, TODAY).values for person in layout.people if person]
        asked = [read_inputs(asked, TODAY).values for asked in clerk.asked if _answers(clerk, asked)]
        assert (clerk.told.people, clerk.told.wrong, asked) == (
            len(layout.people),
            layout.people.count(None),
            wanted,
        ), name


def _answers(clerk, asked):
    try:
        return clerk.reader.answers.estimate(asked)
    except InputError:
        return None


# Results


def test_columns_stand_in_a_fixed_order_after_those_of_the_list(clerk):
    clerk.read(f"{HEAD}\n{MARIA}\n")
    ours = clerk.header[5:]
    assert ours[:4] == ["jkk.worker", "jkk.employer", "jkk.government", "jkk.total"]
    assert ours[-3:] == ["benefit_total", "assumed", "error"]
    assert ours.index("monthly.total") + 1 == ours.index("grand_total") < ours.index("benefit.jkm.death")


@pytest.mark.parametrize("kind", [".xlsx", ".ods"])
def test_spreadsheets_come_back_as_spreadsheets(clerk, kind):
    rows = [
        ["NIK", "Nama", "Tgl Lahir", "Upah", "Segmen"],
        [5371000000000014, "=1+1", datetime.date(1980, 2, 1), 2500000, "PU"],
        [None, "Bé & <Ni>", None, "x", "PU"],
    ]
    list_of = as_ods if kind == ".ods" else as_xlsx_by_hand
    data = clerk.write(list_of(rows), kind=kind)
    assert data == clerk.write(list_of(rows), kind=kind)
    head, ana, beni = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert head[:5] == ["NIK", "Nama", "Tgl Lahir", "Upah", "Segmen"] and head[-2:] == ["assumed", "error"]
    assert ana[:5] == [5371000000000014, "'=1+1", datetime.date(1980, 2, 1), 2500000, "PU"]
    assert ana[head.index("grand_total")] > 0 and ana[-1] == ""
    assert beni[1] == "Bé & <Ni>" and beni[-1].startswith("Upah: x ") and beni[head.index("grand_total")] == ""
    if kind == ".xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data)).active
        assert not any(cell.data_type == "f" for line in sheet.iter_rows() for cell in line)
        assert sheet.cell(2, 1).number_format == "0" and sheet.cell(2, 6).number_format == "#,##0"


def test_a_result_can_be_read_again(clerk):
    data = clerk.write(as_xlsx([["Nama", "Segmen", "Upah"], ["Ana", "BPU", 1000000]]), kind=".xlsx")
    assert clerk.read(data)[0]["grand_total"] == "8400"


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods", "xls"])
def test_the_command_writes_beside_the_list(tmp_path, kind):
    make = {"csv": as_csv, "xlsx": as_xlsx, "ods": as_ods, "xls": as_xls}[kind]
    path = tmp_path / f"anggota.{kind}"
    path.write_bytes(make([["Nama", "Segmen", "Upah"], ["Ana", "BPU", 1000000], ["Beni", "BPU", "x"]]))
    done = run(tmp_path, str(ROOT / "scripts/estimate.py"), "--list", str(path), LANG="id")
    assert done.returncode == 1 and "kolom Anda" in done.stderr
    if kind == "csv":
        assert "8400" in done.stdout and [p.name for p in tmp_path.iterdir()] == ["anggota.csv"]
        return
    written = tmp_path / ("anggota-hasil.ods" if kind == "ods" else "anggota-hasil.xlsx")
    assert done.stdout == f"{written}\n" and sorted(p.name for p in tmp_path.iterdir()) == sorted(
        [path.name, written.name]
    )
    sheet = CalamineWorkbook.from_path(str(written)).get_sheet_by_index(0).to_python()
    assert sheet[1][sheet[0].index("grand_total")] == 8400


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (["--output", "hasil.pdf"], "output"),
        (["--output", "anggota.csv"], "output"),
        (["--output", "tidak-ada/hasil.csv"], "output"),
        (["--column", "income"], "column"),
        (["--column", "uang=nama"], "column"),
        (["--column", "income=Honor"], "column"),
        (["--all", "name=Ana"], "all"),
    ],
)
def test_what_cannot_be_done_is_one_line(tmp_path, arguments, name):
    (tmp_path / "anggota.csv").write_text(f"{HEAD}\n{MARIA}\n", "utf-8")
    done = run(tmp_path, str(ROOT / "scripts/estimate.py"), "--list", "anggota.csv", *arguments, LANG="id")
    assert (done.returncode, done.stdout) == (2, "") and done.stderr.count("\n") == 1
    assert done.stderr.startswith(f"{name}: ")
    assert [path.name for path in tmp_path.iterdir()] == ["anggota.csv"]


def test_options_of_lists_alone_are_refused(tmp_path):
    done = run(ROOT, "estimate.py", "--segment", "bpu", "--income", "1jt", "--all", "sector=other", LANG="en")
    assert (done.returncode, done.stderr) == (2, "all: this input belongs to --list only\n")


# Hostile files


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_one_sentence(clerk, name):
    data, said = HOSTILE[name]
    (sentence,) = clerk.stops(data)
    assert said in sentence


@pytest.mark.parametrize("name", ["U-8", "utf-7", "shift_jis", "rot13"])
def test_a_sheet_in_letters_that_nobody_reads_is_broken(clerk, name):
    content = f'<?xml version="1.0" encoding="{name}"?><a/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    assert "rusak" in clerk.stops(zipped({"mimetype": kind, "content.xml": content}))[0]


@pytest.mark.parametrize("inside", [b" ", b"<row/>", b"<row><c><v>1</v></c></row>"], ids=["blanks", "rows", "cells"])
def test_an_archive_that_unpacks_without_end_is_refused(clerk, monkeypatch, inside):
    """By a measure of 32 MB and 50,000 rows here, of 512 MB and a sheet's most rows in use."""
    monkeypatch.setattr(packed, "LARGEST", 1 << 25)
    monkeypatch.setattr(xlsx_sheet, "MOST_ROWS", 50_000)
    (sentence,) = clerk.stops(bomb(TITLES, inside, 1 << 25))
    assert any(said in sentence for said in ("terlalu besar", "barisnya lebih dari", "rusak"))


def test_repeated_cells_of_ods_are_counted_before_they_are_made(clerk):
    def book(row):
        return zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": f"<office:x><table:table table:name='A'>{row}</table:table></office:x>",
            }
        )

    cell = "<table:table-cell table:number-columns-repeated='999999999'><text:p>x</text:p></table:table-cell>"
    assert "kolomnya lebih dari" in clerk.stops(book(f"<table:table-row>{cell}</table:table-row>"))[0]
    cell = "<table:table-cell><text:p>x</text:p></table:table-cell>"
    many = f"<table:table-row table:number-rows-repeated='999999999'>{cell}</table:table-row>"
    assert "barisnya lebih dari" in clerk.stops(book(many))[0]


def test_a_wrong_ending_does_not_matter(clerk):
    assert amounts(clerk.read(f"{HEAD}\n{MARIA}\n{YOSEF}\n".encode())) == BOTH
    assert clerk.read(GOOD)[0]["grand_total"] == "8400"


def test_formulas_are_read_by_their_values_and_none_is_written(clerk):
    money = '<c r="C2"><f>500000*2</f><v>1000000</v></c>'
    rows = f'{TITLES}<row r="2">{inline("A2", "Ana")}{inline("B2", "bpu")}{money}</row>'
    data = clerk.write(sheet_with(rows), kind=".xlsx")
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert clerk.told.total == 8400


def test_macros_of_a_workbook_are_neither_run_nor_kept(clerk):
    with_macros = with_part(GOOD, "xl/vbaProject.bin", b"Sub Auto_Open()")
    result = zipfile.ZipFile(io.BytesIO(clerk.write(with_macros, kind=".xlsx")))
    assert clerk.told.people == 1 and not any("vba" in name for name in result.namelist())


def test_an_error_far_down_leaves_nothing_written(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(f"{HEAD}\n".encode() + f"{MARIA}\n".encode() * 3000 + b'"Yosef;bpu;;1jt\n')
    done = run(ROOT, "estimate.py", "--list", str(path), "--output", str(tmp_path / "b.csv"), LANG="id")
    assert (done.returncode, done.stdout) == (2, "") and "baris 3002: tanda kutip" in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]
    assert MOST_COLUMNS < 16_384


def test_the_age_is_that_of_the_month_which_holds_the_birthday():
    assert [age_in(month, "1967-11") for month in ("2026-10", "2026-11", "2027-01")] == [58, 59, 59]


def test_days_are_written_day_first_unless_the_column_shows_otherwise():
    dates = Dates({"02": ["feb"]})
    assert dates.month("03/04/2026") == "2026-04" and dates.month("03/14/2026") == "2026-03"
    assert dates.month("03/04/2026", month_first=True) == "2026-03"
    assert dates.month_comes_first(["03/04/2026", "03/14/2026"]) and not dates.month_comes_first(
        ["14/03/2026", "03/14/2026"]
    )
    assert dates.birth("01/02/80", "2026-11") == "1980-02" and dates.birth("01/02/05", "2026-11") == "2005-02"


def test_the_nearest_title_is_that_of_counting_every_slip():
    """Most titles are passed over without counting, so that thousands of unknown ones take no time."""
    chance = random.Random(24)
    known = ["".join(chance.choices("abcd", k=chance.randrange(3, 12))) for _ in range(60)]
    near = 0
    for _ in range(300):
        word = "".join(chance.choices("abcde", k=chance.randrange(3, 12)))
        least = min(distance(word, name) for name in known)
        limit = 1 if len(word) < 8 else 2
        good = closest(word, known)
        assert (distance(word, good) == least) if least <= limit else good == ""
        near += bool(good)
    assert near > 10
