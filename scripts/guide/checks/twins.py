"""Written pages whose first language changed after the others were compared with it.

`docs/<language>.sources.txt` keeps, for each page of a language, the fingerprint of the text that it was compared with.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from guide.facts.diagnostics import N_, Mistake
from guide.facts.load.front_matter import ProseFile, WrittenPages

LETTERS = 12
"""Of a fingerprint."""
CHANGED = N_("the page in the first language has changed: compare both, then run scripts/twins.py {file}")


def fingerprint(file: ProseFile) -> str:
    """Return what stands for the words of a page: its head and its Markdown."""
    head = file.head
    words = "\0".join((head.title, head.description, head.message, head.next.words, file.body))
    return hashlib.sha256(words.encode()).hexdigest()[:LETTERS]


def sources_of(docs: Path, language: str) -> Path:
    """Return where the fingerprints for a language are kept."""
    return docs / f"{language}.sources.txt"


def recorded(docs: Path, language: str) -> dict[str, str]:
    """Return the fingerprints that pages of a language were compared with, by their paths."""
    path = sources_of(docs, language)
    lines = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    return dict(line.rsplit(" ", 1) for line in lines if " " in line)


def as_lines(compared: Mapping[str, str]) -> str:
    """Return fingerprints as the file keeps them, a page a line; the first page is `/`."""
    return "".join(f"{path} {mark}\n" for path, mark in sorted(compared.items()))


def twins_follow_their_source(docs: Path, prose: WrittenPages) -> Iterator[Mistake]:
    """Warn of each page that was not compared with the first language's page of today."""
    first, *others = prose
    for language in others:
        compared = recorded(docs, language)
        for path, file in prose[language].items():
            source = prose[first].get(path)
            if source and not file.lent and compared.get(path or "/") != fingerprint(source):
                yield Mistake(file.file, 1, 1, "", CHANGED, {"file": file.file}, warning=True)
