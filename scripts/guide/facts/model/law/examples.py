"""Models that contributions and benefits share: rounding, and printed examples."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.facts.model.record import Model, Source
from guide.facts.model.scalars import Id, Rupiah, Words


class Rounding(Model):
    """How a share becomes whole rupiah. `basis` is `convention` where no regulation states it."""

    mode: Literal["half-up"] = "half-up"
    basis: Literal["convention", "cited"] = "convention"


class Example(Model):
    """A worked example that an authority or a newspaper printed: estimator inputs, and what came out."""

    id: Id
    inputs: dict[str, Words]
    expect: dict[str, Rupiah]
    sources: tuple[Source, ...] = Field(min_length=1)
