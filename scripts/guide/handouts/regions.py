"""Packs of regencies and cities: file for phones, poster, flyer, message and code, with their office and partners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from guide.facts.model.places import Region
from guide.handouts import contents
from guide.handouts.context import HandoutContext
from guide.handouts.print_targets import pdf
from guide.handouts.record_files import codes, message, phone_file
from guide.handouts.target import Item

_WANTED = ("bisa-ikut/", "daftar/", "cara/join-bpu/", "bayar/", "cara/pay-bpu/", "kantor/")
_BAD_DAYS = ("musibah/kecelakaan/", "cara/report-accident/", "musibah/meninggal/", "cara/claim-jkm/", "waspada/")


def regions(context: HandoutContext) -> Iterator[Item]:
    """Yield the pack of each regency and city."""
    for record in context.renderer.site.facts.regions:
        if record.parent:
            yield from _pack(context, record)


def _pack(context: HandoutContext, record: Region) -> Iterator[Item]:
    page = context.page(f"wilayah/{record.id}/")
    slug = re.sub(r"\W+", "-", record.name[context.languages[0].id].lower())
    part, name = f"region/{record.id}", f"regions/{record.id}/{slug}"
    partners = [f"mitra/{partner.id}/" for partner in context.renderer.site.region_map.partners(record.id)]
    pages = contents.about(context.renderer.site.by_path, page, (*_WANTED, *partners, *_BAD_DAYS))
    yield Item(part, f"{name}.html", partial(phone_file, context, pages, context.languages, page))
    for language in context.languages:
        sheets = {"poster": "stand-poster.html", "flyer": "region-flyer.html"}
        for kind, template in sheets.items():
            yield Item(part, f"{name}_{kind}_{language.id}.pdf", partial(pdf, context, template, language, page))
        yield Item(part, f"{name}_message_{language.id}.txt", partial(message, context, language, page))
    yield from codes(context, part, name, page)
