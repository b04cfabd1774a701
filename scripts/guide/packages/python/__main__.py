"""The command `paham-jamsostek`: what is paid and received, with the step and the law of each amount.

  paham-jamsostek --segment bpu --income 1jt [--month 2026-11] [--language id|en] [--json]

All inputs: segment month income programs risk size sector payer age placement contract phase people months event
paid-months sick-months average-wage children. Amounts of a result are in rupiah. Exit 2: the question was refused.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Sequence

from guide.estimator.answer_shape import Answer
from guide.estimator.arguments import read_options
from guide.packages.python import Refused, StaleRules, about, estimate

WRONG = 2
"""The exit code where the question was refused."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer the question of the command line; return the exit code."""
    options = read_options(sys.argv[1:] if arguments is None else arguments)
    if "help" in options.flags or not (options.inputs or options.mistakes):
        print(__doc__)
        return 0
    language = options.asked.pop("language", "id")
    asked = [mistake.name for mistake in options.mistakes] + [*options.asked, *options.repeated]
    if asked or language not in about()["languages"]:
        print(*(f"{name}: not known here" for name in asked or ["language"]), sep="\n", file=sys.stderr)
        return WRONG
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", StaleRules)
        try:
            answer = estimate(options.inputs, language)
        except Refused as refused:
            print(refused, file=sys.stderr)
            return WRONG
    print(*(warning.message for warning in caught), sep="\n", end="\n" * bool(caught), file=sys.stderr)
    print(json.dumps(answer, ensure_ascii=False, indent=1) if "json" in options.flags else _text(answer))
    return 0


def _text(answer: Answer) -> str:
    """Return the answer as lines: each step with its law, the sums, what was taken for granted, the notices."""
    lines = [f"{step['text']} ({step['citation']})" for step in answer["steps"]]
    lines += [f"monthly.{party} = {rupiah}" for party, rupiah in answer["monthly"].items()]
    lines += [f"grand_total = {answer['grand_total']}"]
    lines += [f"benefit_total = {answer['benefit_total']}"] if answer["benefits"] else []
    lines += [assumption["text"] for assumption in answer["assumptions"]]
    lines += [notice["text"] for notice in answer["notices"]]
    return "\n".join([*lines, f"{about()['name']} {about()['version']}, {about()['as_of']}"])


if __name__ == "__main__":
    sys.exit(main())
