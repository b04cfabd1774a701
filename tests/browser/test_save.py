"""One tap keeps the guide on a phone: the file that is saved answers alone, without any network."""

from __future__ import annotations

import pytest
from hosts import nginx
from looking import chromium, settle

pytestmark = pytest.mark.xdist_group("eyes")
FARMER = "#segment=bpu&income=1000000&month=2026-11"


@pytest.fixture(scope="module")
def address(built, tmp_path_factory):
    built.parent.chmod(0o755)
    with nginx(built, tmp_path_factory.mktemp("saved")) as found:
        yield found


@pytest.mark.parametrize(
    ("path", "state"), [("", FARMER), ("bagikan/", FARMER), ("mitra/obor-mas/", ""), ("pekerjaan/petani/", "")]
)
def test_what_one_tap_saves_says_what_a_farmer_pays(address, tmp_path, path, state):
    with chromium() as browser:
        phone = browser.new_context(viewport={"width": 360, "height": 640}, accept_downloads=True)
        page = phone.new_page()
        page.goto(f"{address}/{path}")
        settle(page)
        tap = page.locator(".save a[download]").first
        box = tap.bounding_box()
        assert tap.inner_text().startswith("Simpan di HP (") and box["height"] >= 48
        with page.expect_download() as event:
            tap.click()
        name = event.value.suggested_filename
        event.value.save_as(tmp_path / "alone" / name)
        assert name.endswith(".html")
        alone = browser.new_context(offline=True, viewport={"width": 360, "height": 640}).new_page()
        alone.goto((tmp_path / "alone" / name).as_uri() + state)
        if state:
            alone.wait_for_selector("[data-amount='monthly.total']")
            total = alone.locator("[data-amount='monthly.total']").first
            assert total.get_attribute("data-value") == "8400" and "Rp8.400" in total.inner_text()
        else:
            assert "Rp8.400" in alone.locator("main").inner_text()
