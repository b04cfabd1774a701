"""Both estimators side by side: what to ask them, and whether they say the same."""

from __future__ import annotations

import datetime
import hashlib
import itertools
import json
import random
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from guide.estimator.json_answer import Answerer
from guide.assets.script_data import as_json
from guide.estimator.browser_data import rules_for_browser, words_of
from guide.estimator.inputs import CHOICES, InputError, NAMES, read_amount
from guide.i18n.language import Language, read_languages
from guide.facts.facts import Facts
from guide.estimator.budget import Option, buy
from guide.law.compile import compile_rules
from guide.law.benefit_rules import PayoutRule, StagesPayout
from guide.law.rows import Rows, amount
from guide.law.rules import Rules, TaxEntry
from guide.assets.minify_js import stripped
from guide.estimator.message_text import MessageFormatter
from guide.law.timeline import months_after

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "overrides" / "js" / "estimator"
RULES_SCHEMA = ROOT / "tests" / "support" / "rules_schema.json"


class Python:
    """The Python estimator, answering in the shape that the contract gives it."""

    def __init__(self, facts: Facts):
        self.facts, self.rules = facts, compile_rules(facts)
        languages = read_languages(facts.site.languages, ROOT / "overrides" / "locales")
        self.languages: dict[str, Language] = languages
        self.sayings = {name: MessageFormatter(language, facts) for name, language in languages.items()}

    def answer(self, question: Mapping[str, Any]) -> Any:
        """One answer, or its errors as `name: text`."""
        saying = self.sayings[question["language"]]
        answerer = Answerer(self.rules, datetime.date.fromisoformat(question["today"]), saying)
        try:
            asked = question.get("asked") or {}
            return (
                self.part(answerer, question["raw"], asked)
                if asked
                else answerer.estimated(answerer._estimate(question["raw"]))
            )
        except InputError as error:
            return [saying.mistake(mistake) for mistake in error.mistakes]

    def part(self, answerer: Answerer, raw: Mapping[str, str], asked: Mapping[str, Any]) -> Any:
        """What else can be asked: budget, payslip, compare, project, lump_sum."""
        name = next(iter(asked))
        if name == "payslip":
            items = ",".join(f"{program}={value}" for program, value in asked["payslip"].items())
            return answerer._payslip(raw, {"payslip": items})["payslip"]
        if name == "budget":
            bought = buy(self.rules, raw, read_amount("budget", asked["budget"]), answerer.today)
            options = answerer._options(raw, asked)["options"]
            return [{**o, "assumed": _assumed(b)} for o, b in zip(options, bought, strict=True)]
        found = dict(answerer._parts())[name](raw, asked)
        return {
            "compare": lambda: found["compare"],
            "project": lambda: found["projection"]["years"],
            "lump_sum": lambda: found["tax"]["tax"],
        }[name]()


def _assumed(option: Option) -> list[str]:
    """The names of what an option of a budget assumes, each once."""
    answers = (option.estimate, *option.events.values())
    return list(dict.fromkeys(one.name for answer in answers for one in answer.assumptions))


def checked_rules(rules: Rules) -> str:
    """The rules as JSON, once the schema says that both engines can read them."""
    text = as_json(rules_for_browser(rules))
    Draft202012Validator(json.loads(RULES_SCHEMA.read_text("utf-8"))).validate(json.loads(text))
    return text


class Browser:
    """The browser's estimator in a Node of its own. `replace`: text of the script to spoil, for mutants."""

    def __init__(self, python: Python, folder: Path, replace: tuple[str, str] | None = None):
        for name in ("engine.js", "messages.js", "compare.js", "reverse.js"):
            script = (SCRIPTS / name).read_text("utf-8")
            if replace and name == "engine.js":
                assert script.count(replace[0]) == 1, f"the script no longer has {replace[0]!r}"
                script = script.replace(*replace)
            (folder / name).write_text(stripped(script), "utf-8")
        words = {name: words_of(language, python.facts) for name, language in python.languages.items()}
        data = folder / "data.json"
        data.write_text(f'{{"rules":{checked_rules(python.rules)},"words":{as_json(words)}}}', "utf-8")
        command = ["node", str(ROOT / "tests/support/engine.js"), str(folder), str(data)]
        self.node = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def ask(self, **task: Any) -> tuple[str, str]:
        """The digest that Node made of its answer, and the answer as JSON."""
        self.node.stdin.write(json.dumps(task) + "\n")
        self.node.stdin.flush()
        return self.node.stdout.readline().strip(), self.node.stdout.readline().strip()

    def close(self) -> None:
        """End the Node."""
        self.node.stdin.close()
        self.node.wait()


class Proof:
    """Counts comparisons and keeps a digest of either side; `different` tells what was not the same."""

    def __init__(self, python: Python, browser: Browser):
        self.python, self.browser = python, browser
        self.count = 0
        self.sides = hashlib.sha256(), hashlib.sha256()
        self.different: list[str] = []

    def same(self, task: Mapping[str, Any], expected: Sequence[Any]) -> None:
        """Ask the browser for `task` and compare every answer."""
        text = json.dumps(expected, ensure_ascii=False, separators=(",", ":"))
        digest, found = self.browser.ask(**task)
        mine = hashlib.sha256(text.encode()).hexdigest()
        self.sides[0].update(mine.encode())
        self.sides[1].update(digest.encode())
        self.count += len(expected)
        if mine != digest:
            theirs = json.loads(found)
            pairs = zip(expected, theirs, task.get("questions") or itertools.repeat(task.get("rows")), strict=False)
            self.different += [f"{asked}: {a} / {b}" for a, b, asked in pairs if json.loads(json.dumps(a)) != b]
            self.different = self.different or ["same values, written differently"]

    def questions(self, questions: Sequence[Mapping[str, Any]]) -> None:
        """Whole answers: amounts, steps, notices, errors, with their sentences."""
        for start in range(0, len(questions), 500):
            part = questions[start : start + 500]
            self.same({"do": "answers", "questions": part}, [self.python.answer(question) for question in part])

    def rows(self) -> None:
        """Every row: one whole residue period of its rate, and every edge ±1, with and without relief."""
        for rows, part in all_rows(self.python.rules):
            ranges = list(_ranges(rows, part))
            expected = [amount(rows, x, part) for start, end in ranges for x in range(start, end)]
            self.same({"do": "rows", "rows": rows, "part": part, "ranges": ranges}, expected)

    def points(self, seed: int, count: int) -> None:
        """Every list of rows at `count` places: round sums, places beside each other, and any up to the largest."""
        chance = random.Random(seed)
        for rows, part in all_rows(self.python.rules):
            kinds = (
                lambda: chance.randrange(10**12),
                lambda: chance.randrange(10**6) * 25,
                lambda: chance.randrange(3 * 10**7),
            )
            points = [kinds[i % 3]() for i in range(count)]
            self.same(
                {"do": "points", "rows": rows, "part": part, "points": points}, [amount(rows, x, part) for x in points]
            )

    def digests(self) -> tuple[str, str]:
        """The digest of Python's answers and of the browser's."""
        return self.sides[0].hexdigest()[:16], self.sides[1].hexdigest()[:16]


def all_rows(rules: Rules) -> list[tuple[Rows, tuple[int, int]]]:
    """Every different list of rows with every relief that may meet it."""
    found: dict[tuple[Rows, tuple[int, int]], None] = {}

    def add(rows: Rows, factors: set[tuple[int, int]]) -> None:
        found.update(dict.fromkeys((rows, factor) for factor in factors | {(1, 1)}))

    for schedule in rules.schedules:
        factors = {
            relief.factor
            for relief in rules.reliefs
            if relief.segment == schedule.segment and schedule.program in relief.programs
        }
        for entry in schedule.entries:
            for base in entry.bases:
                add(base.rows, set())
            for keyed in entry.shares.values():
                for share in keyed.values():
                    add(share.rows, factors)
    for thing in (*rules.benefits, *rules.taxes):
        for entry in thing.entries:
            for rows in _rows_of(entry):
                add(rows, set())
    return list(found)


def _rows_of(entry: PayoutRule | TaxEntry) -> list[Rows]:
    if isinstance(entry, StagesPayout):
        return [entry.base, *(stage.rows for stage in entry.stages)]
    rows: Rows | None = getattr(entry, "rows", None)
    return [rows] if rows else []


def _ranges(rows: Sequence[Sequence[int]], part: tuple[int, int]) -> Iterator[tuple[int, int]]:
    for row, after in itertools.zip_longest(rows, rows[1:]):
        end = after[0] if after else 10**12
        yield max(row[0] - 1, 0), row[0] + 2
        yield row[0], min(row[0] + row[3] * part[1] + 1, end)
        yield max(end - 1, 0), end + 1


def turns(rules: Rules) -> list[str]:
    """Every month in which something in the law begins or ends, and the months before and after it."""
    months = set()
    for thing in (*rules.schedules, *rules.benefits, *rules.taxes):
        months |= {entry.month for entry in thing.entries}
    for thing in (*rules.reliefs, *rules.gaps):
        months |= {thing.first, thing.last}
    months |= {rule.month for rule in (*rules.mandatory, *rules.pension_age)}
    return sorted({months_after(month, shift) for month in months for shift in (-1, 0, 1)})


def days(rules: Rules) -> list[str]:
    """Every day on which something became known, and the day before."""
    known = {entry.known for thing in (*rules.schedules, *rules.benefits) for entry in thing.entries}
    known |= {relief.known for relief in rules.reliefs}
    dates = sorted(datetime.date.fromisoformat(day) for day in known)
    return [(day + datetime.timedelta(shift)).isoformat() for day in dates for shift in (-1, 0)]


def incomes(rules: Rules) -> list[int]:
    """Round wages, exact halves, and every edge of a base ±1."""
    edges = {
        row[0]
        for schedule in rules.schedules
        for entry in schedule.entries
        for base in entry.bases
        for row in base.rows
    }
    around = {max(edge + shift, 0) for edge in edges for shift in (-1, 0, 1)}
    return sorted(around | {625, 1_250, 2_500_000, 3_333_350, 4_999_950, 8_000_000, 29_999_750})


LAYOFF = ("", "jkk,jkm", "jkk,jkm,jht", "jkk,jkm,jht,jp", "jkp", "jkk,jht,jkp")
"""Programs with which a layoff gives cash to nobody, to workers of small employers, to everybody."""
OPTIONS: dict[str, list[dict[str, Sequence[str]]]] = {
    "bpu": [
        {"sector": ("", "transport"), "payer": ("", *CHOICES["payer"][1:]), "programs": ("", "jht", "jkk,jkm,jht")},
        {"event": CHOICES["event"][:4], "paid_months": ("", "2", "3", "36"), "children": ("", "tk,sma,sd")},
    ],
    "pu": [
        {"risk": CHOICES["risk"], "size": CHOICES["size"], "sector": ("other", "labour-intensive")},
        {"event": CHOICES["event"], "paid_months": ("11", "12", "36", "179", "180"), "children": ("", "university")},
        {"event": ("layoff",), "size": ("", *CHOICES["size"]), "programs": LAYOFF, "paid_months": ("", "24")},
        {"age": ("55", "56", "57", "58", "59", "60", "64", "65"), "months": ("1", "14"), "people": ("1", "7")},
    ],
    "jakon": [{"people": ("1", "3"), "programs": ("", "jkk")}],
    "pmi": [
        {
            "placement": ("", *CHOICES["placement"]),
            "contract": ("", "5", "6", "7", "12", "18", "23", "24", "25", "120"),
            "programs": ("", "jkm"),
        },
        {"phase": ("", *CHOICES["phase"]), "event": ("death",)},
    ],
}


def all_options(months: Sequence[str], wages: Sequence[int], today: str) -> Iterator[dict[str, Any]]:
    """Every option of every segment in each month, in turn with another income and language."""
    turn = itertools.count()
    for month in months:
        for segment, groups in OPTIONS.items():
            for group in groups:
                for chosen in itertools.product(*group.values()):
                    number = next(turn)
                    raw = {"segment": segment, "month": month}
                    raw |= {name: value for name, value in zip(group, chosen, strict=True) if value}
                    yield _question(raw, wages[number * 7919 % len(wages)], today, ("id", "en")[number % 2])


def _question(raw: dict[str, str], wage: int, today: str, language: str) -> dict[str, Any]:
    if raw["segment"] != "pmi":
        raw["income"] = str(wage)
    event = raw.get("event")
    if event == "work-sick":
        raw["sick_months"] = str(wage % 30)
    if event not in ("work-death", "work-disability", "death"):
        raw.pop("children", None)
    return {"raw": raw, "today": today, "language": language}


def at_random(seed: int, count: int, rules: Rules) -> Iterator[dict[str, Any]]:
    """Any mixture of options, months, days and incomes, right and wrong."""
    chance = random.Random(seed)
    months, known = turns(rules), days(rules)
    for _ in range(count):
        segment = chance.choice(CHOICES["segment"])
        raw = {"segment": segment, "month": chance.choice(months)}
        for group in chance.sample(OPTIONS[segment], chance.randint(0, len(OPTIONS[segment]))):
            raw |= {name: chance.choice(values) for name, values in group.items() if chance.random() < 0.6}
        raw = {name: value for name, value in raw.items() if value}
        wage = chance.choice((chance.randrange(10**8), chance.randrange(400) * 50_000, chance.randrange(10**6) * 25))
        yield _question(
            raw, wage, chance.choice(known) if chance.random() < 0.2 else "2026-11-22", chance.choice(("id", "en"))
        )


GARBAGE = (
    *(
        "",
        " ",
        "x",
        "-1",
        "+5",
        "1.5",
        "1,50",
        "1e6",
        "0",
        "00012",
        "999999999",
        "1234567890",
        "１２",
        "1 juta",
        "Rp5.000",
    ),
    *(
        "2026-00",
        "2026-4",
        "jkk;jkm",
        "jkk,,jkm",
        "JKK",
        "toString",
        "__proto__",
        "bpu\n",
        "<b>",
        "9" * 40,
        "é" * 90,
        "a\x07b",
    ),
)


def nonsense(today: str) -> Iterator[dict[str, Any]]:
    """Every input with values that it cannot have, alone and beside a right question; and names that are none."""
    names = (*NAMES, "incom", "evnt", "paid-months", "toString", "constructor", "hasOwnProperty", "x", "averagewage")
    for number, (name, text) in enumerate(itertools.product(names, GARBAGE)):
        for raw in ({}, {"segment": "pu", "income": "5000000"}, {"segment": "bpu", "income": "1jt", "event": "death"}):
            yield {"raw": {**raw, name: text}, "today": today, "language": ("id", "en")[number % 2]}


def others(months: Sequence[str], wages: Sequence[int], today: str) -> Iterator[dict[str, Any]]:
    """Budgets, payslips, comparisons, projections and taxes."""
    for number, month in enumerate(months):
        wage, language = str(wages[number * 31 % len(wages)]), ("id", "en")[number % 2]
        pu, bpu = {"segment": "pu", "income": wage, "month": month}, {"segment": "bpu", "month": month}
        asks: list[tuple[dict[str, str], dict[str, Any]]] = [
            (bpu, {"budget": "20000"}),
            ({**bpu, "people": "3", "months": "4", "sector": "transport"}, {"budget": "250rb"}),
            ({**bpu, "income": "1,5 jt"}, {"budget": "1jt"}),
            (pu, {"payslip": {"jht": int(wage) // 50, "jp": 100_423, "jkk": 24_000}}),
            (pu, {"compare": months[-number - 1]}),
            ({**bpu, "income": wage, "event": "death"}, {"compare": months[(number * 5) % len(months)]}),
            (pu, {"project": str(number % 61), "return": f"{number % 100},{number % 10}%"}),
            ({"month": month}, {"lump_sum": str(int(wage) * 11)}),
        ]
        yield from ({"raw": raw, "asked": asked, "today": today, "language": language} for raw, asked in asks)
