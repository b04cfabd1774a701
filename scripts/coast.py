"""Write the points of data/coast.yml from Natural Earth's countries at 1:10m: `coast.py countries-10m.json`.

The file is the one of the npm package world-atlas 2.0.2 (TopoJSON of Natural Earth 4.1.0, public domain). Islands are
simplified by Visvalingam's method; points are whole hundredths of a degree, east and north. Names stay to be written.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

WEST, EAST, SOUTH, NORTH = 118.8, 125.3, -11.1, -7.9
HOME, NEIGHBOUR = "360", "626"
SMALLEST, LEAST = 0.006, 0.0016
"""Islands that are drawn and triangles that are kept, in square degrees."""

Point = tuple[float, float]


def main() -> int:
    """Print the islands, those of the country first."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    (east, north), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [[(x * east + west, y * north + south) for x, y in walked(arc)] for arc in topology["arcs"]]
    for country in topology["objects"]["countries"]["geometries"]:
        if str(country.get("id")) in (HOME, NEIGHBOUR):
            for polygon in country["arcs"]:
                ring = joined(arcs, polygon[0])
                if inside(ring) and abs(area(ring)) >= SMALLEST:
                    points = [[round(100 * x), round(100 * y)] for x, y in simplified(ring)]
                    print(f"- {{home: {str(str(country['id']) == HOME).lower()}, points: {points}}}")
    return 0


def walked(arc: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return the points of an arc, which holds the steps between them."""
    x = y = 0
    points = []
    for east, north in arc:
        x, y = x + east, y + north
        points.append((x, y))
    return points


def joined(arcs: Sequence[Sequence[Point]], indices: Sequence[int]) -> list[Point]:
    """Return a ring of arcs; a negative index is an arc walked backwards."""
    ring: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def inside(ring: Sequence[Point]) -> bool:
    """Return whether an island lies on the map, or begins there."""
    middle = (min(x for x, _ in ring) + max(x for x, _ in ring)) / 2
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    return WEST < middle < EAST + 1 and south > SOUTH and north < NORTH


def area(ring: Sequence[Point]) -> float:
    """Return the area of a ring; its sign says in which direction it runs."""
    return sum(a * d - c * b for (a, b), (c, d) in pairwise(ring)) / 2


def simplified(ring: Sequence[Point]) -> list[Point]:
    """Return the ring without the points whose triangles with their neighbours are the smallest."""
    points = list(ring)
    while len(points) > 5:
        sizes = [abs(area([a, b, c, a])) for a, b, c in zip(points, points[1:], points[2:], strict=False)]
        smallest = min(range(len(sizes)), key=sizes.__getitem__)
        if sizes[smallest] > LEAST:
            break
        del points[smallest + 1]
    return points[:-1]


if __name__ == "__main__":
    sys.exit(main())
