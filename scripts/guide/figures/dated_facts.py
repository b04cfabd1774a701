"""Records behind the ids of facts, as known on a day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from guide.facts.facts import Facts
from guide.facts.model.record import Dated, Model
from guide.figures.figure import UnknownFigure
from guide.law.timeline import in_force, month_of


class DatedFacts:
    """The facts of a day: the entry of each history that is in force, and every fact by its id."""

    def __init__(self, facts: Facts, today: datetime.date):
        self.facts, self.today, self.month, self.day = facts, today, month_of(today), today.isoformat()

    def dated(self, collection: str, record: Model) -> str:
        """Return the fact id behind a record's own numbers: its entry in force where the record has a history."""
        fields = vars(record)
        history: Sequence[Dated] = fields.get("entries") or fields.get("mandatory", ())
        entry = in_force(history, self.month, self.day) or (history[-1] if history else None)
        owner = f"{collection}.{fields['id']}"
        return f"{owner}@{entry.effective}" if entry else owner

    def resting(self, name: str) -> str:
        """Return the fact id of what a page rests on: of a history, its entry in force. Raises UnknownFigure."""
        collection, _, record_id = name.partition(".")
        record = self.facts.by_id.get(collection, {}).get(record_id)
        if record is None:
            raise UnknownFigure(name)
        return self.dated(collection, record)

    def fact(self, name: str) -> Model:
        """Return the record behind a fact id such as `schedules.bpu-jkk@2015-07-01` or `coverage.ntt-2026-01`."""
        owner, _, effective = name.partition("@")
        if not effective:
            collection, _, record_id = owner.partition(".")
            record: Model = self.facts.by_id[collection][record_id]
            return record
        return next(entry for entry in self.entries(owner) if entry.effective == effective)

    def history(self, name: str) -> list[Dated]:
        """Return every value known today that the one behind a fact id follows or is followed by, the newest first."""
        owner, _, effective = name.partition("@")
        return [entry for entry in reversed(self.entries(owner)) if entry.known <= self.day] if effective else []

    def entries(self, owner: str) -> Sequence[Dated]:
        """Return all dated values of an owner such as `schedules.bpu-jkk`."""
        collection, _, record_id = owner.partition(".")
        if collection == "pension-age":
            return self.facts.pension_age
        record = self.facts.by_id[collection][record_id]
        entries: Sequence[Dated] = record.mandatory if collection == "segments" else record.entries
        return entries
