"""What is printed and what is shown as a picture: flyers, posters, check-lists, the booklet, cards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from guide.handouts import contents
from guide.handouts.target import Item
from guide.assets.images import small
from guide.handouts.context import Shop
from guide.i18n.language import Language
from guide.pages.routes import Page, published

CARDS = ("cost", "death", "accident", "school", "cheats")
"""Image cards that are not about one occupation (overrides/handouts/card-….html)."""


def pdf(shop: Shop, template: str, language: Language, page: Page, short: str | None = None, **words: Any) -> bytes:
    """A template of overrides/handouts/ on paper. `short`: the page that its code leads to, if not `page`."""
    return shop.press.pdf(shop.sheet(template, language, page, short, **words))


def programs(shop: Shop) -> Iterator[Item]:
    """One flyer a program."""
    for record in shop.renderer.site.facts.programs:
        page = shop.page(f"program/{record.id}/")
        for one in shop.languages:
            name = f"programs/{record.id}_flyer_{one.id}.pdf"
            yield Item(f"program/{record.id}", name, partial(pdf, shop, "program.html", one, page, "daftar/"))


def checklists(shop: Shop) -> Iterator[Item]:
    """One list of papers and steps for everything that the agency is asked for after an event."""
    for record in shop.renderer.site.facts.procedures:
        if record.kind in ("claim", "report"):
            part, page = f"checklist/{record.id}", shop.page(f"cara/{record.id}/")
            for one in shop.languages:
                yield Item(part, f"checklists/{record.id}_{one.id}.pdf", partial(_article, shop, one, page, "musibah/"))


def papers(shop: Shop) -> Iterator[Item]:
    """The booklet, and the pages that helpers carry: the kit of facilitators, how to pass it on."""
    for one in shop.languages:
        yield Item("paper/booklet", f"paper/booklet_{one.id}.pdf", partial(_booklet, shop, one))
        for name, path in contents.SHEETS.items():
            make = partial(_article, shop, one, shop.page(path), None)
            yield Item(f"paper/{name}", f"paper/{name}_{one.id}.pdf", make)


def _article(shop: Shop, language: Language, page: Page, short: str | None) -> bytes:
    return pdf(shop, "article.html", language, page, short, article=shop.article(page, language))


def _booklet(shop: Shop, language: Language) -> bytes:
    articles = {path: shop.article(shop.page(path), language, essence=True) for path in contents.BOOKLET}
    return pdf(shop, "booklet.html", language, shop.page(""), articles=articles)


def cards(shop: Shop) -> Iterator[Item]:
    """Pictures to show as a status: some for everybody, one for each occupation."""
    for one in shop.languages:
        for name in CARDS:
            yield Item(f"card/{name}", f"cards/{name}_{one.id}.png", partial(_card, shop, name, one, shop.page("")))
        for record in published(shop.renderer.site.facts.occupations):
            page = shop.page(f"pekerjaan/{record.id}/")
            yield Item(f"card/{record.id}", f"cards/{record.id}_{one.id}.png", partial(_card, shop, "work", one, page))


def _card(shop: Shop, name: str, language: Language, page: Page) -> bytes:
    return small(shop.press.picture(shop.sheet(f"card-{name}.html", language, page, "daftar/"), 1080, 1350))
