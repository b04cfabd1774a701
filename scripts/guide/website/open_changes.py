"""The changes of the law and of the facts as open data: what began, what ended, what was corrected, with amounts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Literal

from guide.facts.fallback import own
from guide.facts.model import law
from guide.facts.model.content import Release
from guide.facts.model.record import Citation, Dated, Json, JsonObject, Model, Text
from guide.facts.model.scalars import Confidence, Day, Effective, ProgramId, Rupiah, SegmentId, Words
from guide.figures.law_changes import Change, Changes, Row, known
from guide.figures.registry import Figures
from guide.figures.tables import Tables
from guide.law.timeline import months_after
from guide.website.open_csv import flat
from guide.website.open_data import Say, plain_fields
from guide.website.open_tables import names_of

_GROUNDS = frozenset({*Dated.model_fields, "examples"})
"""Fields that say why a value holds, not what holds."""


class ChangedField(Model):
    """One field of a dated value, dotted where it is nested: what it was and what it is; null: it was not there."""

    name: Words
    before: Json
    after: Json


class ChangedAmount(Model):
    """What the estimator answers to `inputs` for the month before and for the month of the change, in rupiah.

    `amount`: the dotted name of the amount in the answer.
    """

    inputs: dict[str, Words]
    amount: Words
    before: Rupiah
    after: Rupiah


class LawChange(Model):
    """A value or relief that began, a relief that ended, or a hand-out that was corrected, once it was known.

    `of`: the id of the value, the relief or the hand-out. `known`: the day from which people could know of it.
    `amounts`: those of typical people that change in that month because of it.
    """

    id: Words
    kind: Literal["began", "ended", "corrected"]
    of: Words
    effective: Effective
    known: Day
    segments: tuple[SegmentId, ...]
    programs: tuple[ProgramId, ...]
    fields: tuple[ChangedField, ...]
    amounts: tuple[ChangedAmount, ...]
    what: tuple[Text, ...]
    citations: tuple[Citation, ...]
    verified: Day | None
    confidence: Confidence


class ChangeWriter:
    """Writer of the items of the table of changes, as known on the day of the figures. `say`: fills gaps of texts."""

    def __init__(self, figures: Figures, say: Say):
        self.figures, self.facts, self.say = figures, figures.facts, say
        self.changes = Changes(figures)
        self.rows: dict[str, list[Row]] = {}

    def items(self) -> list[JsonObject]:
        """Return every change, in order of time, each a mapping of plain values."""
        changes = [*self._values(), *self._reliefs(), *self._corrections()]
        changes.sort(key=lambda change: (change.effective, change.id))
        return [plain_fields(change, self._filled(change.of), self.facts) for change in changes]

    def _values(self) -> Iterator[LawChange]:
        """Yield each dated value that was known, with the fields that differ from the one before it."""
        for name, entry in Tables(self.figures).dated():
            if known(entry, self.figures.today):
                earlier = [old for old in self.figures.history(name) if old.effective < entry.effective][:1]
                fields = _differences(self._told(name, earlier[0]) if earlier else {}, self._told(name, entry))
                yield self._change("began", name, name, entry.effective, entry, fields)

    def _reliefs(self) -> Iterator[LawChange]:
        """Yield the begin and the end of each relief that was known."""
        for relief in self.facts.reliefs:
            if known(relief, self.figures.today):
                of, after = f"reliefs.{relief.id}", months_after(relief.last, 1)
                factor = f"{relief.factor.normalize():f}"
                yield self._change("began", f"{of}.first", of, relief.first, relief, [("factor", "1", factor)])
                yield self._change("ended", f"{of}.end", of, after, relief, [("factor", factor, "1")])

    def _change(
        self,
        kind: str,
        name: str,
        of: str,
        effective: str,
        cited: Dated | law.Relief,
        fields: list[tuple[str, object, object]],
    ) -> LawChange:
        record = self._owner(of)
        owner = vars(record) if record else {}
        return LawChange.model_validate(
            {
                "id": name,
                "kind": kind,
                "of": of,
                "effective": effective,
                "known": cited.known,
                "segments": _several(owner, "segment"),
                "programs": _several(owner, "program"),
                "fields": [{"name": field, "before": before, "after": after} for field, before, after in fields],
                "amounts": self._amounts(of, effective[:7]),
                "what": [own(owner["name"])] if "name" in owner else [],
                "citations": cited.citations,
                "verified": cited.verified,
                "confidence": cited.confidence,
            }
        )

    def _owner(self, of: str) -> Model | None:
        """Return the record that a value belongs to; None for a step of a history that has no owner."""
        collection, _, name = of.partition("@")[0].partition(".")
        return self.facts.by_id[collection][name] if name else None

    def _filled(self, of: str) -> Callable[[Mapping[str, str]], dict[str, str]]:
        """Return a function that fills the gaps of texts of a value's owner."""
        return partial(self.say, record=self._owner(of) or Model())

    def _told(self, of: str, entry: Dated) -> dict[str, object]:
        """Return what a dated value says, by dotted names, without its grounds; parts of a list under their number."""
        names = names_of(type(entry)) - _GROUNDS
        return dict(flat(plain_fields(entry, self._filled(of), self.facts, names), lists=True))

    def _amounts(self, fact: str, month: str) -> list[JsonObject]:
        """Return the amounts of typical people that change in a month and rest on a value, before it or from it on."""
        if month not in self.rows:
            change = Change(month, month)
            self.rows[month] = [row for kind in (False, True) for row in self.changes.rows(change, benefits=kind)]
        amounts = []
        for row in self.rows[month]:
            before, after = self.figures.get(row.before), self.figures.get(row.after)
            if any(name.partition("@")[0] == fact.partition("@")[0] for name in (*before.facts, *after.facts)):
                told = {"amount": row.amount, "before": before.value, "after": after.value}
                amounts.append({"inputs": row.estimate.inputs, **told})
        return amounts

    def _corrections(self) -> Iterator[LawChange]:
        """Yield each hand-out that was recalled."""
        for release in self.facts.releases:
            if release.recalled:
                yield _corrected(release)


def _corrected(release: Release) -> LawChange:
    return LawChange(
        id=f"releases.{release.id}",
        kind="corrected",
        of=f"releases.{release.id}",
        effective=release.as_of.isoformat(),
        known=release.as_of,
        segments=(),
        programs=(),
        fields=(),
        amounts=(),
        what=tuple(map(own, (*release.changes, *([release.reason] if release.reason else ())))),
        citations=(),
        verified=None,
        confidence="high",
    )


def _several(owner: Mapping[str, object], name: str) -> object:
    """Return what a record names once (`segment`) or several times (`segments`), as a list."""
    return owner.get(f"{name}s", [owner[name]] if name in owner else [])


def _differences(before: Mapping[str, object], after: Mapping[str, object]) -> list[tuple[str, object, object]]:
    names = dict.fromkeys((*before, *after))
    pairs = ((name, before.get(name), after.get(name)) for name in names)
    return [(name, old, new) for name, old, new in pairs if old != new]
