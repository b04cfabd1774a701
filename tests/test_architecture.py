"""The house keeps its order: imports point down, each outside package has one room, files stay small."""

from __future__ import annotations

import ast
import re

import pytest
from conftest import ROOT

LAYERS = [
    {"kept"},
    {
        "lending",
        "mistakes",
        "clock",
        "swap",
        "skin",
        "worn",
        "script",
        "feeds",
        "serving",
        "spelling",
        "article",
        "readability",
    },
    {"pictures", "terminal"},
    {"codes"},
    {"model"},
    {"address", "money", "records", "timeline", "draft", "vocabulary", "sentences", "number_words"},
    {"rules", "language"},
    {"inputs"},
    {"estimate", "load", "saying", "spoken"},
    {"figures", "compare", "projection", "reverse", "members", "browser", "options", "plain"},
    {"changes", "freshness"},
    {"pages", "tables", "charts", "atlas", "answer", "explain", "structured", "opendata", "search", "origin"},
    {"checks", "openapi", "news", "estimator_page", "listening", "sharing", "kit"},
    {"render"},
    {"wording", "spots", "beside", "difference"},
    {"studio"},
    {"bundle"},
]
"""A module may import from its own layer only below it in the list, or from any earlier one."""
ROOMS = {
    "yaml": "load",
    "babel": "language",
    "brotli": "serving",
    "jinja2": "render",
    "markupsafe": "render",
    "pydantic": ("model", "load"),
    "markdown": "render",
    "pydantic_core": "model",
    "mkdocs": "mkdocs_hooks",
    "segno": "codes",
    "PIL": "pictures",
    "resvg_py": "pictures",
    "font_roboto": "pictures",
    "playwright": "bundle",
}
OURS = sorted((ROOT / "scripts").rglob("*.py"))


def room(path):
    """`scripts/guide/checks/records/dates.py` is in the room `checks`; a command is its own room."""
    parts = path.relative_to(ROOT / "scripts").with_suffix("").parts
    return parts[1] if parts[0] == "guide" and len(parts) > 1 else parts[0]


def imports(path):
    """Full dotted names of everything a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def level(name):
    """The layer of a room."""
    return next((i for i, layer in enumerate(LAYERS) if name in layer), None)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_point_down(path):
    here = room(path)
    if path.parent == ROOT / "scripts":
        return
    if here != "__init__":
        assert level(here) is not None, f"{here} has no layer: put it into LAYERS"
    for name in imports(path):
        if name.startswith("guide."):
            there = name.split(".")[1]
            there = there if level(there) is not None else name.split(".")[2]
            if there != here:
                assert level(there) < level(here), f"{here} imports {there}"


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_an_outside_package_is_known_to_one_room(path):
    for name in imports(path):
        rooms = ROOMS.get(name.split(".")[0])
        if rooms:
            assert room(path) in ((rooms,) if isinstance(rooms, str) else rooms), f"{room(path)} imports {name}"


def test_only_commands_read_the_clock():
    for path in OURS:
        text = path.read_text("utf-8")
        if room(path) in ("clock",) or path.parent == ROOT / "scripts":
            continue
        if re.search(r"date\.today\(\)|datetime\.now\(|time\.time\(|os\.environ", text):
            assert path.name in ("time.py", "rows.py"), path


def test_modules_stay_small_and_say_what_they_hold():
    for path in OURS:
        text = path.read_text("utf-8")
        assert ast.get_docstring(ast.parse(text)), path
        assert path.stem not in ("utils", "helpers", "common", "misc"), path
        assert text.count("\n") <= 320, f"{path}: {text.count(chr(10))} lines"


def test_commands_are_thin():
    for path in (ROOT / "scripts").glob("*.py"):
        assert path.read_text("utf-8").count("\n") <= 170, path
