"""The estimator against published examples, the contract's errors, and what must hold for any question."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest
import yaml
from conftest import ROOT, TODAY, estimated, run
from guide.estimator.engine import Memo, estimate
from guide.estimator.inputs import CHOICES, NAMES, OF_SEGMENT, UNKNOWN, InputError, read_inputs
from guide.estimator.inputs.money import BLANKS
from guide.estimator.message_text import MessageFormatter
from hypothesis import example, given, settings
from hypothesis import strategies as st

CASES = yaml.safe_load((ROOT / "tests/support/cases.yml").read_text("utf-8"))
PARTIES = ("worker", "employer", "government")


def ask(rules, today=TODAY, **raw):
    """The answer to inputs as text."""
    return estimate(rules, read_inputs({name: str(value) for name, value in raw.items()}, today), today)


def options(inputs):
    """Inputs as the command line writes them."""
    for name, value in inputs.items():
        yield f"--{name.replace('_', '-')}"
        yield ",".join(value) if isinstance(value, list) else str(value)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_examples_come_out_as_printed(rules, case):
    raw = {name: ",".join(value) if isinstance(value, list) else value for name, value in case["inputs"].items()}
    amounts = ask(rules, **raw).amounts()
    assert {name: amounts.get(name) for name in case["expect"]} == case["expect"]


@pytest.mark.parametrize("case", CASES[::9], ids=[case["id"] for case in CASES[::9]])
def test_the_command_answers_as_the_contract_writes(case):
    done = estimated("--json", *options(case["inputs"]))
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert list(answer) == [
        *("inputs", "contributions", "monthly", "grand_total", "benefits", "benefit_total"),
        *("steps", "assumptions", "notices", "facts"),
    ]
    assert len(answer["facts"]) == 64
    for step in answer["steps"]:
        assert list(step) == ["id", "base", "rate", "relief", "amount", "rounding", "citation", "effective", "text"]
    flat = {"grand_total": answer["grand_total"], "benefit_total": answer["benefit_total"]}
    flat |= {f"benefit.{name}": value for name, value in answer["benefits"].items()}
    for key, shares in {**answer["contributions"], "monthly": answer["monthly"]}.items():
        flat |= {f"{key}.{party}": value for party, value in shares.items()}
    assert {name: flat.get(name) for name in case["expect"]} == case["expect"]


def test_the_contracts_own_example():
    done = run(
        ROOT,
        "estimate.py",
        "--json",
        *["--segment", "bpu", "--month", "2026-11", "--income", "1000000", "--programs", "jkk,jkm"],
    )
    answer = json.loads(done.stdout)
    assert json.dumps(answer["inputs"]) == json.dumps(
        {
            "segment": "bpu",
            "month": "2026-11",
            "income": 1000000,
            "programs": ["jkk", "jkm"],
            "sector": "other",
            "payer": "self",
            "people": 1,
            "months": 1,
        }
    )
    assert answer["contributions"]["jkk"] == {"worker": 5000, "employer": 0, "government": 0, "total": 5000}
    assert answer["monthly"] == {"worker": 8400, "employer": 0, "government": 0, "total": 8400}
    step = answer["steps"][0]
    assert (step["rate"], step["relief"], step["effective"]) == ("1%", "50%", "2026-04")
    assert step["rounding"] == "half-up, convention"
    assert "relief-ends" in [notice["id"] for notice in answer["notices"]]


WRONG = [
    ({"segment": "bpu", "incom": "1"}, "incom", ("did you mean income?", "maksud Anda income?")),
    ({"segment": "bpu", "income": "1", "xyz": "1"}, "xyz", ("unknown input", "tidak dikenal")),
    ({"segment": "bpu"}, "income", ("this input is missing", "belum diisi")),
    ({"income": "1"}, "segment", ("this input is missing", "belum diisi")),
    ({"segment": "abc", "income": "1"}, "segment", ("write one of bpu, pu, jakon, pmi, not abc", "bukan abc")),
    ({"segment": "pu", "income": "1jt", "month": "2015-06"}, "month", ("from July 2015", "mulai Juli 2015")),
    (
        {"segment": "pu", "income": "1jt", "month": "2020-09"},
        "month",
        ("to July 2020 and from February 2021", "sampai Juli 2020"),
    ),
    ({"segment": "pu", "income": "1jt", "month": "2026-13"}, "month", ("year-month", "2026-13")),
    ({"segment": "jakon", "income": "1jt", "event": "death"}, "event", ("jakon does not know", "jakon")),
    ({"segment": "pmi", "event": "layoff"}, "event", ("pmi knows death, not layoff", "layoff")),
    ({"segment": "pmi", "contract": "5"}, "contract", ("from 6 to 120, not 5", "6")),
    ({"segment": "pmi", "contract": "121"}, "contract", ("from 6 to 120, not 121", "120")),
    ({"segment": "bpu", "income": "1jt", "programs": "jp"}, "programs", ("bpu knows jkk, jkm, jht, not jp", "jp")),
    ({"segment": "bpu", "income": "1.5"}, "income", ("1.5 cannot be read as money", "1.5 tidak terbaca")),
    ({"segment": "bpu", "income": "-5"}, "income", ("cannot be read as money", "tidak terbaca")),
    ({"segment": "bpu", "income": "1000000000001"}, "income", ("Rp1,000,000,000,000", "Rp1.000.000.000.000")),
    ({"segment": "bpu", "income": "1jt", "people": "0"}, "people", ("from 1 to 10000000", "1")),
    ({"segment": "bpu", "income": "1jt", "event": "work-sick"}, "sick_months", ("missing", "belum diisi")),
    ({"segment": "pu", "income": "1jt", "event": "retirement"}, "paid_months", ("missing", "belum diisi")),
    ({"segment": "bpu", "income": "1jt", "paid_months": "3"}, "paid_months", ("belongs to", "untuk")),
    ({"segment": "pu", "income": "1jt", "payer": "self"}, "payer", ("pu does not know", "pu")),
    ({"segment": "jakon", "income": "1000 miliar", "people": "10000000"}, "people", ("too large", "terlalu besar")),
]


@pytest.mark.parametrize("raw, name, said", WRONG, ids=[f"{name}-{i}" for i, (_, name, _) in enumerate(WRONG)])
def test_every_error_of_the_contract_names_its_input(rules, facts, languages, raw, name, said):
    with pytest.raises(InputError) as error:
        ask(rules, **raw)
    mistakes = [mistake for mistake in error.value.mistakes if mistake.name == name]
    assert mistakes
    for language, words in zip(("en", "id"), said, strict=True):
        assert words in MessageFormatter(languages[language], facts).mistake(mistakes[0])


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_command_says_all_errors_one_a_line(language):
    asked = "--incom 5 --segment bpu --month 2026-99 --people x"
    done = estimated(*asked.split(), "--language", language)
    assert done.returncode == 2 and done.stdout == ""
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["incom", "month", "people", "income"]


@pytest.mark.parametrize(
    "asked",
    [
        "--income",
        "x",
        "-5",
        "--language xx",
        "--budget x",
        "--payslip x",
        "--return 5%",
        "--project 0 --segment bpu --income 1jt",
    ],
)
def test_nothing_typed_gives_a_traceback(asked):
    done = estimated(*asked.split(), LANG="en")
    assert done.returncode == 2 and "Traceback" not in done.stderr and ": " in done.stderr


@pytest.mark.parametrize("language, words", [("en", "one million rupiah"), ("id", "satu juta rupiah")])
def test_text_echoes_money_in_words(language, words):
    done = run(ROOT, "estimate.py", "--segment", "bpu", "--income", "1 juta", LANG=f"{language}_XX.UTF-8")
    assert done.returncode == 0 and words in done.stdout


# single rules


def test_a_span_over_a_reliefs_end_counts_each_month_by_its_own_law(rules):
    answer = ask(rules, segment="bpu", income=1000000, month="2026-11", months=4)
    assert answer.grand_total == 2 * 8400 + 2 * 16800


def test_a_relief_that_is_continued_ends_with_its_continuation(rules):
    answer = ask(rules, segment="pu", income=5_000_000, month="2025-06", sector="labour-intensive", programs="jkk")
    ends = next(notice for notice in answer.notices if notice.id == "relief-ends")
    assert ends.values == {"programs": "JKK", "last": "2026-01", "amount": 12000}


def test_what_was_not_known_then_is_not_used(rules):
    before, after = datetime.date(2025, 12, 21), datetime.date(2025, 12, 22)
    question = {"segment": "bpu", "income": 1000000, "month": "2026-05"}
    assert ask(rules, before, **question).monthly["total"] == 16800
    assert ask(rules, after, **question).monthly["total"] == 8400
    with pytest.raises(InputError):
        ask(rules, datetime.date(2014, 1, 1), **question)


def test_no_pension_contribution_is_due_from_pension_age_but_the_lump_sum_is_paid(rules):
    answer = ask(rules, segment="pu", income=8_000_000, event="retirement", paid_months=12, age=59, month="2026-11")
    assert answer.contributions["jp"] == {"worker": 0, "employer": 0, "government": 0, "total": 0}
    assert "jp-not-due" in [notice.id for notice in answer.notices]
    assert answer.benefits == {"jp.lump-sum": 12 * 240_000}


def test_jkp_is_paid_by_the_government_and_never_added_twice(rules):
    for month, parts in (("2024-11", {"JKK": "0.14%", "JKM": "0.1%"}), ("2026-11", {"JKK": "0.14%"})):
        answer = ask(rules, segment="pu", income=8_000_000, month=month)
        assert answer.contributions["jkp"] == {"worker": 0, "employer": 0, "government": 11_000, "total": 11_000}
        included = {n.values["program"]: n.values["rate"] for n in answer.notices if n.id == "included"}
        assert included == parts


def notices(answer):
    """What is said beside an answer, by id."""
    return {notice.id: notice.values for notice in answer.notices}


SMALL = "jkk,jkm,jht"


@pytest.mark.parametrize(
    ("size", "programs", "cash", "told"),
    [
        ("micro", "", 0, {"program-needs": {"program": "JKP", "programs": "JHT"}}),
        ("micro", SMALL, 9_000_000, {"program-added": {"program": "JKP"}}),
        ("small", "", 9_000_000, {}),
        ("small", SMALL, 9_000_000, {"program-added": {"program": "JKP"}}),
        ("small", f"{SMALL},jkp", 9_000_000, {}),
        ("medium", "", 9_000_000, {}),
        ("medium", SMALL, 0, {"program-needs": {"program": "JKP", "programs": "JP"}}),
        ("medium", f"{SMALL},jp", 9_000_000, {"program-added": {"program": "JKP"}}),
        ("large", f"{SMALL},jkp", 0, {"program-needs": {"program": "JKP", "programs": "JP"}}),
        ("small", "jkp", 0, {"program-needs": {"program": "JKP", "programs": "JKK + JKM + JHT"}}),
    ],
)
def test_job_loss_cash_reaches_whoever_has_the_programs_of_the_law(rules, size, programs, cash, told):
    """PP 6/2025 Ps 4(3); corrections A1."""
    raw = {"segment": "pu", "income": 2_500_000, "size": size, "programs": programs}
    answer = ask(rules, **raw, event="layoff", paid_months=24)
    assert answer.benefits == ({"jkp.cash": cash} if cash else {})
    said = notices(answer)
    assert {name: said[name] for name in said if name.startswith("program-")} == told
    assert ("jkp" in answer.contributions) == (cash > 0 or "jkp" in programs)
    without = ask(rules, **raw)
    assert list(without.contributions) == (programs.split(",") if programs else list(without.inputs["programs"]))


def test_a_layoff_names_what_else_job_loss_cash_asks_for(rules, facts, languages):
    """Registered with JKN, dismissed, under 54 (corrections A1, A9)."""
    answer = ask(rules, segment="pu", income=2_500_000, event="layoff")
    notice = next(notice for notice in answer.notices if notice.id == "jkp-conditions")
    assert notice.values == {"age": 54}
    for language, words in (("id", ("JKN", "diberhentikan", "54", "Kontrak yang habis")), ("en", ("JKN", "dismissed"))):
        text = MessageFormatter(languages[language], facts).say(notice.id, notice.values)
        assert all(word in text for word in words)
    assert "jkp-conditions" not in notices(ask(rules, segment="pu", income=2_500_000))


def test_before_job_loss_cover_there_was_none(rules):
    answer = ask(rules, segment="pu", income=2_500_000, event="layoff", month="2019-05")
    assert answer.benefits == {} and "program-missing" in notices(answer)


@pytest.mark.parametrize(
    ("size", "month", "has"),
    [("small", "2021-03", True), ("small", "2019-03", False), ("micro", "2026-11", False), ("large", "2021-02", True)],
)
def test_the_size_of_the_employer_decides_on_job_loss_cover(rules, size, month, has):
    assert ("jkp" in ask(rules, segment="pu", income=2_500_000, size=size, month=month).contributions) == has


@pytest.mark.parametrize(
    ("contract", "placement", "paid", "cheaper"),
    [
        (6, "p3mi", 145_500, None),
        (11, "p3mi", 213_000, None),
        (12, "p3mi", 226_500, None),
        (18, "p3mi", 307_500, None),
        (18, "individual", 270_000, None),
        (22, "individual", 324_000, None),
        (23, "individual", 337_500, {"months": 24, "amount": 332_500}),
        (23, "p3mi", 375_000, {"months": 24, "amount": 370_000}),
        (24, "p3mi", 370_000, None),
        (25, "p3mi", 383_500, None),
        (120, "individual", 332_500 + 96 * 13_500, None),
    ],
)
def test_a_contract_of_any_length_pays_the_package_below_and_each_month_beyond(
    rules, contract, placement, paid, cheaper
):
    answer = ask(rules, segment="pmi", contract=contract, placement=placement)
    assert answer.grand_total == paid
    assert notices(answer).get("cheaper-package") == cheaper


@pytest.mark.parametrize(
    ("month", "wage", "least"),
    [
        ("2026-11", 2_455_897, 2_455_898),
        ("2026-11", 2_455_898, None),
        ("2026-01", 2_400_000, 2_455_898),
        ("2025-12", 2_400_000, None),
        ("2025-01", 2_000_000, 2_328_969),
        ("2024-12", 2_000_000, None),
        ("2027-01", 2_000_000, None),
    ],
)
def test_a_wage_below_the_minimum_of_its_month_is_told_and_not_raised(rules, month, wage, least):
    answer = ask(rules, segment="pu", income=wage, month=month, programs="jht")
    assert notices(answer).get("below-minimum-wage") == (least and {"amount": least})
    assert answer.contributions["jht"]["worker"] == (wage * 2 + 50) // 100
    assert "below-minimum-wage" not in notices(ask(rules, segment="bpu", income=wage, month=month))


def test_a_program_that_is_not_due_stands_in_the_text_with_its_reason():
    done = estimated("--segment", "pu", "--income", "5jt", "--age", "60", "--programs", "jp", LANG="en")
    assert "  JP: Rp0.\n" in done.stdout and "No pension contribution is due from age 59." in done.stdout


def test_a_pension_is_said_to_come_each_month():
    asked = ["--segment", "pu", "--income", "5jt", "--event", "retirement", "--paid-months", "180"]
    for language, words in (("id", "tiap bulan."), ("en", "each month.")):
        done = estimated(*asked, "--language", language)
        line = next(line for line in done.stdout.splitlines() if "180/12" in line)
        assert words in line


def test_nothing_is_said_of_waiting_where_nothing_waits(rules):
    assert "waiting-assumed" not in notices(ask(rules, segment="bpu", income=1_000_000, event="work-death"))
    assert "waiting-assumed" in notices(ask(rules, segment="bpu", income=1_000_000, event="death"))


def test_a_migrant_package_comes_whole(rules):
    answer = ask(rules, segment="pmi", programs="jkk", event="death")
    assert list(answer.contributions) == ["jkk-jkm"] and answer.benefits == {"jkm.death": 85_000_000}


@pytest.mark.parametrize(
    "asked, expected",
    [
        (
            "--budget 20000",
            lambda a: a["options"][0]["base"] == 2_950_000 and a["options"][0]["monthly"]["total"] == 18_150,
        ),
        ("--budget 50000", lambda a: [o["programs"] for o in a["options"]] == [["jkk", "jkm", "jht"], ["jkk", "jkm"]]),
        (
            "--payslip jht=160000,jp=80000 --income 8jt --month 2026-11",
            lambda a: all(i["correct"] for i in a["payslip"]),
        ),
        (
            "--payslip jp=100423 --income 12jt --month 2026-11",
            lambda a: a["payslip"][0]["expected"] == 110_863 and a["payslip"][0]["matches"][0]["month"] == "2024-03",
        ),
        (
            "--segment bpu --income 1jt --month 2026-11 --compare 2027-01",
            lambda a: (
                a["compare"]["differences"]["monthly.total"] == 8400
                and "PP 50/2025" in a["compare"]["reasons"][0]["text"]
            ),
        ),
        (
            "--segment bpu --income 1jt --project 2 --return 5%",
            lambda a: a["projection"]["years"][0]["balance"] == 245_500,
        ),
        ("--lump-sum 60jt", lambda a: (a["tax"]["tax"], a["tax"]["net"]) == (500_000, 59_500_000)),
    ],
)
def test_what_else_can_be_asked(asked, expected):
    done = estimated("--json", *asked.split())
    assert done.returncode == 0, done.stderr
    assert expected(json.loads(done.stdout))
    assert estimated(*asked.split(), LANG="id").returncode == 0


FULL = "--segment bpu --income 1jt --month 2026-11"


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        (f"{FULL} --budget 20000", ["budget", "options"]),
        (f"{FULL} --budget 20000 --compare 2027-01", ["budget", "options", "compare"]),
        (f"{FULL} --payslip jkk=5000 --compare 2027-01 --project 2", ["payslip", "compare", "projection"]),
        (f"{FULL} --event death --lump-sum 60jt --budget 20000", ["budget", "options", "tax"]),
    ],
)
def test_what_else_is_asked_is_added_to_the_answer(asked, parts):
    plain = json.loads(estimated("--json", *FULL.split()).stdout)
    answer = json.loads(estimated("--json", *asked.split()).stdout)
    assert set(answer) - set(plain) == set(parts)
    assert {**answer["inputs"], "event": ""} == {**plain["inputs"], "event": ""}
    assert answer["monthly"] == plain["monthly"]
    told = [notice["id"] for notice in answer["notices"]]
    assert len(told) == len(set(told)) and {notice["id"] for notice in plain["notices"]} <= set(told)
    assert ("true-income" in told) == ("budget" in parts)
    text = estimated(*asked.split(), LANG="en")
    assert (text.returncode, text.stderr) == (0, "") and "To pay" in text.stdout


def test_a_budget_without_an_income_is_answered_alone():
    answer = json.loads(estimated("--json", "--budget", "20000").stdout)
    assert list(answer) == ["budget", "options", "assumptions", "notices", "facts"]


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("--budget 20000", "segment"),
        ("--budget 20000 --segment bpu", "income"),
        ("--payslip jht=160000 --income 8jt", "segment"),
        ("--lump-sum 60jt", "segment"),
    ],
)
def test_a_comparison_without_a_question_is_an_error_of_its_own(asked, missing):
    done = estimated(*asked.split(), "--compare", "2027-01", LANG="en")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"compare: without {missing} there is nothing to compare\n"


@pytest.mark.parametrize("segment", ["", "--segment pu"])
@pytest.mark.parametrize(("risk", "assumed"), [("", True), ("--risk 3", False)])
def test_a_payslip_tells_that_the_risk_was_assumed(segment, risk, assumed):
    asked = f"--payslip jkk=43200 --income 8jt {segment} {risk}"
    answer = json.loads(estimated("--json", *asked.split()).stdout)
    assert [notice["id"] for notice in answer["notices"]].count("risk-assumed") == assumed


def test_a_value_that_is_missing_is_said_once():
    done = run(ROOT, "estimate.py", "--segment", "bpu", "--income", LANG="en")
    assert (done.returncode, done.stderr) == (2, "income: this input is missing\n")


# any question


@st.composite
def questions(draw):
    """Inputs that are mostly right, and sometimes anything."""
    segment = draw(st.sampled_from(CHOICES["segment"]))
    money = st.one_of(st.integers(0, 10**12), st.integers(0, 400).map(lambda n: n * 50_000))
    kinds = {
        "month": st.builds("{}-{:02}".format, st.integers(2014, 2045), st.integers(1, 12)),
        "income": money,
        "average_wage": money,
        "programs": st.lists(st.sampled_from(CHOICES["programs"]), max_size=5).map(",".join),
        "children": st.lists(st.sampled_from(CHOICES["children"]), max_size=4).map("+".join),
        "age": st.integers(15, 80),
        "contract": st.integers(5, 121),
        "people": st.integers(1, 50),
        "months": st.integers(1, 30),
        "paid_months": st.integers(0, 400),
        "sick_months": st.integers(0, 40),
    }
    raw = {"segment": segment}
    for name in OF_SEGMENT[segment][1:]:
        if draw(st.integers(0, 9)) < (9 if name == "income" else 4):
            raw[name] = str(draw(kinds[name] if name in kinds else st.sampled_from(CHOICES[name])))
    if draw(st.integers(0, 9)) == 0:
        raw[draw(st.one_of(st.sampled_from(NAMES), st.text(min_size=1, max_size=8)))] = draw(st.text(max_size=12))
    return raw


@settings(max_examples=5000, deadline=None)
@given(raw=questions())
@example(raw={"segment": "bpu", "income": "0", "event": "work-sick", "sick_months": "0", "programs": "\r"})
def test_any_question_has_a_sound_answer_or_an_error_with_a_name(rules, raw):
    try:
        inputs = read_inputs(raw, TODAY)
        answer = estimate(rules, inputs, TODAY)
    except InputError as error:
        assert error.mistakes and all(mistake.name and mistake.message for mistake in error.mistakes)
        return
    amounts = answer.amounts()
    assert all(type(value) is int and value >= 0 for value in amounts.values())
    for shares in (*answer.contributions.values(), answer.monthly):
        assert sum(shares[party] for party in PARTIES) == shares["total"]
    assert sum(shares["total"] for shares in answer.contributions.values()) == answer.monthly["total"]
    assert answer.benefit_total == sum(answer.benefits.values())
    assert answer.grand_total >= answer.monthly["total"] * inputs.people
    paid = sum(step.amount for step in answer.steps if step.id not in answer.benefits)
    assert paid == answer.monthly["total"]
    received = {step.id: step.amount for step in answer.steps if step.id in answer.benefits}
    assert {**dict.fromkeys(answer.benefits, 0), **received} == answer.benefits
    bare = estimate(rules, inputs, TODAY, explain=False, memo=Memo())
    assert bare.amounts() == amounts and bare.inputs == answer.inputs
    assert [one.name for one in answer.assumptions] == left_out(raw, answer)
    assert (answer.range is None) == (UNKNOWN not in raw.values())
    for name, (least, most) in (answer.range or {}).items():
        assert least <= amounts.get(name, 0) <= most and least < most
    _more_income_never_pays_less(rules, raw, answer)
    _relief_never_raises(rules, inputs, answer)


def left_out(raw, answer):
    """The inputs that an answer assumes, as contract.md lists them."""
    event, segment = raw.get("event"), answer.inputs["segment"]
    named = {"pu": ("size", "risk", "age"), "bpu": ("sector", "payer"), "pmi": ("placement", "contract"), "jakon": ()}
    found = [name for name in named[segment] if name not in raw]
    if segment == "pmi" and event == "death" and "phase" not in raw:
        found.append("phase")
    if not raw.get("programs", "").strip(f",+{BLANKS}"):
        found.append("programs")
    covered = not {"program-missing", "program-needs"} & set(notices(answer))
    waits = covered and (segment, event) in {("bpu", "death"), ("pu", "death"), ("pu", "layoff")}
    if waits and "paid_months" not in raw:
        found.append("paid_months")
    if event == "retirement" and "average_wage" not in raw:
        found.append("average_wage")
    school = covered and segment != "pmi" and event in ("work-death", "work-disability", "death")
    if school and "children" not in raw:
        found.append("children")
    if segment in ("bpu", "pu") and answer.inputs["income"] < 500_000:
        found.append("income")
    return found


def _more_income_never_pays_less(rules, raw, answer):
    if "income" in raw:
        more = str(min(answer.inputs["income"] + 12_345, 10**12))
        if "average_wage" not in raw and raw.get("event") == "retirement":
            return
        richer = estimate(rules, read_inputs({**raw, "income": more}, TODAY), TODAY)
        assert all(richer.amounts()[name] >= value for name, value in answer.amounts().items())


def _relief_never_raises(rules, inputs, answer):
    full = estimate(replace(rules, reliefs=()), inputs, TODAY)
    assert all(full.amounts()[name] >= value for name, value in answer.amounts().items())


@pytest.mark.parametrize(
    ("month", "months", "today", "told"),
    [
        ("2026-11", 1, "2026-11-22", False),
        ("2026-11", 2, "2026-11-22", True),  # runs into the month that lies ahead
        ("2027-02", 1, "2027-03-10", False),
        ("2027-03", 1, "2027-03-10", True),  # the ceiling of March is not in the data
        ("2025-02", 1, "2026-11-22", False),
    ],
)
def test_what_may_change_is_said_also_when_a_yearly_value_is_overdue(rules, month, months, today, told):
    inputs = {"segment": "pu", "income": "8000000", "programs": "jp", "month": month, "months": str(months)}
    day = datetime.date.fromisoformat(today)
    answer = estimate(rules, read_inputs(inputs, day), day)
    assert ("law-may-change" in {notice.id for notice in answer.notices}) == told
