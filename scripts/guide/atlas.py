"""A map of regions in whole numbers, roughly where they lie and far enough apart to be read on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from math import isqrt

from guide.model.places import Office, Partner, Region

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


def places(
    regions: Iterable[Region], offices: Iterable[Office], partners: Iterable[Partner], width: int, apart: int
) -> list[Place]:
    """Regions that have a point, west to east, on a map of that width; points too close are moved `apart`."""
    found = sorted((r for r in regions if r.latitude and r.longitude), key=lambda r: (Decimal(r.longitude or 0), r.id))
    branches = [office for office in offices if office.publish and office.kind == "branch"]
    points = _spread([_degrees(region) for region in found], width, apart)
    here = list(partners)
    return [
        Place(
            number,
            region,
            x,
            y,
            isqrt(int(Decimal(region.area_km2))) * width // 1500,
            any(stands_in(office, region) for office in branches),
            sum(region.id == partner.region or region.id in partner.serves for partner in here),
        )
        for number, (region, (x, y)) in enumerate(zip(found, points, strict=True), 1)
    ]


def stands_in(office: Office, region: Region) -> bool:
    """Whether an office stands in the region: its city is the capital, or the region itself."""
    return office.city in (region.capital, *region.name.values())


def seats(found: Sequence[Place], offices: Mapping[str, Office]) -> list[tuple[int, int, int, int]]:
    """A line from each region to the seat of the office that serves it."""
    lines = []
    for place in found:
        office = offices.get(place.region.office or "")
        seat = next((seat for seat in found if office and stands_in(office, seat.region)), None)
        if seat and seat is not place:
            lines.append((place.x, place.y, seat.x, seat.y))
    return lines


def _degrees(region: Region) -> tuple[Decimal, Decimal]:
    """East and south; south is drawn longer than it is, so that islands keep apart on a narrow screen."""
    return Decimal(region.longitude or 0), Decimal(region.latitude or 0) * -STRETCH


def _spread(points: Sequence[tuple[Decimal, Decimal]], width: int, apart: int) -> list[tuple[int, int]]:
    """Points on a map with a margin of `apart`, at least about `apart` from each other. Whole numbers all the way."""
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
