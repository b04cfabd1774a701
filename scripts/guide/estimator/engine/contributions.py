"""What is paid, by whom."""

from __future__ import annotations

from collections.abc import Sequence

from guide.estimator.engine.context import Entry, Question
from guide.estimator.engine.steps import FULL, Law, share_notices, share_step
from guide.estimator.inputs import WHOLE, wrong
from guide.law.rows import amount
from guide.law.timeline import months_after


def contributions_in(
    asked: Question, month: str, programs: Sequence[str], *, explain: bool = True
) -> dict[str, dict[str, int]]:
    """Rupiah by program key and party in `month`, for one person, in the order of the programs.

    `explain=False`: no steps and no notices, for months after the first.
    """
    found = {}
    for program in programs:
        schedule = asked.schedule(program)
        if schedule["key"] not in found:
            found[schedule["key"]] = _shares(asked, schedule, month, explain and asked.explain)
    if explain and asked.explain:
        _relief_notices(asked, programs)
    return found


def later_months(asked: Question, programs: Sequence[str]) -> int:
    """What the months after the first cost for one person, each by its own law."""
    total = 0
    for later in range(1, asked.inputs.months or 1):
        month = months_after(asked.inputs.month, later)
        shares = contributions_in(asked, month, programs, explain=False)
        total += sum(share["total"] for share in shares.values())
    return total


def monthly_of(asked: Question, program: str, *, any_age: bool) -> int:
    """Rupiah of one program in the first month, all parties. `any_age`: as if before pension age."""
    shares = _shares(asked, asked.schedule(program), asked.inputs.month, False, any_age=any_age)
    return shares["total"]


def entry_of(asked: Question, schedule: Entry, month: str) -> Entry:
    """The schedule's entry in force in `month`. Raises InputError where it is not covered."""
    entry = asked.in_force(schedule["entries"], month)
    for gap in asked.rules["gaps"]:
        touched = schedule["segment"] in gap["segments"] and schedule["program"] in gap["programs"]
        if touched and gap["first"] <= month <= gap["last"]:
            first, before, after = (
                schedule["entries"][0]["month"],
                months_after(gap["first"], -1),
                months_after(gap["last"], 1),
            )
            raise wrong("month", "gap", bad=month, first=first, before=before, after=after)
    return entry


def base_of(asked: Question, program: str) -> int:
    """What the law counts for a program in the first month, in rupiah."""
    law = _law(asked, asked.schedule(program), asked.inputs.month)
    return amount(law.bases["rows"], asked.inputs.income)


def _law(asked: Question, schedule: Entry, month: str) -> Law:
    key = (schedule["key"], month, asked.who)
    found = asked.memo.get(key)
    if found is None:
        entry = entry_of(asked, schedule, month)
        relief = relief_of(asked, schedule["program"], month)
        shares = entry["shares"].get(asked.who[3]) or entry["shares"][""]
        bases = asked.in_force(entry["bases"], month)
        found = asked.memo[key] = Law(entry, bases, shares, relief, relief["factor"] if relief else FULL)
    return found


def relief_of(asked: Question, program: str, month: str) -> Entry | None:
    """The relief that holds for the person and the program in `month`, if any."""
    inputs = asked.inputs
    for relief in asked.rules["reliefs"]:
        if (
            relief["first"] <= month <= relief["last"]
            and relief["segment"] == inputs.segment
            and program in relief["programs"]
            and inputs.sector in relief["sectors"]
            and (not relief["payers"] or inputs.payer in relief["payers"])
            and relief["known"] <= asked.today
        ):
            return relief
    return None


def _shares(asked: Question, schedule: Entry, month: str, explain: bool, *, any_age: bool = False) -> dict[str, int]:
    inputs = asked.inputs
    law = _law(asked, schedule, month)
    entry = law.entry
    found = {"worker": 0, "employer": 0, "government": 0, "total": 0}
    if entry["until_pension_age"] and not any_age and _past_pension_age(asked, month, explain):
        return found
    base = amount(law.bases["rows"], inputs.contract if entry["of"] == "contract" else inputs.income)
    for party, share in law.shares.items():
        if entry["of"] == "contract":
            _contract_fits(asked, share["rows"], explain)
        value = amount(share["rows"], base, law.factor)
        paid_by = "government" if party == "worker" and asked.who[2] == "government" else party
        found[paid_by] += value
        found["total"] += value
        if explain:
            name = f"{schedule['key']}.{party}" if len(law.shares) > 1 else schedule["key"]
            asked.steps.append(share_step(name, schedule["key"].upper(), law, (paid_by, share["rate"]), base, value))
    if explain:
        share_notices(asked, law, schedule["program"])
    return found


def _contract_fits(asked: Question, rows: Sequence[Sequence[int]], explain: bool) -> None:
    """Say which longer package costs less. Raises InputError for a contract below the shortest package."""
    contract, least = asked.inputs.contract, rows[0][0]
    if contract < least:
        raise wrong("contract", "whole", least=least, most=WHOLE["contract"][1], bad=contract)
    longer = [(amount(rows, months), months) for months, *_ in rows if months > contract]
    if explain and longer and min(longer)[0] < amount(rows, contract):
        asked.notice("cheaper-package", months=min(longer)[1], amount=min(longer)[0])


def _past_pension_age(asked: Question, month: str, explain: bool) -> bool:
    age = asked.in_force(asked.rules["pension_age"], month)["age"] if asked.inputs.age is not None else 0
    if not age or asked.inputs.age < age:
        return False
    if explain:
        asked.notice("jp-not-due", age=age)
    return True


def _relief_notices(asked: Question, programs: Sequence[str]) -> None:
    """For each relief: its last month, and what its programs cost together in the month after."""
    inputs = asked.inputs
    ends: dict[str, list[str]] = {}
    for program in programs:
        if program == asked.schedule(program)["program"] and relief_of(asked, program, inputs.month):
            ends.setdefault(_last_month(asked, program), []).append(program)
    for last, ended in ends.items():
        then = contributions_in(asked, months_after(last, 1), ended, explain=False)
        total = sum(shares["total"] for shares in then.values())
        asked.notice("relief-ends", programs=" + ".join(ended).upper(), last=last, amount=total)


def _last_month(asked: Question, program: str) -> str:
    """The last month of a program's relief; one that continues it unchanged is the same relief to whoever pays."""
    relief = relief_of(asked, program, asked.inputs.month)
    while True:
        after = relief_of(asked, program, months_after(relief["last"], 1))
        if after is None or after["factor"] != relief["factor"]:
            return relief["last"]
        relief = after
