"""What a file says twice stands in it once; the other place leads there."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_BLOCK = re.compile(r"<(ul|details|table)\b[^>]*>(?:(?!<\1\b).)*?</\1>", re.S)
_LONG = 400
"""Bytes from which a block is worth a link."""


def said_once(sections: Mapping[str, str], titles: Mapping[str, str], main: Collection[str]) -> dict[str, str]:
    """The sections without the long lists, folds and tables that a main section (`main`: ids) before them has."""
    first: dict[str, str] = {}

    def shown(here: str, block: str) -> str:
        where = first.get(block, here)
        if here in main and len(block) >= _LONG:
            where = first.setdefault(block, here)
        return block if where == here else f'<p><a href="#{where}">→ {titles[where]}</a></p>'

    return {id: _BLOCK.sub(lambda found, id=id: shown(id, found[0]), words) for id, words in sections.items()}
