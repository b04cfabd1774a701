"""The stand's own things: posters, table tent, codes to stick on, the volunteer's page, the sheet to sign, slides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from guide.assets.qr_codes import as_svg
from guide.handouts.context import HandoutContext
from guide.handouts.print_targets import pdf
from guide.handouts.single import seal
from guide.handouts.target import Item
from guide.i18n.language import Language

CODES = ("", "daftar/", "musibah/")
"""The pages that codes to stick on lead to."""
MORE = (
    *("same-as-kesehatan", "kis-pbi", "join-at-a-shop", "no-phone-or-signal", "housewife"),
    *("money-back-without-claim", "ordinary-illness", "weaver-at-home", "lost-card"),
)
"""What a stand is asked besides what every landing page answers: together twenty questions."""


def stand(context: HandoutContext) -> Iterator[Item]:
    """Yield what a stand puts up, lays out and shows, in every language."""
    for language in context.languages:
        sheets = {
            "poster-a4": partial(_sheet, context, language, "poster"),
            "poster-a3": partial(_sheet, context, language, "poster-a3"),
            "table-tent": partial(_sheet, context, language, "tent"),
            "volunteer": partial(_sheet, context, language, "volunteer", more=MORE),
            "sign-up": partial(_sheet, context, language, "signup"),
            "slides": partial(pdf, context, "slides-paper.html", language, context.page("")),
        }
        if context.renderer.site.address:
            sheets["qr-codes"] = partial(_codes, context, language)
        for name, make in sheets.items():
            yield Item("stand", f"stand/{name}_{language.id}.pdf", make)
        yield Item("stand", f"stand/slides_{language.id}.html", partial(_slides, context, language))


def _sheet(context: HandoutContext, language: Language, name: str, **words: object) -> bytes:
    return pdf(context, f"stand-{name}.html", language, context.page(""), None, **words)


def codes(context: HandoutContext) -> list[tuple[str, str, str]]:
    """Return short address, code and page of each code to stick on."""
    addresses = [(context.renderer.site.short_address(path), path) for path in CODES]
    return [(address, as_svg(address), path) for address, path in addresses]


def _codes(context: HandoutContext, language: Language) -> bytes:
    return _sheet(context, language, "codes", codes=codes(context))


def _slides(context: HandoutContext, language: Language) -> bytes:
    """Return the slides as one file: keys or taps turn them."""
    script = context.renderer.templates.script("js/outdated-notice.js", "js/stand/slides.js")[1]
    return context.sheet("slides.html", language, context.page(""), script=script, seal=seal(script)).encode()
