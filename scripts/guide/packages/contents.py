"""What every package holds: its version, the words about it, and the sources of the Python engine."""

from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import guide
from guide.facts.facts import Facts
from guide.facts.model.record import Model
from guide.facts.traversal import every

NAME = "paham-jamsostek"
SUMMARY = "Contributions and benefits of workers' social security in Indonesia (BPJS Ketenagakerjaan), with their law"
HERE = Path(__file__).parent
ROOT = "guide.packages.python"
"""The module that becomes `paham_jamsostek`."""
MODULE = "paham_jamsostek"
INSIDE = f"{MODULE}._guide"
"""Where the modules of the house stand in the package."""


def checked_day(facts: Facts) -> datetime.date:
    """Return the latest day on which a fact was entered or compared with the law."""
    told = (vars(record) for record in every(facts, Model))
    days = (fields.get(name) for fields in told for name in ("compiled", "verified"))
    return max(day for day in days if isinstance(day, datetime.date))


def version(facts: Facts, number: int) -> str:
    """Return `2026.1129.0`: year, month and day of the facts, and the number of the package of that day."""
    day = checked_day(facts)
    return f"{day.year}.{day.month}{day.day:02}.{number}"


def readme(folder: str, facts: Facts, number: int) -> str:
    """Return the README of a package."""
    text = (HERE / folder / "README.md").read_text("utf-8")
    return text.replace("VERSION", version(facts, number)).replace("FACTS", checked_day(facts).isoformat())


def python_sources() -> dict[str, str]:
    """Return the sources of `paham_jamsostek` by path: the package's own, and every module that they import."""
    waiting, modules = [ROOT, f"{ROOT}.__main__"], dict[str, Path]()
    while waiting:
        name = waiting.pop()
        if name not in modules:
            modules[name] = _path(name)
            waiting += [*_parents(name), *_imported(modules[name])]
    return {_place(name, path): _renamed(path.read_text("utf-8")) for name, path in sorted(modules.items())}


def _path(module: str) -> Path:
    path = Path(guide.__path__[0]).joinpath(*module.split(".")[1:])
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _parents(module: str) -> Iterator[str]:
    """Yield the packages above a module; not those above the one that becomes the root."""
    parts = module.split(".")
    if not module.startswith(ROOT):
        yield from (".".join(parts[:count]) for count in range(1, len(parts)))


def _imported(path: Path) -> Iterator[str]:
    """Yield the modules of the house that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "guide":
            module = str(node.module)
            yield module
            yield from (f"{module}.{name.name}" for name in node.names if _path(f"{module}.{name.name}").is_file())


def examples(folder: str, language: str) -> list[str]:
    """Return the examples of a README in a programming language, each a program."""
    text = (HERE / folder / "README.md").read_text("utf-8")
    return [part.partition("```")[0] for part in text.split(f"```{language}\n")[1:]]


def _place(module: str, path: Path) -> str:
    inside = module.replace(ROOT, MODULE) if module.startswith(ROOT) else module.replace("guide", INSIDE, 1)
    folder = inside.replace(".", "/")
    return f"{folder}/__init__.py" if path.name == "__init__.py" else f"{folder}.py"


def _renamed(text: str) -> str:
    """Return a source whose imports name the modules as they stand in the package."""
    own = re.sub(rf"\b{re.escape(ROOT)}\b", MODULE, text)
    return re.sub(r"^(\s*from )guide\b", rf"\1{INSIDE}", own, flags=re.M)
