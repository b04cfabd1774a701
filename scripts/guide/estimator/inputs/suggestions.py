"""The known name that somebody probably meant, found in a way simple enough to be the same in the browser."""

from __future__ import annotations

from collections.abc import Iterable


def distance(one: str, other: str) -> int:
    """Return how many letters must be added, left out, replaced or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        above, before, row = before, row, [i + 1]
        for j, wanted in enumerate(other):
            cost = min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != wanted))
            if i and j and letter == other[j - 1] and one[i - 1] == wanted:
                cost = min(cost, above[j - 1] + 1)
            row.append(cost)
    return row[-1]


def closest(word: str, known: Iterable[str]) -> str:
    """Return the first nearest known name within one slip (two for long words), or an empty string."""
    limit, letters = 1 if len(word) < 8 else 2, {*word}
    alike = (name for name in known if abs(len(word) - len(name)) <= limit >= len(letters.difference(name)))
    near = [(distance(word, name), name) for name in alike]
    least, name = min(near, key=lambda pair: pair[0], default=(limit + 1, ""))
    return name if least <= limit else ""
