"""The four kinds of sheets of the workbook: what is asked of each person, and what each law answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from guide.facts.diagnostics import N_
from guide.handouts.workbook.law_rows import LawRows
from guide.handouts.workbook.law_sheet import Block, LawSheet
from guide.i18n.labels import KNOWN

PARTIES = KNOWN["party"]


def joined(programs: str) -> str:
    """Return programs as a cell writes them: `JKK+JKM` for `jkk,jkm`."""
    return programs.upper().replace(",", "+")


@dataclass(frozen=True)
class Kind:
    """A sheet about one segment. `deciding`: inputs that decide the law; `requiring`: which programs must be had."""

    name: str
    title: str
    segment: str
    amount: str
    deciding: tuple[str, ...] = ()
    requiring: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    """What may be chosen instead of what must be had."""
    ready: int = 500
    """Rows that wait for people."""


KINDS = (
    Kind(
        "Anggota",
        N_("Those who work for themselves"),
        "bpu",
        "income",
        ("sector", "payer"),
        programs=("JKK+JKM", "JKK+JKM+JHT"),
    ),
    Kind(
        "Pegawai",
        N_("Employees"),
        "pu",
        "income",
        ("risk", "sector"),
        ("size",),
        ("JKK+JKM", "JKK+JKM+JHT", "JKK+JKM+JHT+JP", "JKK+JKM+JHT+JKP", "JKK+JKM+JHT+JP+JKP"),
    ),
    Kind("Migran", N_("Migrant workers"), "pmi", "contract", ("placement",), ready=200),
    Kind("Proyek", N_("Building projects"), "jakon", "income", ready=100),
)


@dataclass(frozen=True)
class Program:
    """A program of a segment: since when it must be had, what the law counts, and from which age nothing is due."""

    id: str
    name: str
    required: Block | None
    base: Block | None
    ages: Block | None


@dataclass(frozen=True)
class Share:
    """What one party pays for a program."""

    program: Program
    party: str
    law: Block


@dataclass(frozen=True)
class Law:
    """Everything that the formulas of a sheet look up."""

    kind: Kind
    programs: Sequence[Program]
    shares: Sequence[Share]

    @property
    def parties(self) -> list[str]:
        """Return who pays, each once."""
        return list(dict.fromkeys(share.party for share in self.shares))

    @property
    def asks_age(self) -> bool:
        """Tell whether somebody's age decides anything."""
        return any(program.ages for program in self.programs)


REQUIRED, COUNTED, PENSION_AGE = N_("since when it must be had"), N_("what is counted"), N_("pension age")
"""What the blocks of the sheet of the law are about, beside the shares."""


def law_of_sheet(kind: Kind, rows: LawRows, sheet: LawSheet, ages: Block, said: Callable[[str], str]) -> Law:
    """Put the law of a segment into the sheet of the law, and return where it stands."""
    programs, shares = [], []
    for schedule in rows.schedules(kind.segment):
        name = schedule.key.upper().replace("-", " + ")
        title = f"{kind.name} · {name}"
        required = rows.required(kind.segment, kind.requiring, schedule.program)
        bases = rows.bases(schedule, kind.deciding)
        program = Program(
            schedule.program,
            name,
            sheet.add(f"{title} · {said(REQUIRED)}", kind.requiring, required) if required else None,
            sheet.add(f"{title} · {said(COUNTED)}", kind.deciding, bases) if bases else None,
            ages if any(entry.until_pension_age for entry in schedule.entries) else None,
        )
        programs.append(program)
        for party in rows.parties(schedule):
            law = rows.shares(schedule, kind.deciding, party)
            shares.append(Share(program, party, sheet.add(f"{title} · {said(PARTIES[party])}", kind.deciding, law)))
    return Law(kind, programs, shares)
