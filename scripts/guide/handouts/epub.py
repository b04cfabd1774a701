"""The guide as a book (EPUB 3): each page a chapter of XHTML, for readers of books and for the ear."""

from __future__ import annotations

import hashlib
import html
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from html.parser import HTMLParser

from guide.handouts import contents
from guide.handouts.archive import archive
from guide.handouts.context import HandoutContext
from guide.handouts.language_part import Part, part_of
from guide.handouts.target import Item
from guide.i18n.language import Language
from guide.pages.estimator_page import PAGE as ESTIMATOR

MIMETYPE = "mimetype"
"""The file that stands first in a book, not packed: by it programs know what the archive is."""
FOLDER = "EPUB/"
TITLE, SOURCES = "title", "sources"
"""Chapters that are no page: what the book is, and where its figures come from."""
_EXCLUDED_PAGES = (ESTIMATOR, "lapor/")
"""Pages that answer by a script, which no book runs; links to them lead to the site."""
_CONTAINER = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    f'<rootfile full-path="{FOLDER}package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_SCHEMES = ("https:", "mailto:", "tel:")
"""What readers of books know besides places in the book."""
_EMPTY = re.compile(r"<span[^>]*></span>")
_VOID = {"br", "hr", "img", "wbr", "col"}


def book(context: HandoutContext) -> Iterator[Item]:
    """Yield the book in each language."""
    for language in context.languages:
        name = f"paham-jamsostek_{context.day}_{language.id}.epub"
        yield Item("book", name, partial(_packed, context, language))


def _packed(context: HandoutContext, language: Language) -> bytes:
    files = {name: text.encode() for name, text in chapters(context, language).items()}
    fixed = {MIMETYPE: b"application/epub+zip", "META-INF/container.xml": _CONTAINER.encode()}
    return archive({**fixed, **files}, MIMETYPE)


def chapters(context: HandoutContext, language: Language) -> dict[str, str]:
    """Return every file of the book in a language but those that each book has, by its name."""
    home, renderer = context.page(""), context.renderer
    pages = [page for page in contents.whole(renderer.site.routes) if page.path not in _EXCLUDED_PAGES]
    part = part_of(renderer, pages, language, "", renderer.site.absolute("", language) or "")
    inside = {
        TITLE: context.sheet("book-title.html", language, home),
        **part.sections,
        SOURCES: context.sheet("sources.html", language, home, part=part),
    }
    titles = {TITLE: renderer.site.facts.site.name, **part.titles}
    titles[SOURCES] = language.gettext("Where these figures come from")
    places = {place: id for id, text in inside.items() for place in re.findall(r'\sid="([^"]+)"', text)}
    texts = {id: _xhtml(text, id, inside, places) for id, text in inside.items()}

    def drawn(template: str, **words: object) -> str:
        return context.sheet(template, language, home, None, titles=titles, **words).strip() + "\n"

    files = {f"{id}.xhtml": drawn("book-page.html", heading=titles[id], inside=text) for id, text in texts.items()}
    files["nav.xhtml"] = drawn("book-nav.html", main=_listed(part))
    files["style.css"] = renderer.templates.text("css/book.css")
    files["package.opf"] = drawn("book-package.html", ids=list(texts), number=_number(files))
    return {f"{FOLDER}{name}": text for name, text in files.items()}


def _listed(part: Part) -> Sequence[tuple[str, Sequence[str]]]:
    """Return the main chapters, each with those of its details, in the order of the book."""
    groups: list[tuple[str, list[str]]] = []
    for id in part.sections:
        if id in part.contents or not groups:
            groups.append((id, []))
        else:
            groups[-1][1].append(id)
    return groups


def _number(files: Mapping[str, str]) -> str:
    """Return the number of a book: of what it says, so that the same words have the same number."""
    digest = hashlib.sha256("\0".join(f"{name}\0{files[name]}" for name in sorted(files)).encode()).digest()
    return uuid.UUID(bytes=digest[:16], version=5).urn


def _xhtml(text: str, id: str, chapters: Mapping[str, str], places: Mapping[str, str]) -> str:
    writer = _Writer(id, chapters, places)
    writer.feed(text)
    writer.close()
    return _EMPTY.sub("", "".join(writer.written))


class _Writer(HTMLParser):
    """Writes HTML as XHTML: drawings stay away, folds are open, links lead to the chapter of their place."""

    def __init__(self, id: str, chapters: Mapping[str, str], places: Mapping[str, str]):
        super().__init__()
        self.id, self.chapters, self.places = id, chapters, places
        self.written: list[str] = []
        self.away = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag == "svg" or self.away:
            self.away += tag not in _VOID
            return
        values = {name: value if value is not None else name for name, value in attrs}
        if "href" in values:
            values["href"] = self._led(values["href"])
            if not values["href"].startswith(_SCHEMES) and ":" in values["href"]:
                del values["href"]
        if tag == "details":
            values["open"] = "open"
        words = "".join(f' {name}="{html.escape(value)}"' for name, value in values.items())
        self.written.append(f"<{_raised(tag)}{words}{'/' if tag in _VOID else ''}>")

    def handle_startendtag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.away:
            self.away -= tag not in _VOID
        elif tag not in _VOID:
            self.written.append(f"</{_raised(tag)}>")

    def handle_data(self, data: str) -> None:
        if not self.away:
            self.written.append(html.escape(data, quote=False))

    def _led(self, href: str) -> str:
        """Return where a link leads in the book: a chapter, or a place in one."""
        if not href.startswith("#"):
            return href
        place = href[1:]
        if place in self.chapters:
            return f"{place}.xhtml"
        if place in self.places:
            return f"{self.places[place]}.xhtml#{place}"
        chapter = place.partition("--")[0]
        return f"{chapter if chapter in self.chapters else self.id}.xhtml"


def _raised(tag: str) -> str:
    """Return a heading of a section as that of a chapter: one level higher."""
    return f"h{int(tag[1]) - 1}" if re.fullmatch(r"h[2-6]", tag) else tag
