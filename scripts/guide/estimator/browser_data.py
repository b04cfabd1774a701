"""What the browser's estimator (overrides/js/estimator/engine.js) reads: rules, and words of one language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from guide.estimator import inputs
from guide.estimator.engine.programs import EVENT_PROGRAM
from guide.i18n.language import Language
from guide.facts.facts import Facts
from guide.i18n.numerals import counting
from guide.law.rows import ALWAYS
from guide.estimator.message_text import Saying
from guide.assets.minify_js import stripped, text_of
from guide.estimator.inputs.messages import COMMAND_LINE, SENTENCES

_LEFT_OUT = ("fact", "month", "covers")
"""What the browser works out again (months from dates, packages from keys) or has no use for (citations stay)."""

_USUAL = {"rounding": "convention", "of": "income"}


def rules_for_browser(rules: Mapping[str, Any]) -> dict[str, Any]:
    """The rules with the tables of inputs, without what is empty or usual. Rows are those of Python."""
    compact = {name: _compact(part) for name, part in rules.items()}
    compact = {name: _compact(part) for name, part in rules.items()}
    compact["inputs"] = {
        "names": inputs.NAMES,
        "choices": inputs.CHOICES,
        "lists": inputs.LISTS,
        "money": inputs.MONEY,
        "whole": inputs.WHOLE,
        "of_segment": inputs.OF_SEGMENT,
        "known": inputs.KNOWN,
        "of_event": inputs.OF_EVENT,
        "required": inputs.REQUIRED,
        "defaults": inputs.DEFAULTS,
        "assumed": inputs.ASSUMED_OF,
        "low_income": inputs.LOW_INCOME,
    }
    for benefit in compact["benefits"]:
        for entry in benefit["entries"]:
            if entry["kind"] == "accrual":
                entry["rows"] = _limits(entry["rows"])
    return {**compact, "event_program": EVENT_PROGRAM}


def _limits(rows: list[list[int]]) -> list[Any]:
    """Rows of an amount between two limits, as `[least, most, times, over]`: the browser makes the rows again."""
    (_, least, *_), (_, _, times, over), (_, most, *_) = rows
    whole = [[0, least, 0, 1], [least * over, 0, times, over], [most * over, most, 0, 1]]
    assert rows == whole and times == 1, rows
    return [least, most, times, over]


def _compact(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_compact(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    found = {}
    for name, inner in value.items():
        usual = inner in ("", [], (), False, None) or inner == ALWAYS or _USUAL.get(name) == inner
        since = value.get("effective") or value.get("first", "")
        derived = name == "known" and inner == f"{since[:7]}-01"
        same = name == "answer" and inner == value["id"]
        if not (usual or derived or same or name in _LEFT_OUT):
            found[name] = _compact(inner)
    return found


def words_of(language: Language, facts: Facts) -> dict[str, Any]:
    """Everything that the browser's estimator says in one language."""
    saying = Saying(language, facts)
    return {
        "sentences": {n: language.gettext(sentence) for n, sentence in SENTENCES.items() if n not in COMMAND_LINE},
        "parties": saying.parties,
        "benefits": saying.benefits,
        "months": [language.month(f"2000-{month:02}").rsplit(" ", 1)[0] for month in range(1, 13)],
        "thousands": language.entry.thousands,
        "decimal": saying.decimal,
        "numbers": counting(facts.numbers[0], language.id)._asdict(),
    }


ONE_FILE = (
    "js/estimator/engine.js",
    "js/estimator/messages.js",
    "js/estimator/reverse.js",
    "js/estimator/standalone.js",
)


def one_file(templates: Any, about: Mapping[str, Any], rules: Mapping[str, Any], words: Mapping[str, Any]) -> str:
    """The whole estimator as one script that anybody may include: engine, rows, words of every language.

    `about`: its version, day, facts and licence; it defines `PahamJamsostek` or is what `require` gives.
    """
    begin = "var PahamJamsostek=(function(){"
    *parts, end = (text_of(templates, name) for name in ONE_FILE)
    engine, end = "".join(map(stripped, parts)), stripped(f"{begin}\n{end}").removeprefix(begin)
    data = {"about": about, "rules": rules_for_browser(rules), "words": words}
    told = " · ".join(str(about[name]) for name in ("name", "version", "as_of", "facts", "licence")).replace("*/", "")
    given = ",".join(f"{name}={as_json(value)}" for name, value in data.items())
    return f"/* {told} */\n{begin}var module;{engine}var {given};{end}"


def as_json(value: Any) -> str:
    """Compact JSON that may stand inside a script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
