"""Figures that the law or a publication says, read from the facts by their ids (see `registry`)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from guide.facts.model import law
from guide.facts.model.record import Dated, Model, Quantity
from guide.figures.dated_facts import DatedFacts
from guide.figures.figure import Amount, Figure, fits
from guide.figures.lookup import in_bands, in_payout, in_schedule
from guide.law.timeline import in_force, months_after

Entry = TypeVar("Entry", bound=Dated)
COUNTS = ("count", "times", "months", "children", "years", "waiting")
"""Last parts of ids of a benefit's figures that are numbers."""


class LawFigures(DatedFacts):
    """Figures of schedules, benefits, reliefs, bands, taxes and limits; of coverage; of quantities in texts.

    Each method takes the whole id, and the id after the collection; each returns None where no fact has it.
    """

    def value(
        self, name: str, owner: str, entries: Sequence[Entry], read: Callable[[Entry], Amount], kind: str
    ) -> Figure | None:
        """Return a value of the entry in force, with the next known one; None where no entry has one of that kind."""
        values = [(entry, value) for entry in entries if fits(kind, value := read(entry))]
        now = in_force(entries, self.month, self.day)
        value = next((value for entry, value in values if entry is now), None)
        if now is None or value is None:
            return Figure(name, None, kind, ()) if values else None
        figure = Figure(name, value, kind, (f"{owner}@{now.effective}",))
        later = [entry for entry in entries if entry.month > self.month and in_force([entry], entry.month, self.day)]
        then = next((then for entry, then in values if entry is later[0]), None) if later else None
        if then not in (None, value):
            return replace(figure, until=months_after(later[0].month, -1), then=then)
        return figure

    def schedule(self, name: str, rest: str) -> Figure | None:
        """Return a figure of a schedule; `<id>@<day>` names the value that began on a day."""
        schedule_id, *parts = rest.split(".")
        schedule_id, _, day = schedule_id.partition("@")
        schedule: law.Schedule | None = self.facts.by_id["schedules"].get(schedule_id)
        if schedule is None or not parts:
            return None
        amounts = schedule.entries[-1].kind in ("flat", "options") or parts[-1] in ("ceiling", "floor", "extension")
        kind = "money" if amounts else "rate"
        if day:
            entries = (entry for entry in schedule.entries if entry.effective == day)
            fact = f"schedules.{schedule_id}@{day}"
            values = (value for entry in entries if fits(kind, value := in_schedule(entry, parts)))
            return next((Figure(name, value, kind, (fact,)) for value in values), None)
        return self.value(
            name, f"schedules.{schedule_id}", schedule.entries, lambda entry: in_schedule(entry, parts), kind
        )

    def benefit(self, name: str, rest: str) -> Figure | None:
        """Return a figure of a benefit."""
        benefits: Sequence[law.Benefit] = self.facts.benefits
        benefit = next((each for each in benefits if rest == each.id or rest.startswith(f"{each.id}.")), None)
        if benefit is None:
            return None
        parts = rest[len(benefit.id) + 1 :].split(".") if rest != benefit.id else []
        return self.value(
            name,
            f"benefits.{benefit.id}",
            benefit.entries,
            lambda entry: in_payout(entry, parts),
            _kind_of(benefit, parts),
        )

    def relief(self, name: str, rest: str) -> Figure | None:
        """Return the first or last month of a relief, or the part that remains due."""
        relief_id, _, part = rest.rpartition(".")
        relief: law.Relief | None = self.facts.by_id["reliefs"].get(relief_id)
        if relief is None or part not in ("first", "last", "factor"):
            return None
        values: dict[str, Amount] = {"first": relief.first, "last": relief.last, "factor": relief.factor}
        value = values[part]
        return Figure(name, value, "rate" if part == "factor" else "month", (f"reliefs.{relief.id}",))

    def bands(self, name: str, rest: str) -> Figure | None:
        """Return a figure of a table of income bands."""
        table_id, *parts = rest.split(".")
        table: law.BandTable | None = self.facts.by_id["bands"].get(table_id)
        if table is None:
            return None
        return self.value(name, f"bands.{table_id}", table.entries, lambda entry: in_bands(entry, parts), "money")

    def age(self, name: str, _: str) -> Figure | None:
        """Return the pension age."""
        if name != "pension-age":
            return None
        steps: Sequence[law.AgeStep] = self.facts.pension_age
        return self.value(name, "pension-age", steps, lambda step: step.age, "number")

    def limit(self, name: str, rest: str) -> Figure | None:
        """Return a limit of the law."""
        limit: law.LimitRule | None = self.facts.by_id["limits"].get(rest)
        if limit is None:
            return None
        return self.value(name, f"limits.{rest}", limit.entries, lambda step: step.value, "number")

    def tax(self, name: str, rest: str) -> Figure | None:
        """Return the limit (`above`) or rate of a slice of a tax."""
        tax_id, part, number = (*rest.split(".", 2), "", "")[:3]
        tax: law.TaxRule | None = self.facts.by_id["taxes"].get(tax_id)
        if tax is None or part not in ("above", "rate"):
            return None

        def read(entry: law.Tax) -> Amount:
            slices = (each for place, each in enumerate(entry.slices) if str(place) == number)
            return next((each.rate if part == "rate" else each.above for each in slices), None)

        return self.value(name, f"taxes.{tax_id}", tax.entries, read, "rate" if part == "rate" else "money")

    def coverage(self, name: str, rest: str) -> Figure | None:
        """Return a figure that somebody published."""
        record = self.facts.by_id["coverage"].get(rest)
        return _quantity(name, record.value, record.unit, f"coverage.{record.id}") if record else None

    def quantity(self, name: str, collection: str, rest: str) -> Figure | None:
        """Return a number in a text of a record, or of an arrangement of it."""
        record_id, _, quantity_id = rest.rpartition(".")
        record: Model | None = self.facts.by_id.get(collection, {}).get(record_id)
        if record is None:
            return None
        fields = vars(record)
        quantities: list[Quantity] = [*fields.get("quantities", ())]
        for arrangement in fields.get("arrangements", ()):
            quantities += arrangement.quantities
        number = next((quantity for quantity in quantities if quantity.id == quantity_id), None)
        return _quantity(name, number.value, number.unit, self.dated(collection, record)) if number else None


def _kind_of(benefit: law.Benefit, parts: Sequence[str]) -> str:
    if parts and parts[-1] in COUNTS:
        return "number"
    rate = parts[-1] == "rate" if parts else benefit.entries[-1].kind in ("rate", "accrual")
    return "rate" if rate else "money"


def _quantity(name: str, value: str, unit: str, fact: str) -> Figure:
    if unit == "rupiah":
        return Figure(name, int(value), "money", (fact,))
    if unit == "percent":
        return Figure(name, Decimal(value) / 100, "rate", (fact,))
    if "." in value:
        return Figure(name, Decimal(value), "decimal", (fact,))
    return Figure(name, int(value), "number", (fact,))
