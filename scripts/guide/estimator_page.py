"""The estimator page: its words, and its scripts with rules and words of one language, ready to be served.

`overrides/hitung.js` draws the first answer; `overrides/hitung-more.js` is loaded when somebody asks for more.
"""

from __future__ import annotations

import hashlib
from typing import Any

from guide.browser import as_json, rules_for_browser, words_of
from guide.inputs import DEFAULTS
from guide.language import Language
from guide.members import BENEFITS, KEYS
from guide.mistakes import N_
from guide.model import Facts
from guide.pages import published
from guide.script import stripped

PAGE = "hitung/"
FRAME = "sematan/"
"""The page that partners put into theirs (guide.serving.FRAMED); `sematan.js` at the root keeps its height right."""
FIRST = ("estimator.js", "estimator-words.js", "estimator-months.js")
PAGE_SCRIPT, MORE = "hitung.js", ("estimator-more.js", "hitung-more.js")

WORDS = {
    "month": N_("Each month"),
    "once": N_("One payment"),
    "words": N_("{words} rupiah"),
    "day": N_("About {amount:money} a day."),
    "nothing": N_("Nothing is paid for this."),
    "estimate": N_("Estimate of {day:date} for {month:month}. Not a decision."),
    "who": N_("Who pays?"),
    "parts": N_("What is in it?"),
    "all": N_("In all: {people} people, {months} months"),
    "runs": N_("Total month by month"),
    "run": N_("{first:month} to {last:month}: {amount:money} a month"),
    "run-one": N_("{first:month}: {amount:money}"),
    "notes": N_("Good to know"),
    "buys": N_("What does the family get?"),
    "gets": N_("You or your family get"),
    "total": N_("In all"),
    "ask-event": N_("If something happens"),
    "why": N_("Why this amount?"),
    "law": N_("Law: {citation}. In force from {effective:date}. Rounding: {rounding}."),
    "if": N_("What if …"),
    "add": N_("Add old-age savings"),
    "drop": N_("Without old-age savings"),
    "more-income": N_("With an income of {amount:money}"),
    "no-event": N_("Back to what is paid"),
    "hand": N_("Hand it on"),
    "link": N_("Copy the link"),
    "text": N_("Copy as text"),
    "copied": N_("Copied."),
    "print": N_("Print"),
    "partner": N_("Ask the partner who helps you"),
    "change": N_("Change the answers"),
    "again": N_("Start again"),
    "back": N_("Back"),
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
    "broken": N_("part of the link cannot be read"),
    "message": N_("Workers' social security: {amount:money}"),
    "per-month": N_("{amount:money} a month"),
    "not-official": N_("Estimate of {day:date}, not a decision. Not an official site."),
    "loading": N_("One moment …"),
    "failed": N_("This part could not be loaded."),
}
LATER = {
    "sheet": N_("Download as a table (CSV)"),
    "then": N_("On {day:date} this was {amount:money}. Now it is {now:money}."),
    "because": N_("Why it changed"),
    "now-then": N_("{now:month} and {then:month} side by side"),
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
    "budget": N_("I have little money: what can I get?"),
    "have": N_("Money for a month"),
    "declared": N_("Counted on {amount:money} a month."),
    "payslip": N_("Is my payslip right?"),
    "wage-slip": N_("Wage on the payslip"),
    "cut": N_("Cut for"),
    "compare": N_("Another month beside this one"),
    "other-month": N_("The other month"),
    "members": N_("A list of members"),
    "members-why": N_("The file stays on this device. Nothing is sent."),
    "file": N_("A CSV file with columns such as segment, income, programs"),
}
"""Said by hitung-more.js only."""
_ENGINE_LATER = ("true-income", "relief-ended", "relief-began", "law-changed", "one-month-only", "item", "segment-only")
_UNUSED = ("illustration", "final-tax", "tax", "percent")


def files(renderer: Any, language: Language) -> dict[str, tuple[str, str]]:
    """Names and texts of the scripts `first` and `more`; a name changes with its text. Nothing without the page."""
    if PAGE not in renderer.by_path:
        return {}
    read = {name: _source(renderer, name) for name in MORE}
    first, later = words(renderer, language)
    data = f"var estimatorRules={as_json(rules_for_browser(renderer.figures.rules))},estimatorWords={as_json(first)};"
    given = f",{as_json(columns(renderer.facts))},{as_json(later)});"
    texts = {
        "first": first_script(renderer, data),
        "more": "".join(read[name] for name in MORE).rstrip().removesuffix(");") + given,
    }
    found = {
        kind: (f"hitung-{language.id}-{kind}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text)
        for kind, text in texts.items()
    }
    return found if language.entry.folder else {**found, "frame": ("sematan.js", _source(renderer, "sematan.js"))}


def first_script(renderer: Any, data: str) -> str:
    """Engine and page around `data`, which gives `estimatorRules` and `estimatorWords`."""
    return "".join(_source(renderer, name) for name in FIRST) + data + _source(renderer, PAGE_SCRIPT)


def _source(renderer: Any, name: str) -> str:
    return stripped(renderer.env.loader.get_source(renderer.env, name)[0])


def words(renderer: Any, language: Language) -> tuple[dict[str, Any], dict[str, str]]:
    """Words of engine and page in a language: those of the first script, and the sentences of the later one."""
    found = words_of(language, renderer.facts)
    said = found["sentences"]
    later = {name: said.pop(name) for name in _ENGINE_LATER}
    for name in _UNUSED:
        del said[name]
    said |= {f"p-{name}": language.gettext(sentence) for name, sentence in WORDS.items()}
    found["programs"] = {program.id: language.pick(program.name) for program in renderer.facts.programs}
    return found, later | {f"p-{name}": language.gettext(sentence) for name, sentence in LATER.items()}


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
        return self.drawing.link(files(self.renderer, self.language)[kind][0])

    def doors(self) -> list[dict[str, Any]]:
        """Each occupation: its record, the inputs it leads to as a fragment, usual incomes, ways to choose from."""
        pick = self.language.pick
        return [
            {
                "job": job,
                "state": _state(job.ways[0]),
                "incomes": ",".join(job.incomes),
                "ways": as_json([[pick(way.when), _state(way)] for way in job.ways]) if len(job.ways) > 1 else "",
                "title": pick(job.question) if job.question else "",
            }
            for job in published(self.renderer.facts.occupations)
        ]


def _state(way: Any) -> str:
    known = DEFAULTS[way.segment].get("sector")
    return f"segment={way.segment}" + (f"&sector={way.sector}" if known and way.sector != known else "")
