"""The tools of an assistant: each takes arguments of JSON and answers with plain values, source and day, or refuses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from urllib.parse import urlencode

from guide.assistant.guide_search import GuideSearch
from guide.estimator.inputs import InputError
from guide.estimator.inputs.json_schema import input_schema
from guide.estimator.inputs.suggestions import closest
from guide.estimator.json_answer import Answerer
from guide.estimator.message_text import MessageFormatter
from guide.estimator.message_words import quoted
from guide.facts.model.record import JsonObject
from guide.i18n.language import Language
from guide.pages.estimator_page import PAGE
from guide.pages.renderer import Renderer
from guide.website.llms import TextWriter
from guide.website.open_changes import ChangeWriter
from guide.website.open_data import items
from guide.website.open_tables import TABLES
from guide.website.site_files import speaker
from guide.website.standalone_estimator import about

LONGEST = 500
"""Letters of a query or of an id."""
MOST = 20
"""Results of a search."""
LIMIT = {"type": "integer", "minimum": 1, "maximum": MOST}
_SINCE = re.compile(r"(19|20)\d{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
NOTE = "Not an official source. When in doubt: BPJS Ketenagakerjaan, telephone 175."


class Refused(ValueError):
    """A call that cannot be answered; the message says why, and what to write instead."""


class Tools:
    """The tools over one site; `today` is that of the site."""

    def __init__(self, renderer: Renderer):
        self.renderer, self.site, self.say = renderer, renderer.site, speaker(renderer)
        self.searches: dict[str, GuideSearch] = {}

    @cached_property
    def schemas(self) -> dict[str, tuple[str, JsonObject]]:
        """Return what each tool is for, and the schema of its arguments."""
        question = input_schema()
        texts = {"language": {"type": "string", "enum": list(self.site.languages)}}
        inputs = {name: _lenient(form) for name, form in question["properties"].items()}  # type: ignore[union-attr]
        words = {"type": "string", "maxLength": LONGEST}
        return {
            "estimate": (
                "What is paid for social security and what is received, by the law of a month: each amount with its "
                "step, its law and its date. Say the notices too: a discount ends, a benefit has a condition.",
                _object({**inputs, **texts}, ["segment"]),
            ),
            "search": (
                "Questions and pages of the guide that answer words in Indonesian or English, each with its source.",
                _object({"query": words, **texts, "limit": LIMIT}, ["query"]),
            ),
            "fact": (
                "One dated value or record with its law, its first day and how sure we are, by its id, such as "
                "schedules.bpu-jkm@2015-07-01 or reliefs.bpu-other-2026 (ids: api/v1, and the tool changes).",
                _object({"id": words}, ["id"]),
            ),
            "changes": (
                "What began, ended or was corrected since a day, with the amounts before and after.",
                _object({"since": {"type": "string", "pattern": f"^{_SINCE.pattern}$"}}, ["since"]),
            ),
        }

    def call(self, name: str, arguments: Mapping[str, object]) -> JsonObject:
        """Return the answer of a tool. Raises Refused."""
        tools: dict[str, Callable[[Mapping[str, object]], JsonObject]] = {
            "estimate": self._estimate,
            "search": self._search,
            "fact": self._fact,
            "changes": self._changes,
        }
        if name not in tools:
            raise Refused(f"there is no tool {quoted(name)}; there are {', '.join(tools)}")
        expected = self.schemas[name][1]["properties"]
        unknown = [] if name == "estimate" else [each for each in arguments if each not in expected]
        if unknown:
            raise Refused(f"{quoted(unknown[0])}: unknown; {name} knows {', '.join(expected)}")
        return {**tools[name](arguments), "source": self._source()}

    def _source(self) -> JsonObject:
        """Return who says so, of which day, and until when it may be relied on."""
        told = about(self.site, "")
        kept = {name: told[name] for name in ("name", "as_of", "review", "facts", "licence")}
        return {**kept, "address": self.site.address, "note": NOTE}

    def _language(self, arguments: Mapping[str, object]) -> Language:
        name = arguments.get("language", self.site.first_language.id)
        if not isinstance(name, str) or name not in self.site.languages:
            raise Refused(f"language: write one of {', '.join(self.site.languages)}")
        return self.site.languages[name]

    def _estimate(self, arguments: Mapping[str, object]) -> JsonObject:
        language = self._language(arguments)
        saying = MessageFormatter(language, self.site.facts)
        raw = {name: _text(name, value) for name, value in arguments.items() if name != "language"}
        try:
            answer = Answerer(self.site.figures.rules, self.site.today, saying).answer(raw, {})
        except InputError as error:
            raise Refused("\n".join(saying.mistake(mistake) for mistake in error.mistakes)) from None
        page = TextWriter(self.renderer, language).address(PAGE)
        return {"answer": answer, "link": f"{page}#{urlencode(raw, safe=',')}"}

    def _search(self, arguments: Mapping[str, object]) -> JsonObject:
        query, limit = arguments.get("query"), arguments.get("limit", 5)
        if not isinstance(query, str) or not query.strip() or len(query) > LONGEST:
            raise Refused(f"query: write some words, at most {LONGEST} letters")
        if not isinstance(limit, int) or isinstance(limit, bool) or not 1 <= limit <= MOST:
            raise Refused(f"limit: write a whole number from 1 to {MOST}")
        language = self._language(arguments)
        if language.id not in self.searches:
            self.searches[language.id] = GuideSearch(self.renderer, language)
        address = TextWriter(self.renderer, language).address
        results = self.searches[language.id].find(query, limit)
        return {"results": [{**result, "page": address(result["page"])} for result in results]}

    @cached_property
    def _facts(self) -> dict[str, JsonObject]:
        """Return every item of the open data by its fact id."""
        rows = ((table, item) for table in TABLES for item in items(table, self.site.facts, self.say))
        return {
            item["id"] if "@" in item["id"] else f"{table.key}.{item['id']}": {"table": table.name, **item}
            for table, item in rows
        }

    def _fact(self, arguments: Mapping[str, object]) -> JsonObject:
        name = arguments.get("id")
        if not isinstance(name, str) or not name or len(name) > LONGEST:
            raise Refused("id: write the id of a fact, such as schedules.bpu-jkm@2015-07-01")
        if name not in self._facts:
            near = closest(name, self._facts) or next((each for each in self._facts if each.startswith(f"{name}@")), "")
            raise Refused(f"id: there is no fact {quoted(name)}" + (f"; did you mean {near}?" if near else ""))
        return {"fact": self._facts[name]}

    @cached_property
    def _every_change(self) -> Sequence[JsonObject]:
        return ChangeWriter(self.site.figures, self.say).items()

    def _changes(self, arguments: Mapping[str, object]) -> JsonObject:
        since = arguments.get("since")
        if not isinstance(since, str) or not _SINCE.fullmatch(since):
            raise Refused("since: write a day, month or year, such as 2026-01")
        return {"changes": [change for change in self._every_change if change["effective"] >= since]}


def _lenient(form: object) -> object:
    """Return the schema of an input as assistants may write it: whole numbers as text too, lists with commas."""
    told = dict(form) if isinstance(form, dict) else {}
    if told.get("type") in ("integer", "array"):
        told["type"] = [told["type"], "string"]
    return told


def _object(fields: JsonObject, required: Sequence[str]) -> JsonObject:
    return {"type": "object", "properties": fields, "required": list(required), "additionalProperties": False}


def _text(name: str, value: object) -> str:
    """Return the text of an input that was given as JSON. Raises Refused for what is no text, number or list."""
    if isinstance(value, list) and len(value) <= MOST and all(isinstance(item, str) for item in value):
        value = ",".join(value)
    whole = isinstance(value, int) and not isinstance(value, bool) and value.bit_length() < 100
    if not whole and not (isinstance(value, str) and len(value) <= LONGEST):
        raise Refused(f"{quoted(name)}: write text or a whole number, of at most {LONGEST} letters")
    return str(value)
