"""What is kept for later proves itself when it is read: cut short or filled with zeros, it is made anew."""

from __future__ import annotations

import os
from itertools import pairwise

import pytest
from guide.assets.disk_cache import kept, stored
from guide.assets.previous_build import LIST, carry, older
from guide.pages.templates import Templates, _environment
from guide.website import atomic_folder
from guide.website.edition import read_edition, write_edition

CONTENT = bytes(range(200))
CUTS = {"empty": (0, 0), "short": (100, 100), "one byte less": (231, 231), "zeros": (0, 232), "half zeros": (90, 232)}
"""Bytes that are left of 232, and how long the file is then."""


def spoil(path, cut):
    """Leave so many bytes of a file, and fill it with zeros up to a length."""
    for size in CUTS[cut]:
        os.truncate(path, size)


@pytest.mark.parametrize("cut", CUTS)
def test_an_entry_that_is_not_whole_is_made_anew(tmp_path, cut):
    assert kept(tmp_path, b"key", lambda: CONTENT) == CONTENT
    (entry,) = tmp_path.iterdir()
    spoil(entry, cut)
    assert stored(entry) is None
    assert kept(tmp_path, b"key", lambda: CONTENT) == CONTENT
    assert kept(tmp_path, b"key", lambda: pytest.fail("made twice")) == CONTENT


def test_where_nothing_can_be_kept_only_time_is_lost(tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert kept(tmp_path / "file", b"key", lambda: CONTENT) == CONTENT
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("cut", CUTS)
def test_a_compiled_template_that_is_not_whole_is_compiled_anew(tmp_path, cut):
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/page.html").write_text("{% for n in range(3) %}{{ n * 7 }},{% endfor %}", "utf-8")
    for _ in range(2):
        assert Templates(tmp_path / "overrides").render("page.html", {}) == "0,7,14,"
        _environment.cache_clear()
        (entry,) = (tmp_path / ".build/templates").iterdir()
        spoil(entry, cut)


@pytest.mark.parametrize("harm", ["cut short", "taken away", "added"])
def test_an_edition_is_that_of_the_files_that_were_noted(tmp_path, harm):
    site = tmp_path / "site"
    atomic_folder.write_into(site, {"index.html": "page", "a/b.js": "script"}.items())
    write_edition(tmp_path, site, "this")
    assert read_edition(tmp_path, site) == "this"
    if harm == "cut short":
        os.truncate(site / "a/b.js", 0)
    elif harm == "taken away":
        (site / "index.html").unlink()
    else:
        (site / "c.js").touch()
    assert read_edition(tmp_path, site) == ""


def test_scripts_of_the_build_before_live_one_build_longer(tmp_path):
    sites = [tmp_path / name for name in "abc"]
    for number, site in enumerate(sites):
        name = f"en/page-{number}123456789.js"
        atomic_folder.write_into(site, {name: "x", f"{name}.br": "y", "index.html": name, "own.js": "z"}.items())
    for before, site in pairwise(sites):
        carry(before, site)
    names = {path.relative_to(sites[2]).as_posix() for path in sites[2].rglob("*.js")}
    assert names == {"en/page-1123456789.js", "en/page-2123456789.js", "own.js"}
    assert set((sites[2] / LIST).read_text("utf-8").split()) == older(sites[2])
    assert older(sites[2]) == {"en/page-1123456789.js", "en/page-1123456789.js.br"}


def test_a_build_without_twins_carries_none_of_what_it_has(tmp_path):
    before, site = tmp_path / "before", tmp_path / "site"
    atomic_folder.write_into(before, {"a-0123456789.js": "x", "a-0123456789.js.br": "y"}.items())
    atomic_folder.write_into(site, {"a-0123456789.js": "x"}.items())
    carry(before, site)
    assert [path.name for path in site.iterdir()] == ["a-0123456789.js"]


def test_a_folder_that_is_replaced_is_never_missing(tmp_path, monkeypatch):
    """Only a system without an exchange renames twice."""
    site, new = tmp_path / "site", tmp_path / "new"
    for exchanged in (True, False):
        atomic_folder.write_into(site, {"x": "old"}.items())
        atomic_folder.write_into(new, {"x": "new"}.items())
        with monkeypatch.context() as patched:
            if exchanged:
                patched.setattr(type(site), "rename", renaming(site, type(site).rename))
            else:
                patched.setattr(atomic_folder, "_EXCHANGE", 64)
            atomic_folder.swap(new, site)
        assert (site / "x").read_text() == "new" and [path.name for path in tmp_path.iterdir()] == ["site"]


def renaming(site, rename):
    """Rename as ever, but never take `site` away."""

    def watched(path, target):
        assert path != site, "the site is missing for a moment"
        return rename(path, target)

    return watched
