"""What anybody can write who has only the files below /api/v1: contributions of one person in one month.

It knows nothing of this project but its published tables.
"""

import json
from fractions import Fraction

PARTIES = ("worker", "employer", "government")
HALF = Fraction(1, 2)
DEFAULTS = {"bpu": {"sector": "other", "payer": "self"}, "pu": {"size": "medium", "risk": "1", "sector": "other"}}
DEFAULTS |= {"jakon": {}, "pmi": {"placement": "p3mi", "contract": 24}}


class Tables:
    """The tables in a folder."""

    def __init__(self, folder):
        self.items = {path.stem: json.loads(path.read_text("utf-8"))["items"] for path in folder.glob("*.json")}

    def in_force(self, table, month, **wanted):
        """The last item that begins in that month or before, of those that fit."""
        begun = [item for item in self.items[table] if item["effective"][:7] <= month]
        fits = [item for item in begun if all(item[name] == value for name, value in wanted.items())]
        return max(fits, key=lambda item: item["effective"], default=None)

    def mandatory(self, asked):
        """The programs that somebody must have."""
        rules = [rule for rule in self.items["segments"] if rule["of"] == asked["segment"]]
        rules = [rule for rule in rules if not rule["sizes"] or asked.get("size") in rule["sizes"]]
        rules = [rule for rule in rules if rule["effective"][:7] <= asked["month"]]
        return max(rules, key=lambda rule: rule["effective"], default={"programs": []})["programs"]

    def relief(self, asked, program):
        """The part of a contribution that remains due."""
        for relief in self.items["reliefs"]:
            holds = relief["first"] <= asked["month"] <= relief["last"] and program in relief["programs"]
            whom = relief["segment"] == asked["segment"] and asked.get("sector") in relief["sectors"]
            if holds and whom and (not relief["payers"] or asked.get("payer") in relief["payers"]):
                return Fraction(relief["factor"])
        return Fraction(1)

    def uncovered(self, asked, program):
        """Whether the law of the month is not in the data."""
        gaps = [gap for gap in self.items["gaps"] if gap["first"] <= asked["month"] <= gap["last"]]
        return any(asked["segment"] in gap["segments"] and program in gap["programs"] for gap in gaps)

    def shares(self, entry, asked):
        """Each party's share before relief and rounding, by the kind of the schedule."""
        income = asked.get("income", 0)
        if entry["kind"] == "flat":
            return dict(entry["shares"])
        if entry["kind"] == "options":
            return {entry["party"]: self.package(entry, asked)}
        if entry["kind"] == "slices":
            return self.sliced(entry["slices"], income)
        rates = entry["shares"]
        if entry["kind"] == "bands":
            table = self.in_force("bands", asked["month"], of=entry["bands"])["rows"]
            income = [row["base"] for row in table if row["at_least"] <= income][-1]
        else:
            income = min(max(income, entry["floor"] or 0), entry["ceiling"] or income)
            if entry["classes"]:
                rates = next(item for item in entry["classes"] if item["risk"] == asked["risk"])["shares"]
        return {party: income * Fraction(rate) for party, rate in rates.items()}

    def package(self, entry, asked):
        """The longest package that fits, and each month beyond it."""
        own = [item for item in entry["options"] if item["placement"] == asked["placement"]]
        least, amount = max((each["contract"], each["amount"]) for each in own if each["contract"] <= asked["contract"])
        return amount + entry["extension"] * (asked["contract"] - least)

    def sliced(self, slices, value):
        """Each slice at its own rate."""
        tops = [part["above"] for part in slices[1:]] + [value]
        sums = {}
        for part, top in zip(slices, tops, strict=True):
            for party, rate in part["shares"].items():
                inside = max(0, min(top, value) - part["above"])
                sums[party] = sums.get(party, 0) + inside * Fraction(rate)
        return sums


def month_after(month, count):
    """The month so many months later."""
    number = int(month[:4]) * 12 + int(month[5:]) - 1 + count
    return f"{number // 12:04}-{number % 12 + 1:02}"


def contributions(tables, inputs):
    """Rupiah by dotted name, as the estimator calls them; None where a month is not covered."""
    months = [month_after(inputs["month"], later) for later in range(inputs.get("months", 1))]
    chosen = inputs.get("programs")
    every = [in_month(tables, {**DEFAULTS[inputs["segment"]], **inputs, "month": month}, chosen) for month in months]
    if None in every:
        return None
    return {**every[0], "grand_total": sum(each["monthly.total"] for each in every) * inputs.get("people", 1)}


def in_month(tables, asked, chosen):
    """Rupiah by dotted name in one month."""
    amounts = {}
    for program in chosen or tables.mandatory(asked) or ["jkk"]:
        schedules = [item for item in tables.items["schedules"] if item["segment"] == asked["segment"]]
        key = next(item["key"] for item in schedules if program in item["key"].split("-"))
        entry = tables.in_force("schedules", asked["month"], segment=asked["segment"], key=key)
        if entry is None or tables.uncovered(asked, entry["program"]):
            return None
        age = tables.in_force("pension-ages", asked["month"])["age"]
        due = not (entry.get("until_pension_age") and asked.get("age", 0) >= age)
        factor = tables.relief(asked, entry["program"])
        amounts |= {f"{key}.{party}": 0 for party in PARTIES}
        for party, share in tables.shares(entry, asked).items():
            paid_by = "government" if party == "worker" and asked.get("payer") == "government" else party
            amounts[f"{key}.{paid_by}"] = int(share * factor + HALF) if due else 0
        amounts[f"{key}.total"] = sum(amounts[f"{key}.{party}"] for party in PARTIES)
    sums = {party: sum(v for k, v in amounts.items() if k.endswith(f".{party}")) for party in (*PARTIES, "total")}
    return amounts | {f"monthly.{party}": value for party, value in sums.items()}
