"""The parity certificate (`api/v1/parity.json`): what both engines must answer to the same questions, as one digest.

The build answers them with the Python engine. Whoever runs `estimator.js` beside it over the same questions must get
the same digest: the tests do, and so can a reader's own browser.
"""

from __future__ import annotations

import datetime
import hashlib
import itertools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import guide
from guide.estimator.inputs import InputError
from guide.estimator.member_list.answers import Answers
from guide.facts.facts import Facts
from guide.facts.model.record import JsonObject
from guide.figures.law_changes import changes
from guide.law.rules import Rules
from guide.law.timeline import month_of, months_after
from guide.website.open_tables import VERSION

PATH = "parity.json"
Axes = Mapping[str, Sequence[str]]
HOW = (
    "The questions of each object are all combinations of its values, the last name changing fastest; an empty value "
    "leaves its input out. An answer is one line: its amounts as name=value, in the order of the names, joined by "
    "commas (names as in the list of members: jkk.total, monthly.worker, grand_total, benefit.jkm.death, "
    "benefit_total); a refusal is ! and the refused inputs in that order. The digest is the SHA-256 of all lines, "
    "each ended by a line feed, in UTF-8."
)


def certificate(facts: Facts, rules: Rules, today: datetime.date, script: str) -> JsonObject:
    """Return the certificate of the day; `script`: the text of estimator.js."""
    axes = list(questions(facts, today))
    lines = list(answers(rules, axes, today))
    return {
        "schema_version": VERSION,
        "as_of": today.isoformat(),
        "facts": facts.digest,
        "engines": {
            "python": {"sha256": _sources()},
            "javascript": {"file": "estimator.js", "sha256": hashlib.sha256(script.encode()).hexdigest()},
        },
        "cases": len(lines),
        "digest": hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest(),
        "how": HOW,
        "questions": axes,
    }


def questions(facts: Facts, today: datetime.date) -> Iterator[Axes]:
    """Yield axes of questions: both sides of every change of the law, each kind of person, each event."""
    turns = {month for change in changes(facts) for month in (change.before, change.month)}
    months = sorted({*turns, month_of(today), months_after(month_of(today), 24)})
    yield {
        "segment": ("bpu",),
        "month": months,
        "income": ("0", "3333333", "20700000"),
        "programs": ("", "jkk,jkm,jht"),
        "sector": ("", "transport"),
        "payer": ("", "government"),
        "event": ("", "work-death"),
    }
    yield {
        "segment": ("pu",),
        "month": months,
        "income": ("13333333",),
        "risk": ("", "5"),
        "size": ("micro", "small", "medium"),
        "sector": ("", "labour-intensive"),
        "age": ("", "60"),
        "event": ("", "layoff"),
    }
    retired = {"event": ("retirement",), "paid_months": ("12", "333")}
    yield {"segment": ("pu",), "month": months, "income": ("9999999",), **retired}
    yield {"segment": ("jakon",), "month": months, "income": ("99999999", "750000001", "12345678901")}
    yield {
        "segment": ("pmi",),
        "month": months,
        "placement": ("p3mi", "individual"),
        "contract": ("5", "23", "36"),
        "event": ("", "death"),
    }


def answers(rules: Rules, axes: Sequence[Axes], today: datetime.date) -> Iterator[str]:
    """Yield the line of each question, as the Python engine answers it."""
    asked = Answers(rules, today)
    for each in axes:
        for values in itertools.product(*each.values()):
            raw = {name: value for name, value in zip(each, values, strict=True) if value}
            try:
                amounts = asked.estimate(raw).amounts()
                yield ",".join(f"{name}={rupiah}" for name, rupiah in sorted(amounts.items()))
            except InputError as error:
                yield f"!{','.join(sorted({mistake.name for mistake in error.mistakes}))}"


def _sources() -> str:
    """Return the SHA-256 of the sources of the Python engine, each after its name."""
    digest = hashlib.sha256()
    for folder in ("estimator/engine", "estimator/inputs", "law"):
        for path in sorted((Path(guide.__path__[0]) / folder).glob("*.py")):
            digest.update(f"{folder}/{path.name}\n".encode() + path.read_bytes())
    return digest.hexdigest()
