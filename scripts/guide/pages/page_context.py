"""Page context: one page in one language, with all that its templates may name."""

from __future__ import annotations

import html
import re
from functools import cached_property

import markdown
from markupsafe import Markup

from guide.assets import minify_css, prune_css
from guide.facts import fallback
from guide.facts.load.front_matter import PART
from guide.facts.model.record import JsonObject
from guide.pages import estimator_page, glossary_terms, landing, partner_kit, schema_org, social_images
from guide.pages.figure_markup import FigureMarkup
from guide.pages.head_assets import head_assets_of
from guide.pages.language_context import LanguageContext
from guide.pages.links import Links
from guide.pages.phone_links import with_phone_links
from guide.pages.provenance import Provenance
from guide.pages.routes import Page
from guide.pages.titles import in_head

GLOSSARY = "istilah/"
"""The page that explains all terms itself."""


class PageContext:
    """One page in one language, created once a page; a sheet about a page has one of its own.

    `markup` gathers the figures that the templates show, so that `origin` can list their sources at the end. `readers`:
    the segments of those who get it in a hand-out; none: those whom the page is for.
    """

    def __init__(self, shared: LanguageContext, page: Page, readers: frozenset[str] = frozenset()):
        self.shared, self.page = shared, page
        self.site, self.templates, self.language = shared.site, shared.templates, shared.language
        self.links = Links(self.site, page, self.language)
        self.markup = FigureMarkup(self.site, self.language, page.source, shared.figures, readers or page.readers)

    def about(self, page: Page) -> PageContext:
        """Return the context of another page in the same language."""
        return PageContext(self.shared, page)

    @property
    def title(self) -> str:
        """Return the title in plain words."""
        return self.shared.titles.title(self.page)

    @property
    def description(self) -> str:
        """Return the description of the page in one plain sentence or two."""
        return self.shared.titles.description(self.page)

    def title_of(self, path: str) -> str:
        """Return the title of another page. Raises LookupError where there is none."""
        return self.shared.titles.of(path, self.page.source)

    @cached_property
    def drawn(self) -> str:
        """Return the article of the page as HTML, before terms are explained."""
        drawn = self.template(f"pages/{self.page.template}.html")
        if fallback.is_lent(drawn):
            drawn = self.template("partials/untranslated.html") + drawn
        return with_phone_links(self.finished(drawn))

    @cached_property
    def article(self) -> str:
        """Return the article of the page as HTML, terms explained where they are first used."""
        return self.drawn if self.page.path == GLOSSARY else glossary_terms.explain(self.drawn, self.shared.terms)

    def finished(self, drawn: str) -> str:
        """Return what was drawn, with words that another language lent marked as that language's."""
        return fallback.shown(drawn, self.site.first_language.entry.tag)

    def template(self, name: str, **words: object) -> str:
        """Return a template with everything it may name, and `words` that only it knows."""
        return self.templates.render(name, {**self.names, **words})

    def sheet(self, name: str, **words: object) -> str:
        """Return a template of a hand-out (overrides/handouts/) about this page."""
        return self.finished(self.template(f"handouts/{name}", **words))

    def text(self, name: str, **words: object) -> str:
        """Return a template of a hand-out as plain text, one line break where it has one."""
        drawn = self.sheet(name, short=self.site.short_address(self.page.path), **words)
        return html.unescape(re.sub(r"<[^>]+>", "", drawn)).strip() + "\n"

    def once(self, name: str, **words: object) -> Markup:
        """Return a template that needs nothing of its page but `words`: drawn once for all pages equally deep."""
        key = (name, self.links.link(""), *words.values())
        if key not in self.shared.pieces:
            self.shared.pieces[key] = Markup(self.template(name, **words))
        return self.shared.pieces[key]

    @cached_property
    def names(self) -> JsonObject:
        """Return the names for templates: those of the site in this language, and those of the page.

        `page`, `record`, `head`, `readers`: the page, its record, the head of its prose, the segments that it is for.
        `head_assets`: what the head of the page asks for.
        `figure`, `condition`, `until`, `say`, `fill`, `rest`, `used`, `label_of`: figures and words with figures.
        `cover`: from when readers are covered. `origin`: sources of what was shown. `link`, `shared`, `twin`, `script`,
        `search_file`, `listen`: addresses. `part`, `given`, `once`, `prose`, `style`, `asset`: pieces. `title`,
        `head_title`, `description`, `structured`, `picture`: the page as others show it. `estimator`, `kit`: for single
        pages. `landing`: what a landing page answers to a question; `landing_for`: the segments that an answer is for.
        """
        return {**self.shared.names, **self._names_of_figures(), **self._names_of_page()}

    def _names_of_figures(self) -> JsonObject:
        """Return the names for figures, words with figures, and the sources of what was shown."""
        markup, tables = self.markup, self.shared.names["tables"]
        return {
            "figure": markup.figure,
            "condition": markup.condition,
            "cover": lambda *names: tables.cover(names, markup.readers),
            "readers": markup.readers,
            "until": markup.until,
            "say": markup.say,
            "fill": markup.fill,
            "rest": markup.rest,
            "used": markup.used,
            "label_of": markup.label,
            "origin": Provenance(self.site, self.page, self.language, markup),
        }

    def _names_of_page(self) -> JsonObject:
        """Return the names for the page itself: its record, addresses from it, its pieces and picture."""
        page, links, shared = self.page, self.links, self.shared
        return {
            "page": page,
            "head_assets": head_assets_of(page),
            "record": page.record,
            "head": page.prose[self.language.id].head if page.prose else None,
            "link": links.link,
            "shared": links.shared,
            "twin": links.twin,
            "script": lambda name: links.shared(self.templates.script(name)[0]),
            "search_file": lambda name: links.link(shared.search_files[name][0]),
            "listen": lambda kind: shared.listening_files[kind][0],
            "part": self.part,
            "once": self.once,
            "given": given,
            "prose": self.prose,
            "style": self.style,
            "title_of": self.title_of,
            "title": self.title,
            "head_title": in_head(self.title, self.site.facts.site.name if page.path else ""),
            "description": self.description,
            "structured": schema_org.about(self.site, page, self.language, shared.titles),
            "picture": social_images.pictured(self.site, page) if not page.lost else None,
            "estimator": lambda: estimator_page.EstimatorPage(self.site, links, shared.estimator_files),
            "landing": lambda question: landing.answers(question, page, self.site.today),
            "landing_for": lambda answer: landing.segments(answer, page),
            "kit": lambda: partner_kit.PartnerKit(self.site, self.language, page.record, self._message),
        }

    def _message(self, home: Page) -> str:
        """Return the message to members about a partner's page."""
        return self.about(home).text(partner_kit.MESSAGE)

    # pieces

    def part(self, name: str, *arguments: str) -> Markup:
        """Return a piece drawn from data, for pages that people wrote."""
        return Markup(self.template(f"blocks/{name}.html", arguments=arguments))

    def prose(self) -> Markup:
        """Return what people wrote for this page, its figures, links and parts filled."""
        file = self.page.prose[self.language.id]  # type: ignore[index]
        body = "\n".join(line for line in file.body.splitlines() if self.markup.concerns(line))
        text = re.sub(r"\]\(/([^)]*)\)", lambda m: f"]({self.links.link(m[1])})", body)
        pieces = PART.split(self.markup.fill(text))
        written = [minify_css.roomy(markdown.markdown(piece)) for piece in pieces[::3]]
        if file.lent:
            written = [fallback.lent(piece) for piece in written]
        shown = written[:1]
        for name, arguments, after in zip(pieces[1::3], pieces[2::3], written[1:], strict=True):
            shown += [self.part(name, *arguments.split()), after]
        return Markup("\n").join(Markup(piece) for piece in shown)

    def style(self, page: str, *names: str) -> Markup:
        """Return the rules of style sheets that a page needs: for what is in it, and what its scripts may put there."""
        css = "".join(self.templates.asset(name) for name in names)
        return Markup(prune_css.used(css, page, self.templates.names_in_scripts(page)))


def given(arguments: tuple[str, ...]) -> tuple[str, ...]:
    """Return the arguments of a part that means nothing without any. Raises LookupError where there are none."""
    if not arguments:
        raise LookupError("this part needs at least one word after its name")
    return arguments
