"""A YAML file as plain lists, mappings and text, with the place of every node. The only module that knows YAML.

YAML's own guesses are not used: scalars stay text. Anchors, tags and doubled keys are mistakes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import yaml

from guide.facts.diagnostics import N_, Mistake, Place, Spot
from guide.facts.load.text_file import flaws, spot_of
from guide.facts.model.record import Placed

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("null", "bool", "int", "float", "timestamp", "str", "seq", "map", "merge", "value")
)
_DEEPEST = 20
DEEP = N_("anchors and deep nesting are not used here: write the value itself")


class Tree(NamedTuple):
    """A file as plain lists, dicts and text; where each node stands; and what was wrong with its YAML."""

    value: object
    spots: Mapping[tuple, Spot]
    mistakes: tuple[Mistake, ...]


@lru_cache(maxsize=4096)
def tree(file: str, text: str) -> Tree:
    """Parse the YAML of one file; only plain lists, mappings and scalars are let through."""
    if wrong := flaws(file, text):
        return Tree(None, {}, wrong)
    if "\t" in text:
        return Tree(None, {}, (Mistake(file, *spot_of(text, text.index("\t")), "", N_("use blanks, not tabs")),))
    try:
        if spot := _too_deep(text):
            return Tree(None, {}, (Mistake(file, *spot, "", DEEP),))
        documents = list(yaml.compose_all(text, Loader=_Loader))
    except yaml.YAMLError as error:
        return Tree(None, {}, (_unreadable(file, error),))
    except (RecursionError, ValueError):
        return Tree(None, {}, (Mistake(file, 1, 1, "", N_("this is not YAML that can be read")),))
    if len(documents) != 1 or documents[0] is None:
        return Tree(None, {}, (Mistake(file, 1, 1, "", N_("the file must hold exactly one YAML document")),))
    spots: dict[tuple, Spot] = {}
    mistakes: list[Mistake] = []
    value = _plain(documents[0], file, (), spots, mistakes, set())
    return Tree(value, spots, tuple(mistakes))


def _too_deep(text: str) -> Spot | None:
    """Return where lists and mappings nest deeper than any fact: to compose them would end the process."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST and event.start_mark:
            return event.start_mark.line + 1, event.start_mark.column + 1
    return None


def _unreadable(file: str, error: yaml.YAMLError) -> Mistake:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "?"
    return Mistake(
        file,
        line,
        column,
        "",
        N_("this is not YAML that can be read ({problem}); look at indentation, colons and quotes"),
        {"problem": problem},
    )


def _plain(node: yaml.Node, file: str, path: tuple, spots: dict, mistakes: list, above: set) -> object:
    """Return a node as plain value and note its spot. Anchors, tags and doubled keys are mistakes."""
    spots[path] = spot = _spot(node)
    if id(node) in above or len(path) > _DEEPEST:
        mistakes.append(_wrong(file, path, spot, DEEP))
        return None
    above.add(id(node))
    if node.tag not in _PLAIN:
        mistakes.append(_wrong(file, path, spot, N_("tags such as {tag} are not used here"), tag=node.tag))
        return None
    if isinstance(node, yaml.ScalarNode):
        empty = not node.style and node.value in ("", "~", "null")
        return None if empty else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, file, (*path, i), spots, mistakes, above) for i, child in enumerate(node.value)]
    found: dict[str, object] = {}
    for key, child in node.value:
        at = _spot(key)
        if not isinstance(key, yaml.ScalarNode):
            mistakes.append(_wrong(file, path, at, N_("a key must be a single word")))
            continue
        if key.value in found:
            mistakes.append(_wrong(file, path, at, N_("{key} is written twice; keep one"), key=key.value))
            continue
        found[key.value] = _plain(child, file, (*path, key.value), spots, mistakes, above)
        spots[(*path, key.value, "")] = at
    return found


def _spot(node: yaml.Node) -> Spot:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _wrong(file: str, path: tuple, at: Spot, message: str, **values: object) -> Mistake:
    return Mistake(file, *at, ".".join(map(str, path)), message, values)


def placed(value: object, file: str, path: tuple, spots: Mapping[tuple, Spot]) -> object:
    """Return the tree with a `place` in every mapping, for the records made of it."""
    if isinstance(value, list):
        return [placed(item, file, (*path, i), spots) for i, item in enumerate(value)]
    if isinstance(value, dict):
        inside = {key: placed(item, file, (*path, key), spots) for key, item in value.items()}
        return Placed(inside, Place(file, path, spots))
    return value
