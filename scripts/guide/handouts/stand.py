"""The stand's own things: posters, table tent, codes, the volunteer's page, the sheet to sign, slides, the quiz."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from guide.assets.qr_codes import as_svg
from guide.handouts.context import HandoutContext
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

SHEETS = {
    "poster-a4": "stand-poster.html",
    "poster-a3": "stand-poster-a3.html",
    "table-tent": "stand-tent.html",
    "volunteer": "stand-volunteer.html",
    "sign-up": "stand-signup.html",
    "slides": "slides-paper.html",
    "quiz": "stand-quiz.html",
    "certificate": "stand-certificate.html",
}
CODED = {"qr-codes": "stand-codes.html"}
"""Sheets of a stand by the names of their files, with the templates that draw them; the last needs a public address."""
SHOWN = {
    "slides": ("slides.html", ("js/outdated-notice.js", "js/stand/slides.js")),
    "quiz": ("quiz.html", ("js/outdated-notice.js",)),
}
"""What a stand shows on a screen, by the names of the files, with template and scripts of each."""


def stand(context: HandoutContext) -> Iterator[Item]:
    """Yield what a stand puts up, lays out and shows, in every language."""
    for language in context.languages:
        for name, template in (SHEETS | (CODED if context.renderer.site.address else {})).items():
            yield Item("stand", f"stand/{name}_{language.id}.pdf", partial(_printed, context, language, template))
        for name, (template, scripts) in SHOWN.items():
            yield Item(
                "stand", f"stand/{name}_{language.id}.html", partial(_shown, context, language, template, scripts)
            )


def _printed(context: HandoutContext, language: Language, template: str) -> bytes:
    return context.printer.pdf(sheet(context, language, template))


def sheet(context: HandoutContext, language: Language, template: str) -> str:
    """Return a sheet of the stand as HTML; each may ask for the questions and the codes that a stand has."""
    words = {"more": MORE, "codes": codes(context) if template in CODED.values() else ()}
    return context.sheet(template, language, context.page(""), None, **words)


def codes(context: HandoutContext) -> list[tuple[str, str, str]]:
    """Return short address, code and page of each code to stick on."""
    addresses = [(context.renderer.site.short_address(path), path) for path in CODES]
    return [(address, as_svg(address), path) for address, path in addresses]


def _shown(context: HandoutContext, language: Language, template: str, scripts: Sequence[str]) -> bytes:
    """Return what a stand shows on a screen as one file."""
    script = context.renderer.templates.script(*scripts)[1]
    return context.sheet(template, language, context.page(""), script=script, seal=seal(script)).encode()
