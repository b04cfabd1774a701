"""The house keeps its order: imports point down, each outside package has one room, files stay small."""

from __future__ import annotations

import ast
import builtins
import re
from collections import Counter
from graphlib import CycleError, TopologicalSorter
from statistics import median

import pytest
from conftest import ROOT

ROOMS = {
    "facts": (),
    "law": ("facts",),
    "i18n": ("facts",),
    "estimator": ("facts", "law", "i18n"),
    "figures": ("facts", "law", "i18n", "estimator"),
    "assets": ("facts",),
    "pages": ("facts", "law", "i18n", "estimator", "figures", "assets"),
    "checks": ("facts", "law", "i18n", "estimator", "figures", "assets", "pages"),
    "website": ("facts", "law", "i18n", "estimator", "figures", "assets", "pages", "checks"),
    "handouts": ("facts", "law", "i18n", "estimator", "figures", "assets", "pages", "checks"),
    "packages": ("facts", "law", "i18n", "estimator", "figures", "assets", "pages", "checks", "website"),
    "assistant": ("facts", "law", "i18n", "estimator", "figures", "assets", "pages", "checks", "website"),
    "cli": ("facts",),
}
"""Each room with those that it may import from; commands may import from all."""
PACKAGES = {
    "yaml": ("facts",),
    "pydantic": ("facts",),
    "pydantic_core": ("facts",),
    "babel": ("i18n",),
    "python_calamine": ("estimator",),
    "jinja2": ("pages",),
    "markupsafe": ("pages",),
    "markdown": ("pages",),
    "brotli": ("website",),
    "segno": ("assets",),
    "PIL": ("assets",),
    "resvg_py": ("assets",),
    "fontpkg": ("assets",),
    "playwright": ("handouts",),
    "xlsxwriter": ("handouts",),
    "libzim": ("handouts",),
    "mkdocs": ("mkdocs_hooks",),
    "mcp": ("mcp_server",),
    "mcp_types": ("mcp_server",),
}
"""The rooms that know a package from outside."""
REFUSED = {"some", "stuff", "thing", "things", "tmp", "foo", "data2", "obj", "res", "val"}
"""Names that no local has: they say nothing about what they hold."""
FADING = {"found": 125, "one": 70, "known": 35, "said": 20, "asked": 15}
"""Names that say little, and how often they may still stand: lower a number when one goes, never raise it."""
OURS = sorted((ROOT / "scripts").rglob("*.py"))
MODULES = {".".join(path.relative_to(ROOT / "scripts").with_suffix("").parts): path for path in OURS}
MODULES = {name.removesuffix(".__init__"): path for name, path in MODULES.items()}
OVERRIDES = ROOT / "overrides"
TEMPLATES = [path for path in sorted(OVERRIDES.rglob("*")) if path.suffix in (".html", ".xml")]


def room(path):
    """Return the room of a file: `checks` for `scripts/guide/checks/records/dates.py`; a command is its own room."""
    parts = path.relative_to(ROOT / "scripts").with_suffix("").parts
    return parts[1] if parts[0] == "guide" and len(parts) > 1 else parts[0]


def imports(path):
    """Yield full dotted names of everything a file imports, for types alone as well."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def test_the_house_has_these_rooms_and_no_other():
    found = {path.name.removesuffix(".py") for path in (ROOT / "scripts" / "guide").iterdir() if path.name[0] != "_"}
    assert found == set(ROOMS)


def test_arrows_between_rooms_point_down():
    arrows = Counter()
    for path in OURS:
        here = room(path)
        for name in imports(path):
            there = name.split(".")[1] if name.startswith("guide.") else here
            if here in ROOMS and there != here:
                arrows[here, there] += 1
    up = {arrow: count for arrow, count in arrows.items() if arrow[1] not in ROOMS[arrow[0]]}
    print(f"{sum(arrows.values())} imports between rooms, {sum(up.values())} up")
    assert not up


def test_modules_import_each_other_without_a_cycle():
    imported = {name: {_module(found) for found in imports(path)} for name, path in MODULES.items()}
    graph = {name: found - {None, name} for name, found in imported.items()}
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))
    assert len(order) >= len(MODULES)


def _module(name):
    """Return the module that an imported name belongs to; None for one that is not ours."""
    return next((module for module in (name, name.rpartition(".")[0]) if module in MODULES), None)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_an_outside_package_is_known_to_its_rooms(path):
    for name in imports(path):
        rooms = PACKAGES.get(name.split(".")[0])
        assert rooms is None or room(path) in rooms, f"{room(path)} imports {name}"


def test_only_commands_read_the_clock():
    """So does the package that others install, which asks nobody else."""
    for path in OURS:
        text = path.read_text("utf-8")
        if room(path) == "cli" or path.parent in (ROOT / "scripts", ROOT / "scripts/guide/packages/python"):
            continue
        if re.search(r"date\.today\(\)|datetime\.now\(|time\.time\(|os\.environ", text):
            assert path.name in ("dates.py", "law_tables.py"), path


def test_modules_stay_small_and_say_what_they_hold():
    lines = {path: path.read_text("utf-8").count("\n") for path in OURS}
    print(f"{len(lines)} modules, {median(lines.values())} lines in the middle, {max(lines.values())} at most")
    for path in OURS:
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path
        assert path.stem not in ("utils", "helpers", "common", "misc"), path
    assert [path for path, count in lines.items() if count > 200] == []
    assert median(lines.values()) <= 90


def nodes(kind):
    """Yield every node of a kind in the scripts, with its file."""
    for path in OURS:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, kind):
                yield path, node


def test_functions_stay_short():
    functions = [(node.end_lineno - node.lineno + 1, node.name, path) for path, node in nodes(ast.FunctionDef)]
    lengths = [length for length, _, _ in functions]
    print(f"{len(lengths)} functions, {median(lengths)} lines in the middle, {max(lengths)} at most")
    assert [function for function in functions if function[0] > 40] == []


def test_types_are_said():
    lines = [line for path in OURS for line in path.read_text("utf-8").splitlines() if re.search(r"\bAny\b", line)]
    print(f"Any on {len(lines)} lines")
    assert len(lines) <= 60
    assert [line for line in lines if re.search(r"\b(renderer|site|page|context): Any\b", line)] == []


def test_classes_do_not_shadow_names_of_python():
    taken = {*dir(builtins), "Any", "Literal", "Optional", "Union"}
    assert [(path, node.name) for path, node in nodes(ast.ClassDef) if node.name in taken] == []


def test_names_say_what_they_hold():
    stored = [node.id for _, node in nodes(ast.Name) if isinstance(node.ctx, ast.Store)]
    assert sorted(set(stored) & REFUSED) == []
    counts = Counter(name for name in stored if name in FADING)
    print(", ".join(f"{name}: {count}" for name, count in counts.items()))
    assert all(counts[name] <= most for name, most in FADING.items()), counts


def test_the_code_runs_without_its_tests():
    for path in OURS:
        assert not re.search(r"[\"'/]tests[/\"']", path.read_text("utf-8")), path


def test_commands_are_thin():
    for path in (ROOT / "scripts").glob("*.py"):
        assert path.read_text("utf-8").count("\n") <= 170, path


def wide(path):
    """Return the numbers of the lines of a template that are longer than 140 signs."""
    return [number for number, line in enumerate(path.read_text("utf-8").splitlines(), 1) if len(line) > 140]


def test_lines_of_templates_stay_short():
    assert len(TEMPLATES) > 120
    assert {path.relative_to(OVERRIDES).as_posix(): wide(path) for path in TEMPLATES if wide(path)} == {}


def test_a_line_of_a_template_that_grows_too_long_is_told(tmp_path):
    template = tmp_path / "block.html"
    template.write_text(f"{'–' * 140}\n{'–' * 141}\n", "utf-8")
    assert wide(template) == [2]


def test_no_template_asks_which_template_a_page_has():
    """What differs by kind stands in pages/page_kinds.py."""
    assert [path.name for path in TEMPLATES if "page.template" in path.read_text("utf-8")] == []


NAMED = re.compile(r"\bguide(?:\.[a-z]\w*)+|(?<![\w/.-])(?:scripts|overrides)/[\w/-]+\.(?:py|html|css|js|yml)\b")
"""A module, or what it holds, or a file, as a sentence of the code names it."""


def there_is(name):
    return (ROOT / name).is_file() if "/" in name else bool(_module(name))


def test_modules_and_files_that_a_comment_names_are_there():
    paths = [*OURS, *OVERRIDES.rglob("*.html"), *OVERRIDES.rglob("*.css"), *OVERRIDES.rglob("*.js")]
    named = {(path.name, name) for path in paths for name in NAMED.findall(path.read_text("utf-8"))}
    assert len(named) > 200
    assert [found for found in sorted(named) if not there_is(found[1])] == []
