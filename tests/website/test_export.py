"""Moving out is a change of one adapter: the exported pages hold what the site holds, and name no builder."""

from __future__ import annotations

import re

import pytest
from conftest import ADDRESS, ROOT, run

pytestmark = pytest.mark.xdist_group("export")
FIGURE = re.compile(r'data-(?:fig|value)="[^"]*"[^>]*>[^<]*')


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """A folder with the exported pages and theme."""
    folder = tmp_path_factory.mktemp("exported")
    done = run(ROOT, "export.py", str(folder), SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_page_is_exported_with_the_figures_of_the_site(built, exported):
    for language, site in (("id", built), ("en", built / "en")):
        docs = exported / language / "docs"
        pages = {path.parent.relative_to(docs).as_posix() for path in docs.rglob("index.md")}
        there = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
        assert pages == {page for page in there if page.split("/")[0] != "en"}
        for page in pages:
            body = (site / page / "index.html").read_text("utf-8").partition("<main>")[2].partition("</main>")[0]
            text = (docs / page / "index.md").read_text("utf-8").partition("\n---\n")[2]
            assert FIGURE.findall(text) == FIGURE.findall(body), page


def test_an_exported_page_is_one_block_that_no_parser_of_markdown_opens(exported):
    for path in exported.rglob("*.md"):
        head, article = path.read_text("utf-8").removeprefix("---\n").split("\n---\n", 1)
        assert "\n" not in head and "\n\n" not in article.strip(), path
    assert "frame." not in (exported / "id" / "theme" / "main.html").read_text("utf-8")
