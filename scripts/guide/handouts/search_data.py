"""What the search of a file has beside the text of its sections: words, phrases, and pages that only the site has."""

from __future__ import annotations

from collections.abc import Iterator

from guide.facts.model.record import JsonObject
from guide.handouts.language_part import Part
from guide.pages.renderer import Renderer
from guide.pages.routes import Page
from guide.pages.search_index import read_page
from guide.pages.search_words import of_file, of_pages

_PLACES = "wilayah/"


def search_data(renderer: Renderer, part: Part) -> JsonObject:
    """Return what answers in a language; in a file about one record, what finds its pages.

    `above`: ids of sections whose pages have others below; `worth`: percent that a hit on a page keeps, where that is
    not usual; `away`: path, title and main message of pages that people ask for and that stand on the site alone.
    """
    facts, inside = renderer.site.facts, part.anchors.paths
    away = list(_away(renderer, part)) if part.whole else []
    paths = [*inside, *(path for path, _, _ in away)]
    pages = [page for page in renderer.site.routes if page.path in paths]
    names = {**{path: path for path in paths}, **part.questions}
    return {
        **(of_file(facts, part.language, names) if part.whole else of_pages(facts, part.language)),
        "above": sorted({path.partition("/")[0] for path in inside if path.count("/") > 1}),
        "worth": {page.path: page.search_weight for page in pages if page.search_weight != page.usual_weight},
        "away": away,
    }


def _away(renderer: Renderer, part: Part) -> Iterator[list[str]]:
    for page in renderer.site.routes:
        if page.path not in part.anchors.paths and _wanted(renderer, page):
            title = renderer.title(page, part.language)
            yield [page.path, title, read_page(page, title, renderer.context(page, part.language).drawn).lead]


def _wanted(renderer: Renderer, page: Page) -> bool:
    names = {row.to for row in renderer.site.facts.asked}
    return page.listed and (page.path in names or page.path.startswith(_PLACES))
