"""Which programs a question is about: those asked for, else the mandatory ones, and what an event adds to them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from guide.estimator.engine.context import Entry, Question, at
from guide.estimator.inputs import PROGRAMS

EVENT_PROGRAM = {
    "work-death": "jkk",
    "work-disability": "jkk",
    "work-sick": "jkk",
    "death": "jkm",
    "layoff": "jkp",
    "retirement": "jp",
}
"""The program that answers for an event."""


def programs_of(asked: Question) -> tuple[str, ...]:
    """Return the programs asked for, else those mandatory in the month; a package comes whole.

    The program of the event is added where the law gives it to whoever has the others (JKP: PP 6/2025 Ps 4(3)).
    """
    inputs = asked.inputs
    key = (inputs.segment, inputs.month, inputs.size, inputs.programs, inputs.event)
    if key not in asked.memo or asked.explain:
        asked.memo[key] = _whole(asked)
    return asked.memo[key]


def answering(asked: Question) -> Sequence[Entry]:
    """Return the benefits that the segment has for the event."""
    segment, event = key = (asked.inputs.segment, asked.inputs.event)
    if key not in asked.memo:
        known = asked.rules["benefits"]
        asked.memo[key] = [b for b in known if segment in b["segments"] and event in b["events"]]
    return asked.memo[key]


def lacking(asked: Question, programs: Collection[str]) -> list[str] | None:
    """Return which programs the event's benefits still need beside `programs`; None where the law asks for none."""
    inputs = asked.inputs
    key = ("needed", inputs.segment, inputs.event, inputs.month, inputs.size)
    if key not in asked.memo:
        entries = (at(benefit["entries"], inputs.month, asked.today) for benefit in answering(asked))
        asked.memo[key] = [n for entry in entries if entry for sizes, n in entry["requires"] if inputs.size in sizes]
    needed = asked.memo[key]
    return [program for one in needed for program in one if program not in programs] if needed else None


def is_covered(asked: Question, programs: Collection[str]) -> bool:
    """Return whether `programs` answer for the event: its own is among them, and all that it needs."""
    return EVENT_PROGRAM[asked.inputs.event] in programs and not lacking(asked, programs)


def _whole(asked: Question) -> tuple[str, ...]:
    inputs = asked.inputs
    chosen = set(inputs.programs or _mandatory(asked))
    for schedule in asked.rules["schedules"]:
        if schedule["segment"] == inputs.segment and not chosen.isdisjoint(schedule["covers"]):
            if not chosen.issuperset(schedule["covers"]):
                asked.notice("package")
            chosen.update(schedule["covers"])
    if inputs.event and EVENT_PROGRAM[inputs.event] not in chosen and lacking(asked, chosen) == []:
        chosen.add(EVENT_PROGRAM[inputs.event])
        asked.notice("program-added", program=EVENT_PROGRAM[inputs.event].upper())
    return tuple(program for program in PROGRAMS if program in chosen)


def _mandatory(asked: Question) -> Sequence[str]:
    inputs = asked.inputs
    rules = [
        rule
        for rule in asked.rules["mandatory"]
        if rule["segment"] == inputs.segment and (not rule["sizes"] or inputs.size in rule["sizes"])
    ]
    return asked.in_force(rules, inputs.month)["programs"]
