"""The estimator as a Python wheel: engine, rules and words, typed, without dependencies."""

from __future__ import annotations

import datetime
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from guide.estimator.browser_data import words_of
from guide.facts.fallback import bare
from guide.law.stored_rules import to_stored
from guide.packages.contents import MODULE, NAME, SUMMARY, checked_day, python_sources, readme, version
from guide.pages.site import Site
from guide.website.atomic_folder import write_into
from guide.website.standalone_estimator import about

BACKEND = "flit_core"
BUILD = f"from {BACKEND} import buildapi; print(buildapi.build_wheel('dist'))"
PROJECT = """[build-system]
requires = ["flit_core"]
build-backend = "flit_core.buildapi"

[project]
name = "{name}"
version = "{version}"
description = "{summary}"
readme = "README.md"
requires-python = ">=3.11"
license = "MIT AND CC-BY-4.0"
license-files = ["LICENSE"]
classifiers = ["Typing :: Typed", "Natural Language :: Indonesian", "Natural Language :: English"]
dependencies = []

[project.scripts]
paham-jamsostek = "{module}.__main__:main"

[tool.flit.module]
name = "{module}"
"""


def wheel(site: Site, licence: str, number: int, work: Path) -> tuple[str, bytes]:
    """Return name and bytes of the wheel. `number`: that of the package of the day; `work`: an empty folder."""
    write_into(work, _files(site, licence, number).items())
    (work / "dist").mkdir()
    day = checked_day(site.facts)
    epoch = int(datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC).timestamp())
    told = {"SOURCE_DATE_EPOCH": str(epoch), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", BUILD], cwd=work, env=told, capture_output=True, text=True)
    if done.returncode:
        raise LookupError(done.stderr)
    name = done.stdout.split()[-1]
    return name, (work / "dist" / name).read_bytes()


def _files(site: Site, licence: str, number: int) -> Mapping[str, str]:
    """Return the tree that the wheel is built from."""
    told = version(site.facts, number)
    data = {
        "about": about(site, told),
        "rules": to_stored(site.figures.rules),
        "words": {name: words_of(language, site.facts) for name, language in site.languages.items()},
    }
    return {
        **python_sources(),
        f"{MODULE}/py.typed": "",
        f"{MODULE}/data.json": bare(json.dumps(data, ensure_ascii=False, separators=(",", ":"))),
        "README.md": readme("python", site.facts, number),
        "LICENSE": licence,
        "pyproject.toml": PROJECT.format(name=NAME, version=told, summary=SUMMARY, module=MODULE),
    }
