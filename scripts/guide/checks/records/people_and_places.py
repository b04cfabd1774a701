"""People and places: no personal data, honest addresses, questions where two ways part."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from guide.facts.traversal import every
from guide.estimator.inputs import InputError, read_inputs
from guide.i18n.language import known_locale
from guide.facts.diagnostics import Mistake, N_, mistake_at
from guide.facts.facts import Facts
from guide.facts.model import law, places, programs, site
from guide.facts.model.record import Model, Quantity, Reading, Source

NIK = re.compile(r"(?<!\d)\d{16}(?!\d)")
PHONE = re.compile(r"(?<![\d/])(?:\+?62[\s-]?|0)8\d{1,3}[\s-]?\d{3,4}[\s-]?\d{3,5}(?!\d)")
DIGITS = re.compile(r"\d{3}")
"""What every such number holds: most texts need no closer look."""
OFFICIAL = ("081380070175",)
"""Numbers of the agency itself, published by it."""


def no_personal_data_is_published(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse text that looks like a NIK or a private telephone number."""
    for record in every(facts, Model):
        for path, text in _strings(record):
            if not DIGITS.search(text) or (isinstance(record, (Source, law.Regulation)) and path[0] == "url"):
                continue
            if NIK.search(text):
                yield mistake_at(record.place, path, N_("this looks like a NIK; take it out"))
            found = PHONE.search(text)
            if found and re.sub(r"\D", "", found[0]) not in OFFICIAL:
                yield mistake_at(record.place, path, N_("this looks like a private telephone number; take it out"))


def _strings(record: Model) -> Iterator[tuple[tuple, str]]:
    for name in type(record).model_fields:
        yield from _inside((name,), getattr(record, name))


def _inside(path: tuple, value: object) -> Iterator[tuple[tuple, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _inside((*path, key), item)
    elif isinstance(value, tuple) and not (value and isinstance(value[0], Model)):
        for i, item in enumerate(value):
            yield from _inside((*path, i), item)


def two_ways_need_a_question(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse an occupation with two segments but no question that decides, or ways without a condition."""
    for occupation in facts.occupations:
        if len(occupation.ways) > 1 and occupation.question is None:
            yield mistake_at(occupation.place, "question", N_("two ways need the question that decides"))
        for i, way in enumerate(occupation.ways):
            if len(occupation.ways) > 1 and way.when is None:
                yield mistake_at(occupation.place, ("ways", i, "when"), N_("say when this way holds"))


def inputs_can_be_read(facts: Facts, _: object, today: datetime.date) -> Iterator[Mistake]:
    """Refuse named estimates and presets that the estimator does not understand."""
    asked: list[tuple[Model, str, dict[str, str]]]
    asked = [(e, "inputs", e.inputs) for e in every(facts, site.NamedEstimate)]
    asked += [(p, "preset", p.preset) for p in every(facts, places.Partner) if p.preset]
    for record, field, inputs in asked:
        try:
            read_inputs(inputs, today)
        except InputError as error:
            for wrong in error.mistakes:
                yield mistake_at(record.place, (field, wrong.name), wrong.message.replace(":money", ""), **wrong.values)
    for occupation in facts.occupations:
        for i, income in enumerate(occupation.incomes):
            if not re.fullmatch(r"0|[1-9]\d*", income):
                yield mistake_at(occupation.place, ("incomes", i), N_("write digits only, not {bad}"), bad=income)


def addresses_say_how_full_they_are(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse `address: full` or `partial` without an address, and `none` with one."""
    records: tuple[Source | Reading | law.Regulation, ...]
    records = (*every(facts, Source), *every(facts, Reading), *every(facts, law.Regulation))
    for record in records:
        if (record.address == "none") == bool(record.url):
            good = "none" if not record.url else "full, partial"
            yield mistake_at(record.place, "address", N_("write {good}, not {bad}"), good=good, bad=record.address)


def procedures_say_where_they_come_from(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a procedure that rests on neither law nor source."""
    for procedure in every(facts, programs.Procedure):
        if not procedure.citations and not procedure.sources:
            yield mistake_at(procedure.place, "citations", N_("give citations or sources"))


def contacts_are_verified_or_empty(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse an address, telephone, e-mail or hours of an office that nobody verified."""
    for office in every(facts, places.Office):
        for field in ("address", "phone", "email", "hours"):
            if getattr(office, field) and office.contact_verified is None:
                yield mistake_at(
                    office.place, field, N_("verify this contact and write contact_verified, or leave it empty")
                )


def what_a_region_has_is_said_how_sure(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a region that names its office or languages without saying how sure each is."""
    for region in every(facts, places.Region):
        for field in ("office", "languages"):
            if getattr(region, field) and getattr(region, f"{field}_confidence") is None:
                yield mistake_at(
                    region.place,
                    field,
                    N_("say how sure this is: write {field} below it, with high, medium, low or inference"),
                    field=f"{field}_confidence",
                )


def numbers_are_numbers(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse quantities and published figures that are not digits with a dot for decimals."""
    records: tuple[Quantity | places.Coverage, ...] = (*every(facts, Quantity), *every(facts, places.Coverage))
    for record in records:
        number: Decimal | None
        try:
            number = Decimal(record.value)
        except InvalidOperation:
            number = None
        if (
            number is None
            or not re.fullmatch(r"\d+(\.\d+)?", record.value)
            or (record.unit == "rupiah" and "." in record.value)
        ):
            yield mistake_at(record.place, "value", N_("write digits only, not {bad}"), bad=record.value)


def regencies_add_up_to_their_province(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse regencies whose people are not the people of the province."""
    for province in facts.regions:
        below = [region for region in facts.regions if region.parent == province.id]
        if below and sum(region.population for region in below) != province.population:
            yield mistake_at(
                province.place,
                "population",
                N_("its regencies have {good} people, not {bad}"),
                good=sum(region.population for region in below),
                bad=province.population,
            )


def the_site_has_one_root_language(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse languages without one at the root, folders of their own, or a locale that Babel knows."""
    folders = [language.folder for language in facts.site.languages]
    for i, language in enumerate(facts.site.languages):
        if folders.count(language.folder) > 1:
            yield mistake_at(
                language.place,
                "folder",
                N_("{bad} is used twice; each language has its own folder"),
                bad=language.folder or '""',
            )
        if (i == 0) != (language.folder == ""):
            yield mistake_at(language.place, "folder", N_('only the first language stands at the root (folder: "")'))
        if not known_locale(language.locale):
            yield mistake_at(language.place, "locale", N_("{bad} is no locale that is known"), bad=language.locale)
