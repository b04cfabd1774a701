"""What an answer is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from guide.estimator.inputs.messages import NOTICES, STEPS

PARTIES = ("worker", "employer", "government")
LARGEST_TOTAL = 2**53 - 1
"""The largest total that a browser counts exactly, in rupiah."""


@dataclass(frozen=True)
class Step:
    """How one amount came about.

    `base` and `amount` in rupiah; `relief` is the part that remains due (`50%`). What does not apply is None.
    `entry` is the dated row of the law, `relieved_by` the relief's; `facts` are the ids of both.
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
    values: Mapping[str, Any] = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    entry: Mapping[str, Any] = field(default_factory=dict, repr=False)
    relieved_by: Mapping[str, Any] | None = field(default=None, repr=False)

    @property
    def message(self) -> str:
        """The sentence in English, with its gaps."""
        return STEPS[self.sentence]


@dataclass(frozen=True)
class Notice:
    """Something the reader must know beside the numbers. Its id is the name of its sentence."""

    id: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence in English, with its gaps."""
        return NOTICES[self.id]


@dataclass(frozen=True)
class Assumption:
    """An input that was left out, and what counts for it (None: nothing that has a name)."""

    name: str
    value: Any

    @property
    def sentence(self) -> str:
        """The name of its sentence."""
        return f"{self.name}-assumed"

    @property
    def values(self) -> Mapping[str, Any]:
        """What fills the sentence's gap; programs as people write them."""
        named = isinstance(self.value, tuple)
        return {"value": ", ".join(self.value).upper() if named else self.value}


@dataclass(frozen=True)
class Estimate:
    """The answer. `contributions`: rupiah by program key and party, for the first month and one person.

    `range`: least and most of every amount that an unknown input changes; None where nothing is unknown.
    """

    inputs: Mapping[str, Any]
    contributions: Mapping[str, Mapping[str, int]]
    grand_total: int
    benefits: Mapping[str, int]
    steps: Sequence[Step]
    notices: Sequence[Notice]
    digest: str
    assumptions: Sequence[Assumption] = ()
    range: Mapping[str, Sequence[int]] | None = None

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
        """Every amount under its dotted name: `jkk.total`, `monthly.worker`, `grand_total`, `benefit.jkm.death`."""
        found = {f"{key}.{party}": value for key, part in self.contributions.items() for party, value in part.items()}
        found |= {f"monthly.{party}": value for party, value in self.monthly.items()}
        found |= {"grand_total": self.grand_total}
        found |= {f"benefit.{name}": value for name, value in self.benefits.items()}
        return {**found, "benefit_total": self.benefit_total}
