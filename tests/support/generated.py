"""Data of a whole country, made up: the real facts with as many more regions, offices and partners as asked for.

What is made up says so in its name, so that it is never taken for a fact. `add_to` writes it beside the real data of a
copied house; `python tests/support/generated.py FOLDER PARTNERS` does so from the command line.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

SOURCE = {"url": "", "address": "none", "hint": "made up for a test"}
KINDS = ("cooperative", "bank", "government", "church", "agents")
REAL = "53"
"""The province that the real data cover."""


class Size(NamedTuple):
    """How many records to add to the real ones."""

    provinces: int
    regencies: int
    offices: int
    partners: int


COUNTRY = Size(37, 492, 592, 4985)
"""With the real ones: 38 provinces, 514 regencies and cities, 600 offices, 5,000 partners."""


def times(factor: int) -> Size:
    """What makes the real offices (8) and partners (15) that many times as many, in as much of the country."""
    more = factor - 1
    return Size(min(37, more), min(492, 22 * more), 8 * more, 15 * more)


def add_to(data: Path, size: Size) -> None:
    """Write the records of that size into a folder of data that holds the real ones."""
    regencies = _regencies(size)
    for name, records in (("regions", _regions(size)), ("offices", _offices(size, regencies))):
        with (data / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.writelines(f"\n- {json.dumps(record, ensure_ascii=False)}\n" for record in records)
    for name, record in _partners(size, regencies):
        lines = "".join(f"{field}: {json.dumps(value, ensure_ascii=False)}\n" for field, value in record.items())
        (data / "partners" / f"{name}.yml").write_text(lines, "utf-8")


def _regencies(size: Size) -> list[str]:
    """The codes of the regencies, spread evenly over the provinces; the real ones only where none are added."""
    provinces = _provinces(size)
    each = [
        size.regencies // (len(provinces) or 1) + (i < size.regencies % (len(provinces) or 1))
        for i in range(size.provinces)
    ]
    added = [f"{province}.{n:02}" for province, count in zip(provinces, each, strict=True) for n in range(1, count + 1)]
    return added or [f"{REAL}.01"]


def _provinces(size: Size) -> list[str]:
    return [code for code in map(str, range(11, 99)) if code != REAL][: size.provinces]


def _regions(size: Size) -> Iterator[dict[str, Any]]:
    known = [code for code in _regencies(size) if not code.startswith(REAL)]
    for province in _provinces(size):
        below = [code for code in known if code.startswith(province)]
        yield _region(province, "province", 100_000 * len(below))
        for code in below:
            place = {"latitude": f"{-10 + int(code[3:]) / 3:.3f}", "longitude": f"{95 + (int(code[:2]) - 11) / 2:.3f}"}
            served = {"office": f"kc-contoh-{known.index(code) % size.offices}", "office_confidence": "low"}
            yield _region(code, "regency", 100_000) | {"parent": province, **(served if size.offices else {}), **place}


def _region(code: str, level: str, people: int) -> dict[str, Any]:
    name = f"Daerah contoh {code.replace('.', '-')}"
    return {
        **{"id": code, "bps": code.replace(".", ""), "level": level, "name": {"id": name, "en": name}},
        **{"capital": f"Kota contoh {code.replace('.', '-')}", "population": people, "area_km2": "1500"},
        **{"sources": [SOURCE], "as_of": "2025", "confidence": "low"},
    }


def _offices(size: Size, regencies: list[str]) -> Iterator[dict[str, Any]]:
    for number in range(size.offices):
        name = f"Cabang contoh {number}"
        served = [code for i, code in enumerate(regencies) if i % size.offices == number]
        yield {
            **{"id": f"kc-contoh-{number}", "kind": "branch", "name": {"id": name, "en": name}},
            **{"city": f"Kota contoh {number}", "city_confidence": "low", "address": "", "phone": "", "email": ""},
            **{"hours": "", "serves": served, "serves_confidence": "low", "contact_verified": None},
            **{"sources": [SOURCE], "as_of": "2025", "confidence": "low"},
        }


def _partners(size: Size, regencies: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each as long as a real one of middle length."""
    for number in range(size.partners):
        code = regencies[number % len(regencies)]
        name = f"Mitra contoh {number}"
        yield (
            f"contoh-{number}",
            {
                **{"kind": KINDS[number % len(KINDS)], "name": {"id": name, "en": name}, "official": name},
                "summary": _said("Mitra ini membantu orang ikut.", "This partner helps people to join."),
                **{"region": code, "city": f"Kota contoh {number}", "address": "", "phone": "", "website": ""},
                "branches": [{"name": f"Cabang {n}", "region": code, "confidence": "low"} for n in (1, 2, 3)],
                "arrangements": [_arrangement(number, year) for year in (2023, 2025)],
                "first_steps": [_said("Tanya siapa yang membayar.", "Ask who pays.")] * 4,
                "unknown": [_said("Alamat dan telepon kantor.", "Address and telephone.")] * 4,
                **{"serves": [code], "preset": {"segment": "bpu", "income": "1000000"}},
                **{"sources": [SOURCE], "as_of": "2025", "confidence": "low"},
            },
        )


def _arrangement(number: int, year: int) -> dict[str, Any]:
    gap = f"people-{year}"
    return {
        "since": str(year),
        "what": _said(
            f"Mitra ini mendaftarkan {{{gap}}} orang. Mereka dijamin untuk kecelakaan kerja dan kematian.",
            f"This partner registered {{{gap}}} people. They are covered for accidents at work and for death.",
        ),
        "quantities": [{"id": gap, "value": str(100 + number), "unit": "people"}],
        **{"sources": [SOURCE], "confidence": "low"},
    }


def _said(indonesian: str, english: str) -> dict[str, str]:
    return {"id": indonesian, "en": english}


if __name__ == "__main__":
    add_to(Path(sys.argv[1]), COUNTRY._replace(partners=int(sys.argv[2]) - 15))
