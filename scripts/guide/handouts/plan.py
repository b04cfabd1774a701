"""Every file of dist/: its name, the part it belongs to, and how it is made."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from guide.facts.model.programs import Occupation
from guide.handouts import audio, contents, epub, print_all, print_targets, regions, stand
from guide.handouts.context import HandoutContext
from guide.handouts.print_targets import pdf
from guide.handouts.record_files import codes, message, phone_file
from guide.handouts.target import Item
from guide.handouts.workbook import blank_list, workbook
from guide.pages.routes import Page, published

_NEXT = ("musibah/kecelakaan/", "musibah/meninggal/", "waspada/", "kantor/")
"""What the reader of an occupation's or a partner's file needs next, after joining and paying."""
_PAY = "bayar/"
"""How those pay who pay for themselves."""
_LATER = ("pay", "resume", "report", "claim")
"""Kinds of procedure that somebody needs who has joined, in their order."""


def plan(context: HandoutContext) -> list[Item]:
    """Return all files but copies of the site, SHA256SUMS, event.zip and the notes, which are made of these."""
    ours = (_single, _workbook, _occupations, _partners, _messages)
    kinds = (
        *ours,
        print_targets.programs,
        print_targets.checklists,
        print_targets.papers,
        stand.stand,
        print_all.print_all,
        print_targets.cards,
        audio.audio,
        epub.book,
        regions.regions,
    )
    return [item for kind in kinds for item in kind(context)]


def _single(context: HandoutContext) -> Iterator[Item]:
    everything = context.languages
    for languages in [*([one] for one in everything), everything]:
        pages = contents.whole(context.renderer.site.routes, short=len(languages) > 1)
        name = f"paham-jamsostek_{context.day}_{'-'.join(one.id for one in languages)}.html"
        yield Item("file", name, partial(phone_file, context, pages, languages, context.page("")))


def _workbook(context: HandoutContext) -> Iterator[Item]:
    yield Item("workbook", f"kalkulator-jamsostek_{context.day}.xlsx", partial(workbook, context))
    yield Item("workbook", f"daftar-anggota_{context.day}.xlsx", partial(blank_list, context))


def _occupations(context: HandoutContext) -> Iterator[Item]:
    for record in published(context.renderer.site.facts.occupations):
        page = context.page(f"pekerjaan/{record.id}/")
        part, name = f"occupation/{record.id}", f"occupations/{record.id}"
        pages = contents.about(
            context.renderer.site.by_path, page, (*_joining(record), *_later(context, page, _promised(record)))
        )
        yield Item(part, f"{name}.html", partial(phone_file, context, pages, context.languages, page))
        for one in context.languages:
            yield Item(part, f"{name}_flyer_{one.id}.pdf", partial(pdf, context, "flyer.html", one, page, "daftar/"))
            yield Item(part, f"{name}_message_{one.id}.txt", partial(message, context, one, page))


def _joining(record: Occupation) -> tuple[str, ...]:
    """Return the pages that an occupation's people need next: how to join in each way, and help for everybody."""
    pay = (_PAY,) if any(way.segment == "bpu" for way in record.ways) else ()
    return (*(f"cara/{way.join}/" for way in record.ways), *pay, *_NEXT)


def _promised(record: Occupation) -> set[str]:
    """Return the programs that an occupation's ways have, or may have."""
    return {program for way in record.ways for program in (*way.programs, *way.voluntary)}


def _of_partner(context: HandoutContext, page: Page) -> tuple[str, ...]:
    """Return the pages that those need whom a partner serves; of what is no partner, its own page alone."""
    if page.record.kind == "not-bpjs":
        return ("apa-ini/", *_NEXT)
    programs = set(page.record.preset.get("programs", "jkk,jkm").split(","))
    return ("daftar/", *_later(context, page, programs, "join"), _PAY, *_NEXT, *_later(context, page, programs))


def _later(context: HandoutContext, page: Page, programs: set[str], *kinds: str) -> tuple[str, ...]:
    """Return the pages of procedures of these kinds (none: all after joining) that the readers of a page may need."""
    kinds = kinds or _LATER
    found = [
        record
        for record in context.renderer.site.facts.procedures
        if record.kind in kinds and page.readers & {*record.segments} and programs & {*record.programs}
    ]
    return tuple(f"cara/{record.id}/" for record in sorted(found, key=lambda record: kinds.index(record.kind)))


def _partners(context: HandoutContext) -> Iterator[Item]:
    for record in published(context.renderer.site.facts.partners):
        page = context.page(f"mitra/{record.id}/")
        part, name = f"partner/{record.id}", f"partners/{record.id}/{record.id}"
        pages = contents.about(context.renderer.site.by_path, page, _of_partner(context, page))
        yield Item(part, f"{name}.html", partial(phone_file, context, pages, context.languages, page))
        for one in context.languages:
            yield Item(part, f"{name}_poster_{one.id}.pdf", partial(pdf, context, "poster.html", one, page))
            yield Item(part, f"{name}_flyer_{one.id}.pdf", partial(pdf, context, "flyer.html", one, page))
            yield Item(part, f"{name}_message_{one.id}.txt", partial(message, context, one, page))
        yield from codes(context, part, name, page)


def _messages(context: HandoutContext) -> Iterator[Item]:
    for one in context.languages:
        yield Item("message", f"messages/message_{one.id}.txt", partial(message, context, one, context.page("")))
