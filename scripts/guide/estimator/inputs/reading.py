"""Inputs read from text: the command line's, a CSV row's, a URL fragment's or the data's."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence

from guide.estimator.inputs.mistakes import InputError, InputMistake, wrong
from guide.estimator.inputs.money import BLANKS, read_money
from guide.estimator.inputs.question import Inputs, inputs_of
from guide.estimator.inputs.schema import Value
from guide.estimator.inputs.suggestions import closest
from guide.estimator.inputs.tables import (
    CHOICES,
    DEFAULTS,
    KNOWN,
    LISTS,
    MONEY,
    NAMES,
    OF_EVENT,
    OF_SEGMENT,
    REQUIRED,
    WHOLE,
)
from guide.law.rows import LARGEST
from guide.law.timeline import month_of

Raw = Mapping[str, str | Sequence[str]]
"""Inputs as text by name; a list may come in parts."""
_BETWEEN = re.compile(f"[,+{BLANKS}]+")
_MONTH = re.compile(r"[12][0-9]{3}-(0[1-9]|1[0-2])")
_WHOLE = re.compile(r"[0-9]{1,9}")


def read_inputs(raw: Raw, today: datetime.date) -> Inputs:
    """Return the inputs of text, with defaults. Raises InputError with every mistake."""
    mistakes: list[InputMistake] = []
    values: dict[str, Value] = {}
    for name, text in raw.items():
        if name not in NAMES:
            good = closest(name, NAMES)
            mistakes.append(InputMistake(name, "unknown-near" if good else "unknown", {"good": good}))
            continue
        try:
            values[name] = _value(name, text)
        except InputError as error:
            mistakes.extend(error.mistakes)
    if "segment" in values:
        mistakes.extend(_fitting(values, raw))
    elif "segment" not in raw:
        mistakes.append(InputMistake("segment", "missing"))
    if mistakes:
        raise InputError(mistakes)
    given = frozenset(name for name, value in values.items() if value or name != "programs")
    return inputs_of(_with_defaults(values, today), given)


def read_amount(name: str, text: str) -> int:
    """Return rupiah that a person typed for `name`, up to the largest amount. Raises InputError."""
    rupiah = read_money(text)
    if rupiah is None:
        raise wrong(name, "money", bad=text)
    if rupiah > LARGEST:
        raise wrong(name, "most", most=LARGEST)
    return rupiah


def read_whole(name: str, text: str, least: int, most: int) -> int:
    """Return a whole number within bounds. Raises InputError."""
    if not _WHOLE.fullmatch(text) or not least <= int(text) <= most:
        raise wrong(name, "whole", least=least, most=most, bad=text)
    return int(text)


def read_month(name: str, text: str) -> str:
    """Return a month such as 2026-04. Raises InputError."""
    if not _MONTH.fullmatch(text):
        raise wrong(name, "month", bad=text)
    return text


def _value(name: str, raw: str | Sequence[str]) -> Value:
    if name in LISTS:
        items = raw if isinstance(raw, (list, tuple)) else _BETWEEN.split(str(raw))
        return tuple(_choice(name, str(item)) for item in items if item)
    text = str(raw).strip(BLANKS)
    if name in CHOICES:
        return _choice(name, text)
    if name in MONEY:
        return read_amount(name, text)
    if name in WHOLE:
        return read_whole(name, text, *WHOLE[name])
    return read_month(name, text)


def _choice(name: str, text: str) -> str:
    word = text.lower()
    if word not in CHOICES[name]:
        raise wrong(name, "choice", known=CHOICES[name], bad=text)
    return word


def _fitting(values: Mapping[str, Value], named: Raw) -> list[InputMistake]:
    """Return mistakes of inputs that the segment or the event does not know, and of inputs that are missing."""
    segment, event = str(values["segment"]), values.get("event")
    misread = "event" in named and event is None
    mistakes = []
    for name, value in values.items():
        if name not in OF_SEGMENT[segment]:
            mistakes.append(InputMistake(name, "not-of-segment", {"segment": segment}))
            continue
        mistakes.extend(_known_to(segment, name, value))
        if name in OF_EVENT and event not in OF_EVENT[name] and not misread:
            known = tuple(each for each in OF_EVENT[name] if each in KNOWN["event"][segment])
            mistakes.append(InputMistake(name, "event-only", {"known": known}))
    missing = (n for n, needed_by in REQUIRED.items() if {segment, event} & set(needed_by) and n not in named)
    return mistakes + [InputMistake(name, "missing") for name in missing]


def _known_to(segment: str, name: str, value: Value) -> list[InputMistake]:
    """Return a mistake for each value that the segment does not know."""
    if name not in KNOWN:
        return []
    known = KNOWN[name][segment]
    items = value if isinstance(value, tuple) else (value,)
    return [
        InputMistake(name, "segment-knows", {"segment": segment, "known": known, "bad": item})
        for item in items
        if item not in known
    ]


def _with_defaults(values: Mapping[str, Value], today: datetime.date) -> dict[str, Value]:
    """Return all inputs that the segment uses, in the order in which they are echoed."""
    event = values.get("event")
    defaults = DEFAULTS[str(values["segment"])]
    full: dict[str, Value] = {"month": month_of(today), "programs": None}
    full.update({n: v for n, v in defaults.items() if n not in OF_EVENT or event in OF_EVENT[n]})
    if event == "retirement":
        full["average_wage"] = values["income"]
    full.update(values)
    full["programs"] = full["programs"] or None
    return {name: full[name] for name in NAMES if name in full}
