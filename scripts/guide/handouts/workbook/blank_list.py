"""A list of members to begin with: titles that the estimator of lists knows, and choices where there are any."""

from __future__ import annotations

import io

from guide.estimator.inputs import DEFAULTS
from guide.facts.diagnostics import N_
from guide.handouts.context import HandoutContext
from guide.handouts.workbook.kinds import KINDS
from guide.handouts.workbook.law_rows import choices
from guide.handouts.workbook.style import Style, opened

ROWS = 500
SHEET, CHOICES = "Daftar", "Pilihan"
COLUMNS = {
    "name": (N_("Everybody by name. No NIK is needed."), 30),
    "segment": (N_("bpu: works alone. pu: has a wage. pmi: goes abroad. jakon: a building project."), 12),
    "occupation": (N_("What work? For drivers the amount may be another."), 22),
    "income": (N_("Income or wage of a month, in digits."), 16),
    "programs": (N_("Empty: what the law demands."), 18),
    "payer": (N_("Who pays? Empty: each for himself."), 16),
    "month": (N_("Empty: this month."), 16),
    "place": (N_("Village or branch, for sums by place."), 20),
}
"""What each column asks for, and its width; its title is the first name that the data know for it."""


def blank_list(context: HandoutContext) -> bytes:
    """Return the list as .xlsx."""
    out, site = io.BytesIO(), context.renderer.site
    with opened(out, context) as style:
        sheet, lists = style.book.add_worksheet(SHEET), style.book.add_worksheet(CHOICES)
        named = [column for column in site.facts.columns if column.names]
        titles = {column.input: column.names[0].replace("_", " ").capitalize() for column in named}
        allowed = _choices(style)
        formats = {"income": style.input_rupiah, "month": style.input_month}
        for at, (name, (prompt, width)) in enumerate(COLUMNS.items()):
            sheet.set_column(at, at, width, formats.get(name, style.input))
            sheet.write_string(0, at, titles[name], style.title)
            for row, word in enumerate(allowed.get(name, ())):
                lists.write_string(row, at, word)
            rule = {"validate": "any"}
            if name in allowed:
                letter = chr(ord("A") + at)
                rule = {"validate": "list", "source": f"={CHOICES}!${letter}$1:${letter}${len(allowed[name])}"}
            shown = {"input_title": titles[name], "input_message": style.lines(prompt)}
            sheet.data_validation(1, at, ROWS, at, {**rule, **shown, "show_error": name != "occupation"})
        sheet.freeze_panes(1, 1)
        lists.hide()
    return out.getvalue()


def _choices(style: Style) -> dict[str, list[str]]:
    """Return what a cell may be, by the columns that have choices."""
    return {
        "segment": list(DEFAULTS),
        "occupation": [word for name, word in style.values["occupation"].items() if name != "not"],
        "programs": list(dict.fromkeys(programs for kind in KINDS for programs in kind.programs)),
        "payer": [style.values["payer"][value] for value in choices("bpu", "payer")],
    }
