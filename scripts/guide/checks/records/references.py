"""Checks of references: each name that a record uses exists, and is defined once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from guide.facts.diagnostics import N_, Mistake, mistake_at, nearest
from guide.facts.facts import Facts
from guide.facts.load.front_matter import WrittenPages
from guide.facts.model import content, law, places, programs
from guide.facts.model.addresses import is_address
from guide.facts.model.record import Citation, Cited, Model, Quantity, Reading
from guide.facts.new_partner import seal
from guide.facts.traversal import every
from guide.pages.routes import pages
from guide.pages.search_words import meanings

UNKNOWN = N_("{bad} is not in data/{path}; did you mean {good}?")
UNKNOWN_ALONE = N_("{bad} is not in data/{path}")
NAMES: tuple[tuple[type[Model], str, str], ...] = (
    (Citation, "regulation", "regulations"),
    (Reading, "regulation", "regulations"),
    (law.Regulation, "amends", "regulations"),
    (Cited, "conflict", "conflicts"),
    (places.Coverage, "conflict", "conflicts"),
    (law.Banded, "bands", "bands"),
    (law.MinimumWageRule, "region", "regions"),
    (law.Waiting, "within", "limits"),
    (programs.Procedure, "where", "channels"),
    (content.Form, "procedures", "procedures"),
    (programs.StepAnswer, "to", "eligibility"),
    (programs.Way, "join", "procedures"),
    (places.Region, "office", "offices"),
    (places.Region, "parent", "regions"),
    (places.Region, "island", "coast"),
    (places.Partner, "region", "regions"),
    (places.Partner, "serves", "regions"),
    (places.Branch, "region", "regions"),
    (places.Office, "serves", "regions"),
    (places.Coverage, "regions", "regions"),
    (places.Sponsorship, "regions", "regions"),
    (places.Sponsorship, "partners", "partners"),
)
WHOLE_COUNTRY = "ID"


def ids_are_given_once(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse an id shared by two records of a collection, or two quantities of a record."""
    for collection in facts.records.values():
        yield from _twice([r for r in collection if hasattr(r, "id")])
        for record in collection:
            yield from _twice(_quantities(record))


def _quantities(record: Model) -> list[Quantity]:
    found = list(getattr(record, "quantities", ()))
    for arrangement in getattr(record, "arrangements", ()):
        found += arrangement.quantities
    return found


def _twice(records: Sequence[Any]) -> Iterator[Mistake]:
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            yield mistake_at(record.place, "id", N_("the id {bad} is used twice; choose another"), bad=record.id)
        seen.add(record.id)


def what_is_named_exists(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse the name of a regulation, conflict, region, office, channel, partner or table that its file lacks."""
    for model, field, collection in NAMES:
        known = facts.by_id[collection]
        for record in every(facts, model):
            value = getattr(record, field)
            for i, name in enumerate(value if isinstance(value, tuple) else (value,)):
                if name is None or name in known or (collection == "regions" and name == WHOLE_COUNTRY):
                    continue
                path = (field, i) if isinstance(value, tuple) else (field,)
                good = nearest(name, known)
                yield mistake_at(
                    record.place, path, UNKNOWN if good else UNKNOWN_ALONE, bad=name, good=good, path=collection
                )


def conflicts_name_what_they_are_about(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a value in conflict that does not say which of its fields are disputed."""
    for record in every(facts, Cited):
        if record.conflict and not record.disputed:
            yield mistake_at(record.place, "conflict", N_("say what it is about: disputed, with the names of fields"))
        if record.disputed and not record.conflict:
            yield mistake_at(record.place, "disputed", N_("name the conflict that this is about"))
        known = type(record).model_fields
        for i, name in enumerate(record.disputed):
            if name not in known:
                good = nearest(name, known)
                message = N_("unknown field; did you mean {good}?") if good else N_("unknown field; known are {known}")
                yield mistake_at(record.place, ("disputed", i), message, good=good, known=list(known))


def what_was_verified_says_where(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a verified value without the text or copy read, and a reading of an unverified value."""
    for record in every(facts, Cited):
        if record.verified and not record.reading:
            yield mistake_at(record.place, "verified", N_("say where it was read: reading, with url, read and says"))
        if record.reading and not record.verified:
            yield mistake_at(record.place, "reading", N_("give the day on which it was read: verified"))


def pages_that_are_named_exist(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse questions, prose and phrases of the search that lead to no page."""
    paths = {page.path for page in pages(facts, prose)} if prose else set()
    if not prose:
        return
    for question in (*every(facts, content.Question), *facts.quiz):
        yield from _no_page(question, "page", question.page, paths)
    for row in facts.asked:
        yield from _no_page(row, "to", row.to, {*paths, *facts.by_id["questions"]})
    for step in every(facts, programs.EligibilityStep):
        if not step.answers:
            yield from _no_page(step, "next", step.next, paths)
    for found in prose.values():
        for file in found.values():
            if not is_address(file.head.next.href):
                yield from _no_page(file.head.next, "href", file.head.next.href, paths)
            for match in re.finditer(r"\]\(/([^)#]*)", file.body):
                if match[1] not in paths:
                    yield file.mistake(match.start(1), N_("there is no page {bad}"), bad=match[1])


def phrases_mean_what_search_reads(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a meaning of phrases that the search does not read."""
    meant = meanings(facts)
    for row in facts.sayings:
        if row.means not in meant:
            good = nearest(row.means, meant)
            message = N_("the search reads no {bad}; did you mean {good}?") if good else N_("the search reads no {bad}")
            yield mistake_at(row.place, "means", message, bad=row.means, good=good)


def _no_page(record: Model, field: str, path: str, paths: set[str]) -> Iterator[Mistake]:
    if path.partition("#")[0] not in paths:
        good = nearest(path, paths)
        message = N_("there is no page {bad}; did you mean {good}?") if good else N_("there is no page {bad}")
        yield mistake_at(record.place, field, message, bad=path, good=good)


def permalinks_lead_somewhere(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse a short address that is reused after it was given out, or leads to no page."""
    paths = {page.path for page in pages(facts, prose)} if prose else set()
    seen: set[str] = set()
    for link in facts.permalinks:
        if link.code in seen:
            yield mistake_at(
                link.place, "code", N_("the code {bad} was given out before; codes are never reused"), bad=link.code
            )
        seen.add(link.code)
        if prose and not link.withdrawn:
            yield from _no_page(link, "target", link.target, paths)


def no_code_is_taken_back(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse an issued code that is no permalink, and a permalink that is not in the list of codes issued."""
    issued = facts.issued_codes[0]
    there = {link.code for link in facts.permalinks}
    for i, code in enumerate(issued.codes):
        if code not in there:
            message = N_(
                "the code {bad} was given out: put it back into permalinks.yml, as withdrawn if it leads nowhere"
            )
            yield mistake_at(issued.place, ("codes", i), message, bad=code)
    for link in facts.permalinks:
        if link.code not in issued.codes:
            message = N_("add a line for the code {bad} at the end of permalinks-issued.yml")
            yield mistake_at(link.place, "code", message, bad=link.code)


def issued_codes_only_grow(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse changes of the codes under the seal; tell the new seal only to those who added below them."""
    issued = facts.issued_codes[0]
    if issued.seal != seal(issued.codes[: issued.count]) or len(issued.codes) < issued.count:
        message = N_("one of the first {count} codes was changed or taken out; put all of them back in their old order")
        yield mistake_at(issued.place, "codes", message, count=issued.count)
    elif len(issued.codes) > issued.count:
        message = N_("new codes: write count: {count} and seal: {good}")
        yield mistake_at(issued.place, "count", message, count=len(issued.codes), good=seal(issued.codes))
