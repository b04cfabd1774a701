"""Ask the search of the built site every question of a folder: the score by theme, and which answers changed.

Of the sets that are held out only the score is told, so that nobody tunes on them.
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.assets.disk_cache import store, stored
from guide.checks.asking import measure, scores
from guide.cli import run_command

ROOT = Path(__file__).resolve().parents[1]
LAST = ROOT / ".build" / "ask.json"


def main() -> int:
    """Print scores, wrong answers and changes; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, help="the folder of the questions, and of ask.js, which asks them")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="the built site")
    options = parser.parse_args()
    if not (options.site / "cari").is_dir():
        print("the site is not built yet: make site", file=sys.stderr)
        return 1
    verdicts = measure(options.site, options.sets)
    for theme, score in scores(verdicts).items():
        shares = (100 * score.right / score.count, 100 * score.three / score.count)
        print(f"{theme:28} {score.count:4}  right {shares[0]:5.1f} %  among three {shares[1]:5.1f} %")
        for wrong in () if "held-out" in theme else score.wrong:
            print(f"    {wrong.case.text} → {wrong.said}")
    _tell_changes(
        {f"{one.case.theme} | {one.case.text}": one.said for one in verdicts if "held-out" not in one.case.theme}
    )
    return 0


def _tell_changes(answers: dict[str, str]) -> None:
    """Print which answers differ from those of the last run, and keep these for the next."""
    before = json.loads(stored(LAST) or "null") or answers
    for text in sorted(text for text in answers if before.get(text, "") != answers[text]):
        print(f"changed: {text}: {before.get(text, '')} → {answers[text]}")
    store(LAST, json.dumps(answers, ensure_ascii=False).encode())


if __name__ == "__main__":
    run_command(main)
