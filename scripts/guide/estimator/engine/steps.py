"""How a contribution came about: its step, and what must be said beside it."""

from __future__ import annotations

from guide.estimator.engine.context import Question, ShareLaw
from guide.estimator.engine.result import Step
from guide.law.rows import amount

FULL = (1, 1)
"""The part that is due where no relief holds."""


def share_step(name: str, program: str, law: ShareLaw, share: tuple[str, str], base: int, rupiah: int) -> Step:
    """Return the step of one share: `rupiah` of `base` by the party and the rate (as text) in `share`."""
    (party, rate), entry, relief = share, law.entry, law.relief
    remaining = f"{relief.factor[0] * 100 // relief.factor[1]}%" if relief else ""
    facts = (entry.fact, law.bases.fact, relief.fact if relief else "")
    return Step(
        id=name,
        base=base if entry.of == "income" else None,
        rate=rate or None,
        relief=remaining or None,
        amount=rupiah,
        rounding=f"half-up, {entry.rounding}",
        citation=f"{entry.cite}; {relief.cite}" if relief else entry.cite,
        effective=relief.first if relief else entry.effective,
        sentence="share" + ("-rate" if rate else "") + ("-relief" if relief else ""),
        values={
            "program": program,
            "party": party,
            "rate": rate,
            "base": base,
            "relief": remaining,
            "amount": rupiah,
        },
        facts=tuple(fact for fact in facts if fact),
        entry=entry,
        relieved_by=relief,
    )


def share_notices(question: Question, law: ShareLaw, program: str) -> None:
    """Add the notices of a share: what a plain percentage would be, and what is part of another program's."""
    if law.entry.bands:
        counted = max(question.inputs.income, law.bases.rows[0][1])
        plain = sum(amount(share.rows, counted, law.factor) for share in law.shares.values())
        question.notice("plain-percentage", programs=program.upper(), amount=plain)
    for other, rate in law.entry.included:
        question.notice("included", rate=rate, program=other.upper())
