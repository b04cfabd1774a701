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
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from urllib.parse import parse_qsl

from guide.facts.facts import Facts
from guide.facts.model import law
from guide.facts.model.record import Model
from guide.facts.model.site import NamedEstimate
from guide.figures.conditions import Condition, conditions_of, is_amount, of_event
from guide.figures.estimated import Estimated
from guide.figures.figure import Figure, UnknownFigure
from guide.figures.law_figures import LawFigures
from guide.law.compile import compile_rules

__all__ = ["Figure", "Figures", "UnknownFigure"]


class Figures(LawFigures):
    """All figures of `facts` on a day. Nothing is computed before it is asked for."""

    def __init__(self, facts: Facts, today: datetime.date):
        super().__init__(facts, today)
        self.rules = compile_rules(facts)
        self.estimated = Estimated(self.rules, today)
        self.get = lru_cache(maxsize=None)(self._get)

    @property
    def boundaries(self) -> list[str]:
        """The months ahead in which some figure may change."""
        return self.estimated.boundaries

    @cached_property
    def _readers(self) -> Mapping[str, Callable[[str, str], Figure | None]]:
        """Readers of figures by their collection."""
        return {
            "schedules": self.schedule,
            "benefits": self.benefit,
            "reliefs": self.relief,
            "bands": self.bands,
            "taxes": self.tax,
            "limits": self.limit,
            "coverage": self.coverage,
            "estimates": self._named,
            "pension-age": self.age,
        }

    def _get(self, name: str) -> Figure:
        """Return the figure of that id. Raises UnknownFigure."""
        match name.split(":"):
            case ["estimate", question, amount]:
                return self._with_conditions(self.estimated.figure(name, dict(parse_qsl(question)), amount))
            case ["difference", before, after, amount]:
                return difference(name, *(self.get(f"estimate:{question}:{amount}") for question in (before, after)))
        collection, _, rest = name.partition(".")
        reader = self._readers.get(collection)
        figure = reader(name, rest) if reader else None
        figure = figure or self.quantity(name, collection, rest)
        if figure is None:
            raise UnknownFigure(name)
        return self._with_conditions(figure)

    def relieved(self, name: str) -> bool:
        """Return whether a relief of any time, past or to come, lowers a figure that follows the day."""
        inputs, amount = self._question(name)
        return bool(inputs) and self.estimated.relieved(inputs, amount)

    def ever_asked(self, name: str) -> set[Condition]:
        """Return what the law of some day, past or to come, asks to be paid before an amount, whatever the event."""
        return {replace(condition, events=()) for condition in self._conditions(self.get(name), always=True)}

    def name_in(self, owner: str, name: str) -> str:
        """Return the full id of a figure as a text of `owner` names it: its own quantities come first."""
        own = f"{owner}.{name}"
        return own if owner and "." not in name and self.quantity(own, *own.split(".", 1)) else name

    # what must have been paid before

    def _with_conditions(self, figure: Figure) -> Figure:
        return replace(figure, conditions=self._conditions(figure))

    def _conditions(self, figure: Figure, *, always: bool = False) -> tuple[Condition, ...]:
        """Return the waiting conditions of the values behind an amount; `always`: of those of other days, too."""
        conditions: list[Condition] = []
        for fact in figure.facts:
            owner, _, effective = fact.partition("@")
            collection, _, benefit_id = owner.partition(".")
            benefit: law.Benefit | None = None
            if collection == "benefits":
                benefit = self.facts.by_id["benefits"].get(benefit_id)
            if benefit and is_amount(figure.id, benefit):
                for entry in benefit.entries:
                    if always or entry.effective == effective:
                        conditions += conditions_of(benefit, entry, self._windows)
        inputs, _ = self._question(figure.id)
        if inputs:
            own = [condition for condition in conditions if inputs["segment"] in condition.segments]
            return tuple(of_event(own, inputs.get("event", "")))
        return tuple(conditions)

    def conditions(self, entry: Model) -> tuple[Condition, ...]:
        """Return the waiting conditions of one dated value; none of what is no benefit's."""
        if not isinstance(entry, law.Payout):
            return ()
        benefits = (benefit for benefit in self.facts.benefits if any(entry is each for each in benefit.entries))
        return conditions_of(next(benefits), entry, self._windows)

    def _question(self, name: str) -> tuple[Mapping[str, str], str]:
        """Return the inputs and the amount of a figure that the estimator works out; no inputs of any other."""
        if name.startswith("estimate:"):
            _, question, amount = name.split(":")
            return dict(parse_qsl(question)), amount
        collection, _, rest = name.partition(".")
        estimate = self._estimate(rest) if collection == "estimates" else None
        return (estimate.inputs, rest[len(estimate.id) + 1 :]) if estimate else ({}, "")

    @cached_property
    def _windows(self) -> dict[str, int]:
        """Months in which conditions must be met, by the id of their limit."""
        limits = {limit.id: self.get(f"limits.{limit.id}").whole for limit in self.facts.limits}
        return {name: months for name, months in limits.items() if months is not None}

    # what the estimator works out

    def _named(self, name: str, rest: str) -> Figure | None:
        estimate = self._estimate(rest)
        if estimate is None:
            return None
        return self.estimated.figure(name, estimate.inputs, rest[len(estimate.id) + 1 :])

    def _estimate(self, rest: str) -> NamedEstimate | None:
        return next((estimate for estimate in self.facts.estimates if rest.startswith(f"{estimate.id}.")), None)


@lru_cache(maxsize=1)
def figures_on(facts: Facts, today: datetime.date) -> Figures:
    """Return the figures of `facts` on a day, made once: checks and pages ask for the same."""
    return Figures(facts, today)


def difference(name: str, before: Figure, after: Figure) -> Figure:
    """Return how far apart two amounts are, in rupiah; None where one of them is not covered."""
    facts = tuple(dict.fromkeys((*before.facts, *after.facts)))
    conditions = tuple(dict.fromkeys((*before.conditions, *after.conditions)))
    if not (isinstance(before.value, int) and isinstance(after.value, int)):
        return Figure(name, None, "money", ())
    return Figure(name, abs(after.value - before.value), "money", facts, conditions=conditions)
