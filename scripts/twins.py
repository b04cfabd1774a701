"""Say that pages were compared with those of the first language: `twins.py docs/en/biaya.md …`, or `--all`.

`make check` warns of a page whose twin in the first language changed after that. Each language keeps what its pages
were compared with in docs/<language>.sources.txt.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.checks import twins
from guide.cli import run_command
from guide.facts.load import load, read, read_prose

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"


def main() -> int:
    """Record the pages named; return the exit code."""
    named = {Path(name).resolve() for name in sys.argv[1:] if name != "--all"}
    if len(sys.argv) < 2 or "--help" in sys.argv:
        raise SystemExit(__doc__)
    facts = load(read(ROOT / "data"))
    prose = read_prose(DOCS, facts.languages, facts.partial)
    first, *others = prose
    known = {ROOT / file.file for language in others for file in prose[language].values()}
    if missing := sorted(named - {path.resolve() for path in known}):
        raise SystemExit(f"{missing[0]}: no page of another language than the first")
    for language in others:
        there = {path or "/" for path in prose[language]}
        compared = {path: mark for path, mark in twins.recorded(DOCS, language).items() if path in there}
        for path, file in prose[language].items():
            if path in prose[first] and ("--all" in sys.argv or (ROOT / file.file).resolve() in named):
                compared[path or "/"] = twins.fingerprint(prose[first][path])
        twins.sources_of(DOCS, language).write_text(twins.as_lines(compared), "utf-8")
    return 0


if __name__ == "__main__":
    run_command(main)
