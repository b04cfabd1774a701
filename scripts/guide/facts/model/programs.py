"""Programs, segments, occupations, procedures: who is covered, for what, and what they do."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.facts.model.record import Citation, Cited, Dated, Model, Quantity, Source, Sourced, Text
from guide.facts.model.scalars import (
    AsOf,
    Confidence,
    Day,
    Effective,
    Event,
    Id,
    ProgramId,
    Sector,
    SegmentId,
    Size,
    Words,
)


class Program(Model):
    """A coverage. The id is the file's name."""

    id: ProgramId
    abbreviation: Words
    name: Text
    official: Text
    summary: Text
    explanation: tuple[Text, ...]
    not_covered: tuple[Text, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    segments: tuple[SegmentId, ...] = Field(min_length=1)
    since: Effective
    citations: tuple[Citation, ...] = Field(min_length=1)
    compiled: Day
    verified: Day | None
    confidence: Confidence


class Mandatory(Dated):
    """Which programs a segment (for pu: with an employer of these sizes) must have from `effective` on."""

    sizes: tuple[Size, ...] = ()
    programs: tuple[ProgramId, ...] = Field(min_length=1)
    voluntary: tuple[ProgramId, ...] = ()


class Segment(Model):
    """A legal group of participants."""

    id: SegmentId
    abbreviation: Words
    name: Text
    official: Text
    summary: Text
    who_pays: Text
    rules: tuple[Text, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    mandatory: tuple[Mandatory, ...] = Field(min_length=1)


class SizeClass(Cited):
    """A size of employer, with what decides it."""

    id: Size
    name: Text
    rule: Text
    quantities: tuple[Quantity, ...] = ()


class RiskKind(Model):
    """A kind of business as the law names it. `words`: everyday names for it, by which it is found."""

    name: Text
    words: tuple[Words, ...] = Field(min_length=1)


class RiskKinds(Cited):
    """The kinds of business of one risk class."""

    id: Id
    risk: Literal["1", "2", "3", "4", "5"]
    name: Text
    kinds: tuple[RiskKind, ...] = Field(min_length=1)


class Way(Model):
    """One way of joining that an occupation leads to, with what is had in it.

    `programs`: those that everybody has who joins so; `voluntary`: those that may come on top. `join`: the procedure.
    `who_pays`: where that differs from the segment's. `when`: null holds always.
    """

    segment: SegmentId
    programs: tuple[ProgramId, ...] = Field(min_length=1)
    voluntary: tuple[ProgramId, ...] = ()
    join: Id
    sector: Sector = "other"
    who_pays: Text | None = None
    when: Text | None = None

    @property
    def inputs(self) -> dict[str, str]:
        """Return the inputs of the estimator that say this way: its segment, its programs, its sector."""
        sector = {"sector": self.sector} if self.sector != "other" else {}
        return {"segment": self.segment, "programs": ",".join(self.programs), **sector}


class Occupation(Sourced):
    """What people do. `question` decides between the ways where there are two. `story`: an example, made up."""

    id: Id
    name: Text
    summary: Text
    risks: tuple[Text, ...] = Field(min_length=1)
    question: Text | None = None
    ways: tuple[Way, ...] = Field(min_length=1)
    story: Text
    incomes: tuple[Words, ...] = Field(min_length=1)


class StepAnswer(Model):
    """One answer to a question, and the step that it leads to."""

    words: Text
    to: Id


class EligibilityStep(Cited):
    """A page of "can I join?": a question with its answers, or, without any, an outcome.

    `reason`: why it is asked, or why the answer is so. `change`: what would change the answer. `next`: a page.
    """

    id: Id
    title: Text
    message: Text
    answers: tuple[StepAnswer, ...] = ()
    reason: Text
    change: Text | None = None
    segment: SegmentId | None = None
    next: Words = ""


class Paper(Model):
    """One document to bring. `when`: only in that case."""

    name: Text
    when: Text | None = None


class Procedure(Model):
    """How to do one thing, for some segments and programs. The id is the file's name."""

    id: Id
    kind: Literal["join", "pay", "resume", "check", "change", "report", "claim", "complain"]
    title: Text
    summary: Text
    segments: tuple[SegmentId, ...] = Field(min_length=1)
    programs: tuple[ProgramId, ...] = Field(min_length=1)
    events: tuple[Event, ...] = ()
    steps: tuple[Text, ...] = Field(min_length=1)
    papers: tuple[Paper, ...] = ()
    where: tuple[Id, ...] = ()
    deadlines: tuple[Text, ...] = ()
    payment_time: Text | None = None
    quantities: tuple[Quantity, ...] = ()
    citations: tuple[Citation, ...] = ()
    sources: tuple[Source, ...] = ()
    as_of: AsOf
    compiled: Day
    verified: Day | None
    confidence: Confidence
    note: Text | None = None

    @property
    def after_event(self) -> bool:
        """Return whether the agency is told or asked for something after an event."""
        return self.kind in ("report", "claim")
