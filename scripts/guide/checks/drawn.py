"""Parts of written pages, drawn by the very functions that draw the site: what a check calls sound can be built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.load.front_matter import PART
from guide.pages import social_images
from guide.pages.page_context import PageContext
from guide.pages.renderer import Renderer
from guide.pages.templates import TemplateMistake

NO_DRAWING = N_("no drawing is called {bad}: there is one for each file below overrides/drawings/")
MISSING = N_("no part is called {bad}: there is one for each file of overrides/blocks/")
WRONG = N_("{bad} cannot be drawn: {why}")


class Refusal(NamedTuple):
    """Why a part cannot be drawn: the sentence that says it, and what fills its `{why}`."""

    sentence: str
    why: str


def parts_can_be_drawn(renderer: Renderer) -> Iterator[Mistake]:
    """Refuse a part that no template draws, or not with these arguments. Each is drawn once, in the first language."""
    first = next(iter(renderer.site.languages.values()))
    seen: dict[str, Refusal | None] = {}
    for page in renderer.site.routes:
        for language, file in (page.prose or {}).items():
            for match in PART.finditer(file.body):
                if match[0] not in seen:
                    seen[match[0]] = refusal(renderer.new_context(page, first), match[1], match[2].split())
                if language in renderer.site.languages and (refused := seen[match[0]]):
                    yield file.mistake(match.start(), refused.sentence, bad=match[0], why=refused.why)


def pictures_can_be_drawn(renderer: Renderer) -> Iterator[Mistake]:
    """Refuse an `image` of a page that is neither a drawing nor the cloth."""
    for page in renderer.site.routes:
        if not page.head or page.head.image in (None, "", social_images.CLOTH):
            continue
        if f"drawings/{page.head.image}.svg" not in renderer.templates.names:
            yield mistake_at(page.head.place, "image", NO_DRAWING, bad=page.head.image)


def refusal(context: PageContext, name: str, arguments: list[str]) -> Refusal | None:
    """Return why a part cannot be drawn; None where it can."""
    if f"blocks/{name}.html" not in context.templates.names:
        return Refusal(MISSING, "")
    try:
        context.part(name, *arguments)
    except (LookupError, TemplateMistake) as error:
        return Refusal(WRONG, str(error.args[0] if error.args else error))
    return None
