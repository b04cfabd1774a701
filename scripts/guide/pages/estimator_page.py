"""Words and scripts of the estimator's pages in one language.

`hitung/` answers (overrides/js/estimator-page/page.js) and then asks for what stands below an answer (after.js); the
pages below it take one rarer question each (tools.js).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

from guide.assets.script_data import as_json
from guide.estimator.browser_data import rules_for_browser, words_of
from guide.estimator.inputs import CHOICES, DEFAULTS, FIELDS, UNKNOWN
from guide.pages.estimator_words import AFTER, PAYERS, RISKS, ROUNDINGS, TOOLS, WORDS
from guide.i18n.language import Language
from guide.estimator.member_list import BENEFITS, KEYS
from guide.facts.facts import Facts
from guide.figures.registry import Figures
from guide.pages.links import Links
from guide.pages.routes import published
from guide.pages.site import Site
from guide.pages.templates import Templates
from guide.assets.minify_js import stripped
from guide.estimator.inputs.messages import STEPS
from guide.i18n.labels import known_in

PAGE = "hitung/"
FRAME = "sematan/"
"""The page that partners put into theirs (guide.serving.FRAMED); `js/embed.js` at the root keeps its height right."""
ENGINE = "js/estimator/engine.js"
SCRIPTS = {
    "first": (ENGINE, "js/estimator/messages.js", "js/estimator-page/state.js", "js/estimator-page/page.js"),
    "after": ("js/estimator-page/after.js", "js/outdated-notice.js", "js/place.js"),
    "tools": (
        ENGINE,
        "js/estimator/messages.js",
        "js/estimator/compare.js",
        "js/estimator/reverse.js",
        "js/estimator-page/state.js",
        "js/estimator-page/tools.js",
        "js/outdated-notice.js",
        "js/place.js",
    ),
}
"""What each script is made of, after rules and words. What waits for the first answer (`after`) has none of its own."""
FILE = (*SCRIPTS["first"], SCRIPTS["after"][0])
"""What the script of a single file is made of."""
SHOWN = 2
"""Occupations with a picture of their own on the page; the others are one tap away, on the page of all work."""

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


def files(site: Site, templates: Templates, language: Language) -> dict[str, tuple[str, str]]:
    """Return names and texts of the scripts; a name changes with its text. Nothing without the page."""
    if PAGE not in site.by_path:
        return {}
    found = {}
    for kind, names in SCRIPTS.items():
        text = script_of(templates, names, _data(site.figures, language, kind))
        found[kind] = (f"hitung-{language.id}-{kind}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text)
    return found if language.entry.folder else {**found, "frame": ("sematan.js", _source(templates, "js/embed.js"))}


def _data(figures: Figures, language: Language, kind: str) -> str:
    """Return what stands before a script: rules and words, or the words that come after the first answer."""
    if kind == "after":
        segments = form_words(language, figures.facts)["options"]["segment"]
        return f"var estimatorMore={as_json({'sentences': more(figures, language), 'segments': segments})};"
    asked = f",estimatorColumns={as_json(columns(figures.facts))}" if kind == "tools" else ""
    data = f"var estimatorRules={as_json(rules(figures, kind))},estimatorWords="
    return f"{data}{as_json(words(figures, language, kind))}{asked};"


def script_of(templates: Templates, names: Sequence[str], data: str) -> str:
    """Return the scripts of these names after `data`, which gives `estimatorRules` and `estimatorWords`.

    The engine hands out what they ask for, and what is asked for after the first answer.
    """
    others = "".join(templates.text(name) for name in {*names, *SCRIPTS["after"]} - {ENGINE})
    texts = (_engine(templates, others) if name == ENGINE else _source(templates, name) for name in names)
    return data + "".join(texts)


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


def words(figures: Figures, language: Language, kind: str) -> dict[str, Any]:
    """Words of engine and page in a language, for the script `first` or `tools`, or for a single `file`."""
    found = words_of(language, figures.facts)
    unsaid = _UNSAID["tools" if kind == "tools" else "first"] + (LATER if kind == "first" else ())
    said = {name: text for name, text in found["sentences"].items() if name not in unsaid}
    if kind != "tools":
        found |= form_words(language, figures.facts)
    own = WORDS if kind != "tools" else TOOLS | _roundings(figures)
    found["sentences"] = said | {name: language.gettext(sentence) for name, sentence in own.items()}
    if kind == "first":
        del found["options"]["segment"]
    if kind == "file":
        found["sentences"] |= more(figures, language)
    found["programs"] = {program.id: language.pick(program.name) for program in figures.facts.programs}
    return found


def more(figures: Figures, language: Language) -> dict[str, str]:
    """The sentences that nobody needs before the first answer."""
    engine = words_of(language, figures.facts)["sentences"]
    own = AFTER | _roundings(figures)
    return {name: engine[name] for name in LATER} | {name: language.gettext(words) for name, words in own.items()}


def _roundings(figures: Figures) -> dict[str, str]:
    """How steps of today's law become whole rupiah."""
    laws = (*figures.rules["schedules"], *figures.rules["benefits"])
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
