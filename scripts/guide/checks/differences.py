"""Differences that readers see between two sides: two days, or two states of the facts. For reviewers."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from guide.facts.facts import Facts
from guide.estimator.engine import estimate
from guide.estimator.inputs import InputError, read_inputs
from guide.i18n.language import Language, read_languages
from guide.facts.load import load, read, read_prose
from guide.pages.routes import pages
from guide.pages.renderer import Renderer, open_renderer
from guide.pages.templates import TemplateMistake
from guide.law.compile import compile_rules

_SHOWN = re.compile(r'data-fig="([^"]*)"[^>]*>([^<]*)<')
Answers = Mapping[str, int | None]
"""Amounts in rupiah by dotted name; empty where the law gives no answer."""


@dataclass(frozen=True)
class Side:
    """The facts and words below `root` (`data/`, `docs/`), seen on a day, with the looks of `overrides`."""

    root: Path
    today: datetime.date
    overrides: Path

    @cached_property
    def facts(self) -> Facts:
        """Return the facts. Raises DataError where they cannot be read."""
        return load(read(self.root / "data"))

    @cached_property
    def renderer(self) -> Renderer:
        """Return the renderer of the pages of this side."""
        prose = read_prose(self.root / "docs", self.facts.languages)
        languages = read_languages(self.facts.site.languages, self.overrides / "locales")
        return open_renderer(self.facts, pages(self.facts, prose), languages, self.overrides, self.today)

    def language(self, name: str) -> Language:
        """Return a language of the site, its first one if none is named."""
        languages = self.renderer.site.languages
        return languages.get(name) or next(iter(languages.values()))

    def figures(self, language: str) -> tuple[dict[str, dict[str, str]], dict[str, str]]:
        """Return the text of each figure on each page, by its id; and why pages cannot be drawn."""
        found: dict[str, dict[str, str]] = {}
        failed: dict[str, str] = {}
        for page in self.renderer.site.routes:
            try:
                text = self.renderer.render(page, self.language(language))
            except (LookupError, TemplateMistake) as error:
                failed[page.path] = str(error)
                continue
            for name, words in dict.fromkeys(_SHOWN.findall(text)):
                on = found.setdefault(html.unescape(name), {})
                on[page.path] = f"{on[page.path]}; {words}" if page.path in on else words
        return found, failed

    def answers(self) -> dict[str, Answers]:
        """Return the answers to all named estimates and printed examples, by their names."""
        rules = compile_rules(self.facts)
        found: dict[str, Answers] = {}
        for name, inputs in self._questions():
            try:
                found[name] = estimate(rules, read_inputs(inputs, self.today), self.today).amounts()
            except InputError:
                found[name] = {}
        return found

    def _questions(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        for one in self.facts.estimates:
            yield f"estimates.{one.id}", one.inputs
        for record in (*self.facts.schedules, *self.facts.benefits):
            for entry in record.entries:
                for example in entry.examples:
                    yield f"{record.place.file} {example.id}", example.inputs


@dataclass(frozen=True)
class Difference:
    """One thing that differs: its name, what it was and is (empty: not there), and on which pages."""

    name: str
    before: str
    after: str
    pages: tuple[str, ...] = ()


def shown(one: Mapping[str, Mapping[str, str]], other: Mapping[str, Mapping[str, str]]) -> Iterator[Difference]:
    """Yield every figure that some page shows otherwise, in the order of names."""
    for name in sorted({*one, *other}):
        before, after = one.get(name, {}), other.get(name, {})
        found: dict[tuple[str, str], list[str]] = {}
        for path in sorted({*before, *after}):
            pair = before.get(path, ""), after.get(path, "")
            if pair[0] != pair[1]:
                found.setdefault(pair, []).append(path)
        for (old, new), on in found.items():
            yield Difference(name, old, new, tuple(on))


def answered(one: Mapping[str, Answers], other: Mapping[str, Answers], language: Language) -> Iterator[Difference]:
    """Yield every amount of an estimate or example that comes out otherwise."""
    for question in sorted({*one, *other}):
        before, after = one.get(question, {}), other.get(question, {})
        for name in dict.fromkeys((*before, *after)):
            old, new = before.get(name), after.get(name)
            if old != new:
                texts = ("" if value is None else language.money(value) for value in (old, new))
                yield Difference(f"{question} {name}", next(texts), next(texts))
