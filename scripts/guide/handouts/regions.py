"""Packs of regencies and cities: file for phones, poster, flyer, message and code, with their office and partners."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from guide.assets.qr_codes import as_png, as_svg
from guide.facts.model.places import Region
from guide.handouts import contents
from guide.handouts.context import HandoutContext
from guide.handouts.print_targets import pdf
from guide.handouts.target import Item
from guide.i18n.language import Language
from guide.pages.routes import Page

MakeFile = Callable[[HandoutContext, list[Page], Page], bytes]
"""What makes a file for phones of a context, pages, and the page that gives it its name."""
_WANTED = ("bisa-ikut/", "daftar/", "cara/join-bpu/", "bayar/", "cara/pay-bpu/", "kantor/")
_BAD_DAYS = ("musibah/kecelakaan/", "cara/report-accident/", "musibah/meninggal/", "cara/claim-jkm/", "waspada/")


def regions(context: HandoutContext, make: MakeFile) -> Iterator[Item]:
    """Yield the pack of each regency and city. `make`: what makes a file for phones."""
    for record in context.renderer.site.facts.regions:
        if record.parent:
            yield from _pack(context, record, make)


def _pack(context: HandoutContext, record: Region, make: MakeFile) -> Iterator[Item]:
    page = context.page(f"wilayah/{record.id}/")
    slug = re.sub(r"\W+", "-", record.name[context.languages[0].id].lower())
    part, name = f"region/{record.id}", f"regions/{record.id}/{slug}"
    partners = [f"mitra/{partner.id}/" for partner in context.renderer.site.region_map.partners(record.id)]
    pages = contents.about(context.renderer.site.routes, page, (*_WANTED, *partners, *_BAD_DAYS))
    yield Item(part, f"{name}.html", partial(make, context, pages, page))
    for language in context.languages:
        sheets = {"poster": "stand-poster.html", "flyer": "region-flyer.html"}
        for kind, template in sheets.items():
            yield Item(part, f"{name}_{kind}_{language.id}.pdf", partial(pdf, context, template, language, page))
        yield Item(part, f"{name}_message_{language.id}.txt", partial(_message, context, language, page))
    address = context.renderer.site.short_address(page.path)
    if address:
        yield Item(part, f"{name}_qr.svg", partial(str.encode, as_svg(address)))
        yield Item(part, f"{name}_qr.png", partial(as_png, address))


def _message(context: HandoutContext, language: Language, page: Page) -> bytes:
    return context.text("message.html", language, page).encode()
