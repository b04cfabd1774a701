"""What the estimator is asked: names, values, defaults and errors as contract.md says.

Inputs come as text under their names, from the command line, a CSV row, a URL fragment or the data.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guide.mistakes import N_, nearest
from guide.money import read_money
from guide.rules import LARGEST
from guide.timeline import month_of

PROGRAMS = ("jkk", "jkm", "jht", "jp", "jkp")
CHOICES: dict[str, tuple[str, ...]] = {
    "segment": ("bpu", "pu", "jakon", "pmi"),
    "programs": PROGRAMS,
    "risk": ("1", "2", "3", "4", "5"),
    "size": ("micro", "small", "medium", "large"),
    "sector": ("transport", "other", "labour-intensive"),
    "payer": ("self", "sponsor", "government"),
    "placement": ("p3mi", "individual"),
    "phase": ("before", "during", "after"),
    "event": ("work-death", "work-disability", "work-sick", "death", "layoff", "retirement"),
    "children": ("tk", "sd", "smp", "sma", "university"),
}
LISTS = ("programs", "children")
MONEY = ("income", "average_wage")
WHOLE = {"age": (0, 120), "contract": (1, 600), "people": (1, 10_000_000), "months": (1, 600),
         "paid_months": (0, 1200), "sick_months": (0, 600)}
NAMES = ("segment", "month", "income", "programs", "risk", "size", "sector", "payer", "age", "placement", "contract",
         "phase", "people", "months", "event", "paid_months", "sick_months", "average_wage", "children")

_OF_SEGMENT = {
    "bpu": {"income", "programs", "sector", "payer", "people", "months", "event", "paid_months", "sick_months",
            "children"},
    "pu": {"income", "programs", "risk", "size", "sector", "age", "people", "months", "event", "paid_months",
           "sick_months", "average_wage", "children"},
    "jakon": {"income", "programs", "people"},
    "pmi": {"programs", "placement", "contract", "phase", "people", "event", "paid_months"},
}
_EVENTS = {"bpu": ("work-death", "work-disability", "work-sick", "death"), "pu": CHOICES["event"], "jakon": (),
           "pmi": ("death",)}
_SECTORS = {"bpu": ("transport", "other"), "pu": ("labour-intensive", "other")}
_PROGRAMS = {"bpu": PROGRAMS[:3], "pu": PROGRAMS, "jakon": PROGRAMS[:2], "pmi": PROGRAMS[:2]}
_OF_EVENT = {"sick_months": ("work-sick",), "average_wage": ("retirement",),
             "children": ("work-death", "work-disability", "death")}


@dataclass(frozen=True)
class InputMistake:
    """One input that cannot be used: its name, a sentence with gaps, and what fills them."""

    name: str
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)


class InputError(Exception):
    """The question cannot be answered; `mistakes` says why."""

    def __init__(self, mistakes: Sequence[InputMistake]):
        self.mistakes = tuple(mistakes)
        super().__init__("; ".join(f"{m.name}: {m.message} {dict(m.values)}" for m in mistakes))


@dataclass(frozen=True)
class Inputs:
    """A question, complete but for `programs`, which the law of the month may decide (None)."""

    values: Mapping[str, Any]
    given: frozenset[str]

    def __getattr__(self, name: str) -> Any:
        if name in NAMES:
            return self.__dict__["values"].get(name)
        raise AttributeError(name)


def read_inputs(raw: Mapping[str, Any], today: datetime.date) -> Inputs:
    """Inputs from text, with defaults. Raises InputError with every mistake."""
    mistakes: list[InputMistake] = []
    values: dict[str, Any] = {}
    for name, text in raw.items():
        if name not in NAMES:
            good = nearest(name, NAMES)
            message = N_("unknown input; did you mean {good}?") if good else N_("unknown input")
            mistakes.append(InputMistake(name, message, {"good": good}))
            continue
        try:
            values[name] = _value(name, text)
        except InputError as error:
            mistakes.extend(error.mistakes)
    if not mistakes or "segment" in values:
        mistakes.extend(_fitting(values, frozenset(raw)))
    if mistakes:
        raise InputError(mistakes)
    return Inputs(_with_defaults(values, today), frozenset(values))


def _wrong(name: str, message: str, **values: Any) -> InputError:
    return InputError([InputMistake(name, message, values)])


def _value(name: str, raw: Any) -> Any:
    if name in LISTS:
        items = raw if isinstance(raw, (list, tuple)) else [item for item in re.split(r"[,\s+]+", str(raw)) if item]
        return tuple(_choice(name, str(item)) for item in items)
    text = str(raw).strip()
    if name in CHOICES:
        return _choice(name, text)
    if name == "month":
        if not re.fullmatch(r"[12]\d{3}-(0[1-9]|1[0-2])", text):
            raise _wrong(name, N_("write a month as year-month, such as 2026-04, not {bad}"), bad=text)
        return text
    if name in MONEY:
        money = read_money(text)
        if money is None:
            raise _wrong(name, N_("{bad} cannot be read as money; write it like 1000000 or Rp1.000.000"), bad=text)
        if money > LARGEST:
            raise _wrong(name, N_("the largest amount is {most:money}"), most=LARGEST)
        return money
    least, most = WHOLE[name]
    if not re.fullmatch(r"\d{1,9}", text):
        raise _wrong(name, N_("write a whole number from {least} to {most}, not {bad}"), least=least, most=most, bad=text)
    if not least <= int(text) <= most:
        raise _wrong(name, N_("write a whole number from {least} to {most}, not {bad}"), least=least, most=most, bad=text)
    return int(text)


def _choice(name: str, text: str) -> str:
    word = text.strip().lower()
    if word not in CHOICES[name]:
        raise _wrong(name, N_("write one of {known}, not {bad}"), known=CHOICES[name], bad=text)
    return word


def _fitting(values: Mapping[str, Any], named: frozenset[str]) -> list[InputMistake]:
    """Inputs that the segment or the event does not know, and inputs that are missing."""
    segment = values.get("segment")
    if segment is None:
        return [] if "segment" in named else [InputMistake("segment", N_("this input is missing"))]
    event = values.get("event")
    wrong = [
        InputMistake(name, N_("{segment} does not know this input"), {"segment": segment})
        for name in values if name not in _OF_SEGMENT[segment] | {"segment", "month"}
    ]
    for name, known in (("event", _EVENTS), ("sector", _SECTORS)):
        if name in values and name in _OF_SEGMENT[segment] and values[name] not in known[segment]:
            wrong.append(InputMistake(name, N_("{segment} knows {known}, not {bad}"),
                                      {"segment": segment, "known": known[segment], "bad": values[name]}))
    for program in values.get("programs") or ():
        if program not in _PROGRAMS[segment]:
            wrong.append(InputMistake("programs", N_("{segment} knows {known}, not {bad}"),
                                      {"segment": segment, "known": _PROGRAMS[segment], "bad": program}))
    for name, events in _OF_EVENT.items():
        if name in values and name in _OF_SEGMENT[segment] and event not in events:
            wrong.append(InputMistake(name, N_("this input belongs to {known} only"), {"known": events}))
    if "paid_months" in values and event is None and "paid_months" in _OF_SEGMENT[segment]:
        wrong.append(InputMistake("paid_months", N_("this input belongs to {known} only"), {"known": _EVENTS[segment]}))
    required = [name for name, needed in (("income", segment != "pmi"), ("sick_months", event == "work-sick"),
                                          ("paid_months", event == "retirement")) if needed]
    wrong.extend(InputMistake(name, N_("this input is missing")) for name in required if name not in named)
    return wrong


def _with_defaults(values: Mapping[str, Any], today: datetime.date) -> dict[str, Any]:
    """All inputs that the segment uses, in the order in which they are echoed."""
    segment = values["segment"]
    defaults: dict[str, Any] = {"segment": segment, "month": month_of(today), "programs": None, "people": 1}
    if segment == "bpu":
        defaults |= {"sector": "other", "payer": "self", "months": 1}
    if segment == "pu":
        defaults |= {"risk": "1", "size": "medium", "sector": "other", "months": 1}
    if segment == "pmi":
        defaults |= {"placement": "p3mi", "contract": 24}
        if "event" in values:
            defaults["phase"] = "during"
    if values.get("event") == "retirement":
        defaults["average_wage"] = values["income"]
    full = {**defaults, **values}
    return {name: full[name] for name in NAMES if name in full}
