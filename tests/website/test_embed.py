"""The estimator inside a page of another origin: works, keeps its height right, can be read by all, sends nothing."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from html import unescape

import pytest
from conftest import ADDRESS
from hosts import nginx
from looking import AXE, chromium

pytestmark = pytest.mark.xdist_group("site")


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def framed(built, tmp_path_factory):
    """A page of a partner with the lines that its staff page gives, open in a browser, and what it asked for."""
    built.parent.chmod(0o755)
    work, theirs = tmp_path_factory.mktemp("nginx"), tmp_path_factory.mktemp("theirs")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=theirs))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    staff = (built / "mitra/obor-mas/petugas/index.html").read_text("utf-8")
    lines = unescape(re.search(r"<code>(&lt;iframe.*?)</code>", staff, re.S)[1])
    with nginx(built, work) as ours, chromium() as browser:
        head = "<!doctype html><html lang=id><title>Koperasi</title><main><h1>Koperasi</h1>"
        (theirs / "index.html").write_text(f"{head}{lines.replace(ADDRESS, ours)}</main>", "utf-8")
        asked = []
        page = browser.new_context(viewport={"width": 360, "height": 640}).new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"http://localhost:{server.server_port}/", wait_until="networkidle")
        yield page, ours, asked
    server.shutdown()


def test_it_answers_inside_another_origin_and_sends_nothing(framed):
    page, ours, asked = framed
    inside = next(frame for frame in page.frames if frame.url.startswith(ours))
    assert page.evaluate("location.hostname") == "localhost" and "127.0.0.1" in inside.url
    before = len(asked)
    inside.evaluate("location.hash = '#segment=bpu&income=1000000&partner=obor-mas'")
    inside.wait_for_selector("#hasil [data-amount='monthly.total']")
    assert inside.get_attribute("#hasil [data-amount='monthly.total']", "data-value") == "8400"
    page.wait_for_timeout(300)
    loaded = [url for url in asked if "favicon" not in url and not url.startswith("data:")]
    assert len(asked) == before, asked[before:]
    assert all("?" not in url and "income" not in url.partition("#")[0] for url in loaded)
    assert page.context.cookies() == []


def test_the_frame_is_as_high_as_what_it_holds(framed):
    page, ours, _ = framed
    inside = next(frame for frame in page.frames if frame.url.startswith(ours))
    for state in ("segment=bpu&income=1000000&partner=obor-mas", "segment=pu&income=5000000&event=death"):
        inside.evaluate(f"location.hash = '#{state}'")
        inside.wait_for_selector("#hasil [data-amount='monthly.total']")
        page.wait_for_timeout(400)
        high = page.evaluate("document.querySelector('iframe').offsetHeight")
        needed = inside.evaluate("document.documentElement.scrollHeight")
        print(f"{state}: {high} px for {needed} px")
        assert needed <= high <= needed + 60
        assert inside.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_passes_axe_where_it_stands(framed):
    page, _, _ = framed
    page.evaluate(AXE)
    for frame in page.frames[1:]:
        frame.evaluate(AXE)
    found = page.evaluate("axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))")
    assert found == []


def test_a_link_opens_outside_of_the_frame_since_other_pages_may_not_be_framed(framed):
    page, ours, _ = framed
    inside = next(frame for frame in page.frames if frame.url.startswith(ours))
    inside.evaluate("location.hash = ''")
    inside.click("#kerja a[href$='pekerjaan/']:not([data-state])")
    page.wait_for_url(f"{ours}/pekerjaan/")
    assert page.locator("h1").inner_text()
