"""What is received."""

from __future__ import annotations

from collections.abc import Sequence

from guide.estimator.engine.assumptions import waits
from guide.estimator.engine.contributions import base_of, monthly_of
from guide.estimator.engine.programs import EVENT_PROGRAM, answering, lacking
from guide.estimator.engine.context import Entry, Question, at
from guide.estimator.engine.result import Step
from guide.law.rows import amount

Payout = tuple[int | None, int | None, str]
"""Amount in rupiah (None: not due), what it is taken of, and the rate as text."""


def benefits_of(asked: Question, programs: Sequence[str]) -> dict[str, int]:
    """Rupiah by benefit id, for one person."""
    inputs = asked.inputs
    program = EVENT_PROGRAM[inputs.event]
    missing = lacking(asked, programs)
    if inputs.event == "layoff":
        _conditions(asked)
    if missing:
        asked.notice("program-needs", program=program.upper(), programs=" + ".join(missing).upper())
        return {}
    if program not in programs:
        asked.notice("program-missing", program=program.upper())
        return {}
    if asked.explain and inputs.paid_months is None and waits(asked):
        asked.notice("waiting-assumed")
    found: dict[str, int] = {}
    for benefit in answering(asked):
        _receive(asked, benefit, found)
    return found


def _conditions(asked: Question) -> None:
    """What JKP asks for beside programs and months (PP 6/2025 Ps 4)."""
    age = at(asked.rules["limits"].get("layoff-age", ()), asked.inputs.month, asked.today)
    if age:
        asked.notice("jkp-conditions", age=age["value"])


def _receive(asked: Question, benefit: Entry, found: dict[str, int]) -> None:
    inputs, name = asked.inputs, benefit["answer"]
    if benefit["id"] == "scholarship" and not inputs.children:
        return
    entry = asked.in_force(benefit["entries"], inputs.month)
    for segments, events, months in entry["waiting"]:
        fewer = inputs.paid_months is not None and inputs.paid_months < months
        if fewer and inputs.segment in segments and inputs.event in events:
            asked.notice("waiting", benefit=name, months=months)
            found[name] = 0
            return
    value, base, rate = _PAYOUTS[entry["kind"]](asked, entry)
    if value is None:
        return
    found[name] = value
    if asked.explain:
        asked.steps.append(
            Step(
                id=name,
                base=base,
                rate=rate or None,
                relief=None,
                amount=value,
                rounding=f"half-up, {entry['rounding']}",
                citation=entry["cite"],
                effective=entry["effective"],
                sentence=_sentence(entry, rate),
                values={"benefit": name, "rate": rate, "base": base or 0, "amount": value},
                facts=(entry["fact"],),
                entry=entry,
            )
        )


def _sentence(entry: Entry, rate: str) -> str:
    """The name of the step's sentence; a pension says that it comes every month."""
    return "benefit-monthly" if entry["kind"] == "accrual" else "benefit-rate" if rate else "benefit"


def _amount(asked: Question, entry: Entry) -> Payout:
    return amount(entry["rows"], 0), None, ""


def _phases(asked: Question, entry: Entry) -> Payout:
    return entry["phases"][asked.inputs.phase], None, ""


def _rate(asked: Question, entry: Entry) -> Payout:
    """A rate of the base of JKK: for bpu the band's, for pu the wage."""
    base = base_of(asked, "jkk")
    return amount(entry["rows"], base), base, entry["rate"]


def _stages(asked: Question, entry: Entry) -> Payout:
    """A month's amount is rounded, then multiplied. Without `sick_months` every stage runs to its end."""
    base = amount(entry["base"], base_of(asked, "jkk"))
    left = asked.inputs.sick_months
    total, rates = 0, []
    for months, rate, rows in entry["stages"]:
        spent = months if left is None else min(months or left, left)
        if spent:
            total += amount(rows, base) * spent
            rates.append(f"{rate} × {spent}")
        left = left if left is None else left - spent
    return total, base, " + ".join(rates)


def _table(asked: Question, entry: Entry) -> Payout:
    children = sorted((entry["stages"][stage] for stage in asked.inputs.children), reverse=True)
    if len(children) > entry["children"]:
        asked.notice("children-most", most=entry["children"])
    return sum(children[: entry["children"]]), None, ""


def _accrual(asked: Question, entry: Entry) -> Payout:
    wage, months = asked.inputs.average_wage, asked.inputs.paid_months
    if months < entry["months"]:
        return None, None, ""
    return amount(entry["rows"], wage * months), wage, f"{entry['rate']} × {months}/12"


def _refund(asked: Question, entry: Entry) -> Payout:
    """Below the months of a pension: what was paid in comes back; what it earned is not counted here."""
    months = asked.inputs.paid_months
    pension = next(b for b in asked.rules["benefits"] if b["id"] == "jp.pension")
    if months >= asked.in_force(pension["entries"], asked.inputs.month)["months"]:
        return None, None, ""
    monthly = monthly_of(asked, "jp", any_age=True)
    asked.notice("lump-sum-development")
    return monthly * months, monthly, f"{months} ×"


_PAYOUTS = {
    "amount": _amount,
    "phases": _phases,
    "rate": _rate,
    "stages": _stages,
    "table": _table,
    "accrual": _accrual,
    "refund": _refund,
}
