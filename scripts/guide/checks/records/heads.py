"""Heads of written pages: what no language changes stands in the first language's head, once."""

from __future__ import annotations

from collections.abc import Iterator

from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.facts import Facts
from guide.facts.load.front_matter import WrittenPages

SHARED = ("image", "search_weight", "headings_only", "tool", "listed")


def settings_stand_once(_facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse a setting of a page in the head of another language, where nothing reads it."""
    for pages in [*prose.values()][1:]:
        for file in pages.values():
            for name in SHARED:
                if name in file.head.model_fields_set and not file.lent:
                    yield mistake_at(
                        file.head.place, name, N_("{bad} stands in the first language's page alone"), bad=name
                    )
