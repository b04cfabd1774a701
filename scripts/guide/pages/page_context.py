"""One page being drawn in one language."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

import markdown
from markupsafe import Markup

from guide.facts import fallback, new_partner
from guide.figures import charts, review_dates
from guide.pages import estimator_page, partner_kit
from guide.assets import minify_css, prune_css
from guide.figures import tables
from guide.pages import schema_org, social_images
from guide.website import http_headers
from guide.assets.minify_js import named_script
from guide.figures.law_changes import Changes
from guide.i18n.language import Language
from guide.facts.diagnostics import N_
from guide.pages.provenance import Origin
from guide.pages.routes import FOOT, MENU, published
from guide.pages.figure_markup import Figured
from guide.law.citations import cite, percent, regulation_name
from guide.i18n.labels import known_in

if TYPE_CHECKING:
    from guide.pages.renderer import Renderer

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])")


def flow(words: str) -> Markup:
    """Words inside a paragraph, with a new one after every third sentence or sooner, so that none is long."""
    pieces = _SENTENCE.split(str(words))
    each = 3 if len(pieces) <= 3 else 2
    return Markup("</p>\n<p>".join(" ".join(pieces[i : i + each]) for i in range(0, len(pieces), each)))


def saying(language: Language) -> Callable[..., Markup]:
    """What templates call `_`: a sentence in the language, its `%(gaps)s` filled."""
    sentence = cache(lambda message: Markup(language.gettext(message)))
    whole = cache(lambda message: sentence(message) % {})
    return lambda message, /, **gaps: sentence(message) % gaps if gaps else whole(message)


def words_of_site(renderer: Renderer, language: Language) -> dict[str, Any]:
    """The words that templates know on every page of a language."""
    return {
        "_": saying(language),
        "facts": renderer.facts,
        "language": language,
        "today": renderer.today,
        "figures": renderer.figures,
        "site": renderer.facts.site,
        "menu": MENU,
        "foot_menu": FOOT,
        "named": cache(lambda paths: [(path, renderer.title(renderer.by_path[path], language)) for path in paths]),
        "cite": lambda citations: cite(renderer.facts, citations),
        "regulation_name": regulation_name,
        "published": published,
        "flow": flow,
        "first_language": next(iter(renderer.languages.values())),
        "percent": percent,
        "tables": tables.Tables(renderer.figures),
        "charts": charts,
        "atlas": renderer.atlas,
        "money": language.money,
        "date": language.date,
        "over": lambda period: review_dates.over(period, renderer.today),
        "standing": lambda partner: review_dates.standing(partner, renderer.facts, renderer.today),
        "late": Markup(http_headers.LATE),
        "review": review_dates.review_day(renderer.figures),
        "draft": new_partner,
        "changes": Changes(renderer.figures),
        "root_address": renderer.address,
        "code": renderer.facts.digest[:6],
        "languages": renderer.languages,
        "absolute": lambda path, other=language: renderer.absolute(path, other),
        "pages": renderer.pages,
        "by_id": renderer.facts.by_id,
        "page_at": renderer.page,
        "fact_of": renderer.figures.fact,
        "known": known_in(language.gettext),
    }


class Drawing(Figured):
    """One page being drawn in one language: its words, its pieces, and what its templates may use."""

    def template(self, name: str, **words: Any) -> str:
        """A template with everything it may use, and `words` that only it knows."""
        return self.renderer.env.get_template(name).render({**self.context, **words})

    def once(self, name: str, **words: Any) -> Markup:
        """A template that needs nothing of its page but `words`: drawn once for all pages that stand equally deep."""
        key = (name, self.link(""), self.language.id, *words.values())
        kept = self.renderer.shared
        if key not in kept:
            kept[key] = Markup(self.template(name, **words))
        return kept[key]

    @cached_property
    def context(self) -> dict[str, Any]:
        """The words that templates know: those of the site in this language, and those of the page."""
        renderer, title = self.renderer, self.renderer.title(self.page_, self.language)
        return {
            **renderer.words(self.language),
            "page": self.page_,
            "record": self.page_.record,
            "figure": self.figure,
            "until": self.until,
            "say": self.say,
            "fill": self.fill,
            "link": self.link,
            "title_of": self.title_of,
            "part": self.part,
            "once": self.once,
            "prose": self.prose,
            "origin": Origin(self),
            "rest": self.rest,
            "label_of": self.label,
            "description": renderer.description(self.page_, self.language),
            "title": title,
            "head_title": schema_org.in_head(title, renderer.facts.site.name if self.page_.path else ""),
            "structured": schema_org.about(self),
            "listen": lambda kind: renderer.listening_files(self.language)[kind][0],
            "picture": social_images.pictured(renderer, self.page_) if self.page_.template != "404" else None,
            "sharing": social_images,
            "estimator": lambda: estimator_page.EstimatorPage(self),
            "kit": lambda: partner_kit.Kit(self),
            "script": lambda name: self.shared(named_script(renderer.env, name)[0]),
            "shared": self.shared,
            "twin": self.twin,
            "head": self.page_.prose[self.language.id].head if self.page_.prose else None,
            "asset": renderer.asset,
            "style": self.style,
            "search_file": lambda name: self.link(renderer.search_files(self.language)[name][0]),
            "used": self.used,
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
        if self.page_.template == "release":
            return self.language.sentence(N_("Copy {code}"), code=record.id)
        if self.page_.template in ("staff", "poster"):
            return self.language.sentence(partner_kit.TITLES[self.page_.template], name=self.language.pick(record.name))
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
            return self.renderer.description(target, self.language)
        if self.page_.template in ("staff", "poster"):
            return schema_org.shorten(
                self.language.gettext(partner_kit.ABOUT) + " " + self.title(), schema_org.DESCRIPTION
            )
        words = getattr(record, "summary", None) or getattr(record, "about", None)
        said = html.unescape(self.say(words, record).striptags()) if words else self.title()
        return schema_org.shorten(said, schema_org.DESCRIPTION)

    def title_of(self, path: str) -> str:
        """The title of another page."""
        page = self.renderer.page(path)
        if page is None:
            raise LookupError(f"{self.page_.source}: no page {path}")
        return self.renderer.title(page, self.language)

    # pieces

    def part(self, name: str, *arguments: str) -> Markup:
        """A piece drawn from data, for pages that people wrote."""
        template = self.renderer.env.get_template(f"blocks/{name}.html")
        return Markup(template.render({**self.context, "arguments": arguments}))

    def prose(self) -> Markup:
        """What people wrote for this page, its figures, links and parts filled."""
        file = self.page_.prose[self.language.id]  # type: ignore[index]
        text = re.sub(r"\]\(/([^)]*)\)", lambda m: f"]({self.link(m[1])})", file.body)
        pieces = re.split(r"^\{part:([\w-]+)((?: [\w.-]+)*)\}$", self.fill(text), flags=re.M)
        written = [minify_css.roomy(markdown.markdown(piece)) for piece in pieces[::3]]
        if file.lent:
            written = [fallback.lent(piece) for piece in written]
        shown = written[:1]
        for name, arguments, after in zip(pieces[1::3], pieces[2::3], written[1:], strict=True):
            shown += [self.part(name, *arguments.split()), after]
        return Markup("\n").join(Markup(piece) for piece in shown)

    def style(self, inside: str, *names: str, kind: str = "") -> Markup:
        """The rules of style sheets that a page wears: those for what is `inside`, or what scripts may put there.

        `kind`: of all scripts, those of the estimator alone (estimator_page.SCRIPTS)."""
        css = "".join(self.renderer.asset(name) for name in names)
        made = self.renderer.scripted
        if kind:
            scripts = self.renderer.estimator_files(self.language)
            made = prune_css.said("".join(scripts[one][1] for one in kind.split()))
        return Markup(prune_css.used(css, inside, made))
