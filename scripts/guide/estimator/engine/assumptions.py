"""What an answer takes for granted: the inputs that were left out, and what an unknown input may change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from guide.estimator.engine.context import Question
from guide.estimator.engine.programs import answering, is_covered
from guide.estimator.engine.result import Assumption
from guide.estimator.inputs import ASSUMED_OF, LOW_INCOME, OF_EVENT


def assumptions_of(question: Question, programs: tuple[str, ...]) -> list[Assumption]:
    """Return every input that was left out and whose default counts, in the order of `inputs.schema.ASSUMED`.

    Last `income`, where one below LOW_INCOME was taken as a month's.
    """
    inputs, memo = question.inputs, question.memo.assumed
    key = (inputs.segment, inputs.event, inputs.month, inputs.size, inputs.given, programs)
    if key not in memo:
        memo[key] = [name for name in ASSUMED_OF[inputs.segment] if _is_assumed(question, name, programs)]
    assumptions = [Assumption(name, programs if name == "programs" else inputs.values.get(name)) for name in memo[key]]
    if inputs.months and inputs.income < LOW_INCOME:
        assumptions.append(Assumption("income", inputs.income))
    return assumptions


def _is_assumed(question: Question, name: str, programs: Collection[str]) -> bool:
    inputs = question.inputs
    if name in inputs.given or (name in OF_EVENT and inputs.event not in OF_EVENT[name]):
        return False
    if name in _WHERE:
        return is_covered(question, programs) and _WHERE[name](question)
    return True


def waits(question: Question) -> bool:
    """Return whether a benefit of the event needs months that were paid before."""
    inputs = question.inputs
    return any(
        inputs.segment in segments and inputs.event in events
        for benefit in answering(question)
        for segments, events, _ in question.in_force(benefit.entries, inputs.month).waiting
    )


def _schools(question: Question) -> bool:
    return any(benefit.id == "scholarship" for benefit in answering(question))


_WHERE: Mapping[str, Callable[[Question], bool]] = {"paid_months": waits, "children": _schools}
"""Inputs whose default is an assumption only where a benefit depends on them."""


def range_of(default: Mapping[str, int], others: Sequence[Mapping[str, int]]) -> dict[str, list[int]]:
    """Return least and most, in rupiah, of every amount that differs; an amount that one lacks is 0 there."""
    every = [default, *others]
    names = dict.fromkeys(name for amounts in every for name in amounts)
    spans = {name: sorted({amounts.get(name, 0) for amounts in every}) for name in names}
    return {name: [values[0], values[-1]] for name, values in spans.items() if len(values) > 1}
