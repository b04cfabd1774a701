"""The workbook: sheets that count for each person what is paid, with live formulas and the law that they look up."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from guide.estimator.inputs import DEFAULTS as USUAL
from guide.handouts.context import HandoutContext
from guide.handouts.workbook.kinds import KINDS, PENSION_AGE, Kind, law_of_sheet
from guide.handouts.workbook.law_rows import LawRows
from guide.handouts.workbook.law_sheet import LawSheet
from guide.handouts.workbook.other_sheets import write_about, write_law
from guide.handouts.workbook.people_sheet import PeopleSheet
from guide.handouts.workbook.style import opened
from guide.law.timeline import month_of

EXAMPLES = 2
Person = Mapping[str, str]
_NEVER_ASKED = ("segment", "event", "months", "people")
"""Inputs of an estimate that no sheet has a column for."""


def workbook(context: HandoutContext, people: Mapping[str, Sequence[Person]] | None = None) -> bytes:
    """Return the workbook. `people`: inputs of those on each sheet, by segment; else a few examples."""
    out, site = io.BytesIO(), context.renderer.site
    law, rows = LawSheet(), LawRows(site.figures.rules, site.today)
    with opened(out, context, title=site.facts.site.name) as style:
        ages = law.add(style.both(PENSION_AGE), (), rows.pension_age())
        laws = [law_of_sheet(kind, rows, law, ages, style.both) for kind in KINDS]
        for each in laws:
            shown = people[each.kind.segment] if people is not None else _examples(context, each.kind)
            defaults = {**_usual(each.kind), "month": month_of(site.today)}
            PeopleSheet(each, law, style, defaults).write(shown, max(each.kind.ready, len(shown)))
        write_law(style, law)
        write_about(style, [context.text("workbook.html", one, context.page("")) for one in context.languages])
    return out.getvalue()


def _usual(kind: Kind) -> dict[str, str]:
    usual = USUAL[kind.segment]
    return {name: str(usual[name]) for name in (*kind.deciding, *kind.requiring)}


def _examples(context: HandoutContext, kind: Kind) -> Sequence[Person]:
    """Return the inputs of the first estimates of a segment that a sheet can hold."""
    estimates = (each.inputs for each in context.renderer.site.facts.estimates)
    fitting: Sequence[Person] = [
        {name: value for name, value in inputs.items() if name != "segment"}
        for inputs in estimates
        if inputs["segment"] == kind.segment and inputs.keys() <= {"segment", kind.amount, "programs", *kind.deciding}
    ]
    return fitting[:EXAMPLES]
