"""Programs of a question: those asked for, else the mandatory ones, and what an event adds to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from guide.estimator.engine.context import Question
from guide.estimator.inputs import PROGRAMS
from guide.law.benefit_rules import BenefitRule
from guide.law.timeline import in_force

EVENT_PROGRAM = {
    "work-death": "jkk",
    "work-disability": "jkk",
    "work-sick": "jkk",
    "death": "jkm",
    "layoff": "jkp",
    "retirement": "jp",
}
"""The program that answers for an event."""


def programs_of(question: Question) -> tuple[str, ...]:
    """Return the programs asked for, else those mandatory in the month; a package comes whole.

    The program of the event is added where the law gives it to whoever has the others (JKP: PP 6/2025 Ps 4(3)).
    """
    inputs, memo = question.inputs, question.memo.programs
    key = (inputs.segment, inputs.month, inputs.size, inputs.programs, inputs.event)
    if key not in memo or question.explain:
        memo[key] = _whole(question)
    return memo[key]


def answering(question: Question) -> Sequence[BenefitRule]:
    """Return the benefits that the segment has for the event."""
    segment, event = key = (question.inputs.segment, question.inputs.event)
    memo = question.memo.benefits
    if key not in memo:
        benefits = question.rules.benefits
        memo[key] = [benefit for benefit in benefits if segment in benefit.segments and event in benefit.events]
    return memo[key]


def lacking(question: Question, programs: Collection[str]) -> list[str] | None:
    """Return which programs the event's benefits still need beside `programs`; None where the law asks for none."""
    inputs, memo = question.inputs, question.memo.required
    key = (inputs.segment, inputs.event, inputs.month, inputs.size)
    if key not in memo:
        entries = (in_force(benefit.entries, inputs.month, question.today) for benefit in answering(question))
        memo[key] = [needed for entry in entries if entry for sizes, needed in entry.requires if inputs.size in sizes]
    required = memo[key]
    return [program for each in required for program in each if program not in programs] if required else None


def is_covered(question: Question, programs: Collection[str]) -> bool:
    """Return whether `programs` answer for the event: its own is among them, and all that it needs."""
    return EVENT_PROGRAM[question.inputs.event] in programs and not lacking(question, programs)


def _whole(question: Question) -> tuple[str, ...]:
    inputs = question.inputs
    chosen = set(inputs.programs or _mandatory(question))
    for schedule in question.rules.schedules:
        if schedule.segment == inputs.segment and not chosen.isdisjoint(schedule.covers):
            if not chosen.issuperset(schedule.covers):
                question.notice("package")
            chosen.update(schedule.covers)
    if inputs.event and EVENT_PROGRAM[inputs.event] not in chosen and lacking(question, chosen) == []:
        chosen.add(EVENT_PROGRAM[inputs.event])
        question.notice("program-added", program=EVENT_PROGRAM[inputs.event].upper())
    return tuple(program for program in PROGRAMS if program in chosen)


def _mandatory(question: Question) -> Sequence[str]:
    inputs = question.inputs
    rules = [
        rule
        for rule in question.rules.mandatory
        if rule.segment == inputs.segment and (not rule.sizes or inputs.size in rule.sizes)
    ]
    return question.in_force(rules, inputs.month).programs
