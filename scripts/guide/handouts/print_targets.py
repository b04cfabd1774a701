"""Targets of the printer: flyers, posters, check-lists, the booklet, and cards as pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from guide.assets.images import small
from guide.facts.facts import Facts
from guide.facts.model.programs import Procedure
from guide.handouts import booklet, contents
from guide.handouts.context import HandoutContext
from guide.handouts.target import Item
from guide.i18n.language import Language
from guide.pages.routes import Page, published

CARDS = ("cost", "death", "accident", "school", "cheats")
"""Image cards that are not about one occupation (overrides/handouts/card-….html)."""


LISTS = "musibah/"
"""The page that the codes of check-lists lead to."""


def pdf(
    context: HandoutContext, template: str, language: Language, page: Page, short: str | None = None, **words: object
) -> bytes:
    """Print a template of overrides/handouts/. `short`: the page that its code leads to, if not `page`."""
    return context.printer.pdf(context.sheet(template, language, page, short, **words))


def programs(context: HandoutContext) -> Iterator[Item]:
    """Yield one flyer a program."""
    for record in context.renderer.site.facts.programs:
        page = context.page(f"program/{record.id}/")
        for one in context.languages:
            name = f"programs/{record.id}_flyer_{one.id}.pdf"
            yield Item(f"program/{record.id}", name, partial(pdf, context, "program.html", one, page, "daftar/"))


def checklists(context: HandoutContext) -> Iterator[Item]:
    """Yield one list of papers and steps for everything that the agency is asked for after an event."""
    for record in listed(context.renderer.site.facts):
        part, page = f"checklist/{record.id}", context.page(f"cara/{record.id}/")
        for one in context.languages:
            yield Item(part, f"checklists/{record.id}_{one.id}.pdf", partial(_article, context, one, page, LISTS))


def listed(facts: Facts) -> list[Procedure]:
    """Return the procedures that have a check-list: what the agency is told or asked for after an event."""
    return [record for record in facts.procedures if record.after_event]


def papers(context: HandoutContext) -> Iterator[Item]:
    """Yield the booklet, and the pages that helpers carry: the kit of facilitators, how to pass it on."""
    for one in context.languages:
        yield Item("paper/booklet", f"paper/booklet_{one.id}.pdf", partial(_booklet, context, one))
        for name, path in contents.SHEETS.items():
            make = partial(_article, context, one, context.page(path), None)
            yield Item(f"paper/{name}", f"paper/{name}_{one.id}.pdf", make)


def article(context: HandoutContext, language: Language, page: Page, short: str | None) -> str:
    """Return a page's article as a sheet of HTML. `short`: the page that its code leads to, if not `page`."""
    return context.sheet("article.html", language, page, short, article=context.article(page, language))


def _article(context: HandoutContext, language: Language, page: Page, short: str | None) -> bytes:
    return context.printer.pdf(article(context, language, page, short))


def _booklet(context: HandoutContext, language: Language) -> bytes:
    return pdf(context, "booklet.html", language, context.page(""), sides=booklet.sides(context, language))


def cards(context: HandoutContext) -> Iterator[Item]:
    """Yield pictures to show as a status: some for everybody, one for each occupation."""
    for one in context.languages:
        for name in CARDS:
            yield Item(
                f"card/{name}", f"cards/{name}_{one.id}.png", partial(_card, context, name, one, context.page(""))
            )
        for record in published(context.renderer.site.facts.occupations):
            page = context.page(f"pekerjaan/{record.id}/")
            yield Item(
                f"card/{record.id}", f"cards/{record.id}_{one.id}.png", partial(_card, context, "work", one, page)
            )


def _card(context: HandoutContext, name: str, language: Language, page: Page) -> bytes:
    return small(context.printer.picture(context.sheet(f"card-{name}.html", language, page, "daftar/"), 1080, 1350))
