"""What the words of a title mean: names of inputs and roles, and the words around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guide.estimator.inputs import NAMES
from guide.facts.model.lists import Column


class TitleWords:
    """Knows titles, as `normal` writes them, by the names of `columns`."""

    def __init__(self, columns: Sequence[Column]):
        self.columns = columns
        self.sure = {name: name for name in NAMES} | {name: c.input for c in columns for name in c.names}
        self.weaker = {name: c.input for c in columns for name in c.weaker}
        self.units = {c.input: {word: unit for unit, words in c.counted.items() for word in words} for c in columns}
        self.spoken: dict[str, tuple[str, bool]] = {}

    def role(self, name: str) -> str:
        """Return the role of a title, or an empty string."""
        return self.sure.get(name) or self.weaker.get(name) or self._spoken(name)[0]

    def is_sure(self, name: str, role: str) -> bool:
        """Tell whether a title means a role whatever the other columns are."""
        if name in self.sure or name in self.weaker:
            return self.sure.get(name) == role
        return self._spoken(name) == (role, True)

    def unit(self, name: str, role: str) -> str:
        """Return the word that says in what the cells of a column count, or nothing."""
        units = self.units.get(role, {})
        return next((units[word] for word in name.split("_") if word in units), "")

    def _spoken(self, name: str) -> tuple[str, bool]:
        """Return the role of a title of several words, and whether that is sure."""
        if name not in self.spoken:
            words = name.split("_") if "_" in name else []
            sure = self._between(words, self.sure)
            self.spoken[name] = (sure or self._between(words, {**self.weaker, **self.sure}), bool(sure))
        return self.spoken[name]

    def _between(self, words: Sequence[str], table: Mapping[str, str]) -> str:
        """Return the role of which only a name, or several of its names, stand between the words around it."""
        for column in self.columns:
            role = column.input
            rest = [word for word in words if word not in column.around and word not in self.units[role]]
            if rest and (table.get("_".join(rest)) == role or all(table.get(word) == role for word in rest)):
                return role
        return ""
