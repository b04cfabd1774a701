"""Context that all pages of one language share: names for templates, titles, figures, pieces and scripts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property, partial

from markupsafe import Markup

from guide.assets import security_policy
from guide.facts import new_partner
from guide.facts.model.record import JsonObject
from guide.figures import charts, review_dates, rule_graph, tables
from guide.figures.cloth import cloth
from guide.figures.law_changes import Changes
from guide.i18n.labels import known_in
from guide.i18n.language import Language
from guide.law.citations import cite, percent, regulation_name
from guide.pages import estimator_page, read_aloud, social_images
from guide.pages.downloads import Downloads
from guide.pages.figure_markup import FigureCache
from guide.pages.glossary_terms import terms_of
from guide.pages.paragraphs import paragraphs
from guide.pages.routes import FOOT, GROUPS, MENU, published
from guide.pages.site import Site
from guide.pages.templates import Scripts, Templates
from guide.pages.titles import Titles


class LanguageContext:
    """One language of the site. `search_files`: returns the scripts of search, which read every page."""

    def __init__(self, site: Site, templates: Templates, language: Language, search_files: Callable[[], Scripts]):
        self.site, self.templates, self.language, self._search = site, templates, language, search_files
        self.titles = Titles(site, language)
        self.terms = terms_of(site.facts, language.id)
        self.figures: FigureCache = {}
        self.pieces: dict[tuple[object, ...], Markup] = {}

    @cached_property
    def search_files(self) -> Scripts:
        """Return the scripts of search; none without its page."""
        return self.templates.heard(self._search())

    @cached_property
    def listening_files(self) -> Scripts:
        """Return the scripts that read aloud."""
        return self.templates.heard(read_aloud.files(self.site, self.templates, self.language))

    @cached_property
    def estimator_files(self) -> Scripts:
        """Return the scripts of the estimator; none without its page."""
        return self.templates.heard(estimator_page.files(self.site, self.templates, self.language))

    @cached_property
    def names(self) -> JsonObject:
        """Return the names for templates on every page of the language; PageContext.names documents those of a page."""
        return {**self._names_of_words(), **self._names_of_facts(), **self._names_of_site()}

    def _names_of_words(self) -> JsonObject:
        """Return the names for words of the language: sentences, dates, money, laws, titles."""
        site, language, facts = self.site, self.language, self.site.facts
        return {
            "_": _translate(language),
            "cite": partial(cite, facts),
            "date": language.date,
            "first_language": site.first_language,
            "known": known_in(language.gettext),
            "language": language,
            "languages": site.languages,
            "money": language.money,
            "named": cache(lambda paths: [(path, self.titles.title(site.by_path[path])) for path in paths]),
            "paragraphs": paragraphs,
            "percent": percent,
            "regulation_name": regulation_name,
        }

    def _names_of_facts(self) -> JsonObject:
        """Return the names for facts and figures of the day."""
        site, facts = self.site, self.site.facts
        return {
            "atlas": site.region_map,
            "by_id": facts.by_id,
            "changes": Changes(site.figures),
            "charts": charts,
            "cloth": lambda *names: cloth(*charts.values(site.figures, names)),
            "code": facts.digest[:6],
            "covered": tables.covered,
            "draft": new_partner,
            "fact_of": site.figures.fact,
            "facts": facts,
            "figures": site.figures,
            "hint": {entry.hint: entry.words.get(self.language.id, entry.hint) for entry in facts.hints},
            "over": lambda period: review_dates.over(period, site.today),
            "published": published,
            "review": review_dates.review_day(site.figures),
            "rule_graph": rule_graph.RuleGraph(site.figures),
            "standing": lambda partner: review_dates.standing(partner, facts, site.today),
            "tables": tables.Tables(site.figures),
            "today": site.today,
        }

    def _names_of_site(self) -> JsonObject:
        """Return the names for the site: its pages, menus, address and style sheets."""
        site, language, facts = self.site, self.language, self.site.facts
        return {
            "absolute": lambda path, other=language: site.absolute(path, other),
            "asset": self.templates.asset,
            "downloads": Downloads(site.handouts, site.by_path, site.languages, language),
            "foot_menu": FOOT,
            "late": Markup(security_policy.LATE),
            "main_pages": MENU,
            "menu": GROUPS,
            "page_at": site.page,
            "pages": site.routes,
            "policy": Markup(security_policy.policy(frames="")),
            "root_address": site.address,
            "sharing": social_images,
            "site": facts.site,
        }


def _translate(language: Language) -> Callable[..., Markup]:
    """Return what templates call `_`: a sentence in the language, its `%(gaps)s` filled."""
    sentence = cache(lambda message: Markup(language.gettext(message)))
    whole = cache(lambda message: sentence(message) % {})
    return lambda message, /, **gaps: sentence(message) % gaps if gaps else whole(message)
