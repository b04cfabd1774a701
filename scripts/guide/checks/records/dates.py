"""Time runs one way: order, law before value, review in its turn."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import combinations, pairwise

from guide.figures import review_dates
from guide.facts.traversal import every
from guide.facts.diagnostics import Mistake, N_, Said, mistake_at
from guide.facts.facts import Facts
from guide.facts.facts import HISTORIES
from guide.facts.model import law, places, programs
from guide.facts.model.record import Cited, Dated


def _histories(facts: Facts) -> Iterator[tuple[Dated, ...]]:
    for collection in HISTORIES:
        for record in getattr(facts, collection):
            yield record.entries
    yield facts.pension_age
    for segment in facts.segments:
        for size in ("micro", "small", "medium", "large"):
            yield tuple(rule for rule in segment.mandatory if not rule.sizes or size in rule.sizes)


def entries_stand_in_order_of_time(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse entries of a history that do not run forward, or begin in the same month."""
    seen = set()
    for history in _histories(facts):
        for before, after in pairwise(history):
            if (id(before), id(after)) in seen:
                continue
            seen.add((id(before), id(after)))
            if after.effective < before.effective:
                yield mistake_at(
                    after.place,
                    "effective",
                    N_("entries run forward in time: move this one before {other}"),
                    other=before.effective,
                )
            elif after.month == before.month:
                yield mistake_at(
                    after.place, "effective", N_("two entries begin in {month}: a month has one law"), month=after.month
                )


def no_value_is_older_than_its_law(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a value in force before every law it cites, unless it says `retroactive: true`."""
    for entry in every(facts, Cited):
        first = getattr(entry, "effective", None) or getattr(entry, "first", None)
        if not first or entry.retroactive:
            continue
        laws = [facts.by_id["regulations"].get(c.regulation) for c in entry.citations]
        days = [str(one.in_force) for one in laws if one and one.in_force]
        if days and len(days) == len(laws) and first[:7] < min(days)[:7]:
            yield mistake_at(
                entry.place,
                "effective" if hasattr(entry, "effective") else "first",
                N_("the law cited is in force from {day} only; mend the date or write retroactive: true"),
                day=min(days),
            )


def nothing_is_known_after_it_took_effect(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a value `announced` after it took effect, unless the law reaches back."""
    for entry in every(facts, Cited):
        first = getattr(entry, "effective", None) or getattr(entry, "first", None)
        if first and entry.announced and not entry.retroactive and entry.announced.isoformat()[: len(first)] > first:
            yield mistake_at(
                entry.place,
                "announced",
                N_("announced {day}, after it took effect ({first}); mend one of them or write retroactive: true"),
                day=entry.announced,
                first=first,
            )


def no_day_of_work_lies_in_the_future(facts: Facts, _: object, today: datetime.date) -> Iterator[Mistake]:
    """Refuse a day of compiling or verifying that is later than the clock says."""
    clock = max(today, datetime.date.today())
    for entry in (*every(facts, Cited), *every(facts, law.Regulation), *every(facts, programs.Procedure)):
        for field in ("compiled", "verified"):
            day = getattr(entry, field)
            if day and day > clock:
                yield mistake_at(entry.place, field, N_("{day} has not come yet"), day=day)


def first_comes_before_last(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a first month after the last one."""
    spans = [(record, "last", record.first) for record in (*facts.reliefs, *facts.gaps, *facts.sponsorship)]
    spans += [(record, "until", record.since) for record in every(facts, places.Arrangement)]
    for record, field, first in spans:
        last = getattr(record, field)
        if first and last and last < first:
            message = N_("the last month {last} lies before the first, {first}")
            yield mistake_at(record.place, field, message, last=last, first=first)


def reliefs_do_not_overlap(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse two reliefs for one program, sector and payer in a month."""
    for one, two in combinations(facts.reliefs, 2):
        if (
            one.segment == two.segment
            and set(one.programs) & set(two.programs)
            and set(one.sectors) & set(two.sectors)
            and (not one.payers or not two.payers or set(one.payers) & set(two.payers))
            and one.first <= two.last
            and two.first <= one.last
        ):
            yield mistake_at(
                two.place, "first", N_("overlaps with {other}: only one discount applies in a month"), other=one.id
            )


def what_is_mandatory_has_a_schedule(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a program that a segment must have without a schedule from that month on."""
    for segment in facts.segments:
        for rule in segment.mandatory:
            for i, program in enumerate(rule.programs):
                covered = [
                    s.entries[0].month
                    for s in facts.schedules
                    if s.segment == segment.id and program in s.key.split("-")
                ]
                if not covered or min(covered) > rule.month:
                    yield mistake_at(
                        rule.place,
                        ("programs", i),
                        N_("no schedule says what {segment} pays for {program} from {month}"),
                        segment=segment.id,
                        program=program,
                        month=rule.month,
                    )


def review_is_due(facts: Facts, _: object, today: datetime.date) -> Iterator[Mistake]:
    """Warn of facts that fall due for review within a month, or are overdue."""
    for item in review_dates.due(facts, today):
        if item.day > today + review_dates.AHEAD:
            continue
        message = N_("overdue since {day}: {task}") if item.day < today else N_("due on {day}: {task}")
        yield mistake_at(item.record.place, item.field, message, warning=True, day=item.day, task=Said(item.task))
