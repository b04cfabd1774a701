"""Every figure that a page may show, by its id, with where it comes from and when it changes.

Ids: `schedules.<id>.<party>` (also `.ceiling`, `.<risk>.<party>`, `.<placement>.<months>`, `.extension`;
the value that began on a day: `schedules.<id>@<day>.<party>`),
`benefits.<id>` (also `.rate`, `.minimum`, …), `reliefs.<id>.first|last|factor`, `bands.<id>.lowest`,
`pension-age`, `taxes.<id>.<n>`, `limits.<id>`, `coverage.<id>`,
`<collection>.<id>.<quantity>`, `estimates.<id>.<amount>`
and, for any question at all, `estimate:<name=value&…>:<amount>`; `difference:<question>:<question>:<amount>`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import parse_qsl

from guide.figures.conditions import Condition, conditions_of, is_amount, of_event
from guide.figures.estimated import Estimated
from guide.figures.figure import Figure, UnknownFigure
from guide.figures.lookup import in_bands, in_payout, in_schedule
from guide.facts.facts import Facts
from guide.facts.model import law
from guide.facts.model.record import Dated
from guide.law.compile import compile_rules
from guide.law.timeline import in_force, month_of, months_after

__all__ = ["Figure", "Figures", "UnknownFigure"]


class Figures:
    """All figures of `facts` on a day. Nothing is computed before it is asked for."""

    def __init__(self, facts: Facts, today: datetime.date):
        self.facts, self.today, self.month, self.day = facts, today, month_of(today), today.isoformat()
        self.rules = compile_rules(facts)
        self.estimated = Estimated(self.rules, today)
        self.get = lru_cache(maxsize=None)(self._get)

    @property
    def boundaries(self) -> list[str]:
        """The months ahead in which some figure may change."""
        return self.estimated.boundaries

    def _get(self, name: str) -> Figure:
        """Return the figure of that id. Raises UnknownFigure."""
        if name.startswith("estimate:"):
            _, question, amount = name.split(":")
            return self._with_conditions(self.estimated.figure(name, dict(parse_qsl(question)), amount))
        if name.startswith("difference:"):
            _, before, after, amount = name.split(":")
            return difference(name, *(self.get(f"estimate:{question}:{amount}") for question in (before, after)))
        collection, _, rest = name.partition(".")
        reader: Callable[[str, str], Figure] | None = {
            "schedules": self._schedule,
            "benefits": self._benefit,
            "reliefs": self._relief,
            "bands": self._bands,
            "taxes": self._tax,
            "limits": self._limit,
            "coverage": self._coverage,
            "estimates": self._named,
            "pension-age": self._age,
        }.get(collection)
        figure = reader(name, rest) if reader else None
        figure = figure or self._quantity(name, collection, rest)
        if figure is None:
            raise UnknownFigure(name)
        return self._with_conditions(figure)

    def relieved(self, name: str) -> bool:
        """Whether a relief of any time, past or to come, lowers a figure that follows the day."""
        inputs, amount = self._question(name)
        return bool(inputs) and self.estimated.relieved(inputs, amount)

    def ever_asked(self, name: str) -> set[Condition]:
        """Return what the law of some day, past or to come, asks to be paid before an amount, whatever the event."""
        return {replace(one, events=()) for one in self._conditions(self.get(name), always=True)}

    def name_in(self, owner: str, name: str) -> str:
        """Return the full id of a figure as a text of `owner` names it: its own quantities come first."""
        own = f"{owner}.{name}"
        return own if owner and "." not in name and self._quantity(own, *own.split(".", 1)) else name

    # what must have been paid before

    def _with_conditions(self, figure: Figure) -> Figure:
        return replace(figure, conditions=self._conditions(figure))

    def _conditions(self, figure: Figure, *, always: bool = False) -> tuple[Condition, ...]:
        """Return the waiting conditions of the values behind an amount; `always`: of those of other days, too."""
        found: list[Condition] = []
        for fact in figure.facts:
            owner, _, _ = fact.partition("@")
            collection, _, benefit_id = owner.partition(".")
            benefit = self.facts.by_id["benefits"].get(benefit_id) if collection == "benefits" else None
            if benefit and is_amount(figure.id, benefit):
                for entry in benefit.entries if always else (self.fact(fact),):
                    found += conditions_of(benefit, entry, self._windows)
        inputs, _ = self._question(figure.id)
        if inputs:
            own = [condition for condition in found if inputs["segment"] in condition.segments]
            return tuple(of_event(own, inputs.get("event", "")))
        return tuple(found)

    def conditions(self, entry: Any) -> tuple[Condition, ...]:
        """Return the waiting conditions of one dated value; none of what is no benefit's."""
        if not isinstance(entry, law.Payout):
            return ()
        benefit = next(benefit for benefit in self.facts.benefits if any(entry is one for one in benefit.entries))
        return conditions_of(benefit, entry, self._windows)

    def _question(self, name: str) -> tuple[Mapping[str, str], str]:
        """Return the inputs and the amount of a figure that the estimator works out; no inputs of any other."""
        if name.startswith("estimate:"):
            _, question, amount = name.split(":")
            return dict(parse_qsl(question)), amount
        collection, _, rest = name.partition(".")
        found = self._estimate(rest) if collection == "estimates" else None
        return (found.inputs, rest[len(found.id) + 1 :]) if found else ({}, "")

    @cached_property
    def _windows(self) -> dict[str, int]:
        """Months in which conditions must be met, by the id of their limit."""
        return {limit.id: self.get(f"limits.{limit.id}").value for limit in self.facts.limits}  # type: ignore[misc]

    # what the law says

    def _of(self, name: str, owner: str, entries: Sequence[Any], read: Callable[[Any], Any], kind: str) -> Figure:
        """Return a value of the entry in force, with the next known one."""
        now = in_force(entries, self.month, self.day)
        if now is None or (value := read(now)) is None:
            return Figure(name, None, kind, ())
        figure = Figure(name, value, kind, (f"{owner}@{now.effective}",))
        later = [e for e in entries if e.month > self.month and in_force([e], e.month, self.day)]
        if later and (then := read(later[0])) not in (None, value):
            return replace(figure, until=months_after(later[0].month, -1), then=then)
        return figure

    def _schedule(self, name: str, rest: str) -> Figure | None:
        schedule_id, *parts = rest.split(".")
        schedule_id, _, day = schedule_id.partition("@")
        schedule = self.facts.by_id["schedules"].get(schedule_id)
        if schedule is None or not parts:
            return None
        kind = (
            "money"
            if parts[-1] in ("ceiling", "floor", "extension") or schedule.entries[-1].kind in ("flat", "options")
            else "rate"
        )
        if day:
            past = next((e for e in schedule.entries if e.effective == day), None)
            return past and Figure(name, in_schedule(past, parts), kind, (f"schedules.{schedule_id}@{day}",))
        return self._of(name, f"schedules.{schedule_id}", schedule.entries, lambda e: in_schedule(e, parts), kind)

    def _benefit(self, name: str, rest: str) -> Figure | None:
        benefit = next((b for b in self.facts.benefits if rest == b.id or rest.startswith(b.id + ".")), None)
        if benefit is None:
            return None
        parts = rest[len(benefit.id) + 1 :].split(".") if rest != benefit.id else []
        last = benefit.entries[-1]
        kind = (
            "rate" if (parts and parts[-1] == "rate") or (not parts and last.kind in ("rate", "accrual")) else "money"
        )
        if parts and parts[-1] in ("count", "times", "months", "children", "years", "waiting"):
            kind = "number"
        figure = self._of(name, f"benefits.{benefit.id}", benefit.entries, lambda e: in_payout(e, parts), kind)
        if figure.value is None and all(in_payout(e, parts) is None for e in benefit.entries):
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
        return self._of(name, f"bands.{table_id}", table.entries, lambda e: in_bands(e, part), "money")

    def _age(self, name: str, _: str) -> Figure:
        return self._of(name, "pension-age", self.facts.pension_age, lambda e: e.age, "number")

    def _limit(self, name: str, rest: str) -> Figure | None:
        limit = self.facts.by_id["limits"].get(rest)
        return limit and self._of(name, f"limits.{rest}", limit.entries, lambda e: e.value, "number")

    def _tax(self, name: str, rest: str) -> Figure | None:
        tax_id, part, number = (*rest.split("."), "", "")[:3]
        tax = self.facts.by_id["taxes"].get(tax_id)
        if tax is None or part not in ("above", "rate"):
            return None
        return self._of(
            name,
            f"taxes.{tax_id}",
            tax.entries,
            lambda e: getattr(e.slices[int(number)], part),
            "rate" if part == "rate" else "money",
        )

    def _named(self, name: str, rest: str) -> Figure | None:
        found = self._estimate(rest)
        return found and self.estimated.figure(name, found.inputs, rest[len(found.id) + 1 :])

    def _estimate(self, rest: str) -> Any:
        return next((e for e in self.facts.estimates if rest.startswith(e.id + ".")), None)

    # what others published

    def _coverage(self, name: str, rest: str) -> Figure | None:
        record = self.facts.by_id["coverage"].get(rest)
        return record and _quantity(name, record.value, record.unit, f"coverage.{record.id}")

    def _quantity(self, name: str, collection: str, rest: str) -> Figure | None:
        record_id, _, quantity_id = rest.rpartition(".")
        record = self.facts.by_id.get(collection, {}).get(record_id)
        fields = vars(record) if record else {}
        quantities = [*fields.get("quantities", ())]
        for arrangement in fields.get("arrangements", ()):
            quantities += arrangement.quantities
        found = next((q for q in quantities if q.id == quantity_id), None)
        return found and _quantity(name, found.value, found.unit, self._dated(collection, record))

    def _dated(self, collection: str, record: Any) -> str:
        """Return the fact id behind a record's own numbers: its entry in force where it has a history."""
        history = vars(record).get("entries") or vars(record).get("mandatory", ())
        entry = in_force(history, self.month, self.day) or (history[-1] if history else None)
        return f"{collection}.{record.id}@{entry.effective}" if entry else f"{collection}.{record.id}"

    # where it comes from

    def resting(self, name: str) -> str:
        """Return the fact id of what a page rests on: of a history, its entry in force. Raises UnknownFigure."""
        collection, _, record_id = name.partition(".")
        record = self.facts.by_id.get(collection, {}).get(record_id)
        if record is None:
            raise UnknownFigure(name)
        return self._dated(collection, record)

    def fact(self, name: str) -> Any:
        """Return the record behind a fact id such as `schedules.bpu-jkk@2015-07-01` or `coverage.ntt-2026-01`."""
        owner, _, effective = name.partition("@")
        if not effective:
            collection, _, record_id = owner.partition(".")
            return self.facts.by_id[collection][record_id]
        return next(entry for entry in self._entries(owner) if entry.effective == effective)

    def history(self, name: str) -> list[Dated]:
        """Every value known today that the one behind a fact id follows or is followed by, the newest first."""
        owner, _, effective = name.partition("@")
        known = self.today.isoformat()
        return [e for e in reversed(self._entries(owner)) if e.known <= known] if effective else []

    def _entries(self, owner: str) -> Sequence[Dated]:
        """All dated values of an owner such as `schedules.bpu-jkk`."""
        collection, _, record_id = owner.partition(".")
        if collection == "pension-age":
            return self.facts.pension_age
        record = self.facts.by_id[collection][record_id]
        return record.mandatory if collection == "segments" else record.entries


@lru_cache(maxsize=1)
def figures_on(facts: Facts, today: datetime.date) -> Figures:
    """Return the figures of `facts` on a day, made once: checks and pages ask for the same."""
    return Figures(facts, today)


def difference(name: str, before: Figure, after: Figure) -> Figure:
    """How far apart two amounts are, in rupiah; None where one of them is not covered."""
    facts = tuple(dict.fromkeys((*before.facts, *after.facts)))
    conditions = tuple(dict.fromkeys((*before.conditions, *after.conditions)))
    if not (isinstance(before.value, int) and isinstance(after.value, int)):
        return Figure(name, None, "money", ())
    return Figure(name, abs(after.value - before.value), "money", facts, conditions=conditions)


def _quantity(name: str, value: str, unit: str, fact: str) -> Figure:
    if unit == "rupiah":
        return Figure(name, int(value), "money", (fact,))
    if unit == "percent":
        return Figure(name, Decimal(value) / 100, "rate", (fact,))
    return Figure(
        name, Decimal(value) if "." in value else int(value), "decimal" if "." in value else "number", (fact,)
    )
