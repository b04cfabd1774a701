"""A page that somebody kept says by itself that it is old, once the day to check it again has come."""

from __future__ import annotations

import datetime
import re

import pytest
from hosts import nginx
from looking import chromium, each_kind, settle

pytestmark = pytest.mark.xdist_group("eyes")
MORE = (
    "en/tanya/index.html",
    "en/pekerjaan/nelayan/index.html",
    "en/hitung/index.html",
    "en/hitung/lembar/index.html",
    "sematan/index.html",
)

SILENT = r"404"
"""The page of a wrong address holds no amount."""


@pytest.mark.parametrize(("day", "old", "step"), [("2026-12-31T23:59", False, 3), ("2027-01-01T00:00", True, 1)])
def test_each_kind_of_page_says_that_it_is_old_from_the_day_to_check_again(
    built, facts, prose, tmp_path, day, old, step
):
    """A minute before, a third of the kinds is asked: what each of them says comes from the same few lines."""
    built.parent.chmod(0o755)
    with nginx(built, tmp_path) as address, chromium() as browser:
        page = browser.new_context(viewport={"width": 360, "height": 640}, timezone_id="Asia/Makassar").new_page()
        page.clock.install(time=datetime.datetime.fromisoformat(f"{day}+08:00"))
        files = [file for file in (*each_kind(built, facts, prose), *MORE) if not re.search(SILENT, file)]
        for file in files[::step]:
            page.goto(f"{address}/{file.removesuffix('index.html')}")
            settle(page)
            assert page.locator("[data-old]").is_visible() == old, file
            if old:
                words = "This copy is old." if file.startswith("en/") else "Salinan ini sudah lama."
                assert words in page.locator("[data-old]").inner_text(), file
                assert page.locator("[data-old]").bounding_box()["y"] < 640, file
                assert page.evaluate("document.documentElement.scrollWidth") <= 360, file


def test_without_javascript_nothing_is_said_of_it(built):
    with chromium() as browser:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto((built / "biaya" / "index.html").as_uri())
        assert not page.locator("[data-old]").is_visible()
