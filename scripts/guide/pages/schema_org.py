"""Markup of pages in the words of schema.org, for search engines. Nothing here that the page does not show.

Questions are marked where they stand (`blocks/questions.html`).
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guide.facts.model.places import Channel, Office
from guide.facts.model.programs import Procedure, Program
from guide.facts.model.record import JsonObject, Model
from guide.i18n.language import Language
from guide.pages.figure_markup import FigureMarkup
from guide.pages.routes import Page, published
from guide.pages.site import Site
from guide.pages.titles import Titles

AGENCY = {"@type": "GovernmentOrganization", "name": "BPJS Ketenagakerjaan"}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
OFFICES, DATASETS, ESTIMATOR = "kantor/", "data-terbuka/", "hitung/"


def about(site: Site, page: Page, language: Language, titles: Titles) -> Iterator[str]:
    """Yield the schema.org objects of a page, as JSON that no HTML can end early; none without a public address."""
    for item in _Items(site, page, language, titles).all() if site.address else ():
        text = json.dumps({"@context": "https://schema.org", **item}, ensure_ascii=False)
        yield text.replace("<", "\\u003c")


@dataclass(frozen=True)
class _Items:
    """The objects of one page in one language."""

    site: Site
    page: Page
    language: Language
    titles: Titles

    def all(self) -> Iterator[JsonObject]:
        if self.page.up:
            yield self._trail(("", self.page.up, self.page.path))
        if self.page.kind.schema == "service":
            yield self._service(self.page.record)
        if self.page.path == OFFICES:
            yield from (self._office(office) for office in self.site.facts.offices if office.publish)
            yield self._channels()
        if self.page.path == "" and ESTIMATOR in self.site.by_path:
            yield self._application()
        if self.page.kind.schema == "how-to":
            yield self._how_to(self.page.record)
        if self.page.path == DATASETS:
            yield self._dataset()

    def _address(self, path: str) -> str:
        return self.site.absolute(path, self.language)

    def _trail(self, paths: tuple[str, ...]) -> JsonObject:
        names = [self.titles.of(path, self.page.source) for path in paths]
        steps = [
            {"@type": "ListItem", "position": i, "name": name, "item": self._address(path)}
            for i, (path, name) in enumerate(zip(paths, names, strict=True), 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": steps}

    def _plain(self, text: Mapping[str, str], record: Model) -> str:
        """Return a text of a record in plain words, its figures filled."""
        markup = FigureMarkup(self.site, self.language, self.page.source, {}, self.page.readers)
        return html.unescape(markup.say(text, record, linked=False).striptags())

    def _how_to(self, procedure: Procedure) -> JsonObject:
        """Return a procedure: its steps in order, and the papers that it asks for."""
        steps = [{"@type": "HowToStep", "text": self._plain(step, procedure)} for step in procedure.steps]
        papers = [{"@type": "HowToSupply", "name": self._plain(paper.name, procedure)} for paper in procedure.papers]
        supply = {"supply": papers} if papers else {}
        return {"@type": "HowTo", "name": self.titles.title(self.page), "step": steps, **supply}

    def _application(self) -> JsonObject:
        """Return the estimator, to which the first page leads: its own page weighs all that it may."""
        return {
            "@type": "WebApplication",
            "name": self.titles.of(ESTIMATOR, self.page.source),
            "url": self._address(ESTIMATOR),
            "applicationCategory": "FinanceApplication",
            "isAccessibleForFree": True,
            "inLanguage": self.language.entry.tag,
        }

    def _channels(self) -> JsonObject:
        """Return the ways to reach the agency that have an address or a number."""
        channels = [self._channel(channel) for channel in published(self.site.facts.channels) if channel.url]
        return {"@type": "GovernmentService", "name": AGENCY["name"], "provider": AGENCY, "availableChannel": channels}

    def _channel(self, channel: Channel) -> JsonObject:
        told: JsonObject = {"@type": "ServiceChannel", "name": self._plain(channel.name, channel)}
        if channel.kind == "phone":
            return {**told, "servicePhone": {"@type": "ContactPoint", "telephone": channel.value}}
        return {**told, "serviceUrl": channel.url}

    def _service(self, program: Program) -> JsonObject:
        return {
            "@type": "GovernmentService",
            "name": self.titles.title(self.page),
            "alternateName": program.abbreviation,
            "description": self._plain(program.summary, program),
            "serviceOperator": AGENCY,
            "areaServed": {"@type": "Country", "name": "Indonesia"},
            "url": self._address(self.page.path),
        }

    def _office(self, office: Office) -> JsonObject:
        """Return an office; its telephone and street only where somebody verified them."""
        place = {"@type": "PostalAddress", "addressLocality": office.city, "addressCountry": "ID"}
        found: JsonObject = {
            "@type": "GovernmentOffice",
            "name": self.language.pick(office.name),
            "parentOrganization": AGENCY,
            "address": place,
        }
        if office.contact_verified:
            place.update({"streetAddress": office.address} if office.address else {})
            found.update({"telephone": office.phone} if office.phone else {})
        return found

    def _dataset(self) -> JsonObject:
        kinds = (("schedules.json", "application/json"), ("schedules.csv", "text/csv"))
        copies = [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{self.site.address}/api/v1/{name}"}
            for name, kind in kinds
        ]
        return {
            "@type": "Dataset",
            "name": self.titles.title(self.page),
            "description": self.titles.description(self.page),
            "license": LICENCE,
            "isAccessibleForFree": True,
            "dateModified": self.site.today.isoformat(),
            "url": self._address(self.page.path),
            "distribution": copies,
        }
