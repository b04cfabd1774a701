"""Words and scripts of the estimator's pages in one language.

`hitung/` answers (overrides/js/estimator-page/page.js); each page below it takes one rarer question (tools.js).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from guide.assets.script_data import as_json
from guide.estimator.browser_data import rules_for_browser, words_of
from guide.estimator.inputs import CHOICES, DEFAULTS, FIELDS, UNKNOWN
from guide.i18n.language import Language
from guide.estimator.member_list import BENEFITS, KEYS
from guide.facts.diagnostics import N_
from guide.facts.facts import Facts
from guide.figures.registry import Figures
from guide.pages.links import Links
from guide.pages.routes import published
from guide.pages.site import Site
from guide.pages.templates import Templates
from guide.assets.minify_js import stripped
from guide.i18n.labels import known_in

PAGE = "hitung/"
FRAME = "sematan/"
"""The page that partners put into theirs (guide.serving.FRAMED); `js/embed.js` at the root keeps its height right."""
ENGINE = "js/estimator/engine.js"
SCRIPTS = {
    "first": (ENGINE, "js/estimator/messages.js", "js/estimator-page/state.js", "js/estimator-page/page.js"),
    "tools": (
        ENGINE,
        "js/estimator/messages.js",
        "js/estimator/compare.js",
        "js/estimator/reverse.js",
        "js/estimator-page/state.js",
        "js/estimator-page/tools.js",
    ),
}
"""What each script is made of, after rules and words."""
SHOWN = 2
"""Occupations with a picture of their own on the page; the others are one tap away, on the page of all work."""

WORDS = {
    "each-month": N_("Each month"),
    "once": N_("One payment"),
    "words": N_("{words} rupiah"),
    "day": N_("About {amount:money} a day."),
    "nothing": N_("Nothing is paid for this."),
    "estimate": N_("Estimate of {day:date} for {month:month}. Not a decision."),
    "who": N_("Who pays?"),
    "parts": N_("What is in it?"),
    "all": N_("In all: {people} people, {months} months"),
    "notes": N_("Good to know"),
    "buys": N_("What does the family get?"),
    "gets": N_("You or your family get"),
    "total": N_("In all"),
    "ask-event": N_("If something happens"),
    "why": N_("Why this amount?"),
    "law": N_("Law: {citation}. In force from {effective:date}. {rounding}."),
    "if": N_("What if …"),
    "add": N_("Add old-age savings"),
    "more-income": N_("With an income of {amount:money}"),
    "other-month": N_("In {month:month}"),
    "then": N_("On {day:date} this was {amount:money}. Now it is {now:money}."),
    "because": N_("Why it changed"),
    "no-event": N_("Back to what is paid"),
    "hand": N_("Hand it on"),
    "link": N_("Copy the link"),
    "text": N_("Copy as text"),
    "copied": N_("Copied."),
    "print": N_("Print"),
    "partner": N_("Ask the partner who helps you"),
    "change": N_("Change the answers"),
    "back": N_("← Back"),
    "unsure": N_("I do not know"),
    "unsure-low": N_("You were not sure: we counted with {amount:money}, the lowest usual amount."),
    "type": N_("Or type it"),
    "go": N_("Continue"),
    "income": N_("How much do you earn in a month?"),
    "wage": N_("How much is the wage in a month?"),
    "value": N_("How much is the contract worth?"),
    "which": N_("Which protection?"),
    "basic": N_("Work accident and death"),
    "basic-why": N_("The least that everybody has."),
    "savings": N_("With old-age savings"),
    "savings-why": N_("The savings stay yours."),
    "sick_months": N_("How many months without work?"),
    "paid_months": N_("How many months are paid so far?"),
    "months-are": N_("{count} months"),
    "mend": N_("Please look at this"),
    "odd": N_("this does not fit the other answers"),
    "broken": N_("part of the link cannot be read"),
    "message": N_("Workers' social security: {amount:money}"),
    "per-month": N_("{amount:money} a month"),
    "not-official": N_("Estimate of {day:date}, not a decision. Not an official site."),
}
ROUNDINGS = {
    "half-up, convention": N_("Rounded to whole rupiah; no law says how"),
    "half-up, cited": N_("Rounded to whole rupiah, as the law says"),
}
"""How a step became whole rupiah, by its `rounding`."""
RISKS = (N_("very low"), N_("low"), N_("medium"), N_("high"), N_("very high"))
PAYERS = {
    "self": N_("I pay myself"),
    "sponsor": N_("A company, church, family or other giver"),
    "government": N_("The government or the village"),
}
TOOLS = {
    **{
        name: WORDS[name]
        for name in (
            "words",
            "go",
            "odd",
            "then",
            "because",
            "total",
            "gets",
            "each-month",
            "print",
            "why",
            "law",
            "estimate",
            "not-official",
        )
    },
    "sheet": N_("Download as a table (CSV)"),
    "no-option": N_("{amount:money} is not enough for the law of today."),
    "option": N_("{programs}: {amount:money} a month"),
    "slip-right": N_("{program}: {amount:money} is right."),
    "slip-other": N_("{program}: {amount:money} follows the rule of {month:month} ({party})."),
    "slip-wrong": N_("{program}: {amount:money} fits no rule. Expected: {expected:money}."),
    "rows": N_("{count} people, {wrong} rows to mend. In all {amount:money}."),
    "row": N_("Row"),
    "name": N_("Name"),
    "amount": N_("Amount"),
    "too-big": N_("Choose a CSV file of at most five thousand rows."),
    "declared": N_("Counted on {amount:money} a month."),
    "members-why": N_("The file stays on this device. Nothing is sent."),
    "file": N_("A CSV file with columns such as segment, income, programs"),
    "ask-budget": N_("Money for a month"),
    "ask-income": N_("Income in a month"),
    "ask-wage": N_("Wage on the payslip"),
    "ask-jht": N_("Deduction for JHT"),
    "ask-jp": N_("Deduction for JP"),
    "ask-month": N_("Month"),
    "ask-people": N_("For how many people?"),
    "ask-months": N_("For how many months?"),
    "ask-payer": N_("Who pays?"),
    **{f"payer-{who}": sentence for who, sentence in PAYERS.items()},
    "promise": N_("Our promise to pay"),
    "promised": N_("For {people} people, from {first:month} to {last:month}."),
    "runs": N_("Total month by month"),
    "run": N_("{first:month} to {last:month}, each month"),
    "run-one": N_("{first:month}"),
    "giver": N_("Who pays"),
    "receiver": N_("Who receives it for the people"),
    "sign-name": N_("Name and signature:"),
    "sign-day": N_("Day:"),
}
"""Said by the pages below the estimator."""
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
    "tools": ("item", "illustration", "final-tax", "tax", "percent"),
}
"""Sentences of the engine that a script never says."""


def files(site: Site, templates: Templates, language: Language) -> dict[str, tuple[str, str]]:
    """Names and texts of the scripts `first` and `tools`; a name changes with its text. Nothing without the page."""
    if PAGE not in site.by_path:
        return {}
    found = {}
    for kind in SCRIPTS:
        asked = f",estimatorColumns={as_json(columns(site.facts))}" if kind == "tools" else ""
        data = f"var estimatorRules={as_json(rules(site.figures, kind))},estimatorWords="
        text = script_of(templates, kind, f"{data}{as_json(words(site.figures, language, kind))}{asked};")
        text += _source(templates, "js/outdated-notice.js")
        found[kind] = (f"hitung-{language.id}-{kind}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text)
    return found if language.entry.folder else {**found, "frame": ("sematan.js", _source(templates, "js/embed.js"))}


def script_of(templates: Templates, kind: str, data: str) -> str:
    """Engine and page after `data`, which gives `estimatorRules` and `estimatorWords`."""
    names = [name for name in SCRIPTS[kind] if name != ENGINE]
    others = "".join(templates.text(name) for name in names)
    return data + _engine(templates, others) + "".join(_source(templates, name) for name in names)


def _engine(templates: Templates, others: str) -> str:
    """The engine, which hands out only what the other scripts ask for."""
    whole = templates.text(ENGINE)
    asked = set(re.findall(r"Estimator\.(\w+)", others)) | {"closest"}
    head, start, tail = whole.partition("  api = {\n")
    given, end, rest = tail.partition("\n  };")
    pairs = [f"{name}: {name}" for name in re.findall(r"(\w+): \1", given) if name in asked]
    return stripped(f"{head}{start}{', '.join(pairs)}{end}{rest}")


def _source(templates: Templates, name: str) -> str:
    return stripped(templates.text(name))


def rules(figures: Figures, kind: str) -> dict[str, Any]:
    """The rules of the engine, without what no page asks for."""
    found = rules_for_browser(figures.rules)
    if kind == "first":
        found["mandatory"] = [{n: v for n, v in rule.items() if n != "voluntary"} for rule in found["mandatory"]]
    return {name: value for name, value in found.items() if name not in ("digest", "taxes")}


def words(figures: Figures, language: Language, kind: str = "first") -> dict[str, Any]:
    """Words of engine and page in a language, for one of the scripts."""
    found = words_of(language, figures.facts)
    said = {name: text for name, text in found["sentences"].items() if name not in _UNSAID[kind]}
    own = WORDS if kind == "first" else TOOLS
    if kind == "first":
        found |= form_words(language, figures.facts)
    laws = (*figures.rules["schedules"], *figures.rules["benefits"])
    used = {f"half-up, {entry['rounding']}" for law in laws for entry in law["entries"]}
    own = own | {name: sentence for name, sentence in ROUNDINGS.items() if name in used}
    found["sentences"] = said | {name: language.gettext(sentence) for name, sentence in own.items()}
    found["programs"] = {program.id: language.pick(program.name) for program in figures.facts.programs}
    return found


def form_words(language: Language, facts: Facts) -> dict[str, Any]:
    """What the form calls its fields, and the values that may be chosen, in the order of guide.inputs."""
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


def columns(facts: Facts) -> dict[str, Any]:
    """What a list of members may call the inputs, and which amounts stand beside them (guide.members)."""
    names = {name: column.input for column in facts.columns for name in column.names}
    return {"names": names, "keys": KEYS, "benefits": BENEFITS}


class EstimatorPage:
    """What the page's template needs: its scripts, and a door for each occupation."""

    def __init__(self, site: Site, links: Links, scripts: Mapping[str, tuple[str, str]]):
        self.site, self.links, self.scripts = site, links, scripts

    def script(self, kind: str) -> str:
        """The address of a script from this page."""
        return self.links.link(self.scripts[kind][0])

    def more(self) -> list[str]:
        """The pages below the estimator, by their paths."""
        return [page.path for page in self.site.routes if page.up == PAGE]

    def doors(self) -> list[tuple[Any, str]]:
        """The first occupations that lead to one segment: the record, and its inputs as a fragment."""
        jobs = [job for job in published(self.site.facts.occupations) if len(job.ways) == 1]
        return [(job, _state(job.ways[0])) for job in jobs[:SHOWN]]


def _state(way: Any) -> str:
    known = DEFAULTS[way.segment].get("sector")
    return f"segment={way.segment}" + (f"&sector={way.sector}" if known and way.sector != known else "")
