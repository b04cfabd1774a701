"""Translations that cannot be filled or shown are named with their file and line."""

from __future__ import annotations

import pytest
from conftest import ROOT
from guide.checks.catalogs import translations_fit_their_english
from guide.facts.diagnostics import DataError
from guide.i18n.catalogs import read_catalog


def catalog(folder, english, words):
    """A folder of catalogs that holds one sentence on line 3."""
    path = folder / "locales" / "id" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text(f'# a catalog\n\nmsgid "{english}"\nmsgstr "{words}"\n', "utf-8")
    return folder / "locales"


def test_the_catalogs_of_the_site_fit():
    assert [*translations_fit_their_english(ROOT / "overrides" / "locales")] == []


@pytest.mark.parametrize(
    ("english", "words", "bad"),
    [
        ("{amount:money} a month", "sebulan", "{amount:money}"),
        ("{amount:money} a month", "{amount:rate} sebulan", "{amount:money}, {amount:rate}"),
        ("%(amount)s a month", "%(jumlah)s sebulan", "%(amount)s, %(jumlah)s"),
        ("%(amount)s a month", "%(amount)s sebulan, 5% saja", "%"),
        ("a month", "sebulan <script>", "<script>"),
        ("a <b>month</b>", "<b onclick=x>sebulan</b>", "<b onclick=x>"),
        ("a month", "sebulan &lt;", "&lt;"),
        ("a month", "sebulan {0.__class__}", "{"),
        ("a month", "sebulan }", "}"),
    ],
)
def test_a_translation_that_does_not_fit_is_named_with_file_and_line(tmp_path, english, words, bad):
    found = [*translations_fit_their_english(catalog(tmp_path, english, words))]
    assert (found[0].file.split("/", 1)[1], found[0].line) == ("locales/id/LC_MESSAGES/messages.po", 3)
    assert found[0].values["bad"] == bad


@pytest.mark.parametrize(("old", "line"), [(b"sebulan", 4), (b"a catalog", 1)])
def test_a_stray_byte_in_a_catalog_is_named_with_its_line(tmp_path, old, line):
    folder = catalog(tmp_path, "a month", "sebulan")
    path = folder / "id" / "LC_MESSAGES" / "messages.po"
    path.write_bytes(path.read_bytes().replace(old, b"\xe9"))
    with pytest.raises(DataError) as refused:
        read_catalog(folder, "id")
    assert refused.value.mistakes[0].line == line and "UTF-8" in str(refused.value)


@pytest.mark.parametrize(
    ("old", "new"), [('sebulan"', "sebulan"), ("msgstr", "msgstr[]n"), ("msgstr", "msgstr[0]x"), ("msgstr", "msgstr[")]
)
def test_a_catalog_with_an_open_quote_or_a_plural_without_number_is_one_sentence(tmp_path, old, new):
    folder = catalog(tmp_path, "a month", "sebulan")
    path = folder / "id" / "LC_MESSAGES" / "messages.po"
    before, _old, after = path.read_text("utf-8").rpartition(old)
    path.write_text(f"{before}{new}{after}", "utf-8")
    with pytest.raises(DataError) as refused:
        read_catalog(folder, "id")
    assert "messages.po:4:1: this is no catalog that can be read" in str(refused.value)
