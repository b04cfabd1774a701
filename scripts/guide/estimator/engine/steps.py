"""How a contribution came about: its step, and what must be said beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from guide.estimator.engine.context import Entry, Question
from guide.estimator.engine.result import Step
from guide.law.rows import amount

FULL = (1, 1)
"""The part that is due where no relief holds."""


class Law(NamedTuple):
    """What governs one person's share of one program in one month."""

    entry: Entry
    bases: Entry
    shares: Mapping[str, Entry]
    relief: Entry | None
    factor: tuple[int, int]


def share_step(name: str, program: str, law: Law, share: tuple[str, str], base: int, value: int) -> Step:
    (party, rate), entry, relief = share, law.entry, law.relief
    remaining = f"{relief['factor'][0] * 100 // relief['factor'][1]}%" if relief else ""
    sentence = "share" + ("-rate" if rate else "") + ("-relief" if relief else "")
    facts = (entry["fact"], law.bases.get("fact"), relief and relief["fact"])
    return Step(
        id=name,
        base=base if entry["of"] == "income" else None,
        rate=rate or None,
        relief=remaining or None,
        amount=value,
        rounding=f"half-up, {entry['rounding']}",
        citation=f"{entry['cite']}; {relief['cite']}" if relief else entry["cite"],
        effective=relief["first"] if relief else entry["effective"],
        sentence=sentence,
        values={
            "program": program,
            "party": party,
            "rate": rate,
            "base": base,
            "relief": remaining,
            "amount": value,
        },
        facts=tuple(fact for fact in facts if fact),
        entry=entry,
        relieved_by=relief,
    )


def share_notices(asked: Question, law: Law, program: str) -> None:
    if law.entry["bands"]:
        counted = max(asked.inputs.income, law.bases["rows"][0][1])
        plain = sum(amount(share["rows"], counted, law.factor) for share in law.shares.values())
        asked.notice("plain-percentage", programs=program.upper(), amount=plain)
    for other, rate in law.entry["included"]:
        asked.notice("included", rate=rate, program=other.upper())
