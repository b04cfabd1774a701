"""Checks of the ways to join: the procedure, programs, story and cover of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import parse_qsl

from guide.facts.diagnostics import Mistake, N_, mistake_at
from guide.facts.facts import Facts
from guide.facts.model import law, programs

ASKED = re.compile(r"\{estimate:([^:{}]*):")


def a_way_leads_to_its_own_procedure(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a way whose procedure is for another segment or other programs."""
    for way in _ways(facts):
        procedure = facts.by_id["procedures"].get(way.join)
        if procedure is None:
            continue
        if procedure.kind != "join" or way.segment not in procedure.segments:
            message = N_("{bad} does not tell how {segment} joins")
            yield mistake_at(way.place, "join", message, bad=way.join, segment=way.segment)
        elif missing := set(way.programs) - set(procedure.programs):
            message = N_("{bad} does not tell how to get {programs}")
            yield mistake_at(way.place, "join", message, bad=way.join, programs=sorted(missing))


def a_way_has_programs_of_its_segment(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a way with programs that its segment lacks, or with fewer than usual but no payer."""
    for way in _ways(facts):
        for field in ("programs", "voluntary"):
            for i, program in enumerate(getattr(way, field)):
                if program in facts.by_id["programs"] and way.segment not in facts.by_id["programs"][program].segments:
                    message = N_("there is no {program} for {segment}")
                    yield mistake_at(way.place, (field, i), message, program=program, segment=way.segment)
        segment = facts.by_id["segments"].get(way.segment)
        if segment and set(segment.mandatory[-1].programs) - set(way.programs) and way.who_pays is None:
            message = N_("this way has fewer programs than its segment: write who_pays, for these programs alone")
            yield mistake_at(way.place, "who_pays", message)


def a_story_stays_within_a_way(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse an estimate of a story that is of no way of its occupation, or names programs beyond it."""
    message = N_("no way of this occupation has this: name its segment and its programs, not {bad}")
    for occupation in facts.occupations:
        for language, words in occupation.story.items():
            for question in ASKED.findall(words):
                if not any(_within(dict(parse_qsl(question)), way) for way in occupation.ways):
                    yield mistake_at(occupation.place, ("story", language), message, bad=question)


def _within(inputs: dict[str, str], way: programs.Way) -> bool:
    """Return whether a question is about a way: its segment, and no program beyond its own (none named: all)."""
    own = {*way.programs, *way.voluntary}
    usual = ("jkk", "jkm", "jht", "jp", "jkp") if way.segment == "pu" else way.programs
    asked = inputs["programs"].split(",") if "programs" in inputs else usual
    return inputs.get("segment") == way.segment and own >= set(asked)


def _ways(facts: Facts) -> Iterator[programs.Way]:
    return (way for occupation in facts.occupations for way in occupation.ways)


def every_program_says_when_cover_begins(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a program of a segment without the begin of its cover, from that month on."""
    for segment in facts.segments:
        for rule in segment.mandatory:
            for field in ("programs", "voluntary"):
                for i, program in enumerate(getattr(rule, field)):
                    cover = facts.by_id["cover"].get(f"{segment.id}-{program}")
                    if cover is None or cover.entries[0].month > rule.month:
                        yield mistake_at(
                            rule.place,
                            (field, i),
                            N_("data/cover.yml does not say when {program} begins for {segment} from {month} on"),
                            program=program,
                            segment=segment.id,
                            month=rule.month,
                        )


def cover_is_called_by_what_it_is_of(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a fact of cover whose id is not its segment and its program."""
    for cover in facts.cover:
        good = f"{cover.segment}-{cover.program}"
        if cover.id != good:
            yield mistake_at(cover.place, "id", N_("write {good}, not {bad}"), good=good, bad=cover.id)


def cover_names_the_months_to_wait(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse cover that does not name, as a figure, the months to wait for a benefit of that time."""
    message = N_("{benefit} waits in this time: name {{benefits.{benefit}.waiting}} in every language")
    for benefit in facts.benefits:
        for entry, until in _spans(benefit.entries):
            for rule in entry.waiting:
                names = [f"{{benefits.{other}.{part}" for other, part in _as_long(facts, rule.months)]
                for start in _covering(facts, benefit, rule, entry.month, until):
                    if not all(any(name in words for name in names) for words in start.begins.values()):
                        yield mistake_at(start.place, "begins", message, benefit=benefit.id)


def _as_long(facts: Facts, months: int) -> Iterator[tuple[str, str]]:
    """Yield the benefits with as many months to wait: the id, and the name of the figure of those months."""
    for benefit in facts.benefits:
        if any(rule.months == months for entry in benefit.entries for rule in entry.waiting):
            yield benefit.id, "waiting"
        if any(getattr(entry, "months", None) == months for entry in benefit.entries):
            yield benefit.id, "months"


def _covering(
    facts: Facts, benefit: law.Benefit, rule: law.Waiting, first: str, until: str
) -> Iterator[law.CoverStart]:
    """Yield the cover that a waiting rule is about, in force between two months; other deaths fall under JKM."""
    program = "jkm" if "death" in rule.events else benefit.program
    for cover in facts.cover:
        if cover.program == program and cover.segment in rule.segments:
            yield from (start for start, end in _spans(cover.entries) if start.month < until and first < end)


def _spans(entries: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Yield each entry with the month in which the next one begins."""
    return zip(entries, [*(later.month for later in entries[1:]), "9999-12"], strict=True)
