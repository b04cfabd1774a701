"""Files that each record may have: its own file for phones, a message, codes of its short address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from guide.assets.qr_codes import as_png, as_svg
from guide.handouts.context import HandoutContext
from guide.handouts.single import single_file
from guide.handouts.target import Item
from guide.i18n.language import Language
from guide.pages.routes import Page


def phone_file(context: HandoutContext, pages: list[Page], languages: Sequence[Language], title: Page) -> bytes:
    """Return pages in languages as one file, called after the page `title`."""
    return single_file(context.renderer, pages, languages, title).encode()


def message(context: HandoutContext, language: Language, page: Page) -> bytes:
    """Return the message about a page."""
    return context.text("message.html", language, page).encode()


def codes(context: HandoutContext, part: str, name: str, page: Page) -> Iterator[Item]:
    """Yield the code of a page's short address as a drawing and as a picture; none without a public address."""
    address = context.renderer.site.short_address(page.path)
    if address:
        yield Item(part, f"{name}_qr.svg", partial(str.encode, as_svg(address)))
        yield Item(part, f"{name}_qr.png", partial(as_png, address))
