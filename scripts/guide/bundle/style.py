"""The style of a file: the site's own, less what the file has no use for."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_RULE = re.compile(r"(@(?:media|supports)[^{]*)\{((?:[^{}]*\{[^{}]*\})*)\}|([^{}]+)\{([^{}]*)\}")
_NAME = re.compile(r"\.([\w-]+)|\[id\$=([\w-]+)|(?:^|(?<=[\s>+~(]))([a-z][a-z0-9]*)")
_ALWAYS = {"html", "body"}


@dataclass(frozen=True)
class Worn:
    """Names that a page uses: classes, ends of ids, and tags; those that its scripts may make among them."""

    classes: Collection[str]
    ids: Collection[str]
    tags: Collection[str]


def names_in(page: str, scripts: str) -> Worn:
    """What a page and its scripts name."""
    said = set(re.findall(r"[\w-]+", " ".join(re.findall(r'"((?:[^"\\]|\\.)*)"', scripts))))
    classes = {one for found in re.findall(r'\sclass="([^"]*)"', page) for one in found.split()}
    ids = {found.rpartition("-")[2] for found in re.findall(r'\sid="([^"]*)"', page)}
    return Worn(classes | said, ids | said, set(re.findall(r"<([a-z][a-z0-9]*)", page)) | said | _ALWAYS)


def in_a_file(css: str) -> str:
    """The site's style for pages that are sections: headings one level lower, ids with whatever stands before them."""
    css = re.sub(r"(?<![\w.#-])h([1-4])(?=[^{};]*\{)", lambda found: f"h{int(found[1]) + 1}", css)
    css = re.sub(r"#([a-z]+)(?=[^{};()]*\{)", r"[id$=\1]", css)
    return css.replace(".fig", "[data-fig]").replace(".draw svg", "svg.draw")


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
    return all(
        (not cls or cls in worn.classes) and (not end or end in worn.ids) and (not tag or tag in worn.tags)
        for cls, end, tag in _NAME.findall(selector)
    )
