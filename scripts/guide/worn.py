"""Of a style sheet, the rules that a page wears: each page carries these alone, and so does each file handed on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_RULE = re.compile(r"(@(?:media|supports)[^{]*)\{((?:[^{}]*\{[^{}]*\})*)\}|([^{}]+)\{([^{}]*)\}")
_NAME = re.compile(r"\.([\w-]+)|(?:#|\[id\$=)([\w-]+)|(?:^|(?<=[\s>+~(]))([a-z][a-z0-9]*)")
_ALWAYS = ("html", "body", "main", "article")
"""The frame of every page (overrides/main.html)."""


@dataclass(frozen=True)
class Worn:
    """Names that a page uses: classes, ends of ids, and tags; those that its scripts may make among them."""

    classes: Collection[str]
    ids: Collection[str]
    tags: Collection[str]
    title: str = ""
    """What stands in the page's h1: a rule for what is in there (`h1 .draw`) is worn by few."""


def said(script: str) -> frozenset[str]:
    """Every name in the texts of a script: what it may put into a page."""
    return frozenset(re.findall(r"[\w-]+", " ".join(re.findall(r'"((?:[^"\\]|\\.)*)"', script))))


def names_in(page: str, said: Collection[str]) -> Worn:
    """What a page names, or its scripts when they have `said` it."""
    classes = {one for found in re.findall(r'\sclass="([^"]*)"', page) for one in found.split()}
    ids = {found.rpartition("-")[2] for found in re.findall(r'\sid="([^"]*)"', page)}
    tags = set(re.findall(r"<([a-z][a-z0-9]*)", page))
    title = " ".join(re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.S))
    return Worn(classes.union(said), ids.union(said), tags.union(said, _ALWAYS), title)


def used(css: str, worn: Worn) -> str:
    """The rules whose every name is worn."""
    return "".join(_rules(css, worn))


def _rules(css: str, worn: Worn) -> Iterator[str]:
    for around, inner, selectors, words in _RULE.findall(css):
        if around:
            kept = "".join(_rules(inner, worn))
            if kept:
                yield f"{around}{{{kept}}}"
        else:
            wanted = ",".join(one for one in selectors.split(",") if _is_worn(one, worn))
            if wanted:
                yield f"{wanted}{{{words}}}"


def _is_worn(selector: str, worn: Worn) -> bool:
    if selector.startswith("h1 ") and "<" not in worn.title:
        return False
    return all(
        (not cls or cls in worn.classes) and (not end or end in worn.ids) and (not tag or tag in worn.tags)
        for cls, end, tag in _NAME.findall(selector)
    )
