"""Moving out of MkDocs and Material: the exported pages built with Zensical and with ProperDocs say what ours say.

Their exit codes prove nothing (Zensical once ended well with a single page): pages and amounts are counted.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench import line
from conftest import ROOT, TODAY

BIN = Path(sys.executable).parent
ENVIRONMENT = {**os.environ, "AS_OF": TODAY.isoformat(), "SITE_URL": "https://example.org", "NO_MKDOCS_2_WARNING": "1"}
AMOUNT = re.compile(r'data-(?:fig|amount)="([^"]*)"[^>]*>([^<]*)<|data-value="([^"]*)"')
TEXT = re.compile(r'<article id="isi">(.*)</article>', re.S)


def tables() -> None:
    """For each builder: how long, how many pages, and how many amounts on them; all must be ours."""
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        _run([sys.executable, ROOT / "scripts" / "export.py", out / "moved"], ROOT)
        builders = {
            "ours": lambda language: [sys.executable, "-m", "mkdocs", "-q", "build", "-f", _config(language), "-d"],
            "ProperDocs": lambda _: [BIN / "properdocs", "-q", "build", "-f", "mkdocs.yml", "-d"],
            "Zensical": lambda _: [BIN / "zensical", "build", "-f", "mkdocs.yml"],
        }
        for language in sorted(path.name for path in (out / "moved").iterdir()):
            ours: dict[str, Counter] = {}
            for builder, command in builders.items():
                site = out / f"{builder}-{language}"
                start = time.perf_counter()
                if builder == "Zensical":
                    _run(command(language), out / "moved" / language)
                    (out / "moved" / language / "site").rename(site)
                else:
                    _run([*command(language), site], ROOT if builder == "ours" else out / "moved" / language)
                took = time.perf_counter() - start
                found = _amounts(site)
                ours = ours or found
                line(f"{builder}, {language}: build", f"{took:.1f}", "s")
                line(f"{builder}, {language}: pages", len(found))
                line(f"{builder}, {language}: amounts", f"{sum(map(Counter.total, found.values())):,}")
                different = [page for page in ours.keys() | found.keys() if ours.get(page) != found.get(page)]
                line(f"{builder}, {language}: pages with other amounts than ours", len(different))
                assert found and not different, f"{builder}: {sorted(different)[:9]}"


def _config(language: str) -> Path:
    return ROOT / ("mkdocs.yml" if language == "id" else f"mkdocs.{language}.yml")


def _run(command: list, folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def _amounts(site: Path) -> dict[str, Counter]:
    """Every figure and amount with its words, by page; the page of a wrong address is the server's business."""
    return {
        path.relative_to(site).as_posix(): Counter(AMOUNT.findall(_article(path))) for path in site.rglob("index.html")
    }


def _article(path: Path) -> str:
    return TEXT.search(path.read_text("utf-8"))[1]  # type: ignore[index]
