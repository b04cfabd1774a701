"""Every page carries its own policy, for hosts that send no headers; such a host serves all that people read."""

from __future__ import annotations

import re
from html import unescape

import pytest
from guide.assets.security_policy import LATE, digest, policy
from hosts import plain
from looking import chromium
from test_serving import LISTEN, ask, refused

pytestmark = pytest.mark.xdist_group("eyes")
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
BAD = "<script>window.harmed = 1</script><img src=x onerror='window.harmed = 2'>"


def pages(built):
    """Every page of the site with its text, wrong addresses and frames among them; what is handed on has its own."""
    found = [*built.rglob("index.html"), *built.rglob("404.html")]
    handed = built / "unduh"
    return {path: path.read_text("utf-8") for path in found if handed not in path.parents or path.parent == handed}


def test_every_page_carries_the_policy_of_the_headers(built):
    """But for who may frame it, which headers alone can say."""
    found = pages(built)
    for path, text in found.items():
        (said,) = META.findall(text)
        assert unescape(said) == policy(frames=""), path
        before = text[: META.search(text).start()]
        assert not re.search(r"<(script|style|link|base)\b", before.replace('<base target="_top">', "")), path
    assert {"404.html", "sematan/index.html"} <= {path.relative_to(built).as_posix() for path in found}
    scripts = re.search("script-src[^;]*", policy(frames=""))[0]
    assert "unsafe" not in scripts and digest(LATE) in scripts


@pytest.fixture(scope="module")
def address(built, tmp_path_factory):
    """A server without headers, with a page into which somebody put script."""
    with plain(built, tmp_path_factory.mktemp("plain")) as found:
        yield found


def test_what_is_put_into_a_page_is_refused_where_no_headers_are_sent(built, address):
    with chromium() as browser:
        page = browser.new_page()
        page.add_init_script(LISTEN)
        text = (built / "hitung/index.html").read_text("utf-8").replace("<main>", f"<main>{BAD}", 1)
        page.route("**/hitung/", lambda route: route.fulfill(body=text, content_type="text/html; charset=utf-8"))
        seen = refused(page, f"{address}/hitung/")
        assert page.evaluate("window.harmed") is None
        assert sum("script-src" in one for one in seen) >= 2
        page = browser.new_page()
        page.add_init_script(LISTEN)
        for path in ("hitung/#segment=bpu&income=1000000", "cari/", "sematan/", "404.html"):
            assert not refused(page, f"{address}/{path}"), path
        page.goto(f"{address}/hitung/#segment=bpu&income=1000000")
        page.wait_for_selector("[data-amount='monthly.total']")


def test_a_server_without_headers_serves_pages_as_they_lie(built, address):
    """It knows neither twins nor the page for a wrong address, and needs neither."""
    status, found, body = ask(address, "/biaya/", "br, gzip")
    assert status == 200 and body == (built / "biaya/index.html").read_bytes()
    assert "content-encoding" not in found and "content-security-policy" not in found
    status, found, _ = ask(address, "/biaya")
    assert (status, found["location"]) == (301, "/biaya/")
    assert ask(address, "/nothing/")[0] == 404 and ask(address, "/404.html")[0] == 200


def test_a_server_without_headers_serves_what_is_well_known(tmp_path):
    token = tmp_path / ".well-known/acme-challenge/token"
    token.parent.mkdir(parents=True)
    token.write_text("x", "utf-8")
    with plain(tmp_path, tmp_path) as address:
        assert ask(address, "/.well-known/acme-challenge/token")[::2] == (200, b"x")
        assert ask(address, "/.well-known/nothing")[0] == 404
