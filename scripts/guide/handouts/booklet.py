"""The booklet: sixteen pages of A5, imposed so that eight sides of A4 fold to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guide.facts.diagnostics import N_
from guide.handouts.context import HandoutContext
from guide.i18n.language import Language

PAGES = 16
_LEAF = re.compile(r'(?=<section class="leaf\b)')


@dataclass(frozen=True)
class Chapter:
    """One page of the booklet: its heading, a procedure whose steps it tells, and the questions that it answers.

    `piece`: what it shows besides (overrides/handouts/booklet-<piece>.html).
    """

    heading: str
    questions: Sequence[str] = ()
    procedure: str = ""
    piece: str = ""


CHAPTERS = (
    Chapter(N_("What is this about?"), ("same-as-kesehatan", "only-for-employees", "private-insurance", "is-it-real")),
    Chapter(
        N_("Who can join?"), ("housewife", "weaver-at-home", "no-ktp", "learn-no-reading", "may-family-pay", "two-jobs")
    ),
    Chapter(N_("What do I pay?"), ("income-too-low",), piece="prices"),
    Chapter(N_("How do I join?"), ("no-phone-or-signal", "join-at-a-shop"), procedure="join-bpu"),
    Chapter(N_("How do I pay?"), ("harvest-money", "bill-differs"), procedure="pay-bpu"),
    Chapter(N_("What does the family get?"), ("does-income-matter", "work-and-ordinary"), piece="sums"),
    Chapter(N_("From when are you covered?"), ("died-soon-after-joining", "sudden-death-at-work"), piece="cover"),
    Chapter(N_("An accident at work: what now?"), ("on-the-way-to-field-or-sea",), procedure="report-accident"),
    Chapter(N_("A member has died: what now?"), ("who-is-heir",), procedure="claim-jkm"),
    Chapter(
        N_("School money for the children"),
        ("children-scholarship", "scholarship-yearly", "step-and-adopted", "guardian"),
    ),
    Chapter(N_("A month was missed"), ("pay-late", "missed-one-month", "stopped-then-died", "debt-collector")),
    Chapter(N_("Beware of scams"), ("when-to-give-nik", "is-perisai-official"), piece="cheats"),
    Chapter(
        N_("What people ask at the stand"),
        ("kis-pbi", "halal", "crop-or-boat", "money-back-without-claim", "ordinary-illness"),
    ),
)
"""Chapters in the order in which people ask; before them the cover and the contents, after them the back."""


def sides(context: HandoutContext, language: Language) -> list[tuple[str, str]]:
    """Return what stands left and right on each side of the booklet's sheets, as HTML."""
    return imposed(leaves(context, language))


def leaves(context: HandoutContext, language: Language) -> list[str]:
    """Return the pages of the booklet as HTML, in the order of reading."""
    page = context.page("")
    drawn = context.sheet("booklet-pages.html", language, page, None, chapters=CHAPTERS)
    pages = _LEAF.split(drawn)[1:]
    assert len(pages) == PAGES, f"the booklet has {len(pages)} pages"
    return pages


def imposed(pages: Sequence[str]) -> list[tuple[str, str]]:
    """Return what stands left and right on each side of the sheets: the last page beside the first, and so on inwards.

    The sheets are printed on both sides, turned over at the short edge, laid on each other and folded once.
    """
    pairs: list[tuple[str, str]] = []
    for first in range(0, len(pages) // 2, 2):
        last = len(pages) - 1 - first
        pairs += [(pages[last], pages[first]), (pages[first + 1], pages[last - 1])]
    return pairs
