"""Pruning of CSS rules that cannot match a page, or a file handed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from guide.assets.minify_js import tokens_of

_RULE = re.compile(r"(@(?:media|supports)[^{]*)\{((?:[^{}]*\{[^{}]*\})*)\}|([^{}]+)\{([^{}]*)\}")
_NAME = re.compile(r"\.([\w-]+)|(?:#|\[id\$=)([\w-]+)|(?:^|(?<=[\s>+~(]))([a-z][a-z0-9]*)")
_ALWAYS = frozenset(("html", "body", "main", "article"))
"""The frame of every page (overrides/main.html)."""
_IN_TITLE = "h1 "
"""Stands for a page whose h1 holds markup: rules that start with it (`h1 .draw`) are kept for those pages alone."""


class _Rule(NamedTuple):
    """One rule: each of its selectors with the names it needs; or what stands `around` others."""

    around: str
    inner: tuple[_Rule, ...]
    selectors: tuple[tuple[str, frozenset[str]], ...]
    words: str


def names_in_script(script: str) -> frozenset[str]:
    """Return every name in the texts of a script: names that the script may put into a page."""
    return frozenset(re.findall(r"[\w-]+", " ".join(token for token in tokens_of(script) if token.startswith('"'))))


def used(css: str, page: str, said: frozenset[str] = frozenset()) -> str:
    """Return the rules of a style whose names all occur in the page, or among the names `said` by its scripts."""
    return _fitted(css, _names_in(page) & _names_of(css), said)


def _names_in(page: str) -> frozenset[str]:
    """Return the names in a page: `.class`, `#end of an id`, `tag`."""
    classes = {one for found in set(re.findall(r' class="([^"]*)"', page)) for one in found.split()}
    ids = {found.rpartition("-")[2] for found in re.findall(r' id="([^"]*)"', page)}
    tags = set(re.findall(r"<([a-z][a-z0-9]*)", page))
    drawn = any("<" in found.partition("</h1>")[0].partition(">")[2] for found in page.split("<h1")[1:])
    return _ALWAYS.union((f".{one}" for one in classes), (f"#{one}" for one in ids), tags, [_IN_TITLE] * drawn)


@lru_cache
def _fitted(css: str, worn: frozenset[str], said: frozenset[str]) -> str:
    """Return the style for pages with these of its names; cached, since most pages of a kind have the same."""
    names = worn.union(said, (f".{one}" for one in said), (f"#{one}" for one in said))
    return "".join(_kept(_rules(css), names))


def _kept(rules: tuple[_Rule, ...], names: frozenset[str]) -> Iterator[str]:
    for rule in rules:
        if rule.around:
            kept = "".join(_kept(rule.inner, names))
            if kept:
                yield f"{rule.around}{{{kept}}}"
        else:
            wanted = ",".join(selector for selector, needs in rule.selectors if needs <= names)
            if wanted:
                yield f"{wanted}{{{rule.words}}}"


@lru_cache
def _rules(css: str) -> tuple[_Rule, ...]:
    return tuple(
        _Rule(around, _rules(inner), (), "") if around else _Rule("", (), tuple(map(_needs, chosen.split(","))), words)
        for around, inner, chosen, words in _RULE.findall(css)
    )


def _needs(selector: str) -> tuple[str, frozenset[str]]:
    found = {f".{cls}" if cls else f"#{end}" if end else tag for cls, end, tag in _NAME.findall(selector)}
    return selector, frozenset(found.union([_IN_TITLE] * selector.startswith(_IN_TITLE)))


@lru_cache
def _names_of(css: str) -> frozenset[str]:
    """Return every name that a style knows."""
    inner = (_names_of(inner) for _, inner, _, _ in _RULE.findall(css) if inner)
    return frozenset().union(*inner, *(needs for rule in _rules(css) for _, needs in rule.selectors))
