"""Read all of data/, docs/ and templates and say every mistake with its line and what to write instead.

Exits 1 if anything is wrong. What is due for review is a warning; with STRICT=1 it counts as wrong.
--explain lists what may be wrong, each with an example: what was written, what belongs there, what is said about it.
With words (`--explain ceiling`, or a message as it was printed) only the examples that have them.
"""

import argparse
import datetime
import os
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide import checks
from guide.checks import drawn
from guide.checks.examples import examples
from guide.cli import run_command, today_from
from guide.facts.diagnostics import DataError, Mistake
from guide.facts.facts import Facts
from guide.facts.load import load, read, read_prose
from guide.facts.load.front_matter import WrittenPages
from guide.i18n.catalogs import translator
from guide.i18n.language import read_languages
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Print every mistake; return 1 if there is one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", default=os.environ.get("LANG", "en")[:2], help="id or en")
    parser.add_argument("--explain", nargs="*", metavar="WORD", help="what may be wrong, with an example each")
    options = parser.parse_args()
    gettext = translator(ROOT / "overrides" / "locales", options.language)
    if options.explain is not None:
        return explain(" ".join(options.explain), gettext)
    try:
        facts = load(read(ROOT / "data"))
        prose = read_prose(ROOT / "docs", facts.languages, facts.partial)
        today = today_from(os.environ)
        found = [*checks.find(facts, prose, today)]
        found += checks.find_in_files(ROOT, facts, prose)
        if not any(not mistake.warning for mistake in found):
            found += _drawn(facts, prose, today)
        found.sort()
    except DataError as error:
        found = error.mistakes
    mild = gettext("warning")
    for mistake in found:
        print(f"{mistake.text(gettext)} [{mild}]" if mistake.warning else mistake.text(gettext))
    wrong = [m for m in found if not m.warning or os.environ.get("STRICT") == "1"]
    if not wrong:
        print(gettext("data/ is sound"))
    return bool(wrong)


def _drawn(facts: Facts, prose: WrittenPages, today: datetime.date) -> Iterator[Mistake]:
    """Yield what the templates cannot draw of sound data."""
    languages = read_languages(facts.site.languages, ROOT / "overrides" / "locales")
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", today)
    yield from drawn.parts_can_be_drawn(renderer)
    yield from drawn.pictures_can_be_drawn(renderer)


def explain(words: str, gettext) -> int:
    """Print the examples that have these words, with what the checks say about each."""
    found = [example for example in examples(gettext) if example.has(words)]
    for example in found:
        print(example.text, end="\n\n")
    if not found:
        print(gettext("no example has these words; leave them out to see all"))
    return not found


if __name__ == "__main__":
    run_command(main)
