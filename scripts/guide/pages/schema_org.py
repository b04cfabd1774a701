"""What a page is about, in the words of schema.org, for search engines. Nothing here that the page does not show.

Questions are marked where they stand (`blocks/questions.html`).
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any

AGENCY = {"@type": "GovernmentOrganization", "name": "BPJS Ketenagakerjaan"}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
TITLE, DESCRIPTION = 60, 155
"""Letters that search engines and previews show."""
OFFICES, DATASETS = "kantor/", "data-terbuka/"


def shorten(words: str, most: int) -> str:
    """The words, cut after one of them where they are longer than `most` letters."""
    return words if len(words) <= most else f"{words[: most - 1].rsplit(' ', 1)[0]} …"


def in_head(title: str, name: str) -> str:
    """The title with ` – name` after it where both fit; else cut."""
    both = f"{title} – {name}"
    return both if name and len(both) <= TITLE else shorten(title, TITLE)


def about(drawing: Any) -> Iterator[str]:
    """The schema.org objects of the page being drawn, as JSON that no HTML can end early; none without an address."""
    for item in _items(drawing) if drawing.renderer.address else ():
        text = json.dumps({"@context": "https://schema.org", **item}, ensure_ascii=False)
        yield text.replace("<", "\\u003c")


def _address(drawing: Any, path: str) -> str:
    return drawing.renderer.absolute(path, drawing.language)


def _items(drawing: Any) -> Iterator[dict[str, Any]]:
    page = drawing.page_
    if page.up:
        yield _trail(drawing, ("", page.up, page.path))
    if page.template == "program":
        yield _service(drawing, page.record)
    if page.path == OFFICES:
        yield from (_office(drawing, office) for office in drawing.renderer.facts.offices if office.publish)
    if page.path == DATASETS:
        yield _dataset(drawing)


def _trail(drawing: Any, paths: tuple[str, ...]) -> dict[str, Any]:
    steps = [
        {"@type": "ListItem", "position": i, "name": drawing.title_of(path), "item": _address(drawing, path)}
        for i, path in enumerate(paths, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": steps}


def _said(drawing: Any, text: Any, record: Any) -> str:
    return html.unescape(drawing.say(text, record, linked=False).striptags())


def _service(drawing: Any, program: Any) -> dict[str, Any]:
    return {
        "@type": "GovernmentService",
        "name": drawing.title(),
        "alternateName": program.abbreviation,
        "description": _said(drawing, program.summary, program),
        "serviceOperator": AGENCY,
        "areaServed": {"@type": "Country", "name": "Indonesia"},
        "url": _address(drawing, drawing.page_.path),
    }


def _office(drawing: Any, office: Any) -> dict[str, Any]:
    """An office; its telephone and street only where somebody verified them."""
    place = {"@type": "PostalAddress", "addressLocality": office.city, "addressCountry": "ID"}
    found: dict[str, Any] = {
        "@type": "GovernmentOffice",
        "name": drawing.language.pick(office.name),
        "parentOrganization": AGENCY,
        "address": place,
    }
    if office.contact_verified:
        place.update({"streetAddress": office.address} if office.address else {})
        found.update({"telephone": office.phone} if office.phone else {})
    return found


def _dataset(drawing: Any) -> dict[str, Any]:
    def copy(name: str, kind: str) -> dict[str, str]:
        address = f"{drawing.renderer.address}/api/v1/{name}"
        return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address}

    return {
        "@type": "Dataset",
        "name": drawing.title(),
        "description": drawing.description(),
        "license": LICENCE,
        "isAccessibleForFree": True,
        "dateModified": drawing.renderer.today.isoformat(),
        "url": _address(drawing, drawing.page_.path),
        "distribution": [copy("schedules.json", "application/json"), copy("schedules.csv", "text/csv")],
    }
