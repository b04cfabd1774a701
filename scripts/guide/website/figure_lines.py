"""One figure as a line for pages of others: a page without scripts for each named estimate, drawn anew every day."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from guide.estimator.inputs import OF_SEGMENT
from guide.facts.model.site import NamedEstimate
from guide.i18n.language import Language
from guide.pages.estimator_page import FRAME, PAGE
from guide.pages.renderer import Renderer


def files(renderer: Renderer, language: Language) -> Iterator[tuple[str, str]]:
    """Yield path and content of each line in a language; none without the page that others frame."""
    context = renderer.new_context(renderer.site.by_path[""], language)
    for estimate in renderer.site.facts.estimates if FRAME in renderer.site.by_path else ():
        asked = f"../{PAGE}#{urlencode(estimate.inputs, safe=',')}"
        words = {"estimate": estimate, "asked": asked, "kind": kind_of(estimate), "amount_of": figure_of(estimate)}
        yield f"{FRAME}{estimate.id}.html", context.finished(context.template("partials/figure-line.html", **words))


def kind_of(estimate: NamedEstimate) -> str:
    """Return what an estimate is about: what is received, what is paid a month, once, or over several months."""
    if "event" in estimate.inputs:
        return "received"
    if "months" not in OF_SEGMENT[estimate.inputs["segment"]]:
        return "once"
    return "sum" if "months" in estimate.inputs else "month"


def figure_of(estimate: NamedEstimate) -> str:
    """Return the id of the figure that the line shows."""
    amounts = {"received": "benefit_total", "month": "monthly.total"}
    return f"estimates.{estimate.id}.{amounts.get(kind_of(estimate), 'grand_total')}"
