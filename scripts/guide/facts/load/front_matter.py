"""Pages that people wrote: a head in YAML between two lines of ---, and a body in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from guide.facts.diagnostics import N_, DataError, Mistake
from guide.facts.fallback import lent
from guide.facts.load.pydantic_errors import mistakes_of
from guide.facts.load.source_files import files_below
from guide.facts.load.text_file import flaws, spot_of, text_of
from guide.facts.load.yaml_tree import placed, tree
from guide.facts.model.content import Prose


class ProseFile(NamedTuple):
    """One page that people wrote, in one language: its file, its head, its Markdown, and the line that begins on.

    `lent`: nobody wrote it in this language; it is the first language's.
    """

    file: str
    head: Prose
    body: str
    first: int = 1
    lent: bool = False

    def mistake(self, at: int, message: str, **values: object) -> Mistake:
        """Return a mistake in the Markdown, `at` letters after its beginning."""
        line = self.first + self.body.count("\n", 0, at)
        return Mistake(self.file, line, at - self.body.rfind("\n", 0, at), "", message, values)


_UNWIELDY = re.compile(r"(?:\A|(?<=\n\n))(?:[^\n]|\n(?!\n)){3001}|^[ >\t]{41}", re.M)
"""What takes Markdown long, or more depth than there is: a paragraph of thousands of letters, a list within forty."""
PART = re.compile(r"^\{part:([a-z-]+)((?: [\w.-]+)*)\}$", re.M)
"""A line that asks for a piece drawn from data: its name and its arguments, each after one blank."""
WrittenPages = Mapping[str, Mapping[str, ProseFile]]
"""Written pages of each language, by their paths."""


def read_prose(folder: Path, languages: Iterable[str], partial: Iterable[str] = ()) -> dict[str, dict[str, ProseFile]]:
    """Read every `docs/<language>/**.md`, by language and page path (`biaya/`). Raises DataError with all mistakes.

    What `partial` languages lack is lent by the first one.
    """
    paths = [path for language in languages for path in files_below(folder / language, ".md")]
    texts = {f"{folder.name}/{path.relative_to(folder).as_posix()}": text_of(path, None) for path in paths}
    return prose_of(texts, languages, partial)


def prose_of(
    texts: Mapping[str, str], languages: Iterable[str], partial: Iterable[str] = ()
) -> dict[str, dict[str, ProseFile]]:
    """Return the written pages of each language from texts with names such as `docs/id/biaya.md`."""
    mistakes: list[Mistake] = []
    found: dict[str, dict[str, ProseFile]] = {language: {} for language in languages}
    for file, text in texts.items():
        _, language, *below = Path(file).with_suffix("").parts
        below = below[:-1] if below[-1] == "index" else below
        try:
            found[language]["".join(f"{part}/" for part in below)] = _prose(file, text)
        except DataError as error:
            mistakes.extend(error.mistakes)
    if mistakes:
        raise DataError(mistakes)
    first = next(iter(found.values()), {})
    for language in partial:
        found[language] = {path: found[language].get(path) or _lent(file) for path, file in first.items()}
    return found


def _lent(file: ProseFile) -> ProseFile:
    head = file.head
    words = {name: lent(getattr(head, name)) for name in ("title", "description", "message")}
    button = head.next.model_copy(update={"words": lent(head.next.words)})
    return file._replace(head=head.model_copy(update={**words, "next": button}), lent=True)


def _prose(file: str, text: str) -> ProseFile:
    if wrong := flaws(file, text):
        raise DataError(wrong)
    if match := _UNWIELDY.search(text):
        message = N_("this is too much without a blank line, or too deep: write short paragraphs and plain lists")
        raise DataError([Mistake(file, *spot_of(text, match.start()), "", message)])
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
    return ProseFile(file, found, parts[2], parts[1].count("\n") + 3)
