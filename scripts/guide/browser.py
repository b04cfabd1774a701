"""What the browser's estimator (overrides/estimator.js) reads: rules, words of one language, and the script itself."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from guide import inputs
from guide.estimate.benefits import EVENT_PROGRAM
from guide.language import Language
from guide.model import Facts
from guide.number_words import counting
from guide.rules import ALWAYS
from guide.saying import Saying
from guide.sentences import SENTENCES

_LEFT_OUT = ("fact", "month", "covers")
"""What the browser works out again (months from dates, packages from keys) or has no use for (citations stay)."""

_USUAL = {"rounding": "convention", "of": "income"}


def rules_for_browser(rules: Mapping[str, Any]) -> dict[str, Any]:
    """The rules with the tables of inputs, without what is empty or usual. Rows are those of Python."""
    compact = _compact(rules)
    compact["inputs"] = {
        "names": inputs.NAMES,
        "choices": inputs.CHOICES,
        "lists": inputs.LISTS,
        "money": inputs.MONEY,
        "whole": inputs.WHOLE,
        "of_segment": inputs.OF_SEGMENT,
        "known": inputs.KNOWN,
        "of_event": inputs.OF_EVENT,
        "defaults": inputs.DEFAULTS,
    }
    return {**compact, "event_program": EVENT_PROGRAM}


def _compact(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_compact(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    found = {}
    for name, inner in value.items():
        usual = inner in ("", [], (), False, None) or inner == ALWAYS or _USUAL.get(name) == inner
        since = value.get("effective") or value.get("first", "")
        derived = name == "known" and inner == (since if len(since) == 10 else f"{since}-01")
        same = name == "answer" and inner == value["id"]
        if not (usual or derived or same or name in _LEFT_OUT):
            found[name] = _compact(inner)
    return found


def words_of(language: Language, facts: Facts) -> dict[str, Any]:
    """Everything that the browser's estimator says in one language."""
    saying = Saying(language, facts)
    return {
        "sentences": {name: language.gettext(sentence) for name, sentence in SENTENCES.items()},
        "parties": saying.parties,
        "benefits": saying.benefits,
        "months": [language.month(f"2000-{month:02}").rsplit(" ", 1)[0] for month in range(1, 13)],
        "thousands": language.entry.thousands,
        "decimal": saying.decimal,
        "numbers": counting(facts.numbers[0], language.id)._asdict(),
    }


def as_json(value: Any) -> str:
    """Compact JSON that may stand inside a script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def stripped(script: str) -> str:
    """A script of ours without comments and needless blanks.

    Comments stand on lines of their own, statements end with a semicolon, texts stand in double quotes and patterns
    hold no blanks; nothing is renamed. Blanks beside + and - stay.
    """
    script = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*\n|^[ \t]*//[^\n]*\n", "", script, flags=re.M | re.S)
    parts = re.split(r'("(?:[^"\\\n]|\\.)*")', script)
    parts[::2] = [re.sub(r"\s*([=(){}\[\],;:?*%<>!&|])\s*", r"\1", re.sub(r"\s+", " ", part)) for part in parts[::2]]
    return "".join(parts)


def named_script(templates: Any, name: str) -> tuple[str, str]:
    """Name and text of a script of `overrides/`, stripped; the name changes with the text. `templates`: Jinja's."""
    text = stripped(templates.loader.get_source(templates, name)[0])
    return f"{name.removesuffix('.js')}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text
