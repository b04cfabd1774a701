"""The data says by itself, in time, what must be looked at again; nothing past its last month is ever shown."""

from __future__ import annotations

import datetime
import re

import pytest
from conftest import ROOT, TODAY
from guide import checks
from guide.freshness import AHEAD, due
from guide.load import load, read
from guide.pages import pages
from guide.render import Renderer

MONTHS = [f"{year}-{month:02}" for year in (2026, 2027, 2028) for month in range(1, 13)][10:30]
GOLDEN = {
    "2026-11": ["2026-12-01 reliefs.yml", "2026-12-01 sponsorship.yml"],
    "2026-12": ["2026-12-01 reliefs.yml", "2026-12-01 sponsorship.yml"],
    "2027-01": [],
    "2027-02": ["2027-03-01 reliefs.yml"],
    "2027-03": ["2027-03-01 reliefs.yml"],
    "2027-04": [],
}
"""What the sample says on the 22nd of the month, up to the first year's end; after it the year's reviews join."""
YEARLY = {"bands.yml", "benefits/jkk.yml", "coverage.yml", "gaps.yml", "partners/obor-mas.yml", "pension-age.yml",
          "procedures/join-bpu.yml", "programs/jkk.yml", "regulations.yml", "reliefs.yml", "schedules/bpu-jkk.yml",
          "schedules/jakon-jkk.yml", "schedules/pmi-jkk-jkm.yml", "schedules/pu-jkk.yml", "schedules/pu-jp.yml",
          "sponsorship.yml", "taxes.yml", "offices.yml", "channels.yml"}  # fmt: skip


@pytest.fixture(scope="module")
def sample():
    """The sample's facts; its yearly value is of 2016, so it is left out of the golden list."""
    return load(read(ROOT / "tests" / "sample"))


def said(facts, month):
    """`day file` of everything that is said on the 22nd of a month, but for the value that is long overdue."""
    today = datetime.date.fromisoformat(f"{month}-22")
    found = [d for d in due(facts, today) if d.day <= today + AHEAD and d.day.year > 2020]
    return [f"{d.day} {d.record.place.file.removeprefix('data/')}" for d in found]


@pytest.mark.parametrize("month", GOLDEN)
def test_the_right_things_are_said_at_the_right_time(sample, month):
    assert said(sample, month) == GOLDEN[month]


def test_after_a_year_every_file_is_due(sample):
    assert {item.split()[1] for item in said(sample, "2027-11")} == YEARLY


def test_a_value_that_comes_each_year_is_asked_for_in_its_month(facts):
    asked = {d.record.place.file: d.day for d in due(facts, TODAY) if "each year" in d.task}
    assert asked == {
        "data/schedules/pu-jp.yml": datetime.date(2027, 3, 1),
        "data/benefits/jp.yml": datetime.date(2027, 3, 1),
    }


def test_what_is_due_is_a_warning_and_never_a_mistake(facts, prose):
    late = datetime.date(2028, 6, 30)
    found = list(checks.find(facts, prose, late))
    assert found and all(mistake.warning for mistake in found)
    assert all("overdue since" in m.message or "due on" in m.message for m in found)


@pytest.mark.parametrize("month", MONTHS[::6])
def test_the_main_pages_can_always_be_drawn(facts, prose, languages, month):
    _draw(facts, prose, languages, month, ("", "biaya/", "manfaat/", "kesehatan-data/"))


@pytest.mark.audit
@pytest.mark.parametrize("month", MONTHS)
def test_every_page_can_always_be_drawn(facts, prose, languages, month):
    _draw(facts, prose, languages, month, None)


def _draw(facts, prose, languages, month, paths):
    today = datetime.date.fromisoformat(f"{month}-22")
    site = pages(facts, prose)
    renderer = Renderer(facts, site, languages, ROOT / "overrides", today)
    for page in site:
        if paths is None or page.path in paths:
            for language in languages.values():
                text = renderer.render(page, language)
                if today > datetime.date(2027, 3, 31) and page.path in ("", "biaya/"):
                    assert not re.search(r"Rp8[.,]400", text)
