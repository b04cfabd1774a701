"""Pages that people wrote: a head in YAML between two lines of ---, and a body in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from guide.load.advice import mistakes_of
from guide.load.tree import placed, tree
from guide.mistakes import DataError, Mistake, N_
from guide.model.words import Prose


class ProseFile(NamedTuple):
    """One page that people wrote, in one language: where it stands, its head, and its Markdown."""

    file: str
    head: Prose
    body: str


def read_prose(folder: Path, languages: Iterable[str]) -> dict[str, dict[str, ProseFile]]:
    """Every `docs/<language>/**.md`, by language and page path (`biaya/`). Raises DataError with all mistakes."""
    mistakes: list[Mistake] = []
    found: dict[str, dict[str, ProseFile]] = {language: {} for language in languages}
    for language in found:
        for path in sorted((folder / language).rglob("*.md")):
            below = path.relative_to(folder / language).with_suffix("").as_posix()
            name = "" if below == "index" else f"{below.removesuffix('/index')}/"
            file = f"{folder.name}/{language}/{path.relative_to(folder / language).as_posix()}"
            try:
                found[language][name] = _prose(file, path.read_text("utf-8"))
            except DataError as error:
                mistakes.extend(error.mistakes)
    if mistakes:
        raise DataError(mistakes)
    return found


def _prose(file: str, text: str) -> ProseFile:
    parts = re.split(r"^---\n", text, maxsplit=2, flags=re.M)
    if len(parts) != 3 or parts[0]:
        raise DataError([Mistake(file, 1, 1, "", N_("begin the page with its head between two lines of ---"))])
    head = tree(file, f"\n{parts[1]}")
    if head.mistakes:
        raise DataError(head.mistakes)
    try:
        found = Prose.model_validate(placed(head.value, file, (), head.spots))
    except ValidationError as error:
        raise DataError(mistakes_of(error, Prose, head.value, file, head.spots)) from None
    return ProseFile(file, found, parts[2])
