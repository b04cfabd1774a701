"""All that a stand prints, in one file: poster, table tent, quiz, codes, flyers two on a sheet, lists, kit, booklet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from guide.handouts import booklet, contents, stand
from guide.handouts.context import HandoutContext
from guide.handouts.print_targets import LISTS, article, listed, pdf
from guide.handouts.target import Item
from guide.i18n.language import Language
from guide.pages.routes import Page, published

_BODY = re.compile(r'<body class="([^"]*)">(.*)</body>', re.S)
_BACK = '<div class="back">'


def print_all(context: HandoutContext) -> Iterator[Item]:
    """Yield the one file to print in each language."""
    for language in context.languages:
        yield Item("print", f"cetak_{language.id}.pdf", partial(_printed, context, language))


def _printed(context: HandoutContext, language: Language) -> bytes:
    home = context.page("")
    words = {
        "pieces": list(_pieces(context, language)),
        "flyers": two_up([_halves(context, language, page, template) for page, template in _flyers(context)]),
        "sides": booklet.sides(context, language),
    }
    return pdf(context, "print-all.html", language, home, None, **words)


def _pieces(context: HandoutContext, language: Language) -> Iterator[tuple[str, str]]:
    """Yield class and inside of each sheet that is A4 by itself, in the order in which a stand needs them."""
    for name in ("poster-a4", "table-tent", "volunteer", "sign-up", "quiz"):
        yield _inside(stand.sheet(context, language, stand.SHEETS[name]))
    if context.renderer.site.address:
        for template in stand.CODED.values():
            yield _inside(stand.sheet(context, language, template))
    for record in listed(context.renderer.site.facts):
        yield _inside(article(context, language, context.page(f"cara/{record.id}/"), LISTS))
    for path in contents.SHEETS.values():
        yield _inside(article(context, language, context.page(path), None))


def _flyers(context: HandoutContext) -> list[tuple[Page, str]]:
    """Return page and template of each flyer for everybody: of occupations, then of programs."""
    facts = context.renderer.site.facts
    works = [(context.page(f"pekerjaan/{record.id}/"), "flyer.html") for record in published(facts.occupations)]
    return works + [(context.page(f"program/{record.id}/"), "program.html") for record in facts.programs]


def _halves(context: HandoutContext, language: Language, page: Page, template: str) -> tuple[str, str]:
    """Return front and back of a flyer."""
    _, inside = _inside(context.sheet(template, language, page, "daftar/"))
    front, _, back = inside.partition(_BACK)
    return front, _BACK + back


def _inside(sheet: str) -> tuple[str, str]:
    body = _BODY.search(sheet)
    assert body, "a sheet has a body"
    return body[1], body[2]


def two_up(flyers: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what stands left and right on each side, two flyers a sheet: turned at the short edge, backs fit fronts.

    Where their number is odd the last one stands twice.
    """
    flyers = [*flyers, flyers[-1]] if len(flyers) % 2 else flyers
    pairs = zip(flyers[::2], flyers[1::2], strict=True)
    return [side for one, other in pairs for side in ((one[0], other[0]), (other[1], one[1]))]
