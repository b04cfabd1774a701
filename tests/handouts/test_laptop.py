"""The site as an archive for a laptop: unpacked anywhere, it opens from index.html without any network."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest
from guide.handouts.archive import archive, for_a_laptop
from looking import chromium, settle

pytestmark = pytest.mark.xdist_group("eyes")


@pytest.fixture(scope="module")
def unpacked(built, tmp_path_factory):
    """A folder with a blank in its name, as people have them."""
    folder = tmp_path_factory.mktemp("laptop") / "My Documents"
    found = (path for path in built.rglob("*") if path.is_file() and path.suffix not in (".br", ".gz"))
    files = {path.relative_to(built).as_posix(): path.read_bytes() for path in found}
    zipfile.ZipFile(io.BytesIO(archive(for_a_laptop(files)))).extractall(folder)
    return folder


@pytest.mark.parametrize(("day", "old"), [("2026-12-31", False), ("2027-01-01", True)])
def test_an_old_copy_says_so_by_itself(unpacked, day, old):
    with chromium() as browser:
        page = browser.new_context(offline=True).new_page()
        page.clock.install(time=datetime.datetime.fromisoformat(f"{day}T12:00:00"))
        for file in ("index.html", "en/tanya/index.html", "pekerjaan/nelayan/index.html"):
            page.goto((unpacked / file).as_uri())
            settle(page)
            assert page.locator("[data-old]").is_visible() == old, file


def test_pages_search_and_estimator_work_from_a_folder_without_network(unpacked):
    with chromium() as browser:
        page = browser.new_context(offline=True, viewport={"width": 1280, "height": 800}).new_page()
        asked, said = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((unpacked / "index.html").as_uri())
        page.locator('main a[href^="pekerjaan/nelayan/"]').first.click()
        page.locator("h1", has_text="Nelayan").wait_for()
        page.locator(".tools .find").click()
        page.fill("#q", "meninggal")
        page.locator("#found a").first.click()
        page.locator("h1").wait_for()
        assert page.url.endswith("index.html") or "index.html#" in page.url
        page.goto((unpacked / "hitung/index.html").as_uri() + "#segment=bpu&income=1000000")
        assert page.locator("[data-amount='monthly.total']").first.get_attribute("data-value") == "8400"
        assert all(url.startswith(("file:", "data:")) for url in asked)
        assert not said
