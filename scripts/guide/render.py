"""A page in one language, as HTML. The only module that knows Jinja and Markdown.

The same result feeds the site and the hand-outs; nothing here knows where it goes.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

import jinja2
import markdown
from markupsafe import Markup

from guide import atlas, charts, draft, estimator_page, freshness, search, skin, structured, tables
from guide.browser import named_script
from guide.changes import Changes
from guide.explain import explain, terms_of
from guide.figures import Figure, Figures, UnknownFigure
from guide.language import Language
from guide.mistakes import N_
from guide.model import Facts
from guide.number_words import counting, money_words
from guide.pages import FOOT, MENU, Page, published
from guide.vocabulary import known_in
from guide.rules import cite, percent, regulation_name

GLOSSARY = "istilah/"
"""The page that explains all terms itself."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])")
_GAP = re.compile(r"\{(?!part:)([\w.:&;=,@-]+)(?:\|(\w+))?\}")


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
        self.figures = Figures(facts, today)
        self.titles: dict[tuple[str, str], str] = {}
        self.drawn: dict[tuple[str, str], str] = {}
        self.texts: dict[tuple[str, str], search.Found] = {}
        self.searching: dict[str, dict[str, tuple[str, str]]] = {}
        self.by_path = {page.path: page for page in pages}
        self.owners = {
            id(record): f"{name}.{record.id}"
            for name, records in facts.records.items()
            for record in records
            if hasattr(record, "id")
        }
        self.terms = {language: terms_of(facts, language) for language in languages}
        self.env = _environment(templates)

    def render(self, page: Page, language: Language) -> str:
        """What stands inside the page's article, as HTML; kept, since search reads every page too."""
        key = (page.path, language.id)
        if key not in self.drawn:
            drawn = Drawing(self, page, language).template(f"pages/{page.template}.html")
            self.texts[key] = search.read_page(page.path, self.title(page, language), drawn)
            self.drawn[key] = explain(drawn, self.terms[language.id]) if page.path != GLOSSARY else drawn
        return self.drawn[key]

    def search_files(self, language: Language) -> dict[str, tuple[str, str]]:
        """Names and texts of the scripts of search in a language; none without its page."""
        if language.id not in self.searching and search.PAGE in self.by_path:
            pages = [page for page in self.pages if page.listed and page.path != search.PAGE]
            for page in pages:
                self.render(page, language)
            read = [self.texts[page.path, language.id] for page in pages]
            loader = self.env.loader
            assert loader is not None
            script = loader.get_source(self.env, "search.js")[0]
            self.searching[language.id] = search.files(self.facts, language.id, read, script)
        return self.searching.get(language.id, {})

    def frame(self, page: Page | None, language: Language, part: str) -> str:
        """A part around the page (`head.html`, `footer.html`, …). No page: the page that was not found."""
        return Drawing(self, page or self.not_found(language), language).template(f"partials/{part}")

    def shell(self, page: Page, language: Language) -> str:
        """The whole document of a page, by the overrides/main.html that the site is built with: for the preview."""
        parts = {part: self.frame(page, language, f"{part}.html") for part in ("head", "header", "footer")}
        inside = {"content": Markup(self.render(page, language))}
        config = {"extra": {"tag": language.entry.tag}}
        return self.env.get_template("main.html").render(frame=parts, config=config, page=inside)

    def not_found(self, language: Language) -> Page:
        """The page that answers a wrong address, from anywhere in the tree."""
        return Page("404.html", "404", "overrides/pages/404.html")

    def sheet(self, name: str, language: Language, page: Page | None = None, **words: Any) -> str:
        """A template of a hand-out (overrides/handout/) about a page; the first page if none is named."""
        return Drawing(self, page or self.by_path[""], language).template(f"handout/{name}", **words)

    def title(self, page: Page, language: Language) -> str:
        """The title of a page in a language, in plain words."""
        key = (page.path, language.id)
        if key not in self.titles:
            self.titles[key] = Drawing(self, page, language).title()
        return self.titles[key]

    def absolute(self, path: str, language: Language) -> str:
        """The full public address of a page, or an empty text while no address is set."""
        folder = f"{language.entry.folder}/" if language.entry.folder else ""
        return f"{self.address}/{folder}{path}" if self.address else ""

    def page(self, path: str) -> Page | None:
        """The page at a path."""
        return self.by_path.get(path)


@lru_cache
def _environment(templates: Path) -> jinja2.Environment:
    """Templates, compiled once for as long as their files stay as they are."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    return environment


def flow(words: str) -> Markup:
    """Words inside a paragraph, with a new one after every third sentence or sooner, so that none is long."""
    pieces = _SENTENCE.split(str(words))
    each = 3 if len(pieces) <= 3 else 2
    return Markup("</p>\n<p>".join(" ".join(pieces[i : i + each]) for i in range(0, len(pieces), each)))


class Drawing:
    """One page being drawn in one language; gathers the figures it shows."""

    def __init__(self, renderer: Renderer, page: Page, language: Language):
        self.renderer, self.page_, self.language = renderer, page, language
        self.used: dict[str, Figure] = {}

    def template(self, name: str, **words: Any) -> str:
        """A template with everything it may use, and `words` that only it knows."""
        self.renderer.env.install_gettext_callables(  # type: ignore[attr-defined]
            self.language.gettext, self.language.ngettext, newstyle=True
        )
        return self.renderer.env.get_template(name).render({**self.context(), **words})

    def context(self) -> dict[str, Any]:
        """The words that templates know."""
        renderer = self.renderer
        return {
            "page": self.page_,
            "record": self.page_.record,
            "facts": renderer.facts,
            "language": self.language,
            "today": renderer.today,
            "figures": renderer.figures,
            "site": renderer.facts.site,
            "menu": MENU,
            "foot_menu": FOOT,
            "figure": self.figure,
            "say": self.say,
            "fill": self.fill,
            "link": self.link,
            "title_of": self.title_of,
            "cite": lambda citations: cite(renderer.facts, citations),
            "regulation_name": regulation_name,
            "published": published,
            "part": self.part,
            "prose": self.prose,
            "flow": flow,
            "sources": self.sources,
            "label_of": self.label,
            "first_language": next(iter(renderer.languages.values())),
            "description": self.description(),
            "percent": percent,
            "tables": tables.Tables(renderer.figures),
            "charts": charts,
            "atlas": atlas,
            "money": self.language.money,
            "date": self.language.date,
            "review": freshness.review_day(renderer.figures),
            "title": self.title(),
            "head_title": structured.in_head(self.title(), renderer.facts.site.name if self.page_.path else ""),
            "structured": structured.about(self),
            "estimator": lambda: estimator_page.EstimatorPage(self),
            "draft": draft,
            "script": lambda name: self.shared(named_script(renderer.env, name)[0]),
            "changes": Changes(renderer.figures),
            "shared": self.shared,
            "root_address": renderer.address,
            "code": renderer.facts.digest[:6],
            "languages": renderer.languages,
            "absolute": lambda path, other=self.language: renderer.absolute(path, other),
            "twin": self.twin,
            "pages": renderer.pages,
            "by_id": renderer.facts.by_id,
            "page_at": renderer.page,
            "fact_of": renderer.figures.fact,
            "head": self.page_.prose[self.language.id].head if self.page_.prose else None,
            "asset": self.asset,
            "search_file": lambda name: self.link(renderer.search_files(self.language)[name][0]),
            "used": self.used,
            "known": known_in(self.language.gettext),
        }

    # words

    def title(self) -> str:
        """What the page is called, from its prose or its record."""
        record = self.page_.record
        if self.page_.prose:
            return self.page_.prose[self.language.id].head.title
        if record is None:
            return self.language.gettext("This page is not here")
        if self.page_.template == "permalink":
            withdrawn = self.language.gettext("This short address leads nowhere any more")
            return withdrawn if record.withdrawn else self.title_of(record.target)
        if self.page_.template == "change":
            return self.language.sentence(N_("What changes in {month:month}"), month=record.month)
        if hasattr(record, "number"):
            return regulation_name(record)
        return self.language.pick(getattr(record, "title", None) or record.name)

    def description(self) -> str:
        """What the page says, in one plain sentence or two, for search engines and previews."""
        if self.page_.prose:
            return self.page_.prose[self.language.id].head.description
        record = self.page_.record
        if self.page_.template == "permalink" and not record.withdrawn:
            target = self.renderer.page(record.target)
            assert target is not None, record.target
            return Drawing(self.renderer, target, self.language).description()
        words = getattr(record, "summary", None) or getattr(record, "about", None)
        said = html.unescape(self.say(words, record).striptags()) if words else self.title()
        return structured.shorten(said, structured.DESCRIPTION)

    def title_of(self, path: str) -> str:
        """The title of another page."""
        page = self.renderer.page(path)
        if page is None:
            raise LookupError(f"{self.page_.source}: no page {path}")
        return self.renderer.title(page, self.language)

    def say(self, text: Mapping[str, str], record: Any = None, *, linked: bool = True) -> Markup:
        """A fact's words in this language, its `{figures}` filled; inside a link, figures carry none of their own."""
        return self.fill(html.escape(self.language.pick(text), quote=False), record, linked=linked)

    def fill(self, words: str, record: Any = None, *, linked: bool = True) -> Markup:
        """Words with every `{figure}` or `{figure|form}` shown. Unknown figures are an error."""
        own = self._owner(record)

        def shown(gap: re.Match) -> str:
            name = self.renderer.figures.name_in(own, html.unescape(gap[1]))
            return str(self.figure(name, gap[2] or "plain", linked=linked))

        return Markup(_GAP.sub(shown, words))

    def _owner(self, record: Any) -> str:
        return self.renderer.owners.get(id(record), "")

    # figures

    def figure(self, name: str, form: str = "plain", *, linked: bool = True) -> Markup:
        """A figure, marked with its id and linked to where it comes from.

        Forms: plain; round (Rp42 juta); change (with its last month and what comes after); said (in words).
        """
        try:
            found = self.renderer.figures.get(name)
        except UnknownFigure:
            raise LookupError(f"{self.page_.source}: no figure {name}") from None
        self.used[name] = found
        if found.value is None:
            words = self.language.gettext("not covered on this date")
            return Markup('<span class="fig" data-fig="{}">{}</span>').format(found.id, words)
        words = self.value(found.value, found.kind, form)
        if not linked or not found.facts:
            shown = Markup('<span class="fig" data-fig="{}">{}</span>').format(found.id, words)
        else:
            shown = Markup('<a class="fig" data-fig="{}" href="#f-{}">{}</a>').format(found.id, found.facts[0], words)
        if form == "change" and found.until:
            note = self.language.sentence(
                "until {until:month}; then {then}", until=found.until, then=self.value(found.then, found.kind, "plain")
            )
            shown += Markup(' <small class="change">({})</small>').format(note)
        return shown

    def value(self, value: Any, kind: str, form: str) -> str:
        """A value in words: rupiah, rate, month or number."""
        if kind == "money" and form == "said":
            return money_words(value, counting(self.renderer.facts.numbers[0], self.language.id))
        if kind == "money" and form == "round":
            return self.language.round_money(value)
        return getattr(self.language, kind)(value)

    def label(self, fact: str) -> str:
        """What a dated value is called: `Kecelakaan kerja (JKK), Pekerja mandiri`."""
        owner = fact.partition("@")[0]
        collection, _, name = owner.partition(".")
        facts, pick, gettext = self.renderer.facts, self.language.pick, self.language.gettext
        if collection == "schedules":
            schedule = facts.by_id["schedules"][name]
            segment = pick(facts.by_id["segments"][schedule.segment].name)
            contribution = gettext("Contribution")
            return f"{contribution} {schedule.key.upper()}: {segment}"
        if collection == "bands":
            return gettext("Income bands")
        if collection == "pension-age":
            return gettext("Pension age")
        if collection == "segments":
            return f"{gettext('Programs')}: {pick(facts.by_id['segments'][name].name)}"
        record = facts.by_id[collection][name]
        if collection == "gaps":
            return gettext("Months that are not covered")
        words = next(getattr(record, f) for f in ("name", "title", "what", "question", "subject") if hasattr(record, f))
        return self.fill(html.escape(pick(words), quote=False), record, linked=False).striptags()

    # other pages

    def link(self, path: str) -> str:
        """The address of a page of the site from this page; addresses with a scheme stay as they are."""
        if re.match(r"[a-z]+:", path):
            return path
        path, _, anchor = path.partition("#")
        if self.page_.template == "404":
            return f"{self.root()}{path}" + (f"#{anchor}" if anchor else "")
        here = PurePosixPath("/", self.page_.path)
        up = "../" * (len(here.parts) - 1)
        return (f"{up}{path}" or "./") + (f"#{anchor}" if anchor else "")

    def shared(self, path: str) -> str:
        """The address of a file that all languages share, at the root of the site, from this page."""
        up = "../" if self.language.entry.folder else ""
        return f"{self.link('') if self.page_.path else ''}{up}{path}"

    def root(self) -> str:
        """The absolute path of this language's home, for the page that answers any address."""
        base = re.sub(r"^https?://[^/]+", "", self.renderer.address)
        return f"{base}/{self.language.entry.folder}/" if self.language.entry.folder else f"{base}/"

    def twin(self, other: Language) -> str:
        """The address of this page in another language, from this page."""
        to_root = self.link("") if self.page_.path or self.page_.template == "404" else "./"
        if self.page_.template == "404":
            return Drawing(self.renderer, self.page_, other).root()
        up = "../" if self.language.entry.folder else ""
        folder = f"{other.entry.folder}/" if other.entry.folder else ""
        return f"{to_root}{up}{folder}{self.page_.path}"

    # pieces

    def part(self, name: str, *arguments: str) -> Markup:
        """A piece drawn from data, for pages that people wrote."""
        template = self.renderer.env.get_template(f"parts/{name}.html")
        return Markup(template.render({**self.context(), "arguments": arguments}))

    def prose(self) -> Markup:
        """What people wrote for this page, its figures, links and parts filled."""
        text = self.page_.prose[self.language.id].body  # type: ignore[index]
        text = re.sub(r"\]\(/([^)]*)\)", lambda m: f"]({self.link(m[1])})", text)
        pieces = re.split(r"^\{part:([\w-]+)((?: [\w-]+)*)\}$", self.fill(text), flags=re.M)
        shown = [skin.roomy(markdown.markdown(pieces[0]))]
        for name, arguments, after in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
            shown += [self.part(name, *arguments.split()), skin.roomy(markdown.markdown(after))]
        return Markup("\n").join(Markup(piece) for piece in shown)

    def sources(self) -> list[tuple[str, Any, list[str]]]:
        """For every dated value behind the figures of this page: its id, its record, and the figures it carries."""
        behind: dict[str, list[str]] = {}
        for name, figure in self.used.items():
            for fact in figure.facts:
                behind.setdefault(fact, []).append(name)
        return [(fact, self.renderer.figures.fact(fact), names) for fact, names in behind.items()]

    def asset(self, name: str) -> Markup:
        """A file of the looks, to be put inline; a style sheet without its blanks and comments."""
        loader = self.renderer.env.loader
        assert loader is not None
        text = loader.get_source(self.renderer.env, name)[0]
        return Markup(skin.lean(text) if name.endswith(".css") else text)
