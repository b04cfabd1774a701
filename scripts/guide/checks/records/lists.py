"""Titles and values of lists of members: known inputs and values, each title once, all as they are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from guide.estimator.inputs import CHOICES, LISTS, NAMES
from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.facts import Facts
from guide.facts.model.lists import ROLES, Column

_MONTHS = tuple(f"{month:02}" for month in range(1, 13))
_TITLE = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_SAID = re.compile(r"[a-z0-9]+(?:[ '-][a-z0-9]+)*")
_WORD = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")


def columns_are_known(facts: Facts, *_: Any) -> Iterator[Mistake]:
    """Find columns that are no input or role, values that no input has, and titles that mean two things."""
    seen: dict[str, str] = {}
    for column in facts.columns:
        if column.input not in (*NAMES, *ROLES):
            known = (*NAMES, *ROLES)
            yield mistake_at(
                column.place, "input", N_("write one of {known}, not {bad}"), bad=column.input, known=known
            )
            continue
        for field in ("names", "weaker"):
            for i, name in enumerate(getattr(column, field)):
                if not _TITLE.fullmatch(name):
                    yield mistake_at(column.place, (field, i), N_("write a title in small letters, with _ for blanks"))
                elif seen.setdefault(name, column.input) != column.input:
                    yield mistake_at(
                        column.place, (field, i), N_("this title is already that of {other}"), other=seen[name]
                    )
        yield from _values(facts, column)


def risk_kinds_are_told_apart(facts: Facts, *_: Any) -> Iterator[Mistake]:
    """Find risk classes and kinds of business that stand twice, and everyday names that nobody would type."""
    classes: set[str] = set()
    names: set[str] = set()
    for each in facts.risk_kinds:
        if each.risk in classes:
            yield mistake_at(each.place, "risk", N_("this class stands here already"))
        classes.add(each.risk)
        for kind in each.kinds:
            name = kind.name[facts.languages[0]]
            if name in names:
                yield mistake_at(kind.place, "name", N_("this kind of business stands here already"))
            names.add(name)
            for i, word in enumerate(kind.words):
                if not _SAID.fullmatch(word):
                    yield mistake_at(kind.place, ("words", i), N_("write a name as people type it, in small letters"))


def _values(facts: Facts, column: Column) -> Iterator[Mistake]:
    known = _known(facts, column.input)
    for value, words in column.values.items():
        parts = value.split() if column.input in LISTS else [value]
        if any(part not in known for part in parts):
            said = N_("write one of {known}, not {bad}")
            yield mistake_at(column.place, ("values", value), said, bad=value, known=known)
        for i, word in enumerate(words):
            if not _WORD.fullmatch(word):
                yield mistake_at(
                    column.place, ("values", value, i), N_("write a value in small letters, with blanks alone")
                )


def _known(facts: Facts, name: str) -> tuple[str, ...]:
    if name == "month":
        return _MONTHS
    if name == "occupation":
        return (*(occupation.id for occupation in facts.occupations), "not")
    return ("total", "month", "paid", "yes", "no", "cross", "other_time") if name == "row" else CHOICES.get(name, ())
