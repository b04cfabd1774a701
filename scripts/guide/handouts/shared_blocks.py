"""Shared blocks of a file: a block that would stand twice stands once, and the other place links to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_BLOCK = re.compile(r"<(ul|details|table)\b[^>]*>(?:(?!<\1\b).)*?</\1>", re.S)
_LONG = 400
"""Bytes from which a block is worth a link."""


def said_once(sections: Mapping[str, str], titles: Mapping[str, str], main: Collection[str]) -> dict[str, str]:
    """Return the sections without the long lists, folds and tables that a main section (`main`: ids) has too.

    A block stays where it is most of what is said: in the shortest of these.
    """
    home: dict[str, str] = {}
    for id in sorted(main, key=lambda id: len(sections[id])):
        for found in _BLOCK.finditer(sections[id]):
            if len(found[0]) >= _LONG:
                home.setdefault(found[0], id)

    def shown(here: str, block: str) -> str:
        where = home.get(block, here)
        return block if where == here else f'<p><a class="solo" href="#{where}">→ {titles[where]}</a></p>'

    def told(here: str) -> str:
        return _BLOCK.sub(lambda block: shown(here, block[0]), sections[here])

    return {id: told(id) for id in sections}
