"""Source lines of sentences: the file and line from which a sentence of a drawn page comes."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from guide.facts.load.source_files import files_below
from guide.facts.load.text_file import text_of
from guide.pages.routes import Page

_PIECE = re.compile(r"[^\d{}()\"'“”]{6,}")


class Spots:
    """Finds words in `docs/` and `data/` below `root`."""

    def __init__(self, root: Path):
        self.root = root

    @cached_property
    def files(self) -> dict[str, list[str]]:
        """Return the lines of every file that people write words in."""
        paths = [*files_below(self.root / "data", ".yml"), *files_below(self.root / "docs", ".md")]
        return {path.relative_to(self.root).as_posix(): text_of(path).split("\n") for path in paths}

    def of(self, page: Page, language: str, snippet: str) -> str:
        """Return `file:line` of the words; of the page's source where they stand in no file (templates, catalogs)."""
        own = page.prose[language].file if page.prose else page.source
        pieces = sorted((piece.strip() for piece in _PIECE.findall(snippet)), key=len, reverse=True)
        begin = page.record.place.spot()[0] if page.record is not None else 1
        for piece in pieces[:2]:
            for name in (own, *self.files):
                for number, line in enumerate(self.files.get(name, ()), 1):
                    if piece[:28] in line and (name != own or number >= begin):
                        return f"{name}:{number}"
        return f"{own}:{begin}"
