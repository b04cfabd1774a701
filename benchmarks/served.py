"""The site as hosting/ says that it is served, and one page of each kind of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench_builds import house
from conftest import ROOT, run
from generated import times
from guide.facts.load import load, read, read_prose
from hosts import nginx
from looking import each_kind


@contextmanager
def served() -> Iterator[tuple[str, list[str]]]:
    """Build the site and serve it by nginx; yield its address, and the path of a page of each kind."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        built = house(folder / "house", times(1)) / "site"
        done = run(built.parent, "build.py", SITE_URL="https://example.org")
        assert done.returncode == 0, done.stderr
        facts = load(read(ROOT / "data"))
        kinds = each_kind(built, facts, read_prose(ROOT / "docs", facts.languages))
        (folder / "nginx").mkdir()
        with nginx(built, folder / "nginx") as address:
            yield address, [file.removesuffix("index.html") for file in kinds]
