"""The inputs of one question, read and complete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guide.estimator.inputs.schema import UNKNOWN, Value
from guide.estimator.inputs.tables import CHOICES, DEFAULTS, UNCERTAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """One question. An input that it does not have is 0, empty or, where none is a value of its own, None.

    Complete but for `programs`, which the law of the month may decide (None). `values`: what is echoed; an input that
    is `unknown` there has its default as attribute. `given`: the names of the inputs that were written.
    """

    segment: str
    month: str
    income: int = 0
    programs: tuple[str, ...] | None = None
    risk: str = ""
    size: str = ""
    sector: str = ""
    payer: str = ""
    age: int | None = None
    placement: str = ""
    contract: int = 0
    phase: str = ""
    people: int = 1
    months: int = 0
    event: str = ""
    paid_months: int | None = None
    sick_months: int | None = None
    average_wage: int = 0
    children: tuple[str, ...] = ()
    values: Mapping[str, Value]
    given: frozenset[str]

    def meanings(self) -> list[Inputs]:
        """Return what the question may mean: one question for each choice of each input that is unknown."""
        meanings = [self.values]
        for name in UNCERTAIN:
            if self.values.get(name) == UNKNOWN:
                choices = [choice for choice in CHOICES[name] if choice != UNKNOWN]
                meanings = [{**values, name: choice} for values in meanings for choice in choices]
        return [inputs_of(values, self.given) for values in meanings]


def inputs_of(values: Mapping[str, Value], given: frozenset[str]) -> Inputs:
    """Return the question of complete values; what is unknown counts as its default."""
    attributes = values
    if UNKNOWN in values.values():
        usual = DEFAULTS[str(values["segment"])]
        attributes = {**values, **{name: usual[name] for name in UNCERTAIN if values.get(name) == UNKNOWN}}
    return Inputs(**attributes, values=values, given=given)  # type: ignore[arg-type]  # each was read by its kind
