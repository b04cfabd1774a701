"""What is paid for social security, by whom, and what is received.

  estimate.py --segment bpu --income 1jt                       an estimate as text; --json for machines
  estimate.py --list members.xlsx [--output result.xlsx]       an estimate for each row of a .csv, .xlsx, .ods or
                                                               .xls (- reads standard input; or --csv FILE)
     --column income="Upah (Rp)" --all segment=bpu             which column is which input; what holds for every row
  estimate.py --budget 20000                                   what an amount buys
  estimate.py --payslip jht=160000,jp=80000 --income 8jt       which rule each deduction follows
  ... --compare 2027-01, --project 10 --return 5%, --lump-sum 60jt, --language id|en

All inputs: segment month income programs risk size sector payer age placement contract phase people months event
paid-months sick-months average-wage children. --month is the month that the law is asked for;
AS_OF=YYYY-MM-DD before the command is the day it was known on (else today): what was announced later is not used.
"""

import json
import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.cli import run_command, today_from
from guide.estimator.arguments import language_of, read_options
from guide.estimator.inputs import InputError
from guide.estimator.json_answer import Answerer
from guide.estimator.member_list import ListReader
from guide.estimator.member_list.command import answer_list
from guide.estimator.message_text import MessageFormatter
from guide.estimator.text_answer import TextAnswer
from guide.facts.load import load, read
from guide.i18n.language import read_languages
from guide.i18n.numerals import counting
from guide.law.compile import compile_rules

ROOT = Path(__file__).resolve().parents[1]
WRONG = 2
"""The exit code where the question or the environment cannot be used."""


def main(argv: Sequence[str]) -> int:
    """Answer a question or a list of members; return the exit code."""
    options = read_options(argv)
    if "help" in options.flags:
        print(__doc__)
        return 0
    facts = load(read(ROOT / "data"))
    language = read_languages(facts.site.languages, ROOT / "overrides" / "locales")[
        language_of(options, os.environ, facts.languages)
    ]
    saying, rules, today = MessageFormatter(language, facts), compile_rules(facts), today_from(os.environ)
    try:
        if not options.asked.keys() & {"csv", "list"}:
            answer = Answerer(rules, today, saying).answer(options.inputs, options.asked)
        elif not options.mistakes:
            return answer_list(ListReader(facts, rules, today, saying), options)
    except InputError as error:
        options.mistakes.extend(mistake for mistake in error.mistakes if mistake not in options.mistakes)
    if options.mistakes:
        print(*(saying.mistake(mistake) for mistake in options.mistakes), sep="\n", file=sys.stderr)
        return WRONG
    plain = TextAnswer(language, counting(facts.numbers[0], language.id))
    print(json.dumps(answer, ensure_ascii=False, indent=1) if "json" in options.flags else plain.text(answer))
    return 0


if __name__ == "__main__":
    run_command(partial(main, sys.argv[1:]), wrong=WRONG)
