"""What is told about a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guide.estimator.engine import Assumption
from guide.estimator.member_list.cells import Row
from guide.estimator.member_list.questions import Question
from guide.estimator.member_list.titles import Header

Left = tuple[int, str]
"""The number of a row that is nobody, and its words."""


@dataclass
class Told:
    """What is told about a list: its header and examples, what was left out and assumed, how it came out."""

    header: Header
    sheet: str
    first: Sequence[Row]
    unread: Sequence[str] = ()
    left_out: list[Left] = field(default_factory=list)
    assumed: Counter[Assumption] = field(default_factory=Counter)
    by_occupation: Mapping[str, int] = field(default_factory=dict)
    sector: Question | None = None
    month: str = ""
    usual_month: str = ""
    ticked: Sequence[tuple[int, str]] = ()
    people: int = 0
    wrong: int = 0
    total: int = 0
