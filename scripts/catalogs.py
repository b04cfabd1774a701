"""Bring the message catalogs up to date with templates and code, and name the sentences still to translate.

Exits 1 while there are any.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.i18n.catalogs import update
from guide.cli import run_command

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Update the catalogs of the languages named; return the exit code."""
    languages = sys.argv[1:] or sorted(path.name for path in (ROOT / "overrides" / "locales").iterdir())
    missing = [f"{language} {sentence}" for language in languages for sentence in update(ROOT, language)]
    print(*missing, sep="\n", end="\n" if missing else "")
    return bool(missing)


if __name__ == "__main__":
    run_command(main)
