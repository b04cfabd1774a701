"""Pages and records whose first language changed after the others were compared with it.

`docs/<language>.sources.txt` keeps, for each page of a language, the fingerprint of the text that it was compared with;
`docs/<language>.facts.txt` for each record the fingerprints of both its languages, since they stand side by side.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from guide.facts.diagnostics import N_, Mistake
from guide.facts.facts import Facts
from guide.facts.load.front_matter import ProseFile, WrittenPages
from guide.facts.model.nesting import below, texts
from guide.facts.model.record import Model

LETTERS = 12
"""Of a fingerprint."""
CHANGED = N_("the page in the first language has changed: compare both, then run scripts/twins.py {file}")

RECORD = N_(
    "the words in the first language have changed, and their twins not: compare both, then run scripts/twins.py {file}"
)


def fingerprint(file: ProseFile) -> str:
    """Return what stands for the words of a page: its head and its Markdown."""
    head = file.head
    words = "\0".join((head.title, head.description, head.message, head.next.words, file.body))
    return _mark(words)


def _mark(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:LETTERS]


def sources_of(docs: Path, language: str) -> Path:
    """Return where the fingerprints for a language are kept."""
    return docs / f"{language}.sources.txt"


def facts_of(docs: Path, language: str) -> Path:
    """Return where the fingerprints of records are kept."""
    return docs / f"{language}.facts.txt"


def recorded(path: Path) -> dict[str, str]:
    """Return the fingerprints that such a file keeps, by the paths of pages or the names of records."""
    lines = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    return dict(line.rsplit(" ", 1) for line in lines if " " in line)


def as_lines(compared: Mapping[str, str]) -> str:
    """Return fingerprints as the file keeps them, a page a line; the first page is `/`."""
    return "".join(f"{path} {mark}\n" for path, mark in sorted(compared.items()))


def twins_follow_their_source(docs: Path, prose: WrittenPages) -> Iterator[Mistake]:
    """Warn of each page that was not compared with the first language's page of today."""
    first, *others = prose
    for language in others:
        compared = recorded(sources_of(docs, language))
        for path, file in prose[language].items():
            source = prose[first].get(path)
            if source and not file.lent and compared.get(path or "/") != fingerprint(source):
                yield Mistake(file.file, 1, 1, "", CHANGED, {"file": file.file}, warning=True)


def fingerprints(facts: Facts, language: str) -> Iterator[tuple[str, Model, str]]:
    """Yield each record with a name and words: its name, itself, the fingerprints of its words in both languages."""
    for collection, records in facts.records.items():
        for record in records:
            name = getattr(record, "id", "") or getattr(record, "effective", "")
            words = [text for inner in below(record) for _, text in texts(inner)]
            if words and (name or len(records) == 1):
                marks = (
                    _mark("\0".join(text.get(tongue, "") for text in words))
                    for tongue in (facts.languages[0], language)
                )
                yield f"{collection}.{name}", record, "-".join(marks)


def records_follow_their_source(docs: Path, facts: Facts) -> Iterator[Mistake]:
    """Warn of each record whose words in the first language changed while its twins stayed; not of new records."""
    for language in set(facts.languages[1:]) - set(facts.partial):
        compared = recorded(facts_of(docs, language))
        for name, record, mark in fingerprints(facts, language):
            (source, _, twin), (then, _, before) = mark.partition("-"), compared.get(name, mark).partition("-")
            if source != then and twin == before:
                file = record.place.file
                yield Mistake(file, *record.place.spot(), "", RECORD, {"file": file}, warning=True)
