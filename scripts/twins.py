"""Say that words were compared with the first language's: `twins.py docs/en/biaya.md data/heirs.yml …`, or `--all`.

`make check` warns of a page or record whose twin in the first language changed after that. Each language keeps what its
pages were compared with in docs/<language>.sources.txt, and records in docs/<language>.facts.txt.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.checks import twins
from guide.cli import run_command
from guide.facts.facts import Facts
from guide.facts.load import load, read, read_prose
from guide.facts.load.front_matter import WrittenPages

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"


def main() -> int:
    """Record the pages named; return the exit code."""
    named = {Path(name).resolve() for name in sys.argv[1:] if name != "--all"}
    if len(sys.argv) < 2 or "--help" in sys.argv:
        raise SystemExit(__doc__)
    facts = load(read(ROOT / "data"))
    prose = read_prose(DOCS, facts.languages, facts.partial)
    others = facts.languages[1:]
    files = {ROOT / file.file for language in others for file in prose[language].values()}
    files |= set((ROOT / "data").rglob("*.yml"))
    if missing := sorted(named - {path.resolve() for path in files}):
        raise SystemExit(f"{missing[0]}: no page of another language than the first, and no file of data")
    for language in others:
        _pages(prose, language, named)
        _records(facts, language, named)
    return 0


def _asked(file: str, named: set[Path]) -> bool:
    return "--all" in sys.argv or (ROOT / file).resolve() in named


def _pages(prose: WrittenPages, language: str, named: set[Path]) -> None:
    """Keep which text each page that is named was compared with."""
    first, path = next(iter(prose)), twins.sources_of(DOCS, language)
    there = {path or "/" for path in prose[language]}
    compared = {page: mark for page, mark in twins.recorded(path).items() if page in there}
    for page, file in prose[language].items():
        if page in prose[first] and _asked(file.file, named):
            compared[page or "/"] = twins.fingerprint(prose[first][page])
    path.write_text(twins.as_lines(compared), "utf-8")


def _records(facts: Facts, language: str, named: set[Path]) -> None:
    """Keep which words each record that is named was compared with; of every new one, those of today."""
    path = twins.facts_of(DOCS, language)
    before = twins.recorded(path)
    compared = {
        name: mark if _asked(record.place.file, named) else before.get(name, mark)
        for name, record, mark in twins.fingerprints(facts, language)
    }
    path.write_text(twins.as_lines(compared), "utf-8")


if __name__ == "__main__":
    run_command(main)
