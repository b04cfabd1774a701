"""Which inputs there are, what they may be, and who knows them. The browser's estimator reads the same tables."""

from __future__ import annotations

from typing import Any

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
WHOLE = {
    "age": (0, 120),
    "contract": (1, 600),
    "people": (1, 10_000_000),
    "months": (1, 600),
    "paid_months": (0, 1200),
    "sick_months": (0, 600),
}
NAMES = (
    *("segment", "month", "income", "programs", "risk", "size", "sector", "payer", "age", "placement", "contract"),
    *("phase", "people", "months", "event", "paid_months", "sick_months", "average_wage", "children"),
)
"""All inputs, in the order in which they are echoed."""

_ALL = ("segment", "month", "programs", "people")
_WORKER = ("income", "sector", "months", "event", "paid_months", "sick_months", "children")
OF_SEGMENT = {
    "bpu": (*_ALL, *_WORKER, "payer"),
    "pu": (*_ALL, *_WORKER, "risk", "size", "age", "average_wage"),
    "jakon": (*_ALL, "income"),
    "pmi": (*_ALL, "placement", "contract", "phase", "event", "paid_months"),
}
KNOWN: dict[str, dict[str, tuple[str, ...]]] = {
    "event": {"bpu": CHOICES["event"][:4], "pu": CHOICES["event"], "jakon": (), "pmi": ("death",)},
    "sector": {"bpu": ("transport", "other"), "pu": ("labour-intensive", "other"), "jakon": (), "pmi": ()},
    "programs": {"bpu": PROGRAMS[:3], "pu": PROGRAMS, "jakon": PROGRAMS[:2], "pmi": PROGRAMS[:2]},
}
"""What a segment knows of an input's values."""

OF_EVENT = {
    "phase": ("death",),
    "sick_months": ("work-sick",),
    "average_wage": ("retirement",),
    "children": ("work-death", "work-disability", "death"),
}
DEFAULTS: dict[str, dict[str, Any]] = {
    "bpu": {"sector": "other", "payer": "self", "months": 1},
    "pu": {"risk": "1", "size": "medium", "sector": "other", "months": 1},
    "jakon": {},
    "pmi": {"placement": "p3mi", "contract": 24},
}
