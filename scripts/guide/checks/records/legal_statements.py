"""Every sentence that states law, and how it leads to a fact; `law` in `data/words.yml` is the net.

On pages that people wrote those are `rests_on` in the head, for the head and what comes before the first heading, and
`{part:from …}`, for all that stands above it up to a heading or another one. In data it is the record's own citation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache, partial
from typing import NamedTuple

from guide.facts.load.front_matter import ProseFile, WrittenPages
from guide.checks.records.typed_numbers import GAP, PASSED
from guide.facts.diagnostics import Mistake, N_, mistake_at
from guide.facts.facts import Facts
from guide.facts.model.record import Model
from guide.facts.model.law import Regulation
from guide.facts.model.nesting import inside, texts
from guide.checks.readability import sentences

TRACE = re.compile(r"\{part:from ([^{}]*)\}")
NO_LAW = "facts"
"""The rule of `data/words.yml` that pages and files of data without a statement of law are free from."""
_HEAD = ("title", "description", "message")
_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)")
"""What a link says is led to a fact where it leads."""


class Passage(NamedTuple):
    """Passage that one trace supports: lines below a heading with their first line, the facts it names, and its place.

    `at`: letters after the beginning of the text; -1: nothing is named.
    """

    heading: str
    lines: list[tuple[int, str]]
    facts: list[str]
    at: int


class Statement(NamedTuple):
    """A sentence that states law. `led`: how it leads to a fact (figure, passage, citation, fact, source), or empty.

    `mistake` makes what is said when it leads nowhere.
    """

    words: str
    led: str
    mistake: Callable[[], Mistake]


def passages(body: str) -> list[Passage]:
    """Yield the pieces of a page's Markdown that are traced as one, first those before the first heading."""
    found, at = [Passage("", [], [], -1)], 0
    for line in body.split("\n"):
        trace = TRACE.fullmatch(line)
        if trace:
            found[-1] = found[-1]._replace(facts=trace[1].split(), at=at)
        if trace or line.startswith("#"):
            found.append(Passage(line if not trace else found[-1].heading, [], [], -1))
        elif line and not line.startswith("{part:"):
            found[-1].lines.append((at, line))
        at += len(line) + 1
    return found


def law_of(facts: Facts, language: str) -> re.Pattern:
    """Return the sign of law in a sentence: one of its language's words for that, or a figure."""
    measure = facts.words[0].measure(language)
    words = measure.law if measure else ()
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b|\{{[a-z]" if words else "(?!)", re.I)


def stated(words: str, law: re.Pattern, heading: str = "") -> list[str]:
    """Yield the sentences of a text that state law: all below a heading that speaks of law; no question states any."""
    every = bool(law.search(heading))
    if not every and not law.search(words):
        return []
    return [
        sentence
        for sentence in sentences(PASSED.sub(" ", _LINK.sub("", words)))
        if (every or law.search(sentence)) and not sentence.rstrip('"”*_ ').endswith("?")
    ]


def on_pages(facts: Facts, prose: WrittenPages) -> Iterator[Statement]:
    """Yield every statement of law on the pages that people wrote."""
    for language, found in prose.items():
        law = law_of(facts, language)
        for path, file in found.items():
            if not file.lent and not facts.words[0].reason(NO_LAW, path):
                yield from _on_page(file, law)


def _on_page(file: ProseFile, law: re.Pattern) -> Iterator[Statement]:
    missing = N_("name the facts behind “{bad}”: rests_on in the head, or {{part:from segments.bpu}} below it")
    head, (first, *others) = file.head, passages(file.body)
    for name in _HEAD:
        for words in stated(getattr(head, name), law):
            mistake = partial(mistake_at, head.place, name, missing, bad=words)
            yield Statement(words, _led(words, head.rests_on), mistake)
    for passage in (first._replace(facts=[*head.rests_on, *first.facts]), *others):
        for at, line in passage.lines:
            for words in stated(line, law, passage.heading):
                yield Statement(words, _led(words, passage.facts), partial(file.mistake, at, missing, bad=words))


def _led(words: str, named: Collection[str]) -> str:
    return "figure" if GAP.search(words) else "passage" if named else ""


def in_data(facts: Facts) -> Iterator[Statement]:
    """Yield every statement of law in the texts of the data."""
    law = {language: law_of(facts, language) for language in facts.languages}
    free = cache(lambda file: facts.words[0].reason(NO_LAW, file))
    for records in facts.records.values():
        for top in records:
            if not free(top.place.file):
                yield from _in_record(top, "", law)


def _in_record(record: Model, above: str, law: dict[str, re.Pattern]) -> Iterator[Statement]:
    led = _cited(record) or above
    for path, text in texts(record):
        for language in law:
            for words in stated(text.get(language, ""), law[language]):
                message = N_("this states law: give the record citations or sources, or write it without")
                yield Statement(words, led, partial(mistake_at, record.place, (*path, language), message))
    for inner in inside(record):
        yield from _in_record(inner, led, law)


def _cited(record: Model) -> str:
    """Return whether a record leads on: it is a law, cites one for itself or all its values, or names a source."""
    fields = type(record).model_fields
    dated = [entry for name in ("entries", "mandatory") if name in fields for entry in getattr(record, name)]
    if (
        isinstance(record, Regulation)
        or ("citations" in fields and record.citations)  # type: ignore[attr-defined]
        or (dated and all(entry.citations for entry in dated))
    ):
        return "citation"
    if "rests_on" in fields and record.rests_on:  # type: ignore[attr-defined]
        return "fact"
    return "source" if "sources" in fields and record.sources else ""  # type: ignore[attr-defined]
