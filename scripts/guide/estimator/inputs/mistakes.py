"""Mistakes of inputs: the input's name, the name of a sentence, and what fills its gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guide.estimator.inputs.messages import MISTAKES
from guide.estimator.inputs.schema import Value


@dataclass(frozen=True, slots=True)
class InputMistake:
    """One input that cannot be used: its name, the name of a sentence, and what fills its gaps."""

    name: str
    sentence: str
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence in English, with its gaps."""
        return MISTAKES[self.sentence]


class InputError(Exception):
    """A question that cannot be answered, for the reasons in `mistakes`."""

    def __init__(self, mistakes: Sequence[InputMistake]):
        self.mistakes = tuple(mistakes)
        super().__init__("; ".join(f"{m.name}: {m.message} {dict(m.values)}" for m in mistakes))


def wrong(name: str, sentence: str, **values: Value) -> InputError:
    """Return an error of one mistake."""
    return InputError([InputMistake(name, sentence, values)])
