"""Offices and partners by region, and a map of regions in whole numbers, spread so that a phone can show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import combinations
from math import isqrt

from guide.facts.facts import Facts
from guide.facts.model.places import Coverage, Partner, Region

STRETCH = Decimal("1.7")
"""How much longer the map is from north to south than the land."""
FINE = 16
"""Parts of a unit in which points are moved."""


@dataclass(frozen=True)
class Place:
    """One region on the map: its number, its point, how large its land is drawn, who is there.

    `seat`: an office stands there. `partners`: how many partners name the region as theirs.
    """

    number: int
    region: Region
    x: int
    y: int
    land: int
    seat: bool
    partners: int


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
        self._below, self._partners, self._figures = below, partners, figures
        self.places = cache(self._places)

    def below(self, code: str) -> list[Region]:
        """Return the regencies and cities of a province."""
        return self._below.get(code, [])

    def partners(self, code: str) -> list[Partner]:
        """Return the partners that stand in a region or serve it."""
        return self._partners.get(code, [])

    def figures(self, code: str) -> list[Coverage]:
        """Return the figures that were published about a region."""
        return self._figures.get(code, [])

    def _places(self, code: str, width: int, apart: int) -> list[Place]:
        """Return the regencies of a province, west to east, on a map `width` wide, moved at least about `apart`."""
        found = [region for region in self.below(code) if region.latitude and region.longitude]
        found.sort(key=lambda region: (Decimal(region.longitude or 0), region.id))
        points = _spread([_degrees(region) for region in found], width, apart)
        cities = {office.city for office in self.offices.values() if office.kind == "branch"}
        return [
            Place(
                number,
                region,
                x,
                y,
                isqrt(int(Decimal(region.area_km2))) * width // 1500,
                not cities.isdisjoint(_called(region)),
                len(self.partners(region.id)),
            )
            for number, (region, (x, y)) in enumerate(zip(found, points, strict=True), 1)
        ]

    def seats(self, places: Sequence[Place]) -> list[tuple[int, int, int, int]]:
        """Return a line from each place to the seat of the office that serves it."""
        named = {name: place for place in reversed(places) for name in _called(place.region)}
        lines = []
        for place in places:
            office = self.offices.get(place.region.office or "")
            seat = named.get(office.city) if office else None
            if seat and seat is not place:
                lines.append((place.x, place.y, seat.x, seat.y))
        return lines


def _called(region: Region) -> tuple[str, ...]:
    """Return the names of a region and its capital: an office of such a city stands in it."""
    return (region.capital, *region.name.values())


def _degrees(region: Region) -> tuple[Decimal, Decimal]:
    """Return east and south; south is drawn longer than it is, so that islands keep apart on a narrow screen."""
    return Decimal(region.longitude or 0), Decimal(region.latitude or 0) * -STRETCH


def _spread(points: Sequence[tuple[Decimal, Decimal]], width: int, apart: int) -> list[tuple[int, int]]:
    """Return points on a map with a margin of `apart`, at least about `apart` from each other, in whole numbers."""
    if not points:
        return []
    west, north = min(x for x, _ in points), min(y for _, y in points)
    scale = Decimal(width - 2 * apart) / ((max(x for x, _ in points) - west) or 1) * FINE
    spots = [[int((x - west) * scale), int((y - north) * scale)] for x, y in points]
    for _ in range(200):
        moved = [_push(one, other, apart * FINE) for one, other in combinations(spots, 2)]
        for spot in spots:
            spot[0] = min(max(spot[0], 0), (width - 2 * apart) * FINE)
        if not any(moved):
            break
    top = min(y for _, y in spots)
    return [(x // FINE + apart, (y - top) // FINE + apart) for x, y in spots]


def _push(one: list[int], other: list[int], apart: int) -> bool:
    """Move two spots away from each other, half the way each, if they are nearer than `apart`."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    far = isqrt(dx * dx + dy * dy)
    if far >= apart:
        return False
    push = (apart - far) // 2 + 1
    sx, sy = (dx * push // far, dy * push // far) if far else (push, 0)
    one[0], one[1], other[0], other[1] = one[0] - sx, one[1] - sy, other[0] + sx, other[1] + sy
    return True
