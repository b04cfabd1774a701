"""Model of the quiz for village meetings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.facts.model.record import Model, Text
from guide.facts.model.scalars import Id, Words


class QuizQuestion(Model):
    """A question for a village meeting, its three choices, and what the facilitator says after the right one.

    `rests_on`: the facts, as `collection.id`, behind it. `page`: where people read more.
    """

    id: Id
    question: Text
    choices: tuple[Text, ...] = Field(min_length=3, max_length=3)
    right: Literal["a", "b", "c"]
    answer: Text
    rests_on: tuple[Words, ...] = Field(min_length=1)
    page: Words
