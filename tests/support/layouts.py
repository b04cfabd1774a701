"""Lists of members in many layouts, in the manner of registration forms, payrolls and village rosters; all made up.

A layout is a table of cells, what is said for all of its rows, and, for each row that is a person, the inputs that a
careful reader takes from it (None: a row that must be mended). Each table is written in every kind of file.
"""

from __future__ import annotations

import csv
import datetime
import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter
import xlwt

DAY = datetime.date


@dataclass(frozen=True)
class Layout:
    """`rows`: cells (None: empty). `people`: inputs in the order of the persons. `given`, `chosen`: said beside."""

    rows: list
    people: list
    given: dict = field(default_factory=dict)
    chosen: dict = field(default_factory=dict)


def bpu(income, **more):
    return {"segment": "bpu", "income": str(income), **more}


def pu(income, **more):
    return {"segment": "pu", "income": str(income), **more}


TWO = {"programs": "jkk,jkm"}
THREE = {"programs": "jkk,jkm,jht"}
ALL_BPU = {"segment": "bpu"}
ALL_PU = {"segment": "pu"}

LAYOUTS = {
    "registration form": Layout(
        [
            ["FORMULIR PENDAFTARAN PESERTA BUKAN PENERIMA UPAH"],
            ["WADAH / KELOMPOK : KELOMPOK TANI SINAR PAGI"],
            [],
            [
                "NO",
                "NIK",
                "NAMA LENGKAP",
                "TEMPAT LAHIR",
                "TGL LAHIR",
                "JENIS KELAMIN",
                "ALAMAT",
                "NO HP",
                "PEKERJAAN",
                "PENGHASILAN",
                "PROGRAM",
            ],
            [
                1,
                "5371000000000001",
                "Yuliana Contoh",
                "Kupang",
                DAY(1984, 3, 5),
                "P",
                "RT 1",
                "-",
                "Petani",
                1000000,
                "JKK + JKM",
            ],
            [
                2,
                "5371000000000002",
                "Markus Contoh",
                "Soe",
                DAY(1990, 12, 1),
                "L",
                "RT 2",
                "-",
                "Tukang ojek",
                1500000,
                "JKK, JKM dan JHT",
            ],
        ],
        [bpu(1000000, sector="other", **TWO), bpu(1500000, sector="transport", **THREE)],
        ALL_BPU,
    ),
    "numbered columns": Layout(
        [
            ["No.", "Nama Peserta", "Pekerjaan", "Penghasilan per Bulan (Rp)"],
            ["(1)", "(2)", "(3)", "(4)"],
            [1, "Ana", "Penjual sayur", "1.250.000"],
            [2, "Beni", "Nelayan", "Rp 2.000.000,-"],
        ],
        [bpu(1250000, sector="other"), bpu(2000000, sector="other")],
    ),
    "payroll": Layout(
        [
            ["DAFTAR GAJI KARYAWAN"],
            ["BULAN NOVEMBER 2026"],
            ["No", "Nama Karyawan", "Jabatan", "Gaji Pokok", "Lembur", "Jumlah", "Tanda Tangan"],
            [1, "Ana", "Kasir", 2500000, 100000, 2600000, None],
            [2, "Beni", "Staf Gudang", 3100000, 0, 3100000, None],
            ["TOTAL", None, None, 5600000, 100000, 5700000, None],
            [],
            [None, None, None, None, None, "Kupang, 30 November 2026", None],
            [None, None, None, None, None, "Bendahara", None],
        ],
        [pu(2500000), pu(3100000)],
        ALL_PU,
    ),
    "monthly report of wages": Layout(
        [
            ["NPP", "NIK", "NAMA_TK", "TGL_LAHIR", "UPAH", "BLTH", "KET"],
            ["X1", 5371000000000003, "ANA", "17-08-1985", 3500000, "01-11-2026", None],
            ["X1", 5371000000000004, "BENI", "01-11-1967", 3500000, "01-11-2026", None],
            ["X1", 5371000000000005, "CICA", "01-12-1967", 3500000, "01-11-2026", None],
        ],
        [
            pu(3500000, age="41", month="2026-11"),
            pu(3500000, age="59", month="2026-11"),
            pu(3500000, age="58", month="2026-11"),
        ],
        ALL_PU,
    ),
    "village officials": Layout(
        [
            ["PENGHASILAN TETAP KEPALA DESA DAN PERANGKAT DESA"],
            ["No", "Nama", "Jabatan", "Siltap", "Ket."],
            [1, "Ana", "Kepala Desa", 2426640, None],
            [2, "Beni", "Kaur Desa", 2022200, None],
        ],
        [pu(2426640), pu(2022200)],
    ),
    "village roster by hamlet": Layout(
        [
            ["NO", "NAMA KEPALA KELUARGA", "NIK", "NO KK", "DUSUN", "PEKERJAAN", "PENDAPATAN"],
            ["A. DUSUN SATU"],
            [1, "Ana", "5371000000000006", "5371000000000007", "I", "Petani/Pekebun", 750000],
            [2, "Beni", "5371000000000008", "5371000000000009", "I", "Sopir angkot", 2000000],
            ["B. DUSUN DUA"],
            [3, "Cica", "5371000000000010", "5371000000000011", "II", "Guru", 1500000],
        ],
        [bpu(750000, sector="other"), bpu(2000000, sector="transport"), None],
    ),
    "header of two rows": Layout(
        [
            ["No", "Nama", "Upah", None, "Kepesertaan", None],
            [None, None, "Pokok", "Lembur", "Segmen", "Program"],
            [1, "Ana", 2500000, 10000, "PU", "JKK, JKM"],
            [2, "Beni", 1000000, None, "BPU", "JKK, JKM"],
        ],
        [pu(2500000, **TWO), bpu(1000000, **TWO)],
    ),
    "unit in a second row": Layout(
        [["Nama", "Segmen", "Upah"], [None, None, "(Rp)"], ["Ana", "Mandiri", "1.000.000"], ["Beni", "BPU", "900rb"]],
        [bpu(1000000), bpu(900000)],
    ),
    "month and year apart": Layout(
        [
            ["Nama Anggota", "Segmen", "Tahun", "Bulan", "Gaji"],
            ["Ana", "Penerima Upah", 2026, "November", 3000000],
            ["Beni", "Bukan Penerima Upah", 2027, 1, 1000000],
        ],
        [pu(3000000, month="2026-11"), bpu(1000000, month="2027-01")],
    ),
    "months as numbers": Layout(
        [["Nama", "Segmen", "Periode", "Upah"], ["Ana", "pu", 202611, 3000000], ["Beni", "pu", "12/2026", "3 juta"]],
        [pu(3000000, month="2026-11"), pu(3000000, month="2026-12")],
    ),
    "months as days": Layout(
        [
            ["Nama", "Segmen", "Bulan", "Upah"],
            ["Ana", "pu", DAY(2026, 11, 1), 3000000],
            ["Beni", "pu", DAY(2027, 4, 30), 1e6],
        ],
        [pu(3000000, month="2026-11"), pu(1000000, month="2027-04")],
    ),
    "months of American machines": Layout(
        [
            ["Name", "Segment", "Month", "Income"],
            ["Ana", "bpu", "11/15/2026", "1,000,000"],
            ["Beni", "bpu", "12/01/2026", "1,500,000.00"],
        ],
        [bpu(1000000, month="2026-11"), bpu(1500000, month="2026-12")],
    ),
    "months in words": Layout(
        [
            ["Nama", "Segmen", "Bulan", "Penghasilan"],
            ["Ana", "BPU", "Nopember 2026", "1 juta"],
            ["Beni", "BPU", "Des-26", "1,5 jt"],
            ["Cica", "BPU", "Okt 2026", "1.500.000"],
            ["Dedi", "BPU", "Maret", "1.500.000"],
        ],
        [bpu(1000000, month="2026-11"), bpu(1500000, month="2026-12"), bpu(1500000, month="2026-10"), None],
    ),
    "church staff": Layout(
        [
            ["No. Urut", "Nama Jemaat", "Status Kepesertaan", "Honor", "Dibayar oleh"],
            [1, "Ana", "Mandiri", 1000000, "Gereja"],
            [2, "Beni", "Mandiri", 1200000, "sendiri"],
            [3, "Cica", "Mandiri", 1200000, "Pemda"],
        ],
        [bpu(1000000, payer="sponsor"), bpu(1200000, payer="self"), bpu(1200000, payer="government")],
    ),
    "ojek is a name": Layout(
        [["Nama", "Segmen", "Penghasilan"], ["Ojek", "bpu", 1000000], ["Petani", "bpu", 1000000]],
        [bpu(1000000), bpu(1000000)],
    ),
    "sectors in words": Layout(
        [
            ["Nama", "Segmen", "Penghasilan", "Sektor"],
            ["Ana", "bpu", 1000000, "Angkutan"],
            ["Beni", "bpu", 1000000, "OJEK ONLINE"],
            ["Cica", "bpu", 1000000, "lain-lain"],
            ["Dedi", "bpu", 1000000, "entah"],
        ],
        [bpu(1000000, sector="transport"), bpu(1000000, sector="transport"), bpu(1000000, sector="other"), None],
    ),
    "migrants": Layout(
        [
            ["No", "Nama CPMI", "Nama Lengkap", "Segmen", "Lama Kontrak (bulan)", "Penempatan"],
            [1, "x", "Ana", "Pekerja Migran Indonesia", "24 bulan", "P3MI"],
            [2, "x", "Beni", "CPMI", 12, "perseorangan"],
        ],
        [
            {"segment": "pmi", "contract": "24", "placement": "p3mi"},
            {"segment": "pmi", "contract": "12", "placement": "individual"},
        ],
    ),
    "projects": Layout(
        [
            ["Proyek", "Segmen", "Nilai Kontrak (Rp)"],
            ["Jalan desa", "Jasa Konstruksi", 150000000],
            ["Embung", "jakon", "Rp95.000.000"],
        ],
        [{"segment": "jakon", "income": "150000000"}, {"segment": "jakon", "income": "95000000"}],
    ),
    "risk and size": Layout(
        [
            ["Nama Pegawai", "Upah Sebulan", "Kelas Risiko", "Skala Usaha", "Umur"],
            ["Ana", 3000000, "II", "Kecil", "45 thn"],
            ["Beni", 3000000, "Sangat Tinggi", "Mikro", 30],
            ["Cica", 3000000, 3, "besar", 60],
        ],
        [
            pu(3000000, risk="2", size="small", age="45"),
            pu(3000000, risk="5", size="micro", age="30"),
            pu(3000000, risk="3", size="large", age="60"),
        ],
        ALL_PU,
    ),
    "age of the self-employed": Layout(
        [
            ["Nama", "Umur", "Anak", "Segmen", "Penghasilan"],
            ["Ana", 40, 2, "bpu", 1000000],
            ["Beni", 61, 0, "bpu", 1000000],
        ],
        [bpu(1000000), bpu(1000000)],
    ),
    "what happened": Layout(
        [
            ["Nama", "Segmen", "Penghasilan", "Peristiwa", "Bulan Dibayar", "Anak"],
            ["Ana", "BPU", 1000000, "Meninggal dunia", 36, "SD, SMP"],
            ["Beni", "BPU", 1000000, "meninggal karena kecelakaan kerja", 1, "kuliah"],
        ],
        [
            bpu(1000000, event="death", paid_months="36", children="sd,smp"),
            bpu(1000000, event="work-death", paid_months="1", children="university"),
        ],
    ),
    "programs by number": Layout(
        [
            ["Nama", "Segmen", "Penghasilan", "Program"],
            ["Ana", "bpu", 1000000, "2 Program"],
            ["Beni", "bpu", 1000000, "3 program"],
        ],
        [bpu(1000000, **TWO), bpu(1000000, **THREE)],
    ),
    "lines of dashes": Layout(
        [
            ["Nama", "Segmen", "Penghasilan", "Program", "Umur"],
            ["Ana", "BPU", "1.000.000", "-", "-"],
            ["-", "-", "-", "-", "-"],
        ],
        [bpu(1000000)],
    ),
    "numbered rows that wait": Layout(
        [
            ["No", "Nama", "Segmen", "Penghasilan"],
            [1, "Ana", "BPU", 1000000],
            [2],
            [3],
            [4, "Beni", "BPU", 1000000],
            [5],
        ],
        [bpu(1000000), bpu(1000000)],
    ),
    "header again on every page": Layout(
        [
            ["No", "Nama", "Segmen", "Penghasilan"],
            [1, "Ana", "BPU", 1000000],
            ["No", "Nama", "Segmen", "Penghasilan"],
            [2, "Beni", "BPU", 1200000],
        ],
        [bpu(1000000), bpu(1200000)],
    ),
    "subtotals": Layout(
        [
            ["No", "Nama", "Segmen", "Penghasilan"],
            [1, "Ana", "BPU", 1000000],
            [None, "Sub Total", None, 1000000],
            [2, "Beni", "BPU", 1200000],
            [None, "Jumlah Seluruhnya", None, 2200000],
            [None, "Mengetahui", None, None],
            [None, "Kepala Desa", None, None],
        ],
        [bpu(1000000), bpu(1200000)],
    ),
    "place and day of birth": Layout(
        [
            ["Nama", "Tempat, Tanggal Lahir", "Gaji"],
            ["Ana", "Kupang, 1 Februari 1967", 3000000],
            ["Beni", "Ende, 05-12-1967", 3000000],
            ["Cica", "Soe / 05.12.90", 3000000],
        ],
        [pu(3000000, age="59"), pu(3000000, age="58"), pu(3000000, age="35")],
        ALL_PU,
    ),
    "net pay beside the wage": Layout(
        [["Nama", "Upah BPJS", "Gaji Pokok", "Gaji Bersih", "Segmen"], ["Ana", 3000000, 2500000, 2700000, "PPU"]],
        [pu(3000000)],
    ),
    "a column of her own": Layout(
        [["Nama", "Duit Bulanan", "Seg"], ["Ana", 1000000, "BPU"], ["Beni", "1,2jt", "BPU"]],
        [bpu(1000000), bpu(1200000)],
        {},
        {"Duit Bulanan": "income", "Seg": "segment"},
    ),
    "identity numbers first": Layout(
        [
            ["NIK", "Nama", "Segmen", "Upah"],
            [5371000000000012, "Ana", "PU", 2500000],
            ["5371000000000013", "Beni", "PU", "2.500.000"],
        ],
        [pu(2500000), pu(2500000)],
    ),
    "wages with fractions": Layout(
        [
            ["Nama", "Segmen", "Upah"],
            ["Ana", "PU", 2500000.5],
            ["Beni", "PU", 1234.567],
            ["Cica", "PU", "sedikit"],
            ["Dedi", "PU", 2500000.0],
        ],
        [None, None, None, pu(2500000)],
    ),
    "English": Layout(
        [
            ["Employee Name", "Participant Type", "Monthly Wage (IDR)", "Date of Birth", "Branch"],
            ["Ana", "Employee", 3000000, "1990-01-31", "Ende"],
            ["Beni", "Self-employed", 1000000, "1990-01-31", "Ende"],
        ],
        [pu(3000000, age="36"), bpu(1000000)],
    ),
    "groups paid at once": Layout(
        [
            ["Kelompok", "Jumlah Orang", "Jumlah Bulan", "Penghasilan", "Segmen"],
            ["Tani Maju", 60, 12, 1000000, "BPU"],
            ["Nelayan", "25 orang", 1, 1000000, "BPU"],
        ],
        [bpu(1000000, people="60", months="12"), bpu(1000000, people="25", months="1")],
    ),
    "programs that are ticked": Layout(
        [
            ["No", "Nama", "Penghasilan", "JKK", "JKM", "JHT", "Segmen"],
            [1, "Ana", 1000000, "v", "v", "v", "BPU"],
            [2, "Beni", 1000000, "ya", "Ya", "tidak", "BPU"],
            [3, "Cica", 1000000, None, "-", None, "BPU"],
        ],
        [bpu(1000000, **THREE), bpu(1000000, **TWO), bpu(1000000)],
    ),
    "contributions beside the wage": Layout(
        [["Nama", "Upah", "JKK", "JKM", "JHT", "Segmen"], ["Ana", 3000000, 7200, 9000, 171000, "PU"]],
        [pu(3000000)],
    ),
    "the month above": Layout(
        [
            ["DAFTAR PESERTA"],
            ["Periode: Januari 2027"],
            ["Dicetak 3 Desember 2026"],
            ["Nama", "Segmen", "Penghasilan"],
            ["Ana", "BPU", 1000000],
        ],
        [bpu(1000000, month="2027-01")],
    ),
    "who does what": Layout(
        [
            ["Nama", "Pekerjaan", "Penghasilan"],
            ["Ana", "Petani dan pedagang", 1000000],
            ["Beni", "Petani, ojek", 1000000],
            ["Cica", "Istri nelayan", 1000000],
            ["Dedi", "Pegawai Dinas Perikanan", 1000000],
            ["Edo", "Kurir", 1000000],
        ],
        [bpu(1000000, sector="other"), bpu(1000000), None, None, bpu(1000000, sector="transport")],
    ),
}


def text(cell):
    """A cell as a spreadsheet writes it into CSV."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.strftime("%d/%m/%Y") if isinstance(cell, DAY) else str(cell)


def as_csv(rows, mark=";", end="\r\n", encoding="utf-8"):
    out = io.StringIO(newline="")
    width = max(map(len, rows))
    writer = csv.writer(out, delimiter=mark, lineterminator=end)
    writer.writerows([*map(text, row), *[""] * (width - len(row))] for row in rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows, **_):
    """By openpyxl: shared texts, a merged title, another sheet before it."""
    book = openpyxl.Workbook()
    book.active.title = "Petunjuk"
    book.active.append(["Isi lembar berikut."])
    sheet = book.create_sheet("Data")
    for row in rows:
        sheet.append(row)
    sheet.merge_cells("A1:C1") if len(rows[0]) == 1 else None
    return _saved(book.save)


def as_xlsx_from_the_side(rows, **_):
    """By XlsxWriter: the table begins at C4, days in a format of their own, formulas with their values."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "mmm-yy"})
        for i, row in enumerate(rows):
            for j, cell in enumerate(row):
                if isinstance(cell, DAY):
                    sheet.write_datetime(i + 3, j + 2, datetime.datetime(cell.year, cell.month, cell.day), day)
                elif isinstance(cell, (int, float)) and cell > 100_000:
                    sheet.write_formula(i + 3, j + 2, f"={cell}*1", None, cell)
                elif cell is not None:
                    sheet.write(i + 3, j + 2, cell)
    return out.getvalue()


def as_xlsx_by_hand(rows, **_):
    """XML with prefixes, texts in the cells themselves, no places of cells."""
    space = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    lines = []
    for row in rows:
        cells = ""
        for cell in row:
            if isinstance(cell, (int, float)):
                cells += f"<x:c><x:v>{cell!r}</x:v></x:c>"
            elif isinstance(cell, DAY):
                cells += f'<x:c t="d"><x:v>{cell.isoformat()}</x:v></x:c>'
            elif cell is None:
                cells += "<x:c/>"
            else:
                parts = "".join(f"<x:r><x:t>{escape(part)}</x:t></x:r>" for part in (cell[:2], cell[2:]))
                cells += f'<x:c t="inlineStr"><x:is>{parts}</x:is></x:c>'
        lines.append(f"<x:row>{cells}</x:row>")
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": '<Relationships><Relationship Id="a" Target="/xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": (
                f'<x:workbook {space} xmlns:r="r"><x:sheets><x:sheet name="A" r:id="b"/></x:sheets></x:workbook>'
            ),
            "xl/_rels/workbook.xml.rels": (
                '<Relationships><Relationship Id="b" Target="worksheets/a.xml"/></Relationships>'
            ),
            "xl/worksheets/a.xml": f"<x:worksheet {space}><x:sheetData>{''.join(lines)}</x:sheetData></x:worksheet>",
        }
    )


def as_ods(rows, **_):
    """As LibreOffice writes it: days with a style, empty cells and rows told by their number, a note beside a cell."""
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    names = " ".join(f'xmlns:{name}="{space}{name}:1.0"' for name in ("office", "table", "text", "dc"))
    lines = ""
    for row in rows:
        cells = "".join(map(_ods_cell, row))
        lines += f'<table:table-row>{cells}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
    last = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell/></table:table-row>'
    body = f'<office:spreadsheet><table:table table:name="Data">{lines}{last}</table:table></office:spreadsheet>'
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document {names}><office:body>{body}</office:body></office:document>",
        }
    )


def _ods_cell(cell):
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, DAY):
        marks = f'office:value-type="date" office:date-value="{cell.isoformat()}T00:00:00"'
    elif isinstance(cell, (int, float)):
        marks = f'office:value-type="float" office:value="{cell!r}"'
    else:
        marks = 'office:value-type="string"'
    note = "<office:annotation><text:p>Catatan</text:p></office:annotation>" if cell == "Ana" else ""
    shown = escape(text(cell)).replace(" ", "<text:s/>", 1) if isinstance(cell, str) else text(cell)
    return f"<table:table-cell {marks}>{note}<text:p>{shown}</text:p></table:table-cell>"


def as_xls(rows, **_):
    """By xlwt, the older kind."""
    book = xlwt.Workbook()
    sheet, day = book.add_sheet("Data"), xlwt.easyxf(num_format_str="DD/MM/YYYY")
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            if cell is not None:
                sheet.write(i, j, cell, day) if isinstance(cell, DAY) else sheet.write(i, j, cell)
    return _saved(book.save)


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in files.items():
            archive.writestr(name, inside)
    return out.getvalue()


def _saved(save):
    out = io.BytesIO()
    save(out)
    return out.getvalue()


KINDS = {
    "csv-semicolon": as_csv,
    "csv-comma": lambda rows: as_csv(rows, ",", "\n", "utf-8-sig"),
    "csv-tab": lambda rows: as_csv(rows, "\t", "\r\n", "utf-16"),
    "csv-bar": lambda rows: as_csv(rows, "|", "\r", "cp1252"),
    "xlsx": as_xlsx,
    "xlsx-side": as_xlsx_from_the_side,
    "xlsx-hand": as_xlsx_by_hand,
    "ods": as_ods,
    "xls": as_xls,
}
