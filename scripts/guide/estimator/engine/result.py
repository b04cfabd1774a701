"""The parts of an answer: steps, notices, assumptions, amounts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guide.estimator.inputs.messages import NOTICES, STEPS
from guide.estimator.inputs.schema import Value
from guide.law.dated_rules import CitedRule
from guide.law.rules import ReliefRule

PARTIES = ("worker", "employer", "government")
LARGEST_TOTAL = 2**53 - 1
"""The largest total that a browser counts exactly, in rupiah."""


@dataclass(frozen=True, slots=True)
class Step:
    """One amount and how it came about.

    `base` and `amount` in rupiah; `relief` is the part that remains due (`50%`). What does not apply is None.
    `entry` is the dated rule of the law, `relieved_by` the relief; `facts` are the ids of both.
    """

    id: str
    base: int | None
    rate: str | None
    relief: str | None
    amount: int
    rounding: str
    citation: str
    effective: str
    sentence: str
    values: Mapping[str, Value]
    facts: tuple[str, ...]
    entry: CitedRule = field(repr=False)
    relieved_by: ReliefRule | None = field(default=None, repr=False)

    @property
    def message(self) -> str:
        """The sentence in English, with its gaps."""
        return STEPS[self.sentence]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know beside the numbers. Its id is the name of its sentence."""

    id: str
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence in English, with its gaps."""
        return NOTICES[self.id]


@dataclass(frozen=True, slots=True)
class Assumption:
    """An input that was left out, and what counts for it (None: nothing that has a name)."""

    name: str
    value: Value

    @property
    def sentence(self) -> str:
        """The name of its sentence."""
        return f"{self.name}-assumed"

    @property
    def values(self) -> Mapping[str, Value]:
        """What fills the sentence's gap; programs as people write them."""
        return {"value": ", ".join(self.value).upper() if isinstance(self.value, tuple) else self.value}


@dataclass(frozen=True, slots=True)
class Estimate:
    """The answer. `contributions`: rupiah by program key and party, for the first month and one person.

    `range`: least and most of every amount that an unknown input changes; None where nothing is unknown.
    """

    inputs: Mapping[str, Value]
    contributions: Mapping[str, Mapping[str, int]]
    grand_total: int
    benefits: Mapping[str, int]
    steps: Sequence[Step]
    notices: Sequence[Notice]
    digest: str
    assumptions: Sequence[Assumption] = ()
    range: Mapping[str, Sequence[int]] | None = None

    @property
    def programs(self) -> tuple[str, ...]:
        """The programs that the answer is about."""
        programs = self.inputs["programs"]
        return programs if isinstance(programs, tuple) else ()

    @property
    def monthly(self) -> dict[str, int]:
        """The shares of all programs together."""
        sums = {party: sum(shares[party] for shares in self.contributions.values()) for party in PARTIES}
        return {**sums, "total": sum(sums.values())}

    @property
    def benefit_total(self) -> int:
        """All benefits together."""
        return sum(self.benefits.values())

    def amounts(self) -> dict[str, int]:
        """Return every amount by dotted name: `jkk.total`, `monthly.worker`, `grand_total`, `benefit.jkm.death`."""
        amounts = {
            f"{key}.{party}": rupiah for key, part in self.contributions.items() for party, rupiah in part.items()
        }
        amounts |= {f"monthly.{party}": rupiah for party, rupiah in self.monthly.items()}
        amounts |= {"grand_total": self.grand_total}
        amounts |= {f"benefit.{name}": rupiah for name, rupiah in self.benefits.items()}
        return {**amounts, "benefit_total": self.benefit_total}
