"""Read all of data/ and docs/ and say every mistake with its line and what to write instead.

Exits 1 if anything is wrong. What is due for review is a warning; with STRICT=1 it counts as wrong.
"""

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide import checks
from guide.clock import today_from
from guide.language.catalogs import translator
from guide.load import load, read, read_prose
from guide.mistakes import DataError

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", default=os.environ.get("LANG", "en")[:2], help="id or en")
    options, _ = parser.parse_known_args()
    gettext = translator(ROOT / "overrides" / "locales", options.language)
    try:
        facts = load(read(ROOT / "data"))
        prose = read_prose(ROOT / "docs", facts.languages)
        found = sorted(checks.find(facts, prose, today_from(os.environ)))
    except DataError as error:
        found = error.mistakes
    for mistake in found:
        print(f"{mistake.text(gettext)}{' [' + gettext('warning') + ']' if mistake.warning else ''}")
    wrong = [m for m in found if not m.warning or os.environ.get("STRICT") == "1"]
    if not wrong:
        print(gettext("data/ is sound"))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
