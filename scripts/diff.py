"""Differences that readers would see between two sides: figures of pages, estimates and printed examples.

  diff.py                              what the edits since the last commit change
  diff.py 2026-11-22 2027-01-15        two days, by the facts as they are now
  diff.py main HEAD                    two commits, both seen today
  diff.py v1@2027-01-15 2027-01-15     a commit seen on a day, and the facts as they are now on that day

A side is a day, a commit, or both with @; `now` is the folder as it is. --language says which language's pages to read.
"""

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.checks.differences import Side, answered, shown
from guide.cli import run_command, today_from
from guide.facts.diagnostics import N_, DataError
from guide.i18n.catalogs import translator

ROOT = Path(__file__).resolve().parents[1]
FEW = 4
"""Pages named beside a figure; the others are counted."""


def main() -> int:
    """Print what differs between two sides; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", nargs="?", default="HEAD")
    parser.add_argument("after", nargs="?", default="now")
    parser.add_argument("--language", default=os.environ.get("LANG", "en")[:2], help="id or en")
    options = parser.parse_args()
    gettext = translator(ROOT / "overrides" / "locales", options.language)
    with tempfile.TemporaryDirectory() as folder:
        try:
            before, after = side(options.before, Path(folder, "1")), side(options.after, Path(folder, "2"))
            report(before, after, options.language, gettext)
        except DataError as error:
            print(*(mistake.text(gettext) for mistake in error.mistakes), sep="\n", file=sys.stderr)
            return 1
    return 0


def side(text: str, folder: Path) -> Side:
    """Return one side from the text typed: a day, a commit, `commit@day`, or `now`."""
    day = re.search(r"(\d{4}-\d\d-\d\d)?$", text)[0]  # type: ignore[index]
    name = text.removesuffix(day).removesuffix("@")
    today = today_from({"AS_OF": day} if day else os.environ)
    if name in ("", "now"):
        return Side(ROOT, today, ROOT / "overrides")
    if not shutil.which("git"):
        raise SystemExit("git is missing, which knows what the files were before: apt-get install git")
    command = ["git", "-C", str(ROOT), "archive", "--format=zip", "--end-of-options", name, "data", "docs"]
    done = subprocess.run(command, capture_output=True)
    if done.returncode:
        raise SystemExit(done.stderr.decode("utf-8", "replace").strip())
    with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
        archive.extractall(folder)
    return Side(folder, today, ROOT / "overrides")


def report(before: Side, after: Side, language: str, gettext) -> None:
    """Print what differs: figures with their pages, then estimates and examples, then pages that cannot be drawn."""
    (one, failed), (other, also) = before.figures(language), after.figures(language)
    figures = list(shown(one, other))
    answers = list(answered(before.answers(), after.answers(), after.language(language)))
    print(gettext(N_("figures that differ: {count}")).format(count=len(figures)))
    for item in figures:
        more = f" +{len(item.pages) - FEW}" if len(item.pages) > FEW else ""
        where = " ".join(f"/{page}" for page in item.pages[:FEW])
        print(f"  {item.name}: {item.before or '–'} → {item.after or '–'}   {where}{more}")
    print(gettext(N_("amounts of estimates and examples that differ: {count}")).format(count=len(answers)))
    for item in answers:
        print(f"  {item.name}: {item.before or '–'} → {item.after or '–'}")
    for path, why in {**failed, **also}.items():
        print(gettext(N_("/{page} cannot be drawn on one side: {why}")).format(page=path, why=why))


if __name__ == "__main__":
    run_command(main)
