"""The site itself, its languages, and the estimates that it knows by name."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.facts.model.record import Model, Text
from guide.facts.model.scalars import Count, Day, Id, SiteUrl, Truth, Url, Words, Zone


class LanguageEntry(Model):
    """A language of the site. `folder` is empty for the one at the root; `locale` is Babel's name.

    `partial`: what it lacks is shown in the first language, with a notice; else whatever is missing stops the build.
    """

    id: Id
    tag: Words
    locale: Words
    folder: Words
    name: Words
    thousands: Literal[".", ","]
    partial: Truth = False


class Cadence(Model):
    """How many days may pass before a kind of fact must be looked at again."""

    of: Literal["contacts", "law", "partners", "coverage"]
    days: Count


class Site(Model):
    """Name, address and operator of this copy. Empty: not set, and pages leave it out.

    `report`: where mistakes are told; `{page}` and `{figure}` in it are filled with the page and the fact id.
    `zone`: where its days begin and end. `contact`: who is told of a weakness of the site, in security.txt.
    `offline`: browsers keep the pages of bad days, and may put the guide on a home screen; where not, what they kept is
    taken away.
    """

    name: Words
    url: SiteUrl
    operator: Words
    report: Url
    languages: tuple[LanguageEntry, ...] = Field(min_length=1)
    repository: Url
    cadence: tuple[Cadence, ...]
    checked: Day
    zone: Zone
    contact: Url = ""
    offline: Truth = False


class NamedEstimate(Model):
    """An estimate that pages refer to by name. `inputs` are estimator inputs; the month is today's if left out."""

    id: Id
    name: Text
    inputs: dict[str, Words]
