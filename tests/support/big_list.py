"""A list as large as all who may join in the province: 150,545 rows, 12 columns, 5,000 different questions."""

from __future__ import annotations

import datetime
from pathlib import Path

import xlsxwriter

ROWS = 150_545
TITLES = (
    *("No", "NIK", "Nama Lengkap", "Tanggal Lahir", "Desa", "Pekerjaan", "Segmen", "Bulan", "Upah (Rp)", "Program"),
    *("Dibayar oleh", "Keterangan"),
)
MONTH = datetime.datetime(2026, 11, 1)


def question(i: int, different: int) -> dict[str, str]:
    """What row `i` asks, in the estimator's own terms, and `birth`, its day of birth."""
    q = i % different
    income = 1_000_000 + q * 1_000
    birth = datetime.datetime(1962 + q % 44, 1 + q % 12, 1 + q % 28)
    if q % 3:
        return {
            "segment": "bpu",
            "income": income,
            "programs": "jkk,jkm",
            "payer": "sponsor" if q % 2 else "self",
            "birth": birth,
        }
    return {"segment": "pu", "income": income, "programs": "jkk,jkm,jht,jp", "birth": birth}


def write(path: Path, different: int = 5_000, rows: int = ROWS) -> None:
    """Write the list as .xlsx, with shared texts and days as cells."""
    with xlsxwriter.Workbook(path) as book:
        sheet, day = book.add_worksheet("Anggota"), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, TITLES)
        for i in range(rows):
            asked = question(i, different)
            row = i + 1
            sheet.write_number(row, 0, row)
            sheet.write_string(row, 1, f"{5300000000000000 + i}")
            sheet.write_string(row, 2, f"Anggota {i}")
            sheet.write_datetime(row, 3, asked["birth"], day)
            sheet.write_string(row, 4, f"Desa {i % 300}")
            sheet.write_string(row, 5, "Petani" if i % 2 else "Nelayan")
            sheet.write_string(row, 6, "BPU" if asked["segment"] == "bpu" else "Penerima Upah")
            sheet.write_datetime(row, 7, MONTH, day)
            sheet.write_number(row, 8, asked["income"])
            sheet.write_string(row, 9, asked["programs"].upper().replace(",", " + "))
            if "payer" in asked:
                sheet.write_string(row, 10, "Koperasi" if asked["payer"] == "sponsor" else "sendiri")
            sheet.write_string(row, 11, "aktif")


def inputs(i: int, different: int) -> dict[str, str]:
    """The inputs of row `i` as the estimator reads them; occupations say the sector."""
    asked = question(i, different)
    birth = asked.pop("birth")
    found = {name: str(value) for name, value in asked.items()} | {"month": "2026-11"}
    if asked["segment"] == "pu":
        return {**found, "age": str(2026 - birth.year - (birth.month > 11))}
    return {**found, "sector": "other"}
