"""A script as pages carry it: without comments, needless blanks and long names, and not in strict mode.

Our scripts are classic ES5: comments stand on lines of their own, statements end with a semicolon, and nobody uses
labels, `with` or `eval`.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, count, product
from pathlib import PurePosixPath
from string import ascii_letters
from typing import Any

_COMMENT = re.compile(r'^[ \t]*/\*.*?\*/[ \t]*\n|^[ \t]*//[^\n]*\n|^[ \t]*"use strict";\n', re.M | re.S)
_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')"""
    r"|(?P<name>[A-Za-z_$][\w$]*)|(?P<number>\.?\d[\w.]*)|(?P<blank>\s+)"
    r"|(?P<pattern>/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*)|(?P<mark>\+\+|--|.)"
)
_MARK = re.compile(".")
_BEFORE_PATTERN = frozenset([*"(,=:[!&|?{};", "return", "typeof"])
"""What a pattern may follow; after anything else a slash divides."""
_TRUTH = {"true": "!0", "false": "!1"}
_FIRST = 6
"""Letters for what is declared inside the functions of a script."""
_KEPT = frozenset(
    re.findall(
        r"\w+",
        "break case catch continue debugger default delete do else false finally for function if in instanceof new "
        "null return switch this throw true try typeof var void while with arguments undefined NaN Infinity",
    )
)


@lru_cache
def stripped(script: str) -> str:
    """Return a script made small. Names that its functions declare become short; the global ones stay."""
    return "".join(_joined([_TRUTH.get(token, token) for token in _renamed(_merged(list(tokens_of(script))))]))


def text_of(templates: Any, name: str) -> str:
    """Return the text of a file of `overrides/`. `templates`: the Jinja environment."""
    return templates.loader.get_source(templates, name)[0]


def named_script(templates: Any, *names: str) -> tuple[str, str]:
    """Return scripts of `overrides/`, of Jinja's templates, as one, stripped, and its name, which changes with it."""
    text = "".join(stripped(text_of(templates, name)) for name in names)
    return f"{PurePosixPath(names[-1]).stem}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text


def tokens_of(script: str) -> Iterator[str]:
    """Return names, numbers, texts, patterns and marks, without comments and the blanks between them."""
    script, at, before = _COMMENT.sub("", script), 0, "("
    while at < len(script):
        found = _TOKEN.match(script, at)
        if found and found.lastgroup == "pattern" and before not in _BEFORE_PATTERN:
            found = _MARK.match(script, at)
        assert found is not None
        at = found.end()
        if found.lastgroup != "blank":
            before = found[0]
            yield before


@dataclass
class _Scope:
    """One function, or the whole script (no parent): the names it declares, and what is used in it, by declarer."""

    parent: _Scope | None = None
    declared: dict[str, None] = field(default_factory=dict)
    used: Counter[tuple[int, str]] = field(default_factory=Counter)
    short: dict[str, str] = field(default_factory=dict)

    def owner(self, name: str) -> _Scope | None:
        """Return the scope that declares a name, seen from this scope; None where none does."""
        scope: _Scope | None = self
        while scope and name not in scope.declared:
            scope = scope.parent
        return scope


def _renamed(tokens: list[str]) -> list[str]:
    where = _scopes(tokens)
    owners = {i: scope.owner(tokens[i]) for i, scope in enumerate(where) if _is_variable(tokens, i)}
    for i, owner in owners.items():
        scope: _Scope | None = where[i]
        while scope:
            scope.used[id(owner), tokens[i]] += 1
            scope = scope.parent
    scopes = {id(scope): scope for scope in where}
    for each in scopes.values():
        _shorten(each, scopes)
    return [owner.short.get(token, token) if (owner := owners.get(i)) else token for i, token in enumerate(tokens)]


def _shorten(scope: _Scope, scopes: dict[int, _Scope]) -> None:
    """Choose the names of a scope, none that means something else inside it.

    The outermost function gives the shortest to the most frequent, but leaves the first letters to those inside, which
    take them in the order of their declarations: so functions look alike, and what looks alike compresses best.
    """
    if not scope.parent:
        return
    own = id(scope)
    taken = {scopes[who].short.get(name, name) if who in scopes else name for who, name in scope.used if who != own}
    outermost = not scope.parent.parent
    names = [name for (who, name), _ in scope.used.most_common() if who == own] if outermost else scope.declared
    rest = ("".join(found) for size in count(2) for found in product(ascii_letters, repeat=size))
    free = (
        name for name in chain(ascii_letters[_FIRST * outermost :], rest) if name not in taken and name not in _KEPT
    )
    scope.short = dict(zip(names, free, strict=False))


def _scopes(tokens: list[str]) -> list[_Scope]:
    """Return the scope of each token; brackets after `function` belong to what they begin."""
    scope, depth, ends, found = _Scope(), 0, [], []
    for i, token in enumerate(tokens):
        found.append(scope)
        if token == "var":
            scope.declared.update(dict.fromkeys(_list_of(tokens, i + 1)))
        elif token == "catch":
            scope.declared[tokens[i + 2]] = None
        elif token == "function":
            named = tokens[i + 1] != "("
            if named:
                scope.declared[tokens[i + 1]] = None
            inside = tokens[i + 2 + named : tokens.index(")", i)]
            scope = _Scope(scope, {name: None for name in inside if name != ","})
            ends.append(depth)
        depth += (token == "{") - (token == "}")
        if token == "}" and ends and ends[-1] == depth:
            ends.pop()
            scope = scope.parent or scope
    return found


def _list_of(tokens: list[str], start: int) -> Iterator[str]:
    """Yield the names of one `var`: the first, and each after a comma that no bracket holds."""
    depth, fresh = 0, True
    for token in tokens[start:]:
        if fresh:
            yield token
        depth += (token in "([{") - (token in ")]}")
        fresh = token == "," and not depth
        if depth < 0 or (not depth and token in (";", "in")):
            return


def _merged(tokens: list[str]) -> list[str]:
    """Return the tokens with each run of `var` statements as one."""
    found: list[str] = []
    open_at: list[bool] = [False]
    for i, token in enumerate(tokens):
        if token == "var" and i and tokens[i - 1] == ";" and open_at[-1]:
            found[-1] = ","
            continue
        if token in ("(", "[", "{"):
            open_at.append(False)
        elif token in (")", "]", "}"):
            open_at.pop()
        elif token == "var":
            open_at[-1] = True
        elif i and tokens[i - 1] in (";", "{", "}"):
            open_at[-1] = False
        found.append(token)
    return found


def _is_variable(tokens: list[str], i: int) -> bool:
    """Return whether a token names a variable: no property of an object, no word of the language."""
    if not re.match(r"[A-Za-z_$]", tokens[i]) or tokens[i] in _KEPT or (i and tokens[i - 1] == "."):
        return False
    return not (tokens[i + 1 : i + 2] == [":"] and tokens[i - 1] in ("{", ","))


def _joined(tokens: list[str]) -> Iterator[str]:
    """Return the tokens as text, with a blank only where two would run together."""
    before = ""
    for token in tokens:
        if before == ";" and token != "}":
            yield before
        if (re.match(r"[\w$]", token) and re.search(r"[\w$]$", before)) or (
            token[0] in "+-" and before[-1:] == token[0]
        ):
            yield " "
        if token != ";":
            yield token
        before = token
    if before == ";":
        yield before
