"""The certificate checked in the reader's own browser: the page answers every question and shows the digest."""

from __future__ import annotations

import functools
import http.server
import json
import threading

import pytest
from conftest import ROOT, TODAY
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from guide.website import site_files
from playwright.sync_api import sync_playwright

pytestmark = pytest.mark.audit
PAGE = "data-terbuka/"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def folder(facts, prose, languages, tmp_path_factory):
    """A site of that page alone, with the files that it asks for."""
    root = tmp_path_factory.mktemp("parity")
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)
    files = dict(site_files.data_files(renderer))
    files |= dict([renderer.templates.script("js/parity.js")])
    files[f"{PAGE}index.html"] = renderer.shell(renderer.site.page(PAGE), renderer.site.first_language)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module")
def page(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        opened = browser.new_page()
        opened.goto(f"http://127.0.0.1:{server.server_port}/{PAGE}")
        yield opened
        browser.close()
    server.shutdown()


def test_the_browser_gets_the_digest_of_the_build_and_tells_when_it_does_not(page, folder):
    certificate = json.loads((folder / "api/v1/parity.json").read_text("utf-8"))
    page.wait_for_selector("#parity:not([hidden]) button").click()
    page.wait_for_function("() => /^Semua/.test(document.getElementById('parity-said').textContent)", timeout=60_000)
    assert (
        page.text_content("#parity-said")
        == f"Semua {certificate['cases']} jawaban sama. Hash-nya {certificate['digest']}"
    )
    (folder / "api/v1/parity.json").write_text(json.dumps({**certificate, "digest": "0" * 64}), "utf-8")
    page.click("#parity button")
    page.wait_for_function(
        "() => /^Tidak sama/.test(document.getElementById('parity-said').textContent)", timeout=60_000
    )
    (folder / "api/v1/parity.json").unlink()
    page.click("#parity button")
    page.wait_for_function(
        "() => /gagal dimuat/.test(document.getElementById('parity-said').textContent)", timeout=60_000
    )
