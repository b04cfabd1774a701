"""One figure on a page of others: no script, its last month or condition beside it, another amount on another day."""

from __future__ import annotations

import datetime
import re

import pytest
from conftest import ROOT
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from guide.website import figure_lines


@pytest.fixture(scope="module")
def lines(drawn, languages):
    return {name: dict(figure_lines.files(drawn, language)) for name, language in languages.items()}


def plain(html):
    """The words of a line."""
    return " ".join(re.sub(r"<title>.*?</title>|<[^>]+>", "", html, flags=re.S).split())


def test_a_line_has_its_amount_its_last_month_and_its_day(lines):
    text = plain(lines["id"]["sematan/bpu-basic.html"])
    assert "Rp8.400 (sampai Desember 2026, lalu Rp16.800) sebulan" in text
    assert "per 22 November 2026. Bukan situs resmi." in text
    english = plain(lines["en"]["sematan/bpu-basic.html"])
    assert "Rp8,400 (until December 2026; then Rp16,800) a month" in english


def test_a_benefit_stands_with_its_condition(lines):
    text = plain(lines["id"]["sematan/bpu-death.html"])
    assert "Rp42.000.000" in text and "3 bulan berturut-turut" in text


def test_what_is_paid_once_says_so(lines):
    assert "dibayar sekali" in plain(lines["id"]["sematan/pmi-24.html"])


def test_every_named_estimate_has_a_line_without_script_or_style(lines, facts):
    for files in lines.values():
        assert set(files) == {f"sematan/{estimate.id}.html" for estimate in facts.estimates}
        for html in files.values():
            assert html.startswith("<!doctype html>") and 'lang="' in html
            assert not re.search(r"<script|<style|style=|<link|https?://", html)
            assert re.search(r'href="\.\./hitung/#segment=\w+', html)


def test_on_another_day_the_line_says_another_amount(facts, prose, languages):
    later = datetime.date(2027, 1, 15)
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", later)
    text = plain(dict(figure_lines.files(renderer, languages["id"]))["sematan/bpu-basic.html"])
    assert "Rp16.800 sebulan" in text and "8.400" not in text and "15 Januari 2027" in text
