"""Landing pages: where people arrive by a code, a search or a friend, and for whom each answers the same questions."""

from __future__ import annotations

from typing import Any

from guide.facts.model.content import LandingAnswer, LandingQuestion
from guide.pages.routes import Page

PART = "{part:eleven}"
"""How a page that people wrote shows the answers."""
_SEGMENTS = {"transport": "bpu", "paid": "bpu", "pu-basic": "pu"}
"""The segment of each reader that is not itself a segment."""


def is_landing(page: Page) -> bool:
    """Return whether people arrive at the page: the first one, and those of a work, a partner, a region, an event."""
    return page.kind.landing or page.of_partner or page.path == "" or page.of_bad_day


def readers(page: Page) -> tuple[str, ...]:
    """Return the ways of joining that a landing page answers for; where none is known, working for oneself."""
    if page.of_occupation:
        return tuple(dict.fromkeys(_reader(way.segment, way.programs, way.sector) for way in page.record.ways))
    if page.template == "partner" and page.record.preset:
        preset = page.record.preset
        return (_reader(preset["segment"], preset.get("programs", "jht").split(","), payer=preset.get("payer", "")),)
    return tuple(sorted(page.readers)) or ("bpu",)


def _reader(segment: str, programs: Any, sector: str = "", payer: str = "") -> str:
    if payer == "government":
        return "paid"
    if segment == "bpu" and sector == "transport":
        return "transport"
    return "pu-basic" if segment == "pu" and "jht" not in programs else segment


def answers(question: LandingQuestion, page: Page, today: Any) -> list[LandingAnswer]:
    """Return what a landing page answers to a question on a day: each answer once."""
    every = [question.answer(reader, today, page.path) for reader in readers(page)]
    return list({id(answer): answer for answer in every if answer}.values())


def segments(answer: LandingAnswer, page: Page) -> tuple[str, ...]:
    """Return the segments of those readers of a page that an answer is for."""
    return tuple(dict.fromkeys(_SEGMENTS.get(reader, reader) for reader in readers(page) if reader in answer.readers))
