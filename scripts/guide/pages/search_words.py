"""Words that search knows in a language: synonyms, forms, how people ask, what they say of themselves, sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from guide.estimator.inputs import CHOICES
from guide.facts.facts import Facts
from guide.facts.model.content import Question
from guide.facts.model.programs import Occupation, Procedure
from guide.facts.model.record import JsonObject, Source
from guide.i18n.language import Language
from guide.law.citations import regulation_name
from guide.pages.estimator_data import form_words

HELP = "help"
"""Meaning of the words of people in need, which come before everything else."""
_ALONE = (HELP, "elsewhere", "weak", "intent")
"""Meanings that an answer needs; the others are read of what somebody says of themselves."""
_SHOWN = ("segment", "payer", "size", "placement", "event", "children")
"""Inputs whose values search shows by their names."""
_READ = {
    "event": ("died", "hurt"),
    "cause": ("work", "illness"),
    "unit": ("month", "year", "day"),
    "word": ("age", "child", "paid", "contract", "idle", "income", "spent", "howmuch"),
    "intent": ("who", "when", "where", "much", "how", "why", "what", "papers"),
}
"""What browser code reads of phrases besides values of inputs (overrides/js/search/)."""


def of_file(facts: Facts, language: Language, places: Mapping[str, str]) -> JsonObject:
    """Return what answers in a single file; `places`: names there of the questions and pages that stand in it."""
    sayings = [row for row in facts.sayings if row.means.partition("=")[0] in _ALONE]
    return {
        **_words(facts, language),
        "asked": {places[row.to]: language.pick(row.words) for row in facts.asked if row.to in places},
        "sayings": [[row.means, language.pick(row.words)] for row in sayings],
        "told": {places[name]: source for name, source in source_lines(facts, language).items() if name in places},
    }


def of_pages(facts: Facts, language: Language) -> JsonObject:
    """Return what finds pages, and words of people in need."""
    sayings = [[row.means, language.pick(row.words)] for row in facts.sayings if row.means == HELP]
    return {**_words(facts, language), "sayings": sayings}


def _words(facts: Facts, language: Language) -> JsonObject:
    """Return synonyms, how words are built, and those that say nothing."""
    forms = next((forms for forms in facts.word_forms if forms.language == language.id), None)
    return {
        "same": [language.pick(group.words) for group in facts.synonyms],
        "endings": forms.endings if forms else [],
        "beginnings": forms.beginnings if forms else [],
        "skip": forms.skip if forms else "",
    }


def meaning(facts: Facts, language: Language) -> JsonObject:
    """Return what answers in a language on the site: how people ask, and what they say of themselves."""
    return {
        **_words(facts, language),
        "asked": {row.to: language.pick(row.words) for row in facts.asked},
        "sayings": [[row.means, language.pick(row.words)] for row in facts.sayings],
        "works": {work.id: _way(work) for work in facts.occupations},
        "labels": _labels(facts, language),
    }


def meanings(facts: Facts) -> set[str]:
    """Return all that a phrase may mean, as data/sayings.yml writes it: `help`, `segment=pu`, `unit=month` …"""
    kinds = [*_READ.items(), *((name, CHOICES[name]) for name in _SHOWN), ("occupation", facts.by_id["occupations"])]
    alone = {name for name in _ALONE if name not in _READ}
    return alone | {f"{name}={value}" for name, values in kinds for value in values}


def _way(work: Occupation) -> list[str]:
    """Return segment and sector of the only way of joining that an occupation has; nothing where there are several."""
    ways = {(way.segment, way.sector or "") for way in work.ways}
    return list(next(iter(ways))) if len(ways) == 1 else []


def _labels(facts: Facts, language: Language) -> JsonObject:
    """Return names of what somebody may say of themselves, by input and value."""
    options = form_words(language, facts)["options"]
    labels = {name: dict(zip(CHOICES[name], options[name], strict=True)) for name in _SHOWN}
    return {**labels, "occupation": {work.id: language.pick(work.name) for work in facts.occupations}}


def source_lines(facts: Facts, language: Language) -> dict[str, str]:
    """Return source and day of each question, by its id, and of each procedure, by the path of its page."""
    records = {question.id: question for question in facts.questions}
    records |= {f"cara/{procedure.id}/": procedure for procedure in facts.procedures}
    return {key: _source(facts, language, record) for key, record in records.items()}


def _source(facts: Facts, language: Language, record: Question | Procedure) -> str:
    laws = facts.by_id["regulations"]
    names = [regulation_name(laws[one.regulation]) for one in getattr(record, "citations", ())]
    names = list(dict.fromkeys(names)) or _hosts(record.sources)
    return ", ".join([*names[:2], language.date(record.as_of)])


def _hosts(sources: Sequence[Source]) -> list[str]:
    hosts = (urlsplit(source.url).netloc.removeprefix("www.") for source in sources if source.url)
    return list(dict.fromkeys(hosts))
