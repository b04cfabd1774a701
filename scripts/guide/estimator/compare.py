"""The same question in two months: what differs, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.estimator.engine import Estimate, Step
from guide.estimator.inputs import Value
from guide.law.timeline import months_after


class Reason(NamedTuple):
    """Why an amount differs: the name of a sentence and what fills its gaps."""

    id: str
    values: Mapping[str, Value]


def differences(now: Estimate, then: Estimate) -> dict[str, int]:
    """Return then minus now, in rupiah, of every amount that differs; one that a side lacks counts as zero there."""
    before, after = now.amounts(), then.amounts()
    names = [*before, *(name for name in after if name not in before)]
    changes = {name: after.get(name, 0) - before.get(name, 0) for name in names}
    return {name: difference for name, difference in changes.items() if difference}


def reasons(one: Estimate, other: Estimate) -> list[Reason]:
    """Return what changed in the law between the two months, in the order of the steps, each once."""
    earlier, later = sorted((one, other), key=lambda answer: str(answer.inputs["month"]))
    reasons: list[Reason] = []
    after = {step.id: step for step in later.steps}
    for step in earlier.steps:
        reasons.extend(_changed(step, after.pop(step.id)) if step.id in after else [_alone(step)])
    reasons.extend(_alone(step) for step in after.values())
    return [reason for i, reason in enumerate(reasons) if reason not in reasons[:i]]


def _changed(before: Step, after: Step) -> Iterator[Reason]:
    name, old, new = _name(before), before.relieved_by, after.relieved_by
    if old and (not new or new.factor != old.factor):
        month = months_after(old.last, 1)
        yield Reason("relief-ended", {"program": name, "month": month, "citation": old.cite})
    if new and (not old or new.factor != old.factor):
        yield Reason("relief-began", {"program": name, "month": new.first, "citation": new.cite})
    if before.entry.effective != after.entry.effective:
        law = after.entry
        yield Reason("law-changed", {"program": name, "effective": law.effective, "citation": law.cite})


def _alone(step: Step) -> Reason:
    return Reason("one-month-only", {"program": _name(step)})


def _name(step: Step) -> str:
    return step.id.partition(".")[0].upper()
