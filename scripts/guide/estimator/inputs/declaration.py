"""The declaration of one input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Value = str | int | tuple[str, ...] | None
"""An input that was read, or what fills a gap of a sentence."""
SEGMENTS = ("bpu", "pu", "jakon", "pmi")


@dataclass(frozen=True, slots=True)
class Input:
    """One input: its name, its values, who knows it, and what counts where it is left out.

    `label`: its name in an answer; `asks`: what a form asks. `known`: the choices of a segment, where they are not
    all. `events`: those that it belongs to (none: it needs no event). `required`: the segments and events that need it.
    `default`: by segment. `assumed`: the segments in which its default is an assumption. `certain`: whether `unknown`
    is no choice.
    """

    name: str
    kind: Literal["choice", "list", "money", "whole", "month"]
    label: str
    asks: str
    segments: tuple[str, ...] = SEGMENTS
    choices: tuple[str, ...] = ()
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bounds: tuple[int, int] | None = None
    events: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    default: Mapping[str, str | int] = field(default_factory=dict)
    assumed: tuple[str, ...] = ()
    certain: bool = True
