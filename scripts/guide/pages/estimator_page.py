"""Words and scripts of the estimator's pages in one language.

`hitung/` answers (overrides/js/estimator-page/page.js) and then asks for what stands below an answer (after.js); the
pages below it take one rarer question each (tools.js), one of them two answers at once (pair.js).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from guide.assets.minify_js import stripped
from guide.assets.script_data import as_json
from guide.estimator.inputs import DEFAULTS
from guide.facts.model.programs import Occupation, Way
from guide.figures.cloth import quarter
from guide.figures.registry import Figures
from guide.i18n.language import Language
from guide.pages.estimator_data import form_words, list_extra, more, rules, words
from guide.pages.links import Links
from guide.pages.routes import published
from guide.pages.site import Site
from guide.pages.templates import Templates

PAGE = "hitung/"
MONTHS = "hitung/bulan/"
FRAME = "sematan/"
"""The page that partners put into theirs (FRAMED in guide.website.http_headers); `js/embed.js` keeps its height."""
ENGINE = "js/estimator/engine.js"
SCRIPTS = {
    "first": (ENGINE, "js/estimator/messages.js", "js/estimator-page/state.js", "js/estimator-page/page.js"),
    "after": ("js/estimator-page/cloth.js", "js/estimator-page/after.js", "js/outdated-notice.js", "js/place.js"),
    "tools": (
        ENGINE,
        "js/estimator/messages.js",
        "js/estimator/compare.js",
        "js/estimator/reverse.js",
        "js/estimator-page/state.js",
        "js/estimator-page/tools.js",
        "js/outdated-notice.js",
        "js/place.js",
        "js/sheet.js",
    ),
    "pair": (
        ENGINE,
        "js/estimator/messages.js",
        "js/estimator-page/state.js",
        "js/estimator-page/page.js",
        "js/estimator-page/pair-state.js",
        "js/estimator-page/pair.js",
        "js/outdated-notice.js",
        "js/place.js",
        "js/sheet.js",
    ),
    "list": tuple(f"js/member-list/{name}.js" for name in ("rules", "files", "answers", "hand-on", "page")),
}
"""What each script is made of, after rules and words. What comes later (`after`, `list`) has none."""
FILE = (*SCRIPTS["first"], "js/estimator-page/after.js")
"""What the script of a single file is made of."""
SHOWN = 2
"""Occupations with a picture of their own on the page; the others are one tap away, on the page of all work."""


def files(site: Site, templates: Templates, language: Language) -> dict[str, tuple[str, str]]:
    """Return names and texts of the scripts; a name changes with its text. Empty without the page."""
    if PAGE not in site.by_path:
        return {}
    found = {}
    for kind, names in SCRIPTS.items():
        text = script_of(templates, names, _data(site.figures, language, kind))
        found[kind] = (f"hitung-{language.id}-{kind}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text)
    return found if language.entry.folder else {**found, "frame": ("sematan.js", _source(templates, "js/embed.js"))}


def _data(figures: Figures, language: Language, kind: str) -> str:
    """Return the data before a script: rules and words, or the words that come after the first answer."""
    if kind == "after":
        segments = form_words(language, figures.facts)["options"]["segment"]
        later = {"sentences": more(figures, language), "segments": segments, "motif": quarter(24)}
        return f"var estimatorMore={as_json(later)};"
    if kind == "list":
        return f"var memberExtra={as_json(list_extra(figures.facts, language))};"
    data = f"var estimatorRules={as_json(rules(figures, kind))},estimatorWords="
    return f"{data}{as_json(words(figures, language, kind))};"


def script_of(templates: Templates, names: Sequence[str], data: str) -> str:
    """Return the scripts of these names after `data`, which gives `estimatorRules` and `estimatorWords`.

    The engine hands out what they ask for, and what is asked for by the script that comes later.
    """
    later = SCRIPTS["list" if "js/estimator-page/tools.js" in names else "after"]
    others = "".join(templates.text(name) for name in {*names, *later} - {ENGINE})
    texts = (_engine(templates, others) if name == ENGINE else _source(templates, name) for name in names)
    return data + "".join(texts)


def _engine(templates: Templates, others: str) -> str:
    """Return the engine, which hands out only what the other scripts ask for."""
    whole = templates.text(ENGINE)
    asked = set(re.findall(r"Estimator\.(\w+)", others)) | {"closest"}
    head, start, tail = whole.partition("  api = {\n")
    given, end, rest = tail.partition("\n  };")
    pairs = [f"{name}: {name}" for name in re.findall(r"(\w+): \1", given) if name in asked]
    return stripped(f"{head}{start}{', '.join(pairs)}{end}{rest}")


def _source(templates: Templates, name: str) -> str:
    return stripped(templates.text(name))


class EstimatorPage:
    """Context of the estimator's page: its scripts, and a door for each occupation."""

    def __init__(self, site: Site, links: Links, scripts: Mapping[str, tuple[str, str]]):
        self.site, self.links, self.scripts = site, links, scripts

    def script(self, kind: str) -> str:
        """Return the address of a script from this page."""
        return self.links.link(self.scripts[kind][0])

    def more(self) -> list[str]:
        """Return the pages below the estimator, by their paths; that of months is reached from two answers."""
        return [page.path for page in self.site.routes if page.up == PAGE and page.path != MONTHS]

    def doors(self) -> list[tuple[Occupation, str]]:
        """Return the first occupations that lead to one segment: the record, and its inputs as a fragment."""
        jobs = [job for job in published(self.site.facts.occupations) if len(job.ways) == 1]
        return [(job, _state(job.ways[0])) for job in jobs[:SHOWN]]


def _state(way: Way) -> str:
    known = DEFAULTS[way.segment].get("sector")
    return f"segment={way.segment}" + (f"&sector={way.sector}" if known and way.sector != known else "")
