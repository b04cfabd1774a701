"""A page in one language, as HTML. The only room that knows Jinja and Markdown.

The same result feeds the site and the hand-outs; nothing here knows where it goes.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from guide.assets import minify_css
from guide.facts import fallback
from guide.pages import estimator_page, read_aloud, search_index, social_images
from guide.figures.region_map import Atlas
from guide.pages.glossary_terms import explain, terms_of
from guide.figures.registry import figures_on
from guide.i18n.language import Language
from guide.facts.facts import Facts
from guide.pages.routes import Page
from guide.assets.images import fitted
from guide.pages.page_context import Drawing, words_of_site
from guide.assets.minify_js import text_of
from guide.assets.prune_css import said

__all__ = ["Drawing", "Renderer", "TemplateMistake"]
Scripts = dict[str, tuple[str, str]]
"""Name and text of each script, by what it is for."""

GLOSSARY = "istilah/"
"""The page that explains all terms itself."""
TemplateMistake = jinja2.TemplateError
"""What a broken template raises."""


class Renderer:
    """Draws pages of one set of facts on one day. `prose` is what people wrote, by language and path."""

    def __init__(
        self,
        facts: Facts,
        pages: Sequence[Page],
        languages: Mapping[str, Language],
        templates: Path,
        today: datetime.date,
        address: str = "",
    ):
        self.facts, self.pages, self.languages, self.today = facts, pages, languages, today
        self.address = address.rstrip("/")
        self.figures = figures_on(facts, today)
        self.atlas = Atlas(facts)
        self.known: dict[str, dict[str, Any]] = {}
        self.titles: dict[tuple[str, str], str] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self.messages: dict[tuple[str, str], str] = {}
        self.drawn: dict[tuple[str, str, frozenset[str]], str] = {}
        self.shared: dict[tuple[Any, ...], Markup] = {}
        self.shown: dict[tuple[Any, ...], Markup] = {}
        self.asset = lru_cache(self._asset)
        self.texts: dict[tuple[str, str], search_index.Found] = {}
        self.scripts: dict[tuple[str, str], Scripts] = {}
        self.by_path = {page.path: page for page in pages}
        self.owners = {
            id(record): f"{name}.{record.id}"
            for name, records in facts.records.items()
            for record in records
            if hasattr(record, "id")
        }
        self.terms = {language: terms_of(facts, language) for language in languages}
        self.env = _environment(templates, _stamp(templates))

    def render(self, page: Page, language: Language, readers: frozenset[str] = frozenset()) -> str:
        """What stands inside the page's article, as HTML; kept, since search reads every page too.

        `readers`: the segments of those who get it in a hand-out; none: those whom the page is for.
        """
        key = (page.path, language.id, readers)
        if key not in self.drawn:
            drawing = Drawing(self, page, language, readers)
            drawn = drawing.template(f"pages/{page.template}.html")
            if fallback.is_lent(drawn):
                drawn = drawing.template("partials/untranslated.html") + drawn
            drawn = self._finished(drawn)
            if page.listed and not readers:
                self.texts[page.path, language.id] = search_index.read_page(
                    page.path, fallback.bare(self.title(page, language)), drawn
                )
            self.drawn[key] = explain(drawn, self.terms[language.id]) if page.path != GLOSSARY else drawn
        return self.drawn[key]

    def search_files(self, language: Language) -> Scripts:
        """The scripts of search in a language; none without its page."""
        return self._made("search", language, self._search_files)

    def _search_files(self, language: Language) -> Scripts:
        if search_index.PAGE not in self.by_path:
            return {}
        pages = [page for page in self.pages if page.listed and page.path != search_index.PAGE]
        for page in pages:
            self.render(page, language)
        read = [self.texts[page.path, language.id] for page in pages]
        return search_index.files(self.facts, language.id, read, text_of(self.env, "js/search.js"))

    def listening_files(self, language: Language) -> Scripts:
        """The scripts that read aloud in a language."""
        return self._made("listening", language, partial(read_aloud.files, self))

    def estimator_files(self, language: Language) -> Scripts:
        """The scripts of the estimator in a language; none without its page."""
        return self._made("estimator", language, partial(estimator_page.files, self))

    def _made(self, kind: str, language: Language, make: Callable[[Language], Scripts]) -> Scripts:
        """What `make` gives, made once: many pages ask for it."""
        key = (kind, language.id)
        if key not in self.scripts:
            self.scripts[key] = make(language)
        return self.scripts[key]

    def frame(self, page: Page | None, language: Language, part: str, inside: str = "") -> str:
        """A part around the page (`head.html`, `footer.html`, …). No page: the page that was not found.

        `inside`: what the head's style is for.
        """
        return self._around(Drawing(self, page or self.not_found(language), language), part, inside)

    def _around(self, drawing: Drawing, part: str, inside: str = "") -> str:
        drawn = drawing.template(f"partials/{part}", inside=inside)
        return self._finished(drawn) if part.endswith(".html") else fallback.bare(drawn)

    def around(self, page: Page | None, language: Language) -> dict[str, str]:
        """Head, header and footer of a page; the head comes last, since its style is that of what the page wears."""
        drawing = Drawing(self, page or self.not_found(language), language)
        parts = ("header", "footer", *(() if page else ("not_found",)))
        drawn = {part: self._around(drawing, f"{part}.html") for part in parts}
        inside = "".join(drawn.values()) + (self.render(page, language) if page else "")
        return drawn | {"head": self._around(drawing, "head.html", inside)}

    @cached_property
    def scripted(self) -> frozenset[str]:
        """What the scripts of pages may put into them: names of tags and classes among other words."""
        scripts = [name for name in self.env.list_templates() if name.endswith(".js") and "/" not in name]
        return said("".join(text_of(self.env, name) for name in scripts))

    def shell(self, page: Page, language: Language) -> str:
        """The whole document of a page, by the overrides/main.html that the site is built with: for the preview."""
        inside = {"content": Markup(self.render(page, language))}
        config = {"extra": {"tag": language.entry.tag}}
        frame = self.around(page, language)
        return self.env.get_template("main.html").render(frame=frame, config=config, page=inside)

    def not_found(self, language: Language) -> Page:
        """The page that answers a wrong address, from anywhere in the tree."""
        return Page("404.html", "404", "overrides/pages/404.html")

    def sheet(self, name: str, language: Language, page: Page | None = None, **words: Any) -> str:
        """A template of a hand-out (overrides/handouts/) about a page; the first page if none is named."""
        return self._finished(Drawing(self, page or self.by_path[""], language).template(f"handouts/{name}", **words))

    def _finished(self, drawn: str) -> str:
        """What was drawn, with words that another language lent marked as that language's."""
        return fallback.shown(drawn, next(iter(self.languages.values())).entry.tag)

    def text(self, name: str, language: Language, page: Page, **words: Any) -> str:
        """A template of a hand-out as plain text, one line break where it has one."""
        drawn = self.sheet(name, language, page, short=self.short_address(page.path), **words)
        return html.unescape(re.sub(r"<[^>]+>", "", drawn)).strip() + "\n"

    def picture(self, page: Page, language: Language) -> str:
        """What stands beside a page's address where somebody shares it, as SVG (guide.sharing)."""
        drawing = Drawing(self, page, language)
        return fallback.bare(
            drawing.template("partials/social-image.svg", drawing=social_images.drawing_of(page), fitted=fitted)
        )

    def title(self, page: Page, language: Language) -> str:
        """The title of a page in a language, in plain words."""
        key = (page.path, language.id)
        if key not in self.titles:
            self.titles[key] = Drawing(self, page, language).title()
        return self.titles[key]

    def description(self, page: Page, language: Language) -> str:
        """What a page says, in one plain sentence or two."""
        key = (page.path, language.id)
        if key not in self.descriptions:
            self.descriptions[key] = Drawing(self, page, language).description()
        return self.descriptions[key]

    def _asset(self, name: str) -> Markup:
        """A file of the looks, to be put inline; a style sheet without its blanks and comments."""
        text = text_of(self.env, name)
        return Markup(minify_css.lean(text) if name.endswith(".css") else text)

    def words(self, language: Language) -> dict[str, Any]:
        """What templates know on every page of a language."""
        if language.id not in self.known:
            self.known[language.id] = words_of_site(self, language)
        return self.known[language.id]

    def absolute(self, path: str, language: Language) -> str:
        """The full public address of a page, or an empty text while no address is set."""
        folder = f"{language.entry.folder}/" if language.entry.folder else ""
        return f"{self.address}/{folder}{path}" if self.address else ""

    def short_address(self, path: str) -> str:
        """The short public address that leads to a page, else that of the first page; empty while none is set."""
        if not self.address:
            return ""
        links = [link for link in self.facts.permalinks if not link.withdrawn]
        code = next((link.code for link in links if link.target == path), "")
        return f"{self.address}/m/{code}" if code else f"{self.address}/"

    def page(self, path: str) -> Page | None:
        """The page at a path."""
        return self.by_path.get(path)


def _stamp(templates: Path) -> int:
    """When the newest file below `templates` was written, in nanoseconds."""
    return max(path.stat().st_mtime_ns for path in templates.rglob("*"))


class _Context(jinja2.runtime.Context):
    """Calls what templates call as it is: of all that they can name, only macros ask for more than their arguments."""

    def call(self, called: Callable[..., Any], *arguments: Any, **named: Any) -> Any:  # type: ignore[override]
        if isinstance(called, jinja2.runtime.Macro):
            return super().call(called, *arguments, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*arguments, **named)


class _Environment(jinja2.Environment):
    context_class = _Context


@lru_cache
def _environment(templates: Path, _: int) -> jinja2.Environment:
    """Templates, compiled once for as long as their files stay as they are, also for later builds."""
    kept = templates.parent / ".build" / "templates"
    kept.mkdir(parents=True, exist_ok=True)
    return _Environment(
        loader=jinja2.FileSystemLoader(templates),
        bytecode_cache=jinja2.FileSystemBytecodeCache(str(kept)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
