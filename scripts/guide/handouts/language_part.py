"""Part of one language in a single file: its pages as sections, the dated values behind them, its questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.handouts.anchors import Anchors
from guide.handouts.page_section import section_of
from guide.handouts.places import QUESTIONS, numbered, placed
from guide.handouts.shared_blocks import said_once
from guide.i18n.language import Language
from guide.pages.estimator_page import PAGE as ESTIMATOR
from guide.pages.renderer import Renderer
from guide.pages.routes import Page

_FORM = re.compile(r"(<form\b[^>]*>)(.*?)(?=</form>)", re.S)
_FEW = 30
"""Pages up to which a file is about its first page: that one says everything, reference parts too."""


@dataclass(frozen=True)
class Part:
    """One language in the file: its sections by id, and the dated values behind their figures."""

    language: Language
    anchors: Anchors
    sections: Mapping[str, str]
    titles: Mapping[str, str]
    form: str
    """The estimator's form, which only a script shows; empty where the file has no estimator."""
    facts: Sequence[str]
    contents: Sequence[str]
    """Ids of the sections that the contents list names: main pages; details are listed by these."""
    questions: Mapping[str, str]
    """Ids of the questions in the file, without its prefix, by the names that data has for them."""

    @property
    def whole(self) -> bool:
        """Return whether it is a guide with its estimator; else it is about one record."""
        return ESTIMATOR in self.anchors.paths

    @property
    def prefix(self) -> str:
        """Return the prefix of every id of this language."""
        return self.anchors.prefix


def part_of(renderer: Renderer, pages: Sequence[Page], language: Language, prefix: str, address: str = "") -> Part:
    """Return the pages of a file in one language.

    `prefix`: of every id; empty in a file of one language. `address`: where links lead that find no page in it.
    """
    few = len(pages) <= _FEW
    own = pages[:1] if few else []
    readers = pages[0].readers if few else frozenset()
    anchors = Anchors(frozenset(page.path for page in pages), prefix, address)
    ids = {page.path: anchors.section(page.path) for page in pages}
    drawn = {
        ids[page.path]: section_of(renderer.render(page, language, readers), page.path, anchors, whole=page in own)
        for page in pages
    }
    titles = {ids[page.path]: renderer.title(page, language) for page in pages}
    contents = [id for path, id in ids.items() if few or path.count("/") < 2]
    sections, places = placed(said_once(drawn, titles, contents), prefix)
    sections, facts = numbered(sections, prefix)
    questions = {id.partition("--")[2]: place for id, place in places.items() if id.startswith(QUESTIONS)}
    estimator = ids.get(ESTIMATOR, "")
    form = _FORM.search(sections[estimator]) if estimator else None
    if form:
        sections[estimator] = sections[estimator].replace(form[0], form[1])
    return Part(language, anchors, sections, titles, form[2] if form else "", facts, contents, questions)
