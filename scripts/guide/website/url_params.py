"""The inputs in a link to the estimator as a JSON Schema (`/url-params.json`)."""

from __future__ import annotations

from guide.estimator.inputs.json_schema import input_schema
from guide.estimator.inputs.tables import FIELDS
from guide.facts.model.record import JsonObject
from guide.pages.estimator_page import PAGE
from guide.pages.site import Site

PATH = "url-params.json"
ABOUT = (
    "A question to the estimator. In a link the inputs stand in the fragment, behind #, as name=value pairs joined by "
    "&; a list is joined by commas; money is whole rupiah, a month is such as 2026-11. Nothing of it reaches a server."
)


def url_params(site: Site) -> JsonObject:
    """Return the schema, with the address of the page in each language and what its form asks."""
    address = f"{site.address}/" if site.address else ""
    languages = site.languages.items()
    asks = {name: {other: each.gettext(text) for other, each in languages} for name, text in FIELDS.items()}
    pages = {name: site.absolute(PAGE, each) or f"{each.entry.folder}/{PAGE}".lstrip("/") for name, each in languages}
    schema = input_schema()
    return {
        "$schema": schema.pop("$schema"),
        "$id": f"{address}{PATH}",
        "title": site.facts.site.name,
        "description": ABOUT,
        **schema,
        "x-pages": pages,
        "x-asks": asks,
    }
