"""What the estimator is asked: names, values, defaults and errors as contract.md says.

Inputs come as text under their names, from the command line, a CSV row, a URL fragment or the data.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from guide.estimator.inputs.schema import (
    ASSUMED_OF,
    CHOICES,
    DEFAULTS,
    FIELDS,
    INPUTS,
    Input,
    KNOWN,
    LABELS,
    LISTS,
    LOW_INCOME,
    MONEY,
    NAMES,
    OF_EVENT,
    OF_SEGMENT,
    PROGRAMS,
    REQUIRED,
    UNCERTAIN,
    UNKNOWN,
    WHOLE,
)
from guide.estimator.inputs.money import BLANKS, read_money
from guide.law.rows import LARGEST
from guide.estimator.inputs.messages import MISTAKES
from guide.estimator.inputs.suggestions import closest
from guide.law.timeline import month_of

__all__ = [
    "ASSUMED_OF",
    "CHOICES",
    "DEFAULTS",
    "FIELDS",
    "INPUTS",
    "KNOWN",
    "LABELS",
    "LISTS",
    "LOW_INCOME",
    "MONEY",
    "NAMES",
    "OF_EVENT",
    "OF_SEGMENT",
    "PROGRAMS",
    "REQUIRED",
    "UNCERTAIN",
    "UNKNOWN",
    "WHOLE",
    "Input",
    "InputError",
    "InputMistake",
    "Inputs",
    "read_amount",
    "read_inputs",
    "read_month",
    "read_whole",
    "wrong",
]
_NOTHING = dict.fromkeys(NAMES)
_BETWEEN = re.compile(f"[,+{BLANKS}]+")
_MONTH = re.compile(r"[12][0-9]{3}-(0[1-9]|1[0-2])")
_WHOLE = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True)
class InputMistake:
    """One input that cannot be used: its name, the name of a sentence, and what fills its gaps."""

    name: str
    sentence: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence in English, with its gaps."""
        return MISTAKES[self.sentence]


class InputError(Exception):
    """The question cannot be answered; `mistakes` says why."""

    def __init__(self, mistakes: Sequence[InputMistake]):
        self.mistakes = tuple(mistakes)
        super().__init__("; ".join(f"{m.name}: {m.message} {dict(m.values)}" for m in mistakes))


class Inputs(SimpleNamespace):
    """A question: every input is an attribute, None where it has no value. Not to be changed.

    Complete but for `programs`, which the law of the month may decide (None). `values`: what is echoed; an input that
    is `unknown` there has its default as attribute. `given`: the names of the inputs that were written.
    """

    def __init__(self, values: Mapping[str, Any], given: frozenset[str]):
        super().__init__(**_NOTHING)
        self.__dict__.update(values, values=values, given=given)
        if UNKNOWN in values.values():
            usual = DEFAULTS[values["segment"]]
            self.__dict__.update({name: usual[name] for name in UNCERTAIN if values.get(name) == UNKNOWN})

    def meanings(self) -> list[Inputs]:
        """Return what the question may mean: one question for each choice of each input that is unknown."""
        found = [self.values]
        for name in UNCERTAIN:
            if self.values.get(name) == UNKNOWN:
                found = [{**one, name: choice} for one in found for choice in CHOICES[name] if choice != UNKNOWN]
        return [Inputs(values, self.given) for values in found]


def read_inputs(raw: Mapping[str, Any], today: datetime.date) -> Inputs:
    """Inputs from text, with defaults. Raises InputError with every mistake."""
    mistakes: list[InputMistake] = []
    values: dict[str, Any] = {}
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
    return Inputs(_with_defaults(values, today), frozenset(n for n, v in values.items() if v or n != "programs"))


def wrong(name: str, sentence: str, **values: Any) -> InputError:
    """An error of one mistake."""
    return InputError([InputMistake(name, sentence, values)])


def read_amount(name: str, text: str) -> int:
    """Rupiah that a person typed for `name`, up to the largest amount. Raises InputError."""
    money = read_money(text)
    if money is None:
        raise wrong(name, "money", bad=text)
    if money > LARGEST:
        raise wrong(name, "most", most=LARGEST)
    return money


def read_whole(name: str, text: str, least: int, most: int) -> int:
    """A whole number within bounds. Raises InputError."""
    if not _WHOLE.fullmatch(text) or not least <= int(text) <= most:
        raise wrong(name, "whole", least=least, most=most, bad=text)
    return int(text)


def read_month(name: str, text: str) -> str:
    """A month such as 2026-04. Raises InputError."""
    if not _MONTH.fullmatch(text):
        raise wrong(name, "month", bad=text)
    return text


def _value(name: str, raw: Any) -> Any:
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


def _fitting(values: Mapping[str, Any], named: Mapping[str, Any]) -> list[InputMistake]:
    """Inputs that the segment or the event does not know, and inputs that are missing."""
    segment, event = values["segment"], values.get("event")
    misread = "event" in named and event is None
    found = []
    for name, value in values.items():
        if name not in OF_SEGMENT[segment]:
            found.append(InputMistake(name, "not-of-segment", {"segment": segment}))
            continue
        for item in (value if name in LISTS else (value,)) if name in KNOWN else ():
            if item not in KNOWN[name][segment]:
                known = KNOWN[name][segment]
                found.append(InputMistake(name, "segment-knows", {"segment": segment, "known": known, "bad": item}))
        if name in OF_EVENT and event not in OF_EVENT[name] and not misread:
            known = tuple(e for e in OF_EVENT[name] if e in KNOWN["event"][segment])
            found.append(InputMistake(name, "event-only", {"known": known}))
    missing = (n for n, needed_by in REQUIRED.items() if {segment, event} & set(needed_by) and n not in named)
    return found + [InputMistake(name, "missing") for name in missing]


def _with_defaults(values: Mapping[str, Any], today: datetime.date) -> dict[str, Any]:
    """All inputs that the segment uses, in the order in which they are echoed."""
    segment, event = values["segment"], values.get("event")
    usual = {n: v for n, v in DEFAULTS[segment].items() if n not in OF_EVENT or event in OF_EVENT[n]}
    full = {"month": month_of(today), "programs": None, **usual}
    if event == "retirement":
        full["average_wage"] = values["income"]
    full.update(values)
    full["programs"] = full["programs"] or None
    return {name: full[name] for name in NAMES if name in full}
