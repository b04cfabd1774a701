"""Waiting conditions behind a figure: contribution months that must have been paid before a benefit is paid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from guide.facts.model import law

_NO_AMOUNT = ("count", "times", "months", "children", "years", "waiting", "ceiling", "inflation")
"""Last parts of the ids of a benefit's figures that are no amount, and so have no condition."""


@dataclass(frozen=True)
class Condition:
    """Contribution `months` that `segments` must have paid, of all `receivers` of the benefit.

    `events`: those that ask for the months, where the figure may also be about one that does not.
    `in_a_row`: without a gap. `within`: months in which they must lie; 0: no matter when.
    """

    segments: tuple[str, ...]
    receivers: tuple[str, ...]
    events: tuple[str, ...]
    months: int
    in_a_row: bool = False
    within: int = 0

    def holds_for(self, readers: frozenset[str]) -> bool:
        """Return whether some of these segments wait; what all receivers wait for, everybody does."""
        return bool(readers & {*self.segments}) or {*self.receivers} <= {*self.segments}


def is_amount(name: str, benefit: law.Benefit) -> bool:
    """Return whether the figure with this id is an amount or a rate that the benefit pays out."""
    part = name.rpartition(".")[2]
    return part not in _NO_AMOUNT and part not in {quantity.id for quantity in benefit.quantities}


def conditions_of(benefit: law.Benefit, entry: law.Payout, windows: Mapping[str, int]) -> tuple[Condition, ...]:
    """Return the conditions of a dated value of a benefit. `windows`: months by the id of their limit."""
    conditions = [
        Condition(
            rule.segments,
            benefit.segments,
            rule.events if set(benefit.events) - set(rule.events) else (),
            rule.months,
            rule.in_a_row,
            windows.get(rule.within or "", 0),
        )
        for rule in entry.waiting
    ]
    if isinstance(entry, law.Accrual):
        conditions.append(Condition(benefit.segments, benefit.segments, (), entry.months))
    return tuple(conditions)


def of_event(conditions: Iterable[Condition], event: str) -> tuple[Condition, ...]:
    """Return the conditions of one event, as they are said where it is named."""
    return tuple(replace(one, events=()) for one in conditions if not one.events or event in one.events)
