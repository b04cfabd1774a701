"""The packages for programmers: the same answers as here, without anything else, the same bytes every time."""

from __future__ import annotations

import datetime
import io
import json
import subprocess
import sys
import tarfile
import zipfile

import pytest
import yaml
from conftest import ROOT, TODAY, run
from guide.estimator.inputs import InputError
from guide.estimator.json_answer import Answerer
from guide.estimator.message_text import MessageFormatter
from guide.law.stored_rules import from_stored, to_stored
from guide.packages import contents, tarball, wheel
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

CASES = yaml.safe_load((ROOT / "tests/support/cases.yml").read_text("utf-8"))
WRONG = (
    {"segment": "bpu"},
    {"segment": "bpu", "income": "banyak"},
    {"segment": "bpu", "income": "1jt", "month": "2010-01"},
    {"segmen": "bpu"},
)
LICENCE = "MIT"
AFTER = "2999-01-01"
"""A day after any review."""


def text(value):
    return ",".join(value) if isinstance(value, list) else str(value)


QUESTIONS = [{name: text(value) for name, value in case["inputs"].items()} for case in CASES]


@pytest.fixture(scope="module")
def built(drawn, tmp_path_factory):
    """Names and bytes of the wheel and the tarball."""
    work = tmp_path_factory.mktemp("wheel")
    return wheel.wheel(drawn.site, LICENCE, 0, work), tarball.tarball(drawn, LICENCE, 0)


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """A folder with nothing but the installed wheel."""
    folder = tmp_path_factory.mktemp("installed")
    (folder / built[0][0]).write_bytes(built[0][1])
    command = ["-m", "pip", "install", "-q", "--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check"]
    target = folder / "lib"
    subprocess.run([sys.executable, *command, "--target", str(target), str(folder / built[0][0])], check=True)
    return target


@pytest.fixture(scope="module")
def unpacked(built, tmp_path_factory):
    """A folder whose node_modules hold nothing but the tarball's content."""
    folder = tmp_path_factory.mktemp("npm")
    target = folder / "node_modules" / "paham-jamsostek"
    target.mkdir(parents=True)
    with tarfile.open(fileobj=io.BytesIO(built[1][1])) as packed:
        for member in packed:
            (target / member.name.removeprefix("package/")).write_bytes(packed.extractfile(member).read())
    return folder


def python(installed, program, given="", *options):
    """Run a program where only the standard library and the package are."""
    start = f"import sys; sys.path.insert(0, {str(installed)!r})\n"
    command = [sys.executable, "-I", "-S", *options, "-c", start + program]
    return subprocess.run(command, input=given, capture_output=True, text=True, timeout=60)


def node(unpacked, name, program, given=""):
    (unpacked / name).write_text(program, "utf-8")
    command = ["node", name]
    return subprocess.run(command, cwd=unpacked, input=given, capture_output=True, text=True, timeout=60)


PYTHON = """
import datetime, json
from paham_jamsostek import Refused, estimate
today, questions = json.loads(sys.stdin.read())
answers = []
for question in questions:
    for language in ("id", "en"):
        try:
            answers.append(estimate(question, language, datetime.date.fromisoformat(today)))
        except Refused as refused:
            answers.append(str(refused).splitlines())
print(json.dumps(answers))
"""
SCRIPT = """
const [today, questions] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const { estimate } = require("paham-jamsostek");
console.log(JSON.stringify(questions.flatMap((question) => ["id", "en"].map((language) => {
  try {
    return estimate(question, language, today);
  } catch (refused) {
    return refused.message.split("\\n");
  }
}))));
"""


@pytest.fixture(scope="module")
def expected(facts, rules, languages):
    """What the house itself answers to every published question and to wrong ones, in both languages."""
    answers = []
    for question in (*QUESTIONS, *WRONG):
        for language in (languages["id"], languages["en"]):
            saying = MessageFormatter(language, facts)
            try:
                answers.append(Answerer(rules, TODAY, saying).answer(question, {}))
            except InputError as error:
                answers.append([saying.mistake(mistake) for mistake in error.mistakes])
    return json.loads(json.dumps(answers))


def test_rules_come_back_as_they_were_stored(rules):
    assert from_stored(json.loads(json.dumps(to_stored(rules)))) == rules


def test_the_wheel_answers_every_published_question_word_for_word(installed, expected):
    done = python(installed, PYTHON, json.dumps([TODAY.isoformat(), [*QUESTIONS, *WRONG]]))
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    assert answers == expected
    assert sum(isinstance(answer, list) for answer in answers) == 2 * len(WRONG)
    for case, answer in zip(CASES, answers[::2], strict=False):
        amounts = {f"benefit.{name}": rupiah for name, rupiah in answer["benefits"].items()}
        for key, shares in {**answer["contributions"], "monthly": answer["monthly"]}.items():
            amounts |= {f"{key}.{party}": rupiah for party, rupiah in shares.items()}
        amounts |= {name: answer[name] for name in ("grand_total", "benefit_total")}
        assert {name: amounts.get(name) for name in case["expect"]} == case["expect"], case["id"]


def test_the_npm_package_answers_every_published_question_word_for_word(unpacked, expected):
    done = node(unpacked, "all.cjs", SCRIPT, json.dumps([TODAY.isoformat(), [*QUESTIONS, *WRONG]]))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == expected


def test_the_wheel_is_typed_and_needs_nothing(built):
    with zipfile.ZipFile(io.BytesIO(built[0][1])) as packed:
        names = packed.namelist()
        metadata = packed.read(next(name for name in names if name.endswith("METADATA"))).decode()
        sources = {name: packed.read(name).decode() for name in names if name.endswith(".py")}
    assert "paham_jamsostek/py.typed" in names and "paham_jamsostek/data.json" in names
    assert "Requires-Dist" not in metadata and "\nRequires-Python: >=3.11" in metadata
    for name, source in sources.items():
        assert "from guide" not in source and "import guide" not in source, name
        assert not any(word in source for word in ("pydantic", "yaml", "babel")), name
    assert len(built[0][1]) < 100_000 and len(built[1][1]) < 60_000


def test_the_version_is_the_day_of_the_facts(facts, built):
    day = contents.checked_day(facts)
    version = f"{day.year}.{day.month}{day.day:02}.0"
    assert built[0][0] == f"paham_jamsostek-{version}-py3-none-any.whl"
    assert built[1][0] == f"paham-jamsostek-{version}.tgz"
    assert not any(part.startswith("0") and part != "0" for part in version.split("."))


def test_the_bytes_repeat(drawn, built, tmp_path):
    assert wheel.wheel(drawn.site, LICENCE, 0, tmp_path) == built[0]
    assert tarball.tarball(drawn, LICENCE, 0) == built[1]


def test_a_package_whose_day_of_review_has_passed_says_so(installed, unpacked, built):
    asked = 'estimate({"segment": "bpu", "income": 1000000, "month": "2026-11"}, "id", '
    program = f"import datetime\nfrom paham_jamsostek import estimate\n{asked}datetime.date.fromisoformat(DAY))"
    for day, stale in ((AFTER, True), (TODAY.isoformat(), False)):
        done = python(installed, program.replace("DAY", repr(day)))
        assert ("StaleRules" in done.stderr) == stale, done.stderr
        script = f'const {{ estimate }} = require("paham-jamsostek");{asked}"{day}");{asked}"{day}");'
        done = node(unpacked, "stale.cjs", script)
        assert done.stderr.count("looked at again") == stale, done.stderr


def test_every_example_of_the_readme_runs(installed, unpacked):
    programs, modules = contents.examples("python", "python"), contents.examples("npm", "js")
    assert len(programs) == len(modules) == 3
    for program in programs:
        done = python(installed, program)
        assert done.returncode == 0 and done.stdout.strip(), done.stderr
    for number, module in enumerate(modules):
        done = node(unpacked, f"example{number}.mjs", module)
        assert done.returncode == 0 and done.stdout.strip(), done.stderr


def test_the_command_answers_and_refuses(installed):
    program = "from paham_jamsostek.__main__ import main\nsys.exit(main({arguments!r}))"
    asked = ["--segment", "bpu", "--income", "1jt", "--month", "2026-11", "--language", "en"]
    done = python(installed, program.format(arguments=[*asked, "--json"]))
    assert done.returncode == 0 and json.loads(done.stdout)["monthly"]["total"] == 8400, done.stderr
    assert "monthly.total = 8400" in python(installed, program.format(arguments=asked)).stdout
    for bad in (["--segment", "bpu"], ["--wage", "1"], ["--language", "xx", "--segment", "bpu"]):
        done = python(installed, program.format(arguments=bad))
        assert done.returncode == 2 and "Traceback" not in done.stderr and done.stderr.strip(), bad
    assert "paham-jamsostek --segment" in python(installed, program.format(arguments=["--help"])).stdout


def test_without_the_builder_the_command_says_one_sentence():
    code = "import importlib.util, runpy; there = importlib.util.find_spec; "
    code += "importlib.util.find_spec = lambda name, *more: None if name == 'flit_core' else there(name, *more); "
    code += f"runpy.run_path({str(ROOT / 'scripts' / 'make_packages.py')!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "make packages" in done.stderr
    assert run(ROOT, "make_packages.py", NUMBER="two").stderr.startswith("NUMBER: ")


def test_the_data_of_another_day_give_another_review(drawn, facts, languages, prose):
    later = datetime.date(2027, 2, 1)
    other = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", later)
    assert wheel.about(drawn.site, "1")["review"] != wheel.about(other.site, "1")["review"]


@pytest.mark.audit
def test_the_examples_pass_strict_type_checkers_in_a_clean_environment(built, unpacked, tmp_path):
    (tmp_path / built[0][0]).write_bytes(built[0][1])
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    own = tmp_path / "env" / "bin" / "python"
    install = [str(own), "-m", "pip", "install", "-q", "--no-deps", "--no-index", str(tmp_path / built[0][0])]
    subprocess.run(install, check=True)
    command = tmp_path / "env" / "bin" / "paham-jamsostek"
    assert "monthly.total" in subprocess.check_output([str(command), "--segment", "pmi"], text=True)
    for number, program in enumerate(contents.examples("python", "python")):
        (tmp_path / f"example{number}.py").write_text(program, "utf-8")
    sources = sorted(map(str, tmp_path.glob("example*.py")))
    checked = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--python-executable", str(own), *sources]
    done = subprocess.run(checked, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    for number, module in enumerate(contents.examples("npm", "js")):
        (unpacked / f"typed{number}.mts").write_text(module, "utf-8")
    compiler = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
    options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom"]
    files = sorted(path.name for path in unpacked.glob("typed*.mts"))
    done = subprocess.run(["node", str(compiler), *options, *files], cwd=unpacked, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.audit
def test_pip_and_npm_install_what_the_command_made_and_both_answer_every_published_question(house, expected, tmp_path):
    """In a clean environment and a clean folder, from the files of `make packages`, whose bytes repeat."""
    folder = house()
    (folder / "LICENSE").write_text("MIT\n", "utf-8")
    made = []
    for _ in range(2):
        assert (done := run(folder, "make_packages.py")).returncode == 0, done.stderr
        made.append({path.name: path.read_bytes() for path in sorted((folder / "dist/packages").iterdir())})
    assert made[0] == made[1]
    packed = {path.suffix: path for path in (folder / "dist/packages").iterdir()}
    given = json.dumps([TODAY.isoformat(), [*QUESTIONS, *WRONG]])
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    own = tmp_path / "env" / "bin" / "python"
    subprocess.run([str(own), "-m", "pip", "install", "-q", "--no-index", str(packed[".whl"])], check=True)
    done = subprocess.run([str(own), "-I", "-c", f"import sys{PYTHON}"], input=given, capture_output=True, text=True)
    assert json.loads(done.stdout) == expected, done.stderr
    clean = tmp_path / "npm"
    clean.mkdir()
    (clean / "package.json").write_text('{"private": true}', "utf-8")
    install = ["npm", "install", "--offline", "--no-audit", "--no-fund", "--no-update-notifier", str(packed[".tgz"])]
    subprocess.run(install, cwd=clean, check=True, capture_output=True)
    done = node(clean, "all.cjs", SCRIPT, given)
    assert json.loads(done.stdout) == expected, done.stderr
    print(f"{len(expected)} answers and refusals, the same from pip's and from npm's installation")
