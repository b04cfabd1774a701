"""The one script of a file: the site's search and estimator, and what turns pages and starts both."""

from __future__ import annotations

from collections.abc import Sequence

from guide.assets.script_data import as_json
from guide.facts.model.record import JsonObject
from guide.handouts.compressed_json import packed
from guide.handouts.language_part import Part
from guide.pages import estimator_data, estimator_page
from guide.pages.renderer import Renderer
from guide.pages.search_index import FILE
from guide.pages.search_words import of_pages


def script_of(renderer: Renderer, parts: Sequence[Part]) -> str:
    """Return `var file` with all data, the estimator where its page is in the file, search, then handout.js."""
    counts = estimator_page.PAGE in parts[0].anchors.paths
    data: JsonObject = {"parts": [_told(renderer, part, counts) for part in parts]}
    if counts:
        data["rules"] = estimator_data.rules(renderer.site.figures, "first")
    given = "var estimatorRules=file.rules,estimatorWords=file.parts[0].words;"
    estimator = estimator_page.script_of(renderer.templates, estimator_page.FILE, given) if counts else ""
    begin, *own = (
        renderer.templates.script(*names)[1]
        for names in (("js/handout/unpack.js",), ("js/outdated-notice.js",), FILE, ("js/handout/handout.js",))
    )
    return f"{begin}\nvar file=unpack({as_json(packed(as_json(data)))});\n{estimator}\n" + "\n".join(own)


def _told(renderer: Renderer, part: Part, counts: bool) -> JsonObject:
    """Return the data of a language for the script."""
    told = {
        "id": part.language.id,
        "prefix": part.prefix,
        "search": of_pages(renderer.site.facts, part.language),
    }
    words = estimator_data.words(renderer.site.figures, part.language, "file")
    return told | ({"form": part.form, "words": words} if counts else {})
