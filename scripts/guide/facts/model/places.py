"""Regions, offices, channels, partners, sponsors, coverage: where to go and who helps."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from guide.facts.model.record import Model, Quantity, Source, Sourced, Text
from guide.facts.model.scalars import AsOf, Confidence, Count, Day, Effective, Id, ProgramId, Truth, Url, Words


class Region(Sourced):
    """A province or regency, keyed by its code of the ministry of home affairs; `bps` is the statistics code.

    `latitude` and `longitude` mark the region roughly and are no office.
    """

    id: Id
    bps: Words
    level: Literal["province", "regency", "city"]
    parent: Words | None = None
    name: Text
    island: Id | None = None
    capital: Words
    population: Count
    area_km2: Words
    latitude: Words | None = None
    longitude: Words | None = None
    office: Id | None = None
    office_confidence: Confidence | None = None
    languages: tuple[Words, ...] = ()
    languages_confidence: Confidence | None = None


class Coast(Model):
    """The outline of an island: points in whole hundredths of a degree, east and north. Only large ones have a name."""

    id: Id
    name: Text | None = None
    home: Truth
    points: tuple[tuple[int, int], ...] = Field(min_length=3)


class Office(Sourced):
    """A place of the agency. An empty contact was not verified: pages say so and give the call centre."""

    id: Id
    kind: Literal["regional-office", "branch"]
    name: Text
    city: Words
    city_confidence: Confidence
    address: Words
    phone: Words
    email: Words
    hours: Words
    serves: tuple[Words, ...]
    serves_confidence: Confidence
    contact_verified: Day | None


class Channel(Sourced):
    """A way to reach the agency, or to pay."""

    id: Id
    kind: Literal["phone", "email", "web", "app", "social", "payment", "agent", "office", "partner", "help"]
    name: Text
    what: Text
    value: Words
    url: Url


class Membership(Model):
    """How many members a partner had."""

    as_of: AsOf
    members: Count
    sources: tuple[Source, ...] = Field(min_length=1)
    confidence: Confidence
    note: Text | None = None


class Branch(Model):
    """A branch of a partner. An empty address was not verified."""

    name: Words
    region: Words | None
    address: Words = ""
    confidence: Confidence
    note: Text | None = None


class Arrangement(Model):
    """What was agreed or done, when, and who says so."""

    since: AsOf
    until: Effective | None = None
    what: Text
    quantities: tuple[Quantity, ...] = ()
    sources: tuple[Source, ...] = Field(min_length=1)
    confidence: Confidence


class Partner(Sourced):
    """One organisation that registers, collects or pays for people. The id is the file's name."""

    id: Id
    kind: Literal["cooperative", "bank", "government", "church", "agents", "not-bpjs"]
    name: Text
    official: Words
    summary: Text
    region: Words | None
    city: Words
    address: Words
    phone: Words
    website: Url
    memberships: tuple[Membership, ...] = ()
    branches: tuple[Branch, ...] = ()
    arrangements: tuple[Arrangement, ...] = Field(min_length=1)
    first_steps: tuple[Text, ...] = Field(min_length=1)
    unknown: tuple[Text, ...] = ()
    serves: tuple[Words, ...]
    preset: dict[str, Words] = Field(default_factory=dict)


class Sponsorship(Sourced):
    """A way in which somebody else pays."""

    id: Id
    name: Text
    who_pays: Text
    who_is_covered: Text
    programs: tuple[ProgramId, ...] = ()
    how: Text
    papers: Text | None = None
    limits: Text | None = None
    first: Effective | None = None
    last: Effective | None = None
    relief_applies: Literal["yes", "no", "unknown"]
    partners: tuple[Id, ...] = ()
    regions: tuple[Words, ...] = ()
    quantities: tuple[Quantity, ...] = ()


class Coverage(Sourced):
    """One figure that somebody published, with its base. Figures on different bases make no line."""

    id: Id
    regions: tuple[Words, ...]
    topic: Literal["coverage", "participants", "sponsored", "claims", "context", "literacy"]
    what: Text
    value: Words
    unit: Literal["percent", "people", "rupiah", "families", "years", "million-people"]
    base: Text | None = None
    conflict: Id | None = None
    quantities: tuple[Quantity, ...] = ()


class Permalink(Model):
    """A short address `/m/<code>` that was given out once and must resolve for good."""

    code: Id
    target: Words
    issued: Day
    withdrawn: Truth = False


class IssuedCodes(Model):
    """Every code that was ever given out, oldest first. `seal` (guide.facts.new_partner) closes the first `count`."""

    count: Count
    seal: Words
    codes: tuple[Id, ...]
