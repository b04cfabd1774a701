"""The estimator's pages: their words, and their scripts with rules and words of one language, ready to be served.

`hitung/` answers (overrides/js/estimator-page/page.js), and then asks for what stands below an answer (hitung-after.js); the pages
below it take one rarer question each (overrides/js/estimator-page/tools.js).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Any

from guide.estimator.browser_data import as_json, rules_for_browser, words_of
from guide.estimator.inputs import CHOICES, DEFAULTS, FIELDS, UNKNOWN
from guide.i18n.language import Language
from guide.estimator.member_list import BENEFITS, KEYS
from guide.facts.diagnostics import N_
from guide.facts.facts import Facts
from guide.pages.routes import published
from guide.assets.minify_js import stripped, text_of
from guide.estimator.inputs.messages import STEPS
from guide.i18n.labels import known_in

PAGE = "hitung/"
FRAME = "sematan/"
"""The page that partners put into theirs (guide.serving.FRAMED); `js/embed.js` at the root keeps its height right."""
ENGINE = "js/estimator/engine.js"
SCRIPTS = {
    "first": (ENGINE, "js/estimator/messages.js", "js/estimator-page/state.js", "js/estimator-page/page.js"),
    "after": ("hitung-after.js", "js/outdated-notice.js", "place.js"),
    "tools": (
        ENGINE,
        "js/estimator/messages.js",
        "js/estimator/compare.js",
        "js/estimator/reverse.js",
        "js/estimator-page/state.js",
        "js/estimator-page/tools.js",
        "js/outdated-notice.js",
        "place.js",
    ),
}
"""What each script is made of, after rules and words. What waits for the first answer (`after`) has none of its own."""
FILE = (*SCRIPTS["first"], SCRIPTS["after"][0])
"""What the script of a single file is made of."""
SHOWN = 2
"""Occupations with a picture of their own on the page; the others are one tap away, on the page of all work."""

WORDS = {
    "each-month": N_("Each month"),
    "once": N_("One payment"),
    "words": N_("{words} rupiah"),
    "day": N_("About {amount:money} a day."),
    "nothing": N_("Nothing is paid for this."),
    "estimate": N_("Estimate of {day:date} for {month:month}. Not a decision."),
    "all": N_("In all: {people} people, {months} months"),
    "gets": N_("You or your family get"),
    "ask-event": N_("If something happens"),
    "no-event": N_("Back to what is paid"),
    "back": N_("← Back"),
    "unsure": N_("I do not know"),
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
    "per-month": N_("{amount:money} a month"),
    "unsure-low": N_("You were not sure: we counted with {value}, the least that is usual."),
    "size": N_("How large is the employer?"),
    "contract": N_("How many months is the contract?"),
    "placement": N_("How do you leave?"),
    "years-are": N_("{count} years"),
    "of-base": N_("{rate} of {base:money}"),
    "of-base-relief": N_("{rate} of {base:money}, of which {relief} is paid"),
    "of-relief": N_("{relief} of the full amount"),
    "of-month": N_("each month"),
    "of-all": N_("all months together"),
    "assumed": N_("We took this for granted. Tap what is not so."),
}
"""Said by questions and answers."""
AFTER = {
    "days-are": N_("{count} working days, {amount:money} each"),
    "daily-day": N_("For a day"),
    "daily-month": N_("For a month"),
    "daily": N_("Is {amount:money} for a day or for a month?"),
    "because": N_("Why it changed"),
    "then": N_("On {day:date} this was {amount:money}. Now it is {now:money}."),
    "who": N_("Who pays?"),
    "parts": N_("What is in it?"),
    "notes": N_("Good to know"),
    "buys": N_("What does the family get?"),
    "total": N_("In all"),
    "why": N_("Why this amount?"),
    "law": N_("Law: {citation}. In force from {effective:date}. {rounding}."),
    "if": N_("What if …"),
    "add": N_("Add old-age savings"),
    "more-income": N_("With an income of {amount:money}"),
    "other-month": N_("In {month:month}"),
    "hand": N_("Hand it on"),
    "link": N_("Copy the link"),
    "text": N_("Copy as text"),
    "copied": N_("Copied."),
    "print": N_("Print"),
    "partner": N_("Ask the partner who helps you"),
    "change": N_("Change the answers"),
    "not-official": N_("Estimate of {day:date}, not a decision. Not an official site."),
    "payer-self": N_("the worker alone"),
    "payer-abroad": N_("the company that sends you (P3MI), or you yourself"),
    "payer-is": N_("Who pays: {who}."),
    "message-month": N_("Contribution to BPJS Ketenagakerjaan in {month:month}: {amount} a month."),
    "message-once": N_("Contribution to BPJS Ketenagakerjaan in {month:month}: {amount}, paid once."),
    "on-bpu": N_("Counted on an income of {income:money} a month."),
    "on-pu": N_("Counted on a wage of {income:money} a month."),
    "on-jakon": N_("Counted on a contract worth {income:money}."),
    "on-pmi": N_("For a contract of {contract} months."),
}
"""Said by what stands below an answer."""
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
        name: {**WORDS, **AFTER}[name]
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
            "assumed",
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
    "ask-jht": N_("Cut for JHT"),
    "ask-jp": N_("Cut for JP"),
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
LATER = (
    *(name for name in STEPS if name not in ("benefit", "tax")),
    *("included", "package", "paid-once", "plain-percentage", "law-may-change", "program-added", "jp-not-due"),
    *("children-most", "lump-sum-development"),
)
"""Sentences of the engine that only the script `after` says."""


def files(renderer: Any, language: Language) -> dict[str, tuple[str, str]]:
    """Names and texts of the scripts; a name changes with its text. Nothing without the page."""
    if PAGE not in renderer.by_path:
        return {}
    found = {}
    for kind, names in SCRIPTS.items():
        text = script_of(renderer, names, _data(renderer, language, kind))
        found[kind] = (f"hitung-{language.id}-{kind}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text)
    return found if language.entry.folder else {**found, "frame": ("sematan.js", _source(renderer, "js/embed.js"))}


def _data(renderer: Any, language: Language, kind: str) -> str:
    """What stands before a script: rules and words, or the words that come after the first answer."""
    if kind == "after":
        segments = form_words(language, renderer.facts)["options"]["segment"]
        return f"var estimatorMore={as_json({'sentences': more(renderer, language), 'segments': segments})};"
    asked = f",estimatorColumns={as_json(columns(renderer.facts))}" if kind == "tools" else ""
    data = f"var estimatorRules={as_json(rules(renderer, kind))},estimatorWords="
    return f"{data}{as_json(words(renderer, language, kind))}{asked};"


def script_of(renderer: Any, names: Sequence[str], data: str) -> str:
    """The scripts of these names after `data`, which gives `estimatorRules` and `estimatorWords`.

    The engine hands out what they ask for, and what is asked for after the first answer.
    """
    others = "".join(text_of(renderer.env, name) for name in {*names, *SCRIPTS["after"]} - {ENGINE})
    return data + "".join(_engine(renderer, others) if name == ENGINE else _source(renderer, name) for name in names)


def _engine(renderer: Any, others: str) -> str:
    """The engine, which hands out only what the other scripts ask for."""
    whole = text_of(renderer.env, ENGINE)
    asked = set(re.findall(r"Estimator\.(\w+)", others)) | {"closest"}
    head, start, tail = whole.partition("  api = {\n")
    given, end, rest = tail.partition("\n  };")
    pairs = [f"{name}: {name}" for name in re.findall(r"(\w+): \1", given) if name in asked]
    return stripped(f"{head}{start}{', '.join(pairs)}{end}{rest}")


def _source(renderer: Any, name: str) -> str:
    return stripped(text_of(renderer.env, name))


def rules(renderer: Any, kind: str) -> dict[str, Any]:
    """The rules of the engine, without what no page asks for."""
    found = rules_for_browser(renderer.figures.rules)
    if kind == "first":
        found["mandatory"] = [{n: v for n, v in rule.items() if n != "voluntary"} for rule in found["mandatory"]]
    return {name: value for name, value in found.items() if name not in ("digest", "taxes")}


def words(renderer: Any, language: Language, kind: str) -> dict[str, Any]:
    """Words of engine and page in a language, for the script `first` or `tools`, or for a single `file`."""
    found = words_of(language, renderer.facts)
    unsaid = _UNSAID["tools" if kind == "tools" else "first"] + (LATER if kind == "first" else ())
    said = {name: text for name, text in found["sentences"].items() if name not in unsaid}
    if kind != "tools":
        found |= form_words(language, renderer.facts)
    own = WORDS if kind != "tools" else TOOLS | _roundings(renderer)
    found["sentences"] = said | {name: language.gettext(sentence) for name, sentence in own.items()}
    if kind == "first":
        del found["options"]["segment"]
    if kind == "file":
        found["sentences"] |= more(renderer, language)
    found["programs"] = {program.id: language.pick(program.name) for program in renderer.facts.programs}
    return found


def more(renderer: Any, language: Language) -> dict[str, str]:
    """The sentences that nobody needs before the first answer."""
    engine = words_of(language, renderer.facts)["sentences"]
    own = AFTER | _roundings(renderer)
    return {name: engine[name] for name in LATER} | {name: language.gettext(words) for name, words in own.items()}


def _roundings(renderer: Any) -> dict[str, str]:
    """How steps of today's law become whole rupiah."""
    laws = (*renderer.figures.rules["schedules"], *renderer.figures.rules["benefits"])
    used = {f"half-up, {entry['rounding']}" for law in laws for entry in law["entries"]}
    return {name: sentence for name, sentence in ROUNDINGS.items() if name in used}


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

    def __init__(self, drawing: Any):
        self.drawing, self.renderer, self.language = drawing, drawing.renderer, drawing.language

    def script(self, kind: str) -> str:
        """The address of a script from this page."""
        return self.drawing.link(self.renderer.estimator_files(self.language)[kind][0])

    def more(self) -> list[str]:
        """The pages below the estimator, by their paths."""
        return [page.path for page in self.renderer.pages if page.up == PAGE]

    def doors(self) -> list[tuple[Any, str]]:
        """The first occupations that lead to one segment: the record, and its inputs as a fragment."""
        jobs = [job for job in published(self.renderer.facts.occupations) if len(job.ways) == 1]
        return [(job, _state(job.ways[0])) for job in jobs[:SHOWN]]


def _state(way: Any) -> str:
    known = DEFAULTS[way.segment].get("sector")
    return f"segment={way.segment}" + (f"&sector={way.sector}" if known and way.sector != known else "")
