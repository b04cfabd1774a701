"""The one script of a file: the site's search and estimator, and what turns pages and starts both."""

from __future__ import annotations

import json
from collections.abc import Sequence

from guide.facts.model.record import JsonObject
from guide.handouts.compressed_json import packed
from guide.handouts.language_part import Part
from guide.handouts.search_data import search_data
from guide.pages import estimator_data, estimator_page
from guide.pages.renderer import Renderer
from guide.pages.search_index import FEW, WHOLE


def script_of(renderer: Renderer, parts: Sequence[Part]) -> str:
    """Return the script: `var file` with all data but `searches`, which are unpacked on first use; what reads them."""
    counts = parts[0].whole
    data: JsonObject = {"parts": [_told(renderer, part, counts) for part in parts]}
    if counts:
        data["rules"] = estimator_data.rules(renderer.site.figures, "first")
    given = "var estimatorRules=file.rules,estimatorWords=file.parts[0].words;"
    estimator = estimator_page.script_of(renderer.templates, estimator_page.FILE, given) if counts else ""
    search = WHOLE if counts else FEW
    begin, *own = (
        renderer.templates.script(*names)[1]
        for names in (("js/handout/unpack.js",), ("js/outdated-notice.js",), search, ("js/handout/handout.js",))
    )
    searches = ",".join(_packed(search_data(renderer, part)) for part in parts)
    given = f"var file=unpack({_packed(data)}),searches=[{searches}];"
    return "\n".join((begin, given, estimator, *own))


def _packed(data: JsonObject) -> str:
    return f'"{packed(json.dumps(data, separators=(",", ":")))}"'


def _told(renderer: Renderer, part: Part, counts: bool) -> JsonObject:
    """Return the data of a language for the script."""
    told = {"id": part.language.id, "prefix": part.prefix}
    words = estimator_data.words(renderer.site.figures, part.language, "file")
    return told | ({"form": part.form, "words": words} if counts else {})
