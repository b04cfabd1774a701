"""What is paid, by whom."""

from __future__ import annotations

from collections.abc import Sequence

from guide.estimator.engine.context import Question, ShareLaw
from guide.estimator.engine.reliefs import relief_ends, relief_of
from guide.estimator.engine.steps import FULL, share_notices, share_step
from guide.estimator.inputs import WHOLE, wrong
from guide.law.rows import Rows, amount
from guide.law.rules import ScheduleEntry, ScheduleRule
from guide.law.timeline import months_after


def contributions_in(
    question: Question, month: str, programs: Sequence[str], *, explain: bool = True
) -> dict[str, dict[str, int]]:
    """Return rupiah by program key and party in `month`, for one person, in the order of the programs.

    `explain=False`: no steps and no notices, for months after the first.
    """
    explain = explain and question.explain
    contributions: dict[str, dict[str, int]] = {}
    for program in programs:
        schedule = question.schedule(program)
        if schedule.key not in contributions:
            contributions[schedule.key] = _shares(question, schedule, month, explain)
    if explain:
        for ended, last in relief_ends(question, programs):
            then = contributions_in(question, months_after(last, 1), ended, explain=False)
            total = sum(shares["total"] for shares in then.values())
            question.notice("relief-ends", programs=" + ".join(ended).upper(), last=last, amount=total)
    return contributions


def later_months(question: Question, programs: Sequence[str]) -> int:
    """Return what the months after the first cost one person, each by its own law, in rupiah."""
    total = 0
    for later in range(1, question.inputs.months or 1):
        month = months_after(question.inputs.month, later)
        contributions = contributions_in(question, month, programs, explain=False)
        total += sum(shares["total"] for shares in contributions.values())
    return total


def monthly_of(question: Question, program: str, *, any_age: bool) -> int:
    """Return rupiah of one program in the first month, all parties. `any_age`: as if before pension age."""
    shares = _shares(question, question.schedule(program), question.inputs.month, False, any_age=any_age)
    return shares["total"]


def base_of(question: Question, program: str) -> int:
    """Return what the law counts for a program in the first month, in rupiah."""
    law = law_of(question, question.schedule(program), question.inputs.month)
    return amount(law.bases.rows, question.inputs.income)


def _entry_of(question: Question, schedule: ScheduleRule, month: str) -> ScheduleEntry:
    """Return the schedule's entry in force in `month`. Raises InputError where it is not covered."""
    entry = question.in_force(schedule.entries, month)
    for gap in question.rules.gaps:
        touched = schedule.segment in gap.segments and schedule.program in gap.programs
        if touched and gap.first <= month <= gap.last:
            first = schedule.entries[0].month
            before, after = months_after(gap.first, -1), months_after(gap.last, 1)
            raise wrong("month", "gap", bad=month, first=first, before=before, after=after)
    return entry


def law_of(question: Question, schedule: ScheduleRule, month: str) -> ShareLaw:
    """Return what governs the shares of a program in `month`. Raises InputError where the month is not covered."""
    key = (schedule.key, month, question.who)
    law = question.memo.shares.get(key)
    if law is None:
        entry = _entry_of(question, schedule, month)
        relief = relief_of(question, schedule.program, month)
        shares = entry.shares.get(question.share_key) or entry.shares[""]
        bases = question.in_force(entry.bases, month)
        law = ShareLaw(entry, bases, shares, relief, relief.factor if relief else FULL)
        question.memo.shares[key] = law
    return law


def _shares(
    question: Question, schedule: ScheduleRule, month: str, explain: bool, *, any_age: bool = False
) -> dict[str, int]:
    """Return rupiah by party, and their total; nothing from pension age on, unless `any_age`."""
    inputs = question.inputs
    law = law_of(question, schedule, month)
    entry = law.entry
    shares = {"worker": 0, "employer": 0, "government": 0, "total": 0}
    if entry.until_pension_age and not any_age and _past_pension_age(question, month, explain):
        return shares
    base = amount(law.bases.rows, inputs.contract if entry.of == "contract" else inputs.income)
    for party, share in law.shares.items():
        if entry.of == "contract":
            _contract_fits(question, share.rows, explain)
        rupiah = amount(share.rows, base, law.factor)
        paid_by = "government" if party == "worker" and inputs.payer == "government" else party
        shares[paid_by] += rupiah
        shares["total"] += rupiah
        if explain:
            name = f"{schedule.key}.{party}" if len(law.shares) > 1 else schedule.key
            step = share_step(name, schedule.key.upper(), law, (paid_by, share.rate), base, rupiah)
            question.steps.append(step)
    if explain:
        share_notices(question, law, schedule.program)
    return shares


def _contract_fits(question: Question, rows: Rows, explain: bool) -> None:
    """Add a notice of a longer package that costs less. Raises InputError for a contract below the shortest one."""
    contract, least = question.inputs.contract, rows[0][0]
    if contract < least:
        raise wrong("contract", "whole", least=least, most=WHOLE["contract"][1], bad=contract)
    longer = [(amount(rows, months), months) for months, *_ in rows if months > contract]
    if explain and longer and min(longer)[0] < amount(rows, contract):
        question.notice("cheaper-package", months=min(longer)[1], amount=min(longer)[0])


def _past_pension_age(question: Question, month: str, explain: bool) -> bool:
    if question.inputs.age is None:
        return False
    age = question.in_force(question.rules.pension_age, month).age
    if question.inputs.age < age:
        return False
    if explain:
        question.notice("jp-not-due", age=age)
    return True
