"""Search of the guide in one language: its questions and its pages, each result with address, source and day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypedDict

from guide.assistant.word_index import WordIndex
from guide.facts import fallback
from guide.i18n.language import Language
from guide.law.citations import cite, regulation_name
from guide.pages import search_index
from guide.pages.renderer import Renderer
from guide.pages.site import NOT_FOUND
from guide.website.site_files import said_in

TITLE, LEAD, TEXT, SHORT = 3.0, 2.0, 1.0, 0.6
"""What a word counts in the title or in what people ask, in the main message, in the text; a question beside a page."""


class Result(TypedDict):
    """One result: what it says, the page, the laws or other sources behind it, and of which day it is."""

    title: str
    text: str
    page: str
    source: list[str]
    as_of: str


class GuideSearch:
    """Search of all questions and pages in a language."""

    def __init__(self, renderer: Renderer, language: Language):
        self.renderer, self.language, self.site = renderer, language, renderer.site
        self.markup = renderer.new_context(NOT_FOUND, language).markup
        self.index = WordIndex(self.site.facts, language.id)
        self.phrases = {row.to: language.pick(row.words) for row in self.site.facts.asked}

    @cached_property
    def results(self) -> list[Result]:
        """Return everything that can be found, in the order of the index, which is made on the way."""
        results = []
        for result, parts in (*self._questions(), *self._pages()):
            self.index.add(parts)
            results.append(result)
        return results

    def find(self, query: str, limit: int) -> list[Result]:
        """Return the best results; none where no word of the query is known."""
        results = self.results
        return [results[number] for _, number in self.index.find(query)[:limit]]

    def _questions(self) -> Iterator[tuple[Result, list[tuple[str, float]]]]:
        facts = self.site.facts
        for question in facts.questions:
            said = (said_in(self.markup, each, question) for each in (question.question, question.answer))
            title, text = map(fallback.bare, said)
            cited = [cite(facts, [each]) for each in question.citations]
            source = cited or [each.url for each in question.sources if each.url]
            result: Result = {
                "title": title,
                "text": text,
                "page": question.page,
                "source": source,
                "as_of": question.as_of,
            }
            parts = [(title, TITLE), (self.phrases.get(question.id, ""), TITLE), (text, TEXT)]
            yield result, [(words, weight * SHORT) for words, weight in parts]

    def _pages(self) -> Iterator[tuple[Result, list[tuple[str, float]]]]:
        for context, read in self.renderer.searched(self.language):
            yield self._page(context.names["origin"].laws(), read)

    def _page(self, laws: Iterable[str], read: search_index.Found) -> tuple[Result, list[tuple[str, float]]]:
        regulations = self.site.facts.by_id["regulations"]
        result: Result = {
            "title": read.title,
            "text": read.lead,
            "page": read.path,
            "source": [regulation_name(regulations[law]) for law in laws],
            "as_of": self.site.today.isoformat(),
        }
        lines = " ".join(line for line in read.lines if not line.startswith("#"))
        parts = [(read.title, TITLE), (self.phrases.get(read.path, ""), TITLE), (read.lead, LEAD), (lines, TEXT)]
        return result, [(words, weight * read.weight / 100) for words, weight in parts]
