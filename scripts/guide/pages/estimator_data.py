"""Rules and words that the scripts of the estimator's pages are given in one language."""

from __future__ import annotations

from guide.estimator import savings
from guide.estimator.browser_data import rules_for_browser, words_of
from guide.estimator.inputs import CHOICES, FIELDS, INPUTS, UNKNOWN
from guide.estimator.inputs.messages import STEPS
from guide.estimator.member_list.browser import list_data
from guide.estimator.member_list.sentences import PAGE as LIST
from guide.facts.facts import Facts
from guide.facts.model.record import JsonObject
from guide.figures.registry import Figures
from guide.i18n.labels import known_in
from guide.i18n.language import Language
from guide.pages.estimator_words import AFTER, PAYERS, RISKS, ROUNDINGS, TOOLS, WORDS
from guide.pages.pair_words import PAIR

ROLES = ("name", "occupation", "birth", "year", "nik", "place")
"""What a column of a list can be beside an input."""
_REASONS = ("relief-ended", "relief-began", "law-changed", "one-month-only")
_UNSAID = {
    "first": (
        *_REASONS,
        "true-income",
        "segment-only",
        "unknown-near",
        "choice",
        "segment-knows",
        "not-of-segment",
        "event-only",
        "item",
        "illustration",
        "final-tax",
        "tax",
        "percent",
    ),
    "tools": ("item",),
}
"""Sentences of the engine that a script never says."""
LATER = (
    *(name for name in STEPS if name not in ("benefit", "tax")),
    *("included", "package", "paid-once", "plain-percentage", "law-may-change", "program-added", "jp-not-due"),
    *("children-most", "lump-sum-development"),
)
"""Sentences of the engine that only the script `after` says."""


def rules(figures: Figures, kind: str) -> JsonObject:
    """Return the rules of the engine, without what no page asks for."""
    found = rules_for_browser(figures.rules)
    if kind == "first":
        found["mandatory"] = [{n: v for n, v in rule.items() if n != "voluntary"} for rule in found["mandatory"]]
    if kind == "tools":
        found["savings"] = {"longest": savings.LONGEST, "usual": savings.USUAL_RETURN}
    unread = ("digest",) if kind == "tools" else ("digest", "taxes")
    return {name: value for name, value in found.items() if name not in unread}


def words(figures: Figures, language: Language, kind: str) -> JsonObject:
    """Return words of engine and page in a language, for one of the scripts or for a single `file`."""
    found = words_of(language, figures.facts)
    unsaid = _UNSAID["tools" if kind == "tools" else "first"] + (LATER if kind in ("first", "pair") else ())
    said = {name: text for name, text in found["sentences"].items() if name not in unsaid}
    if kind != "tools":
        found |= form_words(language, figures.facts)
    own = {"tools": TOOLS | _roundings(figures), "pair": PAIR}.get(kind, WORDS)
    found["sentences"] = said | {name: language.gettext(sentence) for name, sentence in own.items()}
    if kind == "first":
        del found["options"]["segment"]
    if kind == "tools":
        found["events"] = form_words(language, figures.facts)["options"]["event"]
    if kind == "file":
        found["sentences"] |= more(figures, language)
    found["programs"] = {program.id: language.pick(program.name) for program in figures.facts.programs}
    return found


def more(figures: Figures, language: Language) -> dict[str, str]:
    """Return the sentences that nobody needs before the first answer."""
    engine = words_of(language, figures.facts)["sentences"]
    own = AFTER | _roundings(figures)
    return {name: engine[name] for name in LATER} | {name: language.gettext(words) for name, words in own.items()}


def _roundings(figures: Figures) -> dict[str, str]:
    """Return the words for how steps of today's law become whole rupiah."""
    used = {entry.rounding for schedule in figures.rules.schedules for entry in schedule.entries}
    used |= {entry.rounding for benefit in figures.rules.benefits for entry in benefit.entries}
    return {name: words for name, words in ROUNDINGS.items() if name.removeprefix("half-up, ") in used}


def form_words(language: Language, facts: Facts) -> JsonObject:
    """Return the names of the form's fields, and the values that may be chosen, in the order of the inputs."""
    known = known_in(language.gettext)
    names = {segment.id: language.pick(segment.name) for segment in facts.segments}
    shown = {
        "segment": lambda value: names[value],
        "risk": lambda value: known("risk", value) if value == UNKNOWN else _risk(language, value),
        "payer": lambda value: language.gettext(PAYERS[value]),
        "children": lambda value: known("stage", value),
    }
    options = {
        name: [shown.get(name, lambda value, kind=name: known(kind, value))(value) for value in values]
        for name, values in CHOICES.items()
        if name != "programs"
    }
    return {"fields": {name: language.gettext(label) for name, label in FIELDS.items()}, "options": options}


def _risk(language: Language, value: str) -> str:
    return f"{value} – {language.gettext(RISKS[int(value) - 1])}"


def list_extra(facts: Facts, language: Language) -> JsonObject:
    """Return what the page of lists needs beside the tools: sentences, what a column can be, choices, its data."""
    options = form_words(language, facts)["options"]
    sentences = {name: language.gettext(sentence) for name, sentence in LIST.items()}
    roles = {one.name: language.gettext(one.label) for one in INPUTS}
    return {
        "sentences": sentences,
        "roles": {**roles, **{name: sentences[f"list-as-{name}"] for name in ROLES}},
        "options": {
            name: [list(pair) for pair in zip(CHOICES[name], options[name], strict=True)]
            for name in ("segment", "size", "risk", "sector", "payer", "placement")
        },
        "data": list_data(facts, language),
    }
