"""Offices and partners by region, and the map of a province: coasts and regencies in hundredths of a degree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from guide.facts.facts import Facts
from guide.facts.model.places import Coast, Coverage, Partner, Region

MARGIN = 12
"""Sea around the coasts, in hundredths of a degree."""
LOW = 60
"""An island lower than this has its name below it, not on it."""
LETTER, LINE = 20, 30
"""How wide a letter of a name is, and how high its line."""


@dataclass(frozen=True)
class Place:
    """One region on the map: its point, whether an office stands there, how many partners name it as theirs."""

    region: Region
    x: int
    y: int
    seat: bool
    partners: int


@dataclass(frozen=True)
class Map:
    """A map, east and south from its corner. `land`, `beyond`: paths of this country and of its neighbour.

    `names`: islands with the middle of their name and its foot. `places`: regions from west to east.
    """

    width: int
    height: int
    land: str
    beyond: str
    names: tuple[tuple[Mapping[str, str], int, int], ...]
    places: tuple[Place, ...]


class Atlas:
    """Offices, partners and figures by the code of their region; worked out once."""

    def __init__(self, facts: Facts):
        self.regions = facts.by_id["regions"]
        self.provinces = [region for region in facts.regions if not region.parent]
        self.offices = {office.id: office for office in facts.offices if office.publish}
        below, partners, figures = defaultdict(list), defaultdict(list), defaultdict(list)
        for region in facts.regions:
            below[region.parent].append(region)
        for partner in facts.partners:
            for code in dict.fromkeys((partner.region, *partner.serves)) if partner.publish else ():
                partners[code].append(partner)
        for figure in facts.coverage:
            for code in figure.regions if figure.publish else ():
                figures[code].append(figure)
        self._coasts = {coast.id: coast for coast in facts.coast}
        self._below, self._partners, self._figures = below, partners, figures
        self.coast = facts.coast
        self.map = cache(self._map)

    def below(self, code: str) -> list[Region]:
        """Return the regencies and cities of a province."""
        return self._below.get(code, [])

    def partners(self, code: str) -> list[Partner]:
        """Return the partners that stand in a region or serve it."""
        return self._partners.get(code, [])

    def figures(self, code: str) -> list[Coverage]:
        """Return the figures that were published about a region."""
        return self._figures.get(code, [])

    def plain_name(self, name: str) -> str:
        """Return the name of a regency without its kind, as people say it; a city keeps its kind."""
        return re.sub(r"^Kabupaten | Regency$", "", name)

    def by_island(self, code: str) -> list[tuple[Coast | None, list[Region]]]:
        """Return the regencies of a province by island, the islands of a single one together at the end."""
        groups = defaultdict(list)
        for region in self.below(code):
            groups[region.island].append(region)
        several = [(self._coasts.get(island or ""), group) for island, group in groups.items() if len(group) > 1]
        alone = [region for group in groups.values() if len(group) == 1 for region in group]
        return [*several, (None, alone)] if alone else several

    def _map(self, code: str) -> Map | None:
        """Return the map of a province; None where no coast of its islands is known."""
        regions = self.below(code)
        mine = {region.island for region in regions}
        home = [coast for coast in self.coast if coast.home and (coast.id in mine or not coast.name)]
        if not any(coast.id in mine for coast in home):
            return None
        west = min(x for coast in home for x, _ in coast.points) - MARGIN
        north = max(y for coast in home for _, y in coast.points) + MARGIN
        places = tuple(self._places(regions, west, north))
        names = tuple((coast.name, *_foot(coast, places, west, north)) for coast in home if coast.name)
        coasts = north - min(y for coast in home for _, y in coast.points)
        return Map(
            max(x for coast in home for x, _ in coast.points) + MARGIN - west,
            max(coasts, *(foot for _, _, foot in names)) + MARGIN,
            _path(home, west, north),
            _path((coast for coast in self.coast if not coast.home), west, north),
            names,
            places,
        )

    def _places(self, regions: Iterable[Region], west: int, north: int) -> list[Place]:
        cities = {office.city for office in self.offices.values() if office.kind == "branch"}
        return [
            Place(
                region,
                int(Decimal(region.longitude) * 100) - west,
                north - int(Decimal(region.latitude) * 100),
                not cities.isdisjoint(_called(region)),
                len(self.partners(region.id)),
            )
            for region in sorted(regions, key=lambda region: (region.longitude or "", region.id))
            if region.longitude and region.latitude
        ]


def _called(region: Region) -> tuple[str, ...]:
    """Return the names of a region and its capital: an office of such a city stands in it."""
    return (region.capital, *region.name.values())


def _path(coasts: Iterable[Coast], west: int, north: int) -> str:
    """Return islands as one path of whole steps."""
    path = []
    for coast in coasts:
        x, y = west, north
        for number, (east, up) in enumerate(coast.points):
            path.append(f"{'Mm'[bool(number)] if number < 2 else ' '}{east - x} {y - up}")
            x, y = (east, up)
        path.append("z")
    return "".join(path)


def _foot(coast: Coast, places: Iterable[Place], west: int, north: int) -> tuple[int, int]:
    """Return the middle of an island's name, and its foot: on the island where the name covers no place, else below."""
    across, down = [x - west for x, _ in coast.points], [north - y for _, y in coast.points]
    middle = (min(across) + max(across)) // 2
    foot, half = (min(down) + max(down)) // 2 + 12, max(map(len, (coast.name or {}).values()), default=0) * LETTER // 2
    covers = any(abs(place.x - middle) < half and foot - LINE < place.y < foot + LINE // 3 for place in places)
    return middle, max(down) + LINE if covers or max(down) - min(down) < LOW else foot
