"""Say how plain the words of every page are: a table of scores, then what to mend, with file and line.

Below a page's scores stand its rarest words, each with how common it is (0 for never met, 7 for the commonest), where
wordfreq is installed.
"""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.checks.plain_language import Manner, Reading, findings
from guide.checks.readability import counted
from guide.checks.source_lines import Spots
from guide.cli import run_command, today_from
from guide.facts.diagnostics import DataError
from guide.i18n.catalogs import translator
from guide.website.site_builder import open_site_builder

try:
    from wordfreq import zipf_frequency
except ImportError:
    zipf_frequency = None

ROOT = Path(__file__).resolve().parents[1]
RAREST = 20
"""Words of a page that its writer should look at."""
HEAD = "{:2} {:34} {:>5} {:>5} {:>4} {:>5} {:>5} {:>5} {:>2} {:>4}  {}"


def main() -> int:
    """Print the scores and the findings of every page; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", nargs="*", help="only pages whose path begins like this")
    options = parser.parse_args()
    gettext = translator(ROOT / "overrides" / "locales", os.environ.get("LANG", "en")[:2])
    try:
        builder = open_site_builder(ROOT, "id", today_from(os.environ))
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    if not zipf_frequency:
        print("the rarest words of each page are told once `make .venv/.words` has installed wordfreq")
    spots, wrong = Spots(ROOT), []
    print(HEAD.format("", "page", "grade", "mean", "max", "hard%", "noun%", "words", "h2", "list", "short forms"))
    for language in builder.renderer.site.languages.values():
        manner = Manner(builder.renderer.site.facts, language.id)
        for page in builder.pages:
            if options.pages and not page.path.startswith(tuple(options.pages)):
                continue
            reading = Reading(page.path, builder.renderer.render(page, language), manner)
            if manner.measure:
                print(HEAD.format(*row(language.id, reading)))
                if zipf_frequency:
                    print("  ", *rarest(language.id, reading.text))
            wrong += [(spots.of(page, language.id, f.snippet), page.path, language.id, f) for f in findings(reading)]
    for place, path, name, finding in wrong:
        message = gettext(finding.message).format(**finding.values)
        print(f"{place}: {message} [{name}/{path} {finding.rule}] {finding.snippet[:70]}")
    return bool(wrong)


def rarest(language: str, texts: Iterable[str]) -> list[str]:
    """Return the rarest words of a page in its language, the rarest first, each with how common it is.

    Names, which begin with a large letter, are left out, and words that are cut by a hyphen or hold digits.
    """
    said = {word for text in texts for word in counted(text, ()) if word.isalpha() and word.islower()}
    known = sorted((zipf_frequency(word, language), word) for word in said)
    return [f"{word} {common:.1f}" for common, word in known[:RAREST]]


def row(language, reading):
    """Return one line of the table."""
    found, lists = reading.score, reading.article
    longest = max((n for k, n in lists.lists.items() if k not in lists.menus), default=0)
    numbers = (
        f"{found.grade:.1f}",
        f"{found.mean:.1f}",
        found.longest,
        f"{found.hard * 100:.1f}",
        f"{found.nouns * 100:.1f}",
    )
    sections = sum(block.tag == "h2" for block in lists.blocks)
    return (
        language,
        reading.path or "/",
        *numbers,
        found.words,
        sections,
        longest,
        " ".join(sorted(reading.short_forms)),
    )


if __name__ == "__main__":
    run_command(main)
