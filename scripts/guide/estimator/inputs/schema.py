"""The inputs of the estimator, declared once: every table of inputs (`tables`), in either engine, comes from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from guide.facts.diagnostics import N_

Value = str | int | tuple[str, ...] | None
"""An input that was read, or what fills a gap of a sentence."""
PROGRAMS = ("jkk", "jkm", "jht", "jp", "jkp")
UNKNOWN = "unknown"
"""The value of an input that the person does not know: the default counts, and a range says what else it may be."""
LOW_INCOME = 500_000
"""Rupiah below which a wage or income may be that of a day: that it was taken as a month's is an assumption."""
LONGEST_CONTRACT = 120

_BPU, _PU, _JAKON, _PMI = _ALL = ("bpu", "pu", "jakon", "pmi")
_WORKERS = (_BPU, _PU)
_EVENTS = ("work-death", "work-disability", "work-sick", "death", "layoff", "retirement")


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
    segments: tuple[str, ...] = _ALL
    choices: tuple[str, ...] = ()
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bounds: tuple[int, int] | None = None
    events: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    default: Mapping[str, str | int] = field(default_factory=dict)
    assumed: tuple[str, ...] = ()
    certain: bool = True


INPUTS = (
    Input("segment", "choice", N_("Segment"), N_("How do you work?"), choices=_ALL, required=_ALL),
    Input("month", "month", N_("Month"), N_("Month")),
    Input(
        "income",
        "money",
        N_("Income"),
        N_("Income in a month, wage, or worth of the contract"),
        segments=(_BPU, _PU, _JAKON),
        required=(_BPU, _PU, _JAKON),
    ),
    Input(
        "programs",
        "list",
        N_("Programs"),
        N_("Programs"),
        choices=PROGRAMS,
        known={_BPU: PROGRAMS[:3], _PU: PROGRAMS, _JAKON: PROGRAMS[:2], _PMI: PROGRAMS[:2]},
        assumed=_ALL,
    ),
    Input(
        "risk",
        "choice",
        N_("Risk class"),
        N_("Risk of accidents at work"),
        segments=(_PU,),
        choices=("1", "2", "3", "4", "5", UNKNOWN),
        default={_PU: "1"},
        assumed=(_PU,),
        certain=False,
    ),
    Input(
        "size",
        "choice",
        N_("Size of the employer"),
        N_("Size of the business"),
        segments=(_PU,),
        choices=("micro", "small", "medium", "large", UNKNOWN),
        default={_PU: "medium"},
        assumed=(_PU,),
        certain=False,
    ),
    Input(
        "sector",
        "choice",
        N_("Sector"),
        N_("Kind of work"),
        segments=_WORKERS,
        choices=("transport", "other", "labour-intensive"),
        known={_BPU: ("transport", "other"), _PU: ("labour-intensive", "other")},
        default=dict.fromkeys(_WORKERS, "other"),
        assumed=(_BPU,),
    ),
    Input(
        "payer",
        "choice",
        N_("Who pays"),
        N_("Who pays?"),
        segments=(_BPU,),
        choices=("self", "sponsor", "government"),
        default={_BPU: "self"},
        assumed=(_BPU,),
    ),
    Input("age", "whole", N_("Age"), N_("Age in years"), segments=(_PU,), bounds=(0, 120), assumed=(_PU,)),
    Input(
        "placement",
        "choice",
        N_("Placement"),
        N_("How do you go abroad?"),
        segments=(_PMI,),
        choices=("p3mi", "individual", UNKNOWN),
        default={_PMI: "p3mi"},
        assumed=(_PMI,),
        certain=False,
    ),
    Input(
        "contract",
        "whole",
        N_("Months of the contract"),
        N_("Months of the contract"),
        segments=(_PMI,),
        bounds=(6, LONGEST_CONTRACT),
        default={_PMI: 24},
        assumed=(_PMI,),
    ),
    Input(
        "phase",
        "choice",
        N_("Phase"),
        N_("When does it happen?"),
        segments=(_PMI,),
        choices=("before", "during", "after"),
        events=("death",),
        default={_PMI: "during"},
        assumed=(_PMI,),
    ),
    Input(
        "people",
        "whole",
        N_("Number of people"),
        N_("For how many people?"),
        bounds=(1, 10_000_000),
        default=dict.fromkeys(_ALL, 1),
    ),
    Input(
        "months",
        "whole",
        N_("Months"),
        N_("For how many months?"),
        segments=_WORKERS,
        bounds=(1, 600),
        default=dict.fromkeys(_WORKERS, 1),
    ),
    Input(
        "event",
        "choice",
        N_("Event"),
        N_("If something happens"),
        segments=(_BPU, _PU, _PMI),
        choices=_EVENTS,
        known={_BPU: _EVENTS[:4], _PU: _EVENTS, _PMI: ("death",)},
    ),
    Input(
        "paid_months",
        "whole",
        N_("Months paid so far"),
        N_("Months paid so far"),
        segments=(_BPU, _PU, _PMI),
        bounds=(0, 1200),
        events=_EVENTS,
        required=("retirement",),
        assumed=_ALL,
    ),
    Input(
        "sick_months",
        "whole",
        N_("Months unable to work"),
        N_("Months without work"),
        segments=_WORKERS,
        bounds=(0, 600),
        events=("work-sick",),
        required=("work-sick",),
    ),
    Input(
        "average_wage",
        "money",
        N_("Average wage"),
        N_("Average wage over the years"),
        segments=(_PU,),
        events=("retirement",),
        assumed=(_PU,),
    ),
    Input(
        "children",
        "list",
        N_("Children"),
        N_("Children at school"),
        segments=_WORKERS,
        choices=("tk", "sd", "smp", "sma", "university"),
        events=("work-death", "work-disability", "death"),
        assumed=_WORKERS,
    ),
)
"""All inputs, in the order in which they are echoed."""

ASSUMED = (
    *("size", "risk", "age", "sector", "payer", "placement", "contract", "phase"),
    *("programs", "paid_months", "average_wage", "children", "income"),
)
"""Inputs whose default is an assumption, in the order in which it is said; `income`: where it is low."""
