"""The house keeps its order: imports point down, each outside package has one room, files stay small."""

from __future__ import annotations

import ast
import re
from collections import Counter
from graphlib import CycleError, TopologicalSorter

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
    "cli": ("facts",),
}
"""Each room with those that it may import from; commands may import from all."""
PACKAGES = {
    "yaml": ("facts",),
    "pydantic": ("facts",),
    "pydantic_core": ("facts",),
    "babel": ("i18n",),
    "jinja2": ("pages",),
    "markupsafe": ("pages",),
    "markdown": ("pages",),
    "brotli": ("website",),
    "segno": ("assets",),
    "PIL": ("assets",),
    "resvg_py": ("assets",),
    "font_roboto": ("assets",),
    "playwright": ("handouts",),
    "mkdocs": ("mkdocs_hooks",),
}
"""The rooms that know a package from outside."""
OURS = sorted((ROOT / "scripts").rglob("*.py"))


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
    modules = {".".join(path.relative_to(ROOT / "scripts").with_suffix("").parts): path for path in OURS}
    modules = {name.removesuffix(".__init__"): path for name, path in modules.items()}
    imported = {name: {_module(found, modules) for found in imports(path)} for name, path in modules.items()}
    graph = {name: found - {None, name} for name, found in imported.items()}
    try:
        order = list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))
    assert len(order) >= len(modules)


def _module(name, modules):
    """Return the module that an imported name belongs to; None for one that is not ours."""
    return name if name in modules else next((m for m in (name.rpartition(".")[0],) if m in modules), None)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_an_outside_package_is_known_to_its_rooms(path):
    for name in imports(path):
        rooms = PACKAGES.get(name.split(".")[0])
        assert rooms is None or room(path) in rooms, f"{room(path)} imports {name}"


def test_only_commands_read_the_clock():
    for path in OURS:
        text = path.read_text("utf-8")
        if room(path) == "cli" or path.parent == ROOT / "scripts":
            continue
        if re.search(r"date\.today\(\)|datetime\.now\(|time\.time\(|os\.environ", text):
            assert path.name in ("dates.py", "law_tables.py"), path


def test_modules_stay_small_and_say_what_they_hold():
    for path in OURS:
        text = path.read_text("utf-8")
        assert ast.get_docstring(ast.parse(text)), path
        assert path.stem not in ("utils", "helpers", "common", "misc"), path
        assert text.count("\n") <= 320, f"{path}: {text.count(chr(10))} lines"


def test_commands_are_thin():
    for path in (ROOT / "scripts").glob("*.py"):
        assert path.read_text("utf-8").count("\n") <= 170, path
