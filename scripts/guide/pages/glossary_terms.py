"""The first use of a term on a page, explained beside it: `iuran (uang bayar tiap bulan)`.

Works on drawn HTML, so that it holds for every text of the data. What a writer explained already is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from guide.facts.facts import Facts

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-zA-Z0-9]*)")
_RUNNING = {"p", "li", "dd"}
_SIGNS = {"h1", "h2", "h3", "h4", "a", "summary", "dt"}
_SILENT = {"script", "style", "table", "button", "label", "select", "svg", "title", "form", "fieldset"}
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}
_OPENED = re.compile(r"\((?:\w{1,3} )?$")
_FOOT = '<section class="asal"'
"""Where the sources begin, with which a page ends: nothing is explained there."""
_SMALL_PRINT = re.compile(r'class="[^"]*\b(?:asal|from|up)\b')


def terms_of(facts: Facts, language: str) -> dict[str, str]:
    """Return the terms that pages in a language explain, as written, with the everyday words for each."""
    wanted = {term for found in facts.words[0].explained if found.language == language for term in found.terms}
    found: dict[str, str] = {}
    for term in facts.glossary:
        if term.id in wanted:
            found[term.abbreviation or term.official[language].lower()] = term.plain[language]
    return found


def pattern(terms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the terms as a whole word; short forms only in capitals."""
    return _pattern(tuple(sorted(terms, key=len, reverse=True)))


@lru_cache(maxsize=4096)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![\w/-]){_form(form)}(?![\w-])" for form in forms) or r"(?!)")


def _form(form: str) -> str:
    return re.escape(form) if form != form.lower() else f"(?i:{re.escape(form)})s?"


def term_of(match: re.Match[str], terms: Mapping[str, str]) -> str:
    """Return the term that a match of the pattern is."""
    word = match[0]
    return word if word in terms else word.lower() if word.lower() in terms else word.lower().removesuffix("s")


def is_explained(text: str, match: re.Match[str], words: str) -> bool:
    """Return whether the text beside a term explains it: in brackets, or by the everyday words themselves."""
    before, after = text[: match.start()], text[match.end() :]
    return bool(_OPENED.search(before)) or after.startswith(" (") or words.lower() in before[-len(words) - 12 :].lower()


def is_quoted(text: str, at: int) -> bool:
    """Return whether a place of a text is in quoted speech, which no explanation interrupts."""
    before = text[:at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def explain(html: str, terms: Mapping[str, str]) -> str:
    """Return the page with each term explained in running text where it comes first."""
    html, foot, sources = html.partition(_FOOT)
    pieces = _TAG.split(html)
    small = "\0".join(pieces[::2]).lower()
    terms = {term: words for term, words in terms.items() if term.lower() in small}
    named = {small.count("\0", 0, place) for term in terms for place in _places(small, term.lower())}
    known: set[str] = set()
    find, stack, at = pattern(terms), [_Open()], 0
    for i in sorted(named):
        for tag in pieces[2 * at + 1 : 2 * i : 2]:
            _step(stack, tag)
        at, top = i, stack[-1]
        if top.read:
            pieces[2 * i] = _said(pieces[2 * i], terms, find, known, top.running and not top.sign)
            if len(known) == len(terms):
                break
    return "".join(pieces) + foot + sources


def _in_brackets(text: str, at: int) -> bool:
    return text.count("(", 0, at) != text.count(")", 0, at)


def _places(text: str, words: str) -> Iterator[int]:
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


class _Open(NamedTuple):
    """A tag that is open, with those around it: inside of text that runs, of a sign, of what is left alone.

    `read`: whether terms are looked for in here.
    """

    name: str = ""
    running: bool = False
    sign: bool = False
    silent: bool = False
    read: bool = False


def _step(stack: list[_Open], tag: str) -> None:
    name, ends, silent = _read(tag)
    if ends:
        while len(stack) > 1 and stack.pop().name != name:
            pass
    elif name:
        stack.append(_under(stack[-1], name, silent))


@lru_cache(maxsize=4096)
def _under(above: _Open, name: str, silent: bool) -> _Open:
    running, sign, left = above.running or name in _RUNNING, above.sign or name in _SIGNS, above.silent or silent
    return _Open(name, running, sign, left, not left and (running or sign))


@lru_cache(maxsize=4096)
def _read(tag: str) -> tuple[str, bool, bool]:
    """Return the name of a tag, empty if it holds nothing; whether it is an end; whether its inside is left alone."""
    name = _NAME.match(tag)[1].lower()  # type: ignore[index]
    if tag.startswith("</"):
        return name, True, False
    if name in _VOID or tag.endswith("/>"):
        return "", False, False
    return name, False, name in _SILENT or bool(_SMALL_PRINT.search(tag))


def _said(text: str, terms: Mapping[str, str], find: re.Pattern[str], known: set[str], running: bool) -> str:
    parts, last = [], 0
    for match in find.finditer(text):
        term = term_of(match, terms)
        if term in known:
            continue
        if is_explained(text, match, terms[term]):
            known.add(term)
        elif running and not (_in_brackets(text, match.start()) or is_quoted(text, match.start())):
            parts.append(f"{text[last : match.end()]} ({terms[term]})")
            last = match.end()
            known.add(term)
    return "".join(parts) + text[last:]
