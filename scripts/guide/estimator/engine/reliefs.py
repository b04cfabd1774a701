"""Which relief holds for whom, and when it ends."""

from __future__ import annotations

from collections.abc import Sequence

from guide.estimator.engine.context import Question
from guide.law.rules import ReliefRule
from guide.law.timeline import months_after


def relief_of(question: Question, program: str, month: str) -> ReliefRule | None:
    """Return the relief that holds for the person and the program in `month`, if any."""
    inputs = question.inputs
    for relief in question.rules.reliefs:
        if (
            relief.first <= month <= relief.last
            and relief.segment == inputs.segment
            and program in relief.programs
            and inputs.sector in relief.sectors
            and (not relief.payers or inputs.payer in relief.payers)
            and relief.known <= question.today
        ):
            return relief
    return None


def relief_ends(question: Question, programs: Sequence[str]) -> list[tuple[list[str], str]]:
    """Return for each end of a relief the programs and the last month."""
    ends: dict[str, list[str]] = {}
    for program in programs:
        relief = relief_of(question, program, question.inputs.month)
        if relief and program == question.schedule(program).program:
            ends.setdefault(_last_month(question, program, relief), []).append(program)
    return [(ended, last) for last, ended in ends.items()]


def _last_month(question: Question, program: str, relief: ReliefRule) -> str:
    """Return the last month of a program's relief; one that continues it unchanged is the same to whoever pays."""
    while True:
        after = relief_of(question, program, months_after(relief.last, 1))
        if after is None or after.factor != relief.factor:
            return relief.last
        relief = after
