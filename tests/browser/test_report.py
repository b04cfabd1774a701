"""A wrong number is reported from anywhere: page and figure come along, the text is made on the device, no NIK goes."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hosts import nginx
from looking import chromium, settle

pytestmark = pytest.mark.xdist_group("eyes")


@pytest.fixture(scope="module")
def address(built, tmp_path_factory):
    built.parent.chmod(0o755)
    with nginx(built, tmp_path_factory.mktemp("report")) as found:
        yield found


def test_a_report_takes_page_and_figure_along_and_loses_a_nik(built, address):
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 640})
        asked = []
        page.goto(f"{address}/biaya/")
        settle(page)
        figure = page.locator("main a[data-fig]").first
        figure.evaluate("link => link.click()")
        fact = page.evaluate("location.hash")
        assert fact.startswith("#f-")
        page.locator(".src:target a[href*='lapor/']").click()
        page.wait_for_url("**/lapor/**")
        settle(page)
        page.wait_for_selector("#report:not([hidden])")
        page.on("request", lambda request: asked.append(request.url))
        page.fill("#report-right", "Rp9.000, kata petugas 5301 0101 0101 0001")
        page.fill("#report-why", "Saya bayar kemarin")
        text = page.locator("#report-text").inner_text()
        assert "Halaman: biaya/" in text and f"Angka: {unquote(fact[3:])}" in text
        assert "Rp9.000, kata petugas (nomor dihapus)" in text and "Alasannya: Saya bayar kemarin" in text
        for link in page.locator("[data-send]").all():
            sent = unquote(link.get_attribute("href"))
            assert sent.endswith(text) and "5301" not in sent
        page.click("#report-copy button")
        assert page.locator("#report-said").inner_text() == "Teks sudah disalin."
        assert asked == [] and page.evaluate("document.documentElement.scrollWidth") <= 360
        page.close()


def test_without_javascript_the_text_stands_there_to_be_filled_in(built, address):
    with chromium() as browser:
        page = browser.new_page(java_script_enabled=False)
        page.goto(f"{address}/lapor/#halaman=biaya/")
        assert not page.locator("#report").is_visible() and not page.locator("#report-copy").is_visible()
        assert "Halaman: …" in page.locator("#report-text").inner_text()
        assert page.locator("[data-send]").first.is_visible()
        page.close()


def test_a_file_brings_the_text_along_and_needs_neither_network_nor_address(built, facts):
    [file] = (built / "unduh").glob("paham-jamsostek_*_id.html")
    with chromium() as browser:
        page = browser.new_page(offline=True, viewport={"width": 360, "height": 640})
        page.goto(file.as_uri())
        page.locator("a[href='#lapor']").first.evaluate("link => link.click()")
        section = page.locator("#lapor")
        text = section.locator("pre").inner_text()
        assert section.is_visible() and f"Kode edisi: {facts.digest[:6]}." in text and "Halaman: …" in text
        for link in section.locator("[data-send]").all():
            assert " ".join(unquote(link.get_attribute("href")).split()).endswith(" ".join(text.split()))
        said = section.inner_text()
        assert "Kirim ke orang yang memberi Anda panduan ini, atau telepon 175." in said and "Jangan tulis NIK" in said
        page.close()
