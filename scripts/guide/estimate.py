"""An estimate: what is paid, by whom, what is received, and why. A pure function of rules and inputs.

Amounts are whole rupiah. Every amount has a step that says base, rate, relief, rounding, citation and date;
explanations of any kind are renderings of those steps.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guide.inputs import InputError, InputMistake, Inputs
from guide.mistakes import N_
from guide.rules import amount
from guide.timeline import months_after

PARTIES = ("worker", "employer", "government")
EVENT_PROGRAM = {"work-death": "jkk", "work-disability": "jkk", "work-sick": "jkk", "death": "jkm", "layoff": "jkp",
                 "retirement": "jp"}
LARGEST_TOTAL = 2**53 - 1


@dataclass(frozen=True)
class Step:
    """How one amount came about. `relief` is the remaining part (`50%`), or empty; `amount` in rupiah."""

    id: str
    base: int | None
    rate: str
    relief: str
    amount: int
    rounding: str
    citation: str
    effective: str
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Notice:
    """Something the reader must know beside the numbers."""

    id: str
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Estimate:
    """The answer. `contributions`: rupiah by program key and party, for the first month and one person."""

    inputs: Mapping[str, Any]
    contributions: Mapping[str, Mapping[str, int]]
    grand_total: int
    benefits: Mapping[str, int]
    steps: Sequence[Step]
    notices: Sequence[Notice]
    digest: str

    @property
    def monthly(self) -> dict[str, int]:
        """The shares of all programs together."""
        sums = {party: sum(shares[party] for shares in self.contributions.values()) for party in PARTIES}
        return {**sums, "total": sum(sums.values())}

    @property
    def benefit_total(self) -> int:
        """All benefits together."""
        return sum(self.benefits.values())

    def amounts(self) -> dict[str, int]:
        """Every amount under its dotted name: `jkk.total`, `monthly.worker`, `grand_total`, `benefit.jkm.death`."""
        found = {f"{key}.{party}": value for key, shares in self.contributions.items() for party, value in shares.items()}
        found |= {f"monthly.{party}": value for party, value in self.monthly.items()}
        found |= {f"benefit.{name}": value for name, value in self.benefits.items()}
        return {**found, "grand_total": self.grand_total, "benefit_total": self.benefit_total}


def estimate(rules: Mapping[str, Any], inputs: Inputs, today: datetime.date) -> Estimate:
    """Answer `inputs` by the rules known on `today`. Raises InputError where the law gives no answer."""
    return _Question(rules, inputs, today.isoformat()).answer()


def at(entries: Sequence[Mapping[str, Any]], month: str, today: str) -> Mapping[str, Any] | None:
    """The last entry that is in force in `month` and known on `today` (an ISO day)."""
    found = None
    for entry in entries:
        if entry["month"] <= month and entry["known"] <= today:
            found = entry
    return found


class _Question:
    """One question on its way to its answer: steps and notices gather here."""

    def __init__(self, rules: Mapping[str, Any], inputs: Inputs, today: str):
        self.rules, self.inputs, self.today = rules, inputs, today
        self.steps: list[Step] = []
        self.notices: dict[str, Notice] = {}

    def answer(self) -> Estimate:
        values = dict(self.inputs.values)
        values["programs"] = programs = self.programs()
        contributions = self.contributions(values["month"], programs)
        first = sum(shares["total"] for shares in contributions.values())
        grand_total = (first + self.later_months(programs)) * values["people"]
        benefits = self.benefits(programs) if self.inputs.event else {}
        if grand_total > LARGEST_TOTAL or sum(benefits.values()) > LARGEST_TOTAL:
            raise InputError([InputMistake("people", N_("the total is too large to count exactly"))])
        self.general_notices()
        shown = {name: value for name, value in values.items() if name in self.inputs.values}
        return Estimate(shown, contributions, grand_total, benefits, self.steps, list(self.notices.values()),
                        self.rules["digest"])

    # what is asked

    def programs(self) -> tuple[str, ...]:
        """The programs asked for, in their order, or those that the law makes mandatory in the month."""
        if self.inputs.programs:
            return tuple(p for p in ("jkk", "jkm", "jht", "jp", "jkp") if p in self.inputs.programs)
        size = self.inputs.size
        rules = [rule for rule in self.rules["mandatory"] if rule["segment"] == self.inputs.segment
                 and (not rule["sizes"] or size in rule["sizes"])]
        rule = at(rules, self.inputs.month, self.today)
        if rule is None:
            raise self.uncovered("month", rules)
        return tuple(rule["programs"])

    def uncovered(self, name: str, entries: Sequence[Mapping[str, Any]]) -> InputError:
        known = [entry["month"] for entry in entries if entry["known"] <= self.today]
        if not known:
            return InputError([InputMistake(name, N_("the data does not cover this on the chosen date"))])
        return InputError([InputMistake(name, N_("{bad:month} is not covered; covered are the months from {first:month}"),
                                        {"bad": self.inputs.month, "first": min(known)})])

    def notice(self, name: str, message: str, **values: Any) -> None:
        self.notices.setdefault(name, Notice(name, message, values))

    # what is paid

    def contributions(self, month: str, programs: Sequence[str], *, explain: bool = True) -> dict[str, dict[str, int]]:
        """Rupiah by program key and party in `month`, for one person."""
        found = {}
        for schedule in self.rules["schedules"]:
            if schedule["segment"] == self.inputs.segment and schedule["program"] in programs:
                found[schedule["key"]] = self.shares(schedule, month, explain)
        if explain:
            for program in programs:
                if program not in found and not any(program in key.split("-") for key in found):
                    raise self.uncovered("programs", [])
        return {key: found[key] for key in sorted(found, key=_program_order)}

    def entry(self, schedule: Mapping[str, Any], month: str) -> Mapping[str, Any]:
        for gap in self.rules["gaps"]:
            if (schedule["segment"] in gap["segments"] and schedule["program"] in gap["programs"]
                    and gap["first"] <= month <= gap["last"]):
                message = N_("{bad:month} is not covered: the law of {first:month} to {last:month} is not in the data")
                raise InputError([InputMistake("month", message,
                                               {"bad": month, "first": gap["first"], "last": gap["last"]})])
        entry = at(schedule["entries"], month, self.today)
        if entry is None:
            raise self.uncovered("month", schedule["entries"])
        return entry

    def base(self, entry: Mapping[str, Any], month: str) -> int:
        bases = at(entry["bases"], month, self.today)
        if bases is None:
            raise self.uncovered("month", entry["bases"])
        asked = self.inputs.contract if entry["of"] == "contract" else self.inputs.income
        return amount(bases["rows"], asked)

    def shares(self, schedule: Mapping[str, Any], month: str, explain: bool) -> dict[str, int]:
        entry = self.entry(schedule, month)
        program = schedule["program"]
        found = dict.fromkeys(PARTIES, 0)
        if entry.get("until_pension_age") and self.past_pension_age(month, explain):
            return {**found, "total": 0}
        base = self.base(entry, month)
        if entry["of"] == "contract":
            self.contract_fits(entry)
        relief = self.relief(program, month)
        keyed = entry["shares"].get(self.inputs.risk or self.inputs.placement or "") or entry["shares"][""]
        for party, share in keyed.items():
            value = amount(share["rows"], base, relief["factor"] if relief else (1, 1))
            if explain:
                self.explain(schedule, entry, party, share["rate"], base, relief, value, several=len(keyed) > 1)
            if self.inputs.payer == "government" and party == "worker":
                party = "government"
            found[party] += value
        if explain:
            self.schedule_notices(entry, base, keyed, relief, program)
        return {**found, "total": sum(found.values())}

    def contract_fits(self, entry: Mapping[str, Any]) -> None:
        known = entry["contracts"]
        if self.inputs.contract not in known and self.inputs.contract < max(known):
            raise InputError([InputMistake("contract", N_("write one of {known}, or more than {most}, not {bad}"),
                                           {"known": known, "most": max(known), "bad": self.inputs.contract})])

    def past_pension_age(self, month: str, explain: bool) -> bool:
        step = at(self.rules["pension_age"], month, self.today)
        if self.inputs.age is None or step is None or self.inputs.age < step["age"]:
            return False
        if explain:
            self.notice("jp-not-due", N_("No pension contribution is due from age {age}."), age=step["age"])
        return True

    def relief(self, program: str, month: str) -> Mapping[str, Any] | None:
        for relief in self.rules["reliefs"]:
            if (relief["segment"] == self.inputs.segment and program in relief["programs"]
                    and self.inputs.sector in relief["sectors"]
                    and (not relief["payers"] or self.inputs.payer in relief["payers"])
                    and relief["first"] <= month <= relief["last"] and relief["known"] <= self.today):
                return relief
        return None

    def later_months(self, programs: Sequence[str]) -> int:
        """What the months after the first cost for one person, each by its own law."""
        total = 0
        for later in range(1, self.inputs.months or 1):
            month = months_after(self.inputs.month, later)
            total += sum(shares["total"] for shares in self.contributions(month, programs, explain=False).values())
        return total

    def explain(self, schedule: Mapping, entry: Mapping, party: str, rate: str, base: int, relief: Mapping | None,
                value: int, *, several: bool) -> None:
        citation, effective, remaining = entry["cite"], entry["effective"], ""
        if relief:
            citation, effective = f"{citation}; {relief['cite']}", relief["first"]
            remaining = f"{relief['factor'][0] * 100 // relief['factor'][1]}%"
        message = N_("{program}, {party}: {amount:money}.")
        if rate and remaining:
            message = N_("{program}, {party}: {rate} of {base:money}, of which {relief} is due: {amount:money}.")
        elif rate:
            message = N_("{program}, {party}: {rate} of {base:money} is {amount:money}.")
        elif remaining:
            message = N_("{program}, {party}: {relief} of the full amount is {amount:money}.")
        rounding = f"half-up, {entry['rounding']}"
        name = f"{schedule['key']}.{party}" if several else schedule["key"]
        shown = None if entry["of"] == "contract" else base
        self.steps.append(Step(name, shown, rate, remaining, value, rounding, citation, effective, message, {
            "program": schedule["key"].upper(), "party": party, "rate": rate, "base": base, "relief": remaining,
            "amount": value}, self.facts_of(entry, relief)))

    def facts_of(self, entry: Mapping, relief: Mapping | None) -> tuple[str, ...]:
        """The ids of the dated values that a contribution rests on."""
        bases = at(entry["bases"], self.inputs.month, self.today) or {}
        return tuple(f for f in (entry["fact"], bases.get("fact"), relief and relief["fact"]) if f)

    # what is received

    def benefits(self, programs: Sequence[str]) -> dict[str, int]:
        """Rupiah by benefit id, for one person."""
        inputs = self.inputs
        program = EVENT_PROGRAM[inputs.event]
        if program not in programs:
            self.notice("program-missing", N_("Nothing is paid: {program} was not chosen."), program=program.upper())
            return {}
        if inputs.paid_months is None:
            self.notice("waiting-assumed", N_("We assume that enough months were paid."))
        found = {}
        for benefit in self.rules["benefits"]:
            if inputs.segment in benefit["segments"] and inputs.event in benefit["events"]:
                self.receive(benefit, found)
        return found

    def receive(self, benefit: Mapping[str, Any], found: dict[str, int]) -> None:
        inputs = self.inputs
        if benefit["id"] == "scholarship" and not inputs.children:
            return
        entry = at(benefit["entries"], inputs.month, self.today)
        if entry is None:
            raise self.uncovered("month", benefit["entries"])
        for segments, events, months in entry["waiting"]:
            if inputs.segment in segments and inputs.event in events and self.paid_fewer_than(months):
                self.notice(f"{benefit['id']}-waiting", N_("{benefit} needs {months} paid months first."),
                            benefit=benefit["id"], months=months)
                found[benefit["id"]] = 0
                return
        value, base, rate = self.payout(benefit["id"], entry)
        if value is None:
            return
        name = self.benefit_name(benefit["id"])
        found[name] = value
        self.steps.append(Step(name, base, rate, "", value, f"half-up, {entry['rounding']}", entry["cite"],
                               entry["effective"],
                               N_("{benefit}: {rate} of {base:money} is {amount:money}.") if rate and base is not None
                               else N_("{benefit}: {amount:money}."),
                               {"benefit": name, "rate": rate, "base": base or 0, "amount": value}, (entry["fact"],)))

    def paid_fewer_than(self, months: int) -> bool:
        return self.inputs.paid_months is not None and self.inputs.paid_months < months

    def benefit_name(self, name: str) -> str:
        return "jkm.death" if name == "pmi.death" else name

    def payout(self, name: str, entry: Mapping[str, Any]) -> tuple[int | None, int | None, str]:
        """Amount, base and rate of one benefit; no amount where it is not due."""
        inputs, kind = self.inputs, entry["kind"]
        if kind == "amount":
            return amount(entry["rows"], 0), None, ""
        if kind == "phases":
            return entry["phases"][inputs.phase], None, ""
        if kind == "rate":
            base = self.wage()
            return amount(entry["rows"], base), base, entry["rate"]
        if kind == "stages":
            return self.staged(entry)
        if kind == "table":
            return self.school(entry), None, ""
        if kind == "accrual":
            if inputs.paid_months < entry["months"]:
                return None, None, ""
            pension = amount(entry["rows"], inputs.average_wage * inputs.paid_months)
            return pension, inputs.average_wage, f"{entry['rate']} × {inputs.paid_months}/12"
        return self.refund()

    def wage(self) -> int:
        """The base that work accident benefits are counted on: the band's base for bpu, the wage for pu."""
        schedule = next(s for s in self.rules["schedules"] if s["segment"] == self.inputs.segment and s["program"] == "jkk")
        entry = at(schedule["entries"], self.inputs.month, self.today)
        if entry is None:
            raise self.uncovered("month", schedule["entries"])
        return self.base(entry, self.inputs.month)

    def staged(self, entry: Mapping[str, Any]) -> tuple[int, int, str]:
        base = amount(entry["base"], self.wage())
        left = self.inputs.sick_months
        total, rates = 0, []
        for months, rate, rows in entry["stages"]:
            spent = months if left is None else (left if not months else min(months, left))
            if spent:
                total += amount(rows, base) * spent
                rates.append(f"{rate} × {spent}")
            left = None if left is None else left - spent
        return total, base, " + ".join(rates)

    def school(self, entry: Mapping[str, Any]) -> int:
        children = sorted((entry["stages"][stage] for stage in self.inputs.children), reverse=True)
        if len(children) > entry["children"]:
            self.notice("children-most", N_("At most {most} children count; the largest amounts were taken."),
                        most=entry["children"])
        return sum(children[: entry["children"]])

    def refund(self) -> tuple[int | None, int | None, str]:
        """Below the months of a pension: what was paid in comes back; what it earned is not counted here."""
        pension = next(b for b in self.rules["benefits"] if b["id"] == "jp.pension")
        needed = at(pension["entries"], self.inputs.month, self.today)
        if needed is None or self.inputs.paid_months >= needed["months"]:
            return None, None, ""
        monthly = self.contributions(self.inputs.month, ("jp",), explain=False)["jp"]["total"]
        self.notice("lump-sum-development", N_("What the money earned is added to the lump sum; it is not counted here."))
        return monthly * self.inputs.paid_months, monthly, f"{self.inputs.paid_months} ×"

    # what must be said beside it

    def schedule_notices(self, entry: Mapping, base: int, shares: Mapping, relief: Mapping | None, program: str) -> None:
        if relief:
            full = sum(amount(share["rows"], base) for share in shares.values())
            self.notice(f"relief-ends-{program}", N_("{program}: the relief ends with {last:month}; then {amount:money}."),
                        program=program.upper(), last=relief["last"], amount=full)
        if entry.get("bands"):
            plain = sum(amount(share["rows"], self.inputs.income, relief["factor"] if relief else (1, 1))
                        for share in shares.values())
            self.notice(f"band-{program}", N_("{program}: some channels may bill the plain percentage, {amount:money}."),
                        program=program.upper(), amount=plain)
        for other, rate in entry.get("included", ()):
            self.notice(f"included-{other}", N_("{rate} of the wage is taken out of {program}; nobody pays it on top."),
                        rate=rate, program=other.upper())

    def general_notices(self) -> None:
        if self.inputs.segment == "pu" and "risk" not in self.inputs.given:
            self.notice("risk-assumed", N_("We assume the lowest class of work accident risk."))
        if self.inputs.segment in ("pmi", "jakon"):
            self.notice("paid-once", N_("This is paid once, not each month."))
        if self.inputs.month > self.today[:7]:
            self.notice("law-may-change", N_("This month lies ahead: the law may change before it."))


def _program_order(key: str) -> int:
    return ("jkk", "jkk-jkm", "jkm", "jht", "jp", "jkp").index(key)

