"""A new partner: asks what is needed, checks it, and writes data/partners/<id>.yml and its short address.

  new_partner.py                                asks every question
  new_partner.py --id sinar --name.id Sinar …   takes these answers and asks the rest

Nothing is written unless `make check` would be content. AS_OF=YYYY-MM-DD sets the day of today.
"""

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide import checks
from guide.cli import today_from
from guide.facts.new_partner import as_yaml, issued, names, permalink
from guide.i18n.catalogs import translator
from guide.facts.load import load, read, read_prose
from guide.facts.diagnostics import DataError, N_
from guide.website.atomic_folder import write_all
from guide.cli import run_command
from guide.i18n.labels import KNOWN

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Ask for the answers, then write the partner and its short address; return the exit code."""
    today, data = today_from(os.environ), read(ROOT / "data")
    facts = load(data)
    language = os.environ.get("LANG", "en")[:2]
    gettext = translator(ROOT / "overrides" / "locales", language)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, field, _ in names(facts.languages):
        parser.add_argument(f"--{name}", help=field.question)
    given = {name: value for name, value in vars(parser.parse_args()).items() if value is not None}
    answers = {**given, **_asked(facts, given, gettext)}
    path = f"partners/{answers['id']}.yml"
    if path in data:
        print(gettext(N_("there is already a partner {bad}; choose another id")).format(bad=answers["id"]))
        return 1
    new = {
        path: as_yaml(answers, facts.languages, today),
        "permalinks.yml": data["permalinks.yml"].rstrip("\n") + "\n" + permalink(answers, today),
        "permalinks-issued.yml": issued(data["permalinks-issued.yml"], facts.issued_codes[0].codes, answers),
    }
    try:
        after = load({**data, **new})
        wrong = [
            m
            for m in checks.find(after, read_prose(ROOT / "docs", facts.languages, facts.partial), today)
            if not m.warning
        ]
    except DataError as error:
        wrong = error.mistakes
    if wrong:
        print(*(mistake.text(gettext) for mistake in wrong), sep="\n")
        print(gettext(N_("nothing was written")))
        return 1
    write_all(ROOT / "data", new)
    print(*(f"data/{name}" for name in new), sep="\n")
    return 0


def _asked(facts, given, gettext):
    """Ask for the answers that the command line did not give."""
    found = {}
    known = {"choice": ", ".join(KNOWN["partner"]), "region": _regions(facts), "regions": _regions(facts)}
    for name, field, language in names(facts.languages):
        if name in given:
            continue
        listed = f"\n  {known[field.kind]}\n " if field.kind in known else ""
        found[name] = input(f"{gettext(field.question)}{f' [{language}]' if language else ''}:{listed} ").strip()
    return found


def _regions(facts):
    return ", ".join(f"{region.id} {region.capital}" for region in facts.regions)


if __name__ == "__main__":
    try:
        run_command(main)
    except (EOFError, KeyboardInterrupt):
        sys.exit(1)
