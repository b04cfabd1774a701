"""Contributions and benefits of workers' social security in Indonesia (BPJS Ketenagakerjaan), by the law of any month.

`estimate` answers one question, each amount with its step, its law and its date; `rules` gives the law itself;
`about` says of which day all is. Not an official source: when in doubt, call BPJS Ketenagakerjaan on 175.
"""

from __future__ import annotations

import datetime
import json
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import TypedDict, cast

from guide.estimator.answer_shape import Answer
from guide.estimator.answer_writer import AnswerWriter
from guide.estimator.engine import estimate as answered
from guide.estimator.inputs import InputError, read_inputs
from guide.law.rules import Rules
from guide.law.stored_rules import Json, from_stored
from guide.packages.python.sentences import Sentences, Words

__all__ = ["About", "Answer", "Refused", "Rules", "StaleRules", "about", "estimate", "rules"]


class About(TypedDict):
    """Of which day the rules are. `review`: the day to look for a newer package; `facts`: the digest of the facts."""

    name: str
    version: str
    as_of: str
    review: str
    facts: str
    licence: str
    languages: list[str]


class _Data(TypedDict):
    about: About
    rules: Json
    words: dict[str, Words]


class Refused(ValueError):
    """A question that cannot be answered. `mistakes`: the input and what to write instead, for each mistake."""

    def __init__(self, mistakes: Sequence[tuple[str, str]]):
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(f"{name}: {text}" for name, text in mistakes))


class StaleRules(UserWarning):
    """The day to look for a newer package has passed: the law may have changed."""


@cache
def _data() -> _Data:
    return cast(_Data, json.loads((resources.files(__package__) / "data.json").read_text("utf-8")))


def about() -> About:
    """Return of which day the rules are, and when to look for a newer package."""
    return _data()["about"]


@cache
def rules() -> Rules:
    """Return the law as frozen records: schedules, reliefs, benefits, each value with its first day and citation."""
    return from_stored(_data()["rules"])


def estimate(
    inputs: Mapping[str, str | int | Sequence[str]], language: str = "id", today: datetime.date | None = None
) -> Answer:
    """Answer a question, such as `{"segment": "bpu", "income": 1000000}`, by the law as known on `today`.

    The answer has the shape that `estimate.py --json` writes, its sentences are in `language`. Raises Refused with
    every mistake. Warns of StaleRules once the day of review has passed.
    """
    day, sentences = today or datetime.date.today(), Sentences(_data()["words"][language])
    if day.isoformat() > about()["review"]:
        stale = f"these rules were to be looked at again on {about()['review']}: look for a newer paham-jamsostek"
        warnings.warn(stale, StaleRules, stacklevel=2)
    raw = {name: str(value) if isinstance(value, int) else value for name, value in inputs.items()}
    try:
        answer = AnswerWriter(sentences).estimated(answered(rules(), read_inputs(raw, day), day))
    except InputError as error:
        told = [(mistake.name, sentences.say(mistake.sentence, mistake.values)) for mistake in error.mistakes]
        raise Refused(told) from None
    return {**answer, "facts": about()["facts"]}
