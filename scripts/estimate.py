"""What is paid for social security, by whom, and what is received.

  estimate.py --segment bpu --income 1jt                       an estimate as text; --json for machines
  estimate.py --list members.csv --output result.csv           one estimate for each row (- reads standard input)
  estimate.py --budget 20000                                   what an amount buys
  estimate.py --payslip jht=160000,jp=80000 --income 8jt       which rule each deduction follows
  ... --compare 2027-01, --project 10 --return 5%, --lump-sum 60jt, --language id|en

All inputs: segment month income programs risk size sector payer age placement contract phase people months event
paid-months sick-months average-wage children. --month is the month that the law is asked for;
AS_OF=YYYY-MM-DD before the command is the day it was known on (else today): what was announced later is not used.
"""

import io
import json
import os
import sys
from typing import cast
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.estimator.json_answer import Answerer
from guide.cli import today_from
from guide.estimator.inputs import InputError
from guide.i18n.language import read_languages
from guide.facts.load import load, read
from guide.estimator.member_list import FILE_MISTAKES, FileError, MANY_CELLS, Members
from guide.i18n.numerals import counting
from guide.estimator.arguments import Options, language_of, read_options
from guide.estimator.text_answer import TextAnswer
from guide.law.compile import compile_rules
from guide.estimator.message_text import MessageFormatter
from guide.cli import run_command

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Answer a question or a list of members; return the exit code."""
    options = read_options(sys.argv[1:])
    if "help" in options.flags:
        print(__doc__)
        return 0
    facts = load(read(ROOT / "data"))
    language = read_languages(facts.site.languages, ROOT / "overrides" / "locales")[
        language_of(options, os.environ, facts.languages)
    ]
    saying, rules, today = MessageFormatter(language, facts), compile_rules(facts), today_from(os.environ)
    try:
        if "csv" not in options.asked:
            answer = Answerer(rules, today, saying).answer(options.inputs, options.asked)
        elif not options.mistakes:
            members = Members(rules, today, facts.columns, saying.mistake, language.gettext(MANY_CELLS))
            return convert(members, options)
    except InputError as error:
        options.mistakes.extend(mistake for mistake in error.mistakes if mistake not in options.mistakes)
    except FileError as error:
        for name, sentence, values in error.mistakes:
            print(f"{name}: {language.sentence(FILE_MISTAKES[sentence], **values)}", file=sys.stderr)
        return 2
    if options.mistakes:
        print(*(saying.mistake(mistake) for mistake in options.mistakes), sep="\n", file=sys.stderr)
        return 2
    plain = TextAnswer(language, counting(facts.numbers[0], language.id))
    print(json.dumps(answer, ensure_ascii=False, indent=1) if "json" in options.flags else plain.text(answer))
    return 0


def convert(members: Members, options: Options) -> int:
    """Answer a file, or standard input, into standard output. Raises FileError where nothing can be done."""
    beside = sorted({*options.asked, *options.flags} - {"csv", "output", "language"})
    if beside:
        raise FileError(*((name, "beside", {}) for name in beside))
    name = options.asked["csv"]
    try:
        text = (sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileError(("csv", "encoding", {})) from None
    except OSError as error:
        raise FileError(("csv", "unreadable", {"why": error.strerror})) from None
    source = io.StringIO(text, newline="")
    if "output" not in options.asked:
        cast(io.TextIOWrapper, sys.stdout).reconfigure(newline="")
        return int(members.convert(source, sys.stdout, options.inputs))
    found = io.StringIO(newline="")
    bad = members.convert(source, found, options.inputs)
    try:
        Path(options.asked["output"]).write_bytes(found.getvalue().encode())
    except OSError as error:
        raise FileError(("output", "unwritable", {"why": error.strerror})) from None
    return int(bad)


if __name__ == "__main__":
    run_command(main, wrong=2)
