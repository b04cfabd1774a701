"""Phrases that no text says: `wrong` in `data/words.yml`, each with what it is wrong for and what to say instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.facts import Facts
from guide.facts.load import ProseFile
from guide.facts.load.front_matter import WrittenPages
from guide.facts.model.law import Regulation
from guide.facts.model.linguistics import SameWords
from guide.facts.traversal import every_text
from guide.i18n.catalogs import DOMAINS, read_catalog

WRONG = N_("say “{good}”, not “{bad}” ({why})")
_PASSED = re.compile(r"<q>.*?</q>|\{[^{}]*\}|\]\([^)\s]*\)|\b(?:href|id|src)=\"[^\"]*\"|\bhttps?://\S+", re.S)
"""What nobody says: passages that are marked as quoted, figures, and addresses."""


class Phrases:
    """The wrong phrases of one language. Titles of laws may hold them."""

    def __init__(self, facts: Facts, language: str):
        titles = [law.title[language] for law in facts.regulations if language in law.title]
        self.rows = []
        for row in facts.words[0].wrong:
            if row.language == language:
                wrong = re.compile(rf"(?<!\w)(?:{row.phrase})(?!\w)".replace(" ", r"\s+"), re.I)
                right = [re.escape(words) for words in (*row.right_in, *filter(wrong.search, titles))]
                self.rows.append((wrong, re.compile("|".join(right).replace(r"\ ", r"\s+") or "(?!)", re.I), row))

    def find(self, text: str) -> Iterator[tuple[re.Match[str], dict[str, str]]]:
        """Yield each wrong phrase of a text, with the values of its message."""
        text = _PASSED.sub(lambda passed: "\0" * len(passed[0]), text)
        for wrong, right, row in self.rows:
            matches = list(wrong.finditer(text))
            held = [found.span() for found in right.finditer(text)] if matches else []
            for match in matches:
                if not any(start <= match.start() < end for start, end in held):
                    yield match, {"bad": " ".join(match[0].split()), "good": row.say, "why": row.scope}


@lru_cache(maxsize=4)
def phrases_of(facts: Facts, language: str) -> Phrases:
    """Return the wrong phrases of a language, compiled once."""
    return Phrases(facts, language)


def no_wrong_phrase_is_written(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse a wrong phrase in a text of the data or on a written page."""
    for record, path, text in every_text(facts):
        if not isinstance(record, SameWords) and not (isinstance(record, Regulation) and path == ("title",)):
            for language in facts.languages:
                for _match, values in phrases_of(facts, language).find(text.get(language, "")):
                    yield replace(mistake_at(record.place, (*path, language), WRONG), values=values)
    for language, found in prose.items():
        for file in found.values():
            if not file.lent:
                yield from _of_page(file, phrases_of(facts, language))


def _of_page(file: ProseFile, phrases: Phrases) -> Iterator[Mistake]:
    head = file.head
    for record, name in ((head, "title"), (head, "description"), (head, "message"), (head.next, "words")):
        for _match, values in phrases.find(getattr(record, name)):
            yield replace(mistake_at(record.place, name, WRONG), values=values)
    for match, values in phrases.find(file.body):
        yield file.mistake(match.start(), WRONG, **values)


def catalogs_say_no_wrong_phrase(folder: Path, facts: Facts) -> Iterator[Mistake]:
    """Refuse a wrong phrase in a sentence of templates and code, or in its translation."""
    first = "en"
    for language in facts.languages:
        for domain in DOMAINS:
            path = folder / language / "LC_MESSAGES" / f"{domain}.po"
            texts = read_catalog(folder, language, domain)
            found = [*_all(phrases_of(facts, first), texts), *_all(phrases_of(facts, language), texts.values())]
            lines = path.read_text("utf-8").split("\n") if found else []
            name = f"{folder.parent.name}/{path.relative_to(folder.parent).as_posix()}"
            for values in found:
                line = next((n for n, words in enumerate(lines, 1) if values["bad"] in words), 1)
                yield Mistake(name, line, 1, "", WRONG, values)


def _all(phrases: Phrases, texts: Iterable[str]) -> Iterator[dict[str, str]]:
    return (values for text in texts for _match, values in phrases.find(text))
