"""Every figure that a page may show, by its id, with where it comes from and when it changes.

Ids: `schedules.<id>.<party>` (also `.ceiling`, `.<risk>.<party>`, `.<placement>.<months>`, `.extension`),
`benefits.<id>` (also `.rate`, `.minimum`, …), `reliefs.<id>.first|last|factor`, `bands.<id>.lowest`,
`pension-age`, `taxes.<id>.<n>`, `coverage.<id>`, `<collection>.<id>.<quantity>`, `estimates.<id>.<amount>`
and, for any question at all, `estimate:<name=value&…>:<amount>`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import parse_qsl

from guide.estimate import Estimate, estimate
from guide.inputs import InputError, read_inputs
from guide.model import Facts, law
from guide.model.base import Dated
from guide.rules import compile_rules
from guide.timeline import in_force, month_of, months_after


@dataclass(frozen=True)
class Figure:
    """One figure. `kind`: money, rate, month, number, decimal. `value` None: not covered on this date.

    `facts`: ids of the dated values behind it (see `Figures.fact`). `until`: its last month, where the data
    knows a later value, `then`.
    """

    id: str
    value: int | Decimal | str | None
    kind: str
    facts: tuple[str, ...]
    until: str | None = None
    then: int | Decimal | str | None = None


class UnknownFigure(KeyError):
    """No fact has this id."""


class Figures:
    """All figures of `facts` on a day. Nothing is computed before it is asked for."""

    def __init__(self, facts: Facts, today: datetime.date):
        self.facts, self.today, self.month = facts, today, month_of(today)
        self.rules = compile_rules(facts)
        self.get = lru_cache(maxsize=None)(self._get)
        self.estimate = lru_cache(maxsize=None)(self._estimate)

    def _get(self, name: str) -> Figure:
        """The figure of that id. Raises UnknownFigure."""
        if name.startswith("estimate:"):
            _, question, amount = name.split(":")
            return self._estimated(name, dict(parse_qsl(question)), amount)
        collection, _, rest = name.partition(".")
        reader: Callable[[str, str], Figure] | None = {
            "schedules": self._schedule, "benefits": self._benefit, "reliefs": self._relief, "bands": self._bands,
            "taxes": self._tax, "coverage": self._coverage, "estimates": self._named, "pension-age": self._age,
        }.get(collection)
        figure = reader(name, rest) if reader else None
        figure = figure or self._quantity(name, collection, rest)
        if figure is None:
            raise UnknownFigure(name)
        return figure

    def name_in(self, owner: str, name: str) -> str:
        """The full id of a figure as a text of `owner` names it: its own quantities come first."""
        own = f"{owner}.{name}"
        return own if owner and "." not in name and self._quantity(own, *own.split(".", 1)) else name

    # estimates

    def _estimate(self, question: tuple[tuple[str, str], ...]) -> Estimate | None:
        """The estimate of a question; None where the data does not cover its month."""
        try:
            return estimate(self.rules, read_inputs(dict(question), self.today), self.today)
        except InputError as error:
            if all("cover" in mistake.message for mistake in error.mistakes):
                return None
            raise

    def _named(self, name: str, rest: str) -> Figure | None:
        found = next((e for e in self.facts.estimates if rest.startswith(e.id + ".")), None)
        return found and self._estimated(name, found.inputs, rest[len(found.id) + 1:])

    def _estimated(self, name: str, inputs: Mapping[str, str], amount: str) -> Figure:
        question = {"month": self.month, **inputs}
        now = self.estimate(tuple(question.items()))
        if now is None:
            return Figure(name, None, "money", ())
        amounts = now.amounts()
        if amount not in amounts:
            raise UnknownFigure(name)
        figure = Figure(name, amounts[amount], "money", tuple(dict.fromkeys(
            fact for step in now.steps if _counts(step.id, amount) for fact in step.facts)))
        return figure if "month" in inputs else self._with_change(figure, question, amount)

    def _with_change(self, figure: Figure, question: Mapping[str, str], amount: str) -> Figure:
        for month in self.boundaries:
            later = self.estimate(tuple({**question, "month": month}.items()))
            then = later.amounts().get(amount) if later else None
            if then is not None and then != figure.value:
                return replace(figure, until=months_after(month, -1), then=then)
        return figure

    @cached_property
    def boundaries(self) -> list[str]:
        """The months ahead in which some known value begins or some relief has just ended."""
        known = self.today.isoformat()
        months = [e["month"] for s in (*self.rules["schedules"], *self.rules["benefits"]) for e in s["entries"]
                  if e["known"] <= known]
        for relief in self.rules["reliefs"]:
            if relief["known"] <= known:
                months += [relief["first"], months_after(relief["last"], 1)]
        return sorted({month for month in months if month > self.month})

    # what the law says

    def _of(self, name: str, owner: str, entries: Sequence[Any], read: Callable[[Any], Any], kind: str) -> Figure:
        """A value of the entry in force, with the next known one."""
        now = in_force(entries, self.month, self.today)
        if now is None or (value := read(now)) is None:
            return Figure(name, None, kind, ())
        figure = Figure(name, value, kind, (f"{owner}@{now.effective}",))
        later = [e for e in entries if e.month > self.month and in_force([e], e.month, self.today)]
        if later and (then := read(later[0])) not in (None, value):
            return replace(figure, until=months_after(later[0].month, -1), then=then)
        return figure

    def _schedule(self, name: str, rest: str) -> Figure | None:
        schedule_id, *parts = rest.split(".")
        schedule = self.facts.by_id["schedules"].get(schedule_id)
        if schedule is None or not parts:
            return None
        kind = "money" if parts[-1] in ("ceiling", "floor", "extension") or schedule.entries[-1].kind in (
            "flat", "options") else "rate"
        return self._of(name, f"schedules.{schedule_id}", schedule.entries, lambda e: _in_schedule(e, parts), kind)

    def _benefit(self, name: str, rest: str) -> Figure | None:
        benefit = next((b for b in self.facts.benefits if rest == b.id or rest.startswith(b.id + ".")), None)
        if benefit is None:
            return None
        parts = rest[len(benefit.id) + 1:].split(".") if rest != benefit.id else []
        last = benefit.entries[-1]
        kind = "rate" if (parts and parts[-1] == "rate") or (not parts and last.kind in ("rate", "accrual")) else "money"
        if parts and parts[-1] in ("count", "months", "children", "years"):
            kind = "number"
        figure = self._of(name, f"benefits.{benefit.id}", benefit.entries, lambda e: _in_payout(e, parts), kind)
        if figure.value is None and all(_in_payout(e, parts) is None for e in benefit.entries):
            return None
        return figure

    def _relief(self, name: str, rest: str) -> Figure | None:
        relief_id, _, part = rest.rpartition(".")
        relief = self.facts.by_id["reliefs"].get(relief_id)
        if relief is None or part not in ("first", "last", "factor"):
            return None
        return Figure(name, getattr(relief, part), "rate" if part == "factor" else "month", (f"reliefs.{relief.id}",))

    def _bands(self, name: str, rest: str) -> Figure | None:
        table_id, _, part = rest.partition(".")
        table = self.facts.by_id["bands"].get(table_id)
        if table is None:
            return None
        return self._of(name, f"bands.{table_id}", table.entries, lambda e: _in_bands(e, part), "money")

    def _age(self, name: str, _: str) -> Figure:
        return self._of(name, "pension-age", self.facts.pension_age, lambda e: e.age, "number")

    def _tax(self, name: str, rest: str) -> Figure | None:
        tax_id, part, number = (*rest.split("."), "", "")[:3]
        tax = self.facts.by_id["taxes"].get(tax_id)
        if tax is None or part not in ("above", "rate"):
            return None
        return self._of(name, f"taxes.{tax_id}", tax.entries, lambda e: getattr(e.slices[int(number)], part),
                        "rate" if part == "rate" else "money")

    # what others published

    def _coverage(self, name: str, rest: str) -> Figure | None:
        record = self.facts.by_id["coverage"].get(rest)
        return record and _quantity(name, record.value, record.unit, f"coverage.{record.id}")

    def _quantity(self, name: str, collection: str, rest: str) -> Figure | None:
        record_id, _, quantity_id = rest.rpartition(".")
        record = self.facts.by_id.get(collection, {}).get(record_id)
        quantities = [*getattr(record, "quantities", ())]
        for arrangement in getattr(record, "arrangements", ()):
            quantities += arrangement.quantities
        found = next((q for q in quantities if q.id == quantity_id), None)
        return found and _quantity(name, found.value, found.unit, self._dated(collection, record))

    def _dated(self, collection: str, record: Any) -> str:
        """The fact id behind a record's own numbers: its entry in force where it has a history."""
        history = getattr(record, "entries", ()) or getattr(record, "mandatory", ())
        entry = in_force(history, self.month, self.today) or (history[-1] if history else None)
        return f"{collection}.{record.id}@{entry.effective}" if entry else f"{collection}.{record.id}"

    # where it comes from

    def fact(self, name: str) -> Any:
        """The record behind a fact id such as `schedules.bpu-jkk@2015-07-01` or `coverage.ntt-2026-01`."""
        owner, _, effective = name.partition("@")
        collection, _, record_id = owner.partition(".")
        if collection == "pension-age":
            entries: Sequence[Dated] = self.facts.pension_age
        elif collection == "segments":
            entries = self.facts.by_id["segments"][record_id].mandatory
        else:
            record = self.facts.by_id[collection][record_id]
            if not effective:
                return record
            entries = record.entries
        return next(entry for entry in entries if entry.effective == effective)


def _counts(step: str, amount: str) -> bool:
    """Whether a step is part of an amount: `jkk.employer` of `jkk.total`, everything paid of `monthly.total`."""
    if amount.startswith("benefit"):
        name = amount.removeprefix("benefit.")
        return step == name or (amount == "benefit_total" and ("." in step or step == "scholarship"))
    if amount.startswith(("monthly", "grand")):
        return step.partition(".")[2] in ("", "worker", "employer", "government") and step != "scholarship"
    return step.partition(".")[0] == amount.partition(".")[0] and not step.endswith(("death", "funeral", "periodic"))


def _quantity(name: str, value: str, unit: str, fact: str) -> Figure:
    if unit == "rupiah":
        return Figure(name, int(value), "money", (fact,))
    if unit == "percent":
        return Figure(name, Decimal(value) / 100, "rate", (fact,))
    return Figure(name, Decimal(value) if "." in value else int(value), "decimal" if "." in value else "number", (fact,))


def _in_schedule(entry: Any, parts: Sequence[str]) -> Any:
    if isinstance(entry, law.Optional):
        if parts == ["extension"]:
            return entry.extension
        option = next((o for o in entry.options if [o.placement, str(o.contract)] == list(parts[:2])), None)
        return option and getattr(option, parts[2] if len(parts) > 2 else "amount")
    if parts[0] in ("ceiling", "floor", "growth"):
        return getattr(entry, parts[0], None)
    if isinstance(entry, law.Sliced):
        return next(iter(entry.slices[int(parts[0])].shares.values())) if parts[0].isdigit() else None
    if parts[0].isdigit():
        found = next((c for c in entry.classes if c.risk == parts[0]), None)
        return found and found.shares.get(parts[1])
    return entry.shares.get(parts[0])


def _in_payout(entry: Any, parts: Sequence[str]) -> Any:
    part = parts[0] if parts else ""
    if isinstance(entry, law.Amount):
        return {"": entry.amount * entry.count, "amount": entry.amount, "count": entry.count}.get(part)
    if isinstance(entry, law.ByPhase):
        return next((p.amount for p in entry.phases if p.phase == part), None)
    if isinstance(entry, law.Staged):
        if part.isdigit() and int(part) < len(entry.stages):
            return getattr(entry.stages[int(part)], parts[1] if len(parts) > 1 else "rate")
        return entry.ceiling if part in ("", "ceiling") else None
    if isinstance(entry, law.Table):
        row = next((r for r in entry.rows if r.stage == part), None)
        if row:
            return {"years": row.years, "total": row.per_year * row.years}.get((*parts, "")[1], row.per_year)
        whole = sum(r.per_year * r.years for r in entry.rows)
        return {"": whole * entry.children, "child": whole, "children": entry.children}.get(part)
    if isinstance(entry, law.Limit):
        return entry.limit if not part else None
    return getattr(entry, part or "rate", None)


def _in_bands(entry: law.Bands, part: str) -> int | None:
    if part == "lowest":
        return entry.rows[0].base
    if part == "highest":
        return entry.rows[-1].base
    row, _, what = part.partition(".")
    if row.isdigit() and int(row) < len(entry.rows):
        return getattr(entry.rows[int(row)], what or "base")
    return None
