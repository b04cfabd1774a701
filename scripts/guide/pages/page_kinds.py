"""Kinds of pages: what the pages of one template have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from guide.facts.diagnostics import N_


@dataclass(frozen=True)
class Kind:
    """What the pages of one template have in common.

    `title`: of those whose record has none. `listed`: maps and search show them. `heard`: they are read aloud, and say
    when they are old. `landing`: people arrive there by a code or a friend. `files`: how the names of their hand-outs
    begin; browsers keep such pages. `sheets`: style sheets of their own. `schema`: what they are to search engines.
    `search_weight`, `headings_only`: as in the head of a written page. `answers_in_files`: what a file of many pages
    shows of their short answers: all, links to those of their segments, or none.
    """

    title: str = ""
    listed: bool = True
    heard: bool = True
    landing: bool = False
    files: str = ""
    sheets: tuple[str, ...] = ()
    schema: str = ""
    search_weight: int | None = None
    headings_only: bool = False
    answers_in_files: Literal["all", "links", "none"] = "links"


KINDS = {
    "home": Kind(answers_in_files="all"),
    "program": Kind(schema="service"),
    "procedure": Kind(schema="how-to"),
    "eligibility": Kind(search_weight=70),
    "regulation": Kind(search_weight=60, headings_only=True),
    "change": Kind(N_("What changes in {month:month}"), search_weight=60, headings_only=True),
    "release": Kind(N_("Copy {code}")),
    "segment": Kind(landing=True, answers_in_files="all"),
    "occupation": Kind(landing=True, files="occupations/{}."),
    "partner": Kind(files="partners/{}/"),
    "region": Kind(landing=True, files="regions/{}/", search_weight=80, answers_in_files="none"),
    "staff": Kind(N_("For the staff: {name}"), listed=False),
    "poster": Kind(N_("Poster: {name}"), listed=False, sheets=("css/poster.css",)),
    "permalink": Kind(listed=False, heard=False),
    "404": Kind(heard=False),
}
"""The kinds of page by their templates; those that are not named have nothing of their own."""
USUAL = Kind()
