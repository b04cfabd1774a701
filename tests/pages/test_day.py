"""Figures follow the law of the day, without an edit."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from conftest import ROOT, estimated
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

pytestmark = pytest.mark.xdist_group("day")
DAYS = ["2026-11-22", "2027-01-15", "2027-04-15", "2025-06-01", "2020-06-01"]
BASIC = {
    "2026-11-22": "Rp8.400",
    "2027-01-15": "Rp16.800",
    "2027-04-15": "Rp16.800",
    "2025-06-01": "Rp16.800",
    "2020-06-01": "Rp16.800",
}
TRANSPORT = {**BASIC, "2027-01-15": "Rp8.400"}
CEILING = {
    "2026-11-22": "Rp11.086.300",
    "2027-01-15": "Rp11.086.300",
    "2027-04-15": "Rp11.086.300",
    "2025-06-01": "Rp10.547.400",
    "2020-06-01": "Rp8.939.700",
}


@pytest.fixture(scope="module")
def drawn(facts, prose, languages):
    """Every page on every day in Indonesian, on the first and the last in English: no figure asks the language."""
    found = {}
    site = pages(facts, prose)
    for day in DAYS:
        spoken = languages.values() if day in (DAYS[0], DAYS[-1]) else [languages["id"]]
        renderer = open_renderer(facts, site, languages, ROOT / "overrides", datetime.date.fromisoformat(day))
        for page in site:
            for language in spoken:
                found[day, page.path, language.id] = renderer.render(page, language)
    return found


def shown(text, figure):
    """What a page shows for a figure, as often as it shows it."""
    return re.findall(rf'data-fig="{re.escape(figure)}"[^>]*>([^<]*)<', text)


@pytest.mark.parametrize("day", DAYS)
def test_every_page_can_be_drawn_and_shows_no_empty_figure(drawn, day):
    for (when, path, language), text in drawn.items():
        if when == day:
            for figure, words in re.findall(r'data-fig="([^"]*)"[^>]*>([^<]*)<', text):
                assert words.strip() and words != "None", (path, language, figure)


@pytest.mark.parametrize("day", DAYS)
def test_the_cost_page_has_the_law_of_the_day(drawn, day):
    text = drawn[day, "biaya/", "id"]
    other = "estimate:segment=bpu&amp;income=1000000&amp;programs=jkk,jkm&amp;sector=other:monthly.total"
    transport = other.replace("sector=other", "sector=transport")
    assert shown(text, other) == [BASIC[day]]
    assert shown(text, transport) == [TRANSPORT[day]]
    assert shown(text, "schedules.pu-jp.ceiling") == [CEILING[day]]
    assert set(shown(text, "estimates.bpu-full.monthly.total")) == {"Rp16.800", "enam belas ribu delapan ratus rupiah"}


def test_the_same_figure_is_the_same_on_every_page(drawn):
    for day in DAYS:
        for language in ("id", "en"):
            said: dict[str, set[str]] = {}
            for (when, _, spoken), text in drawn.items():
                if when == day and spoken == language:
                    for figure, words in re.findall(r'data-fig="([^"]*)"[^>]*>([^<]*)<', text):
                        said.setdefault(figure, set()).add(words)
            for figure, words in said.items():
                # round sums and amounts in words are the same amount, said otherwise
                assert len(words) <= 3, (day, language, figure, words)


def test_the_next_change_stands_beside_the_amount(drawn):
    text = drawn["2026-11-22", "", "id"]
    assert "sampai Desember 2026" in text and "Rp16.800" in text
    assert "sampai Maret 2027" in drawn["2027-01-15", "pekerjaan/ojek/", "id"]
    for day in DAYS[1:]:
        if day >= "2027-04":
            assert 'class="change"' not in drawn[day, "", "id"]


def test_what_is_not_covered_on_the_day_says_so(drawn):
    assert "not covered on this date" in drawn["2020-06-01", "biaya/", "en"]
    assert "belum ada datanya untuk tanggal ini" in drawn["2020-06-01", "biaya/", "id"]
    assert "not covered on this date" in drawn["2020-06-01", "program/jkp/", "en"]
    assert "not covered on this date" not in drawn["2026-11-22", "biaya/", "en"]


@pytest.mark.parametrize("day", ["2020-10-01", "2015-06-30", "2000-01-01"])
def test_pages_of_a_day_that_little_law_covers_say_so_and_show_no_empty_value(facts, prose, languages, day):
    site = pages(facts, prose)
    renderer = open_renderer(facts, site, languages, ROOT / "overrides", datetime.date.fromisoformat(day))
    for language in languages.values():
        for path in ("", "biaya/", "bangunan/", "hitung/", "manfaat/"):
            text = renderer.render(renderer.site.page(path), language)
            assert '="None"' not in text and ">None<" not in text, (path, language.id)
            shows = language.gettext("not covered on this date") in text
            assert shows or path in ("", "manfaat/") or (day, path) == ("2020-10-01", "bangunan/"), (path, language.id)


def test_no_page_shows_a_relief_outside_its_months(drawn):
    for (day, path, language), text in drawn.items():
        history = path.startswith(("tentang/", "perubahan/"))  # what sources said, and what changed then
        if day in ("2027-04-15", "2025-06-01", "2020-06-01") and not history:
            assert not re.search(r"Rp8[.,]400", text), (day, path, language)


KNOWN = {"2026-02-10": 10_547_400, "2026-02-26": 11_086_300, "2026-03-01": 11_086_300}
"""The ceiling of JP for March 2026 as known on a day: before the letter of 25 February 2026, and after it."""


@pytest.mark.parametrize(("day", "ceiling"), KNOWN.items())
def test_a_month_is_answered_as_known_on_the_day(day, ceiling):
    asked = ("--segment=pu", "--income=90jt", "--month=2026-03", "--programs=jp", "--json")
    answer = json.loads(estimated(*asked, AS_OF=day).stdout)
    assert answer["monthly"]["worker"] == ceiling // 100
    assert ("law-may-change" in {notice["id"] for notice in answer["notices"]}) == (day < "2026-03-01")


DATED_WITHIN = {
    "a tariff of JKP": (
        "2025-02-03",
        "--segment=pu --income=5jt --event=layoff --paid-months=12",
        "benefit_total",
        18_000_000,
    ),
    "a benefit at death": ("2019-12-01", "--segment=bpu --income=1jt --event=death", "benefit_total", 42_000_000),
    "a program's first month": ("2021-02-01", "--segment=pu --income=5jt", "jkp.total", 11_000),
}
"""Values that take effect on a later day of the month in which they are asked for: the day, the question, an amount."""


@pytest.mark.parametrize("name", DATED_WITHIN)
def test_a_value_dated_to_a_day_governs_its_month_from_the_first_day_on(name):
    day, asked, amount, rupiah = DATED_WITHIN[name]
    answer = json.loads(estimated(*asked.split(), "--json", AS_OF=day).stdout)
    shares = {f"{key}.{party}": value for key, part in answer["contributions"].items() for party, value in part.items()}
    assert {**answer, **shares}[amount] == rupiah


def test_a_value_dated_to_a_day_is_not_known_the_month_before():
    question = DATED_WITHIN["a program's first month"][1]
    done = estimated(*question.split(), "--month=2021-02", "--json", AS_OF="2021-01-31")
    assert "jkp" not in json.loads(done.stdout)["contributions"]


@pytest.mark.parametrize("day", KNOWN)
def test_pages_too_show_what_was_known_on_the_day(facts, prose, languages, day):
    site = pages(facts, prose)
    renderer = open_renderer(facts, site, languages, ROOT / "overrides", datetime.date.fromisoformat(day))
    text = renderer.render(renderer.site.page("biaya/"), languages["id"])
    assert shown(text, "schedules.pu-jp.ceiling") == ["Rp11.086.300" if day >= "2026-03-01" else "Rp10.547.400"]
    assert ("Rp11.086.300" in text) == (day >= "2026-02-25"), "what is announced stands beside what is in force"
