"""What an answer takes for granted: the inputs that were left out, and what an unknown input may change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from guide.estimator.engine.programs import answering, is_covered
from guide.estimator.engine.context import Question
from guide.estimator.engine.result import Assumption
from guide.estimator.inputs import ASSUMED_OF, LOW_INCOME, OF_EVENT


def assumptions_of(asked: Question, programs: tuple[str, ...]) -> list[Assumption]:
    """Return every input that was left out and whose default counts, in the order of `guide.inputs.ASSUMED`.

    Last `income`, where one below LOW_INCOME was taken as a month's.
    """
    inputs = asked.inputs
    key = ("assumed", inputs.segment, inputs.event, inputs.month, inputs.size, inputs.given, programs)
    if key not in asked.memo:
        asked.memo[key] = [name for name in ASSUMED_OF[inputs.segment] if _is_assumed(asked, name, programs)]
    found = [Assumption(n, programs if n == "programs" else inputs.values.get(n)) for n in asked.memo[key]]
    if inputs.months and inputs.income < LOW_INCOME:
        found.append(Assumption("income", inputs.income))
    return found


def _is_assumed(asked: Question, name: str, programs: Collection[str]) -> bool:
    inputs = asked.inputs
    if name in inputs.given or (name in OF_EVENT and inputs.event not in OF_EVENT[name]):
        return False
    if name in _WHERE:
        return is_covered(asked, programs) and _WHERE[name](asked)
    return True


def waits(asked: Question) -> bool:
    """Return whether a benefit of the event needs months that were paid before."""
    inputs = asked.inputs
    return any(
        inputs.segment in segments and inputs.event in events
        for benefit in answering(asked)
        for segments, events, _ in asked.in_force(benefit["entries"], inputs.month)["waiting"]
    )


def _schools(asked: Question) -> bool:
    return any(benefit["id"] == "scholarship" for benefit in answering(asked))


_WHERE: Mapping[str, Callable[[Question], bool]] = {"paid_months": waits, "children": _schools}
"""Inputs whose default is an assumption only where a benefit depends on them."""


def range_of(default: Mapping[str, int], others: Sequence[Mapping[str, Any]]) -> dict[str, list[int]]:
    """Return least and most, in rupiah, of every amount that differs; an amount that one lacks is 0 there."""
    every = [default, *others]
    names = dict.fromkeys(name for amounts in every for name in amounts)
    spans = {name: sorted({amounts.get(name, 0) for amounts in every}) for name in names}
    return {name: [values[0], values[-1]] for name, values in spans.items() if len(values) > 1}
