"""The site as servers send it: nginx and Caddy as hosting/ says, and the file _headers."""

from __future__ import annotations

import gzip
import http.client
import re
import shutil
from urllib.parse import urlsplit

import brotli
import pytest
from conftest import ROOT, TODAY
from guide.assets.security_policy import policy
from guide.website.compress import TEXT, pack
from guide.website.http_headers import FRAMED, HASHED, LONG, SHORT, headers, write_headers
from hosts import caddy, nginx
from looking import chromium, each_kind, every_page

pytestmark = pytest.mark.xdist_group("eyes")
LISTEN = """addEventListener('securitypolicyviolation', event => {
    (window.refused = window.refused || []).push(event.blockedURI + ' ' + event.violatedDirective);
});"""
CADDY = pytest.mark.skipif(not shutil.which("caddy"), reason="Caddy is not installed")


@pytest.fixture(scope="module")
def site(built, tmp_path_factory):
    """The built site with a file whose name holds a hash, a folder without a page, and a page to be framed."""
    copy = tmp_path_factory.mktemp("served") / "site"
    shutil.copytree(built, copy)
    (copy / "own.0123456789ab.js").write_text("var own = 1;", "utf-8")
    (copy / "empty").mkdir()
    shutil.copytree(copy / "biaya", copy / FRAMED, dirs_exist_ok=True)
    copy.parent.chmod(0o755)
    kept = shutil.copytree(built.parent / ".build" / "packed", copy.parent / "packed")
    pack(copy, kept)
    write_headers(copy, ["", "en"])
    return copy


@pytest.fixture(scope="module", params=[nginx, pytest.param(caddy, marks=CADDY)])
def address(request, site, tmp_path_factory):
    """A running server of that site."""
    with request.param(site, tmp_path_factory.mktemp("server")) as found:
        yield found


def ask(address, path, encoding="identity"):
    """Status, headers (lower case) and body of an answer, as sent."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": encoding})
    answer = connection.getresponse()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()


@pytest.mark.parametrize("path", ["/", "/en/", "/biaya/", "/nothing/", "/own.0123456789ab.js", f"/{FRAMED}"])
def test_every_answer_has_the_headers_of_the_list(address, path):
    _, found, _ = ask(address, path)
    wanted = headers(policy(frames="*" if path == f"/{FRAMED}" else "'none'"))
    assert {name: found.get(name.lower()) for name in wanted} == wanted
    assert "unsafe-inline" not in re.search("script-src[^;]*", wanted["Content-Security-Policy"])[0]
    assert "; connect-src 'self'; manifest-src 'self'; " in found["content-security-policy"]


def test_pages_are_kept_shortly_and_hashed_files_for_ever(address):
    assert ask(address, "/biaya/")[1]["cache-control"] == SHORT
    assert ask(address, "/own.0123456789ab.js")[1]["cache-control"] == LONG
    assert HASHED.search("own.0123456789ab.js") and not HASHED.search("own.js") and not HASHED.search("index.html")


@pytest.mark.parametrize(("encoding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_pages_are_sent_compressed_as_they_lie(site, address, encoding, unpack):
    status, found, body = ask(address, "/en/biaya/", f"{encoding}, identity;q=0.1")
    page = (site / "en" / "biaya" / "index.html").read_bytes()
    suffix = {"br": ".br", "gzip": ".gz"}[encoding]
    assert (status, found["content-encoding"]) == (200, encoding)
    assert found["vary"].lower() == "accept-encoding"
    assert unpack(body) == page and body == (site / "en" / "biaya" / f"index.html{suffix}").read_bytes()
    assert ask(address, "/en/biaya/")[2] == page


def test_types_name_their_letters(address):
    assert ask(address, "/")[1]["content-type"].lower() == "text/html; charset=utf-8"
    assert re.match(
        r"(text|application)/javascript; charset=utf-8", ask(address, "/own.0123456789ab.js")[1]["content-type"]
    )


@pytest.mark.parametrize(("path", "language"), [("/x/", "id"), ("/x/y.html", "id"), ("/en/x/", "en"), ("/en/x", "en")])
def test_a_wrong_address_is_answered_in_its_language(address, path, language):
    status, found, body = ask(address, path)
    assert status == 404 and f'<html lang="{language}">' in body.decode()
    assert found["cache-control"] == SHORT


def test_no_folder_is_listed_and_nothing_meant_for_servers_is_shown(address):
    status, _, body = ask(address, "/empty/")
    assert status == 404 and "Index of" not in body.decode()
    assert ask(address, "/_headers")[0] == 404
    assert ask(address, "/../scripts/build.py")[0] in (400, 404)


def test_a_folder_without_its_stroke_leads_to_it(address):
    status, found, _ = ask(address, "/biaya")
    assert status in (301, 308) and urlsplit(found["location"]).path == "/biaya/"


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


def refused(page, address):
    """What the policy forbade on a page; its style must have been taken."""
    said = []
    page.on("console", lambda message: said.append(message.text) if "Content Security" in message.text else None)
    page.goto(address)
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", address
    return said + page.evaluate("window.refused || []")


def test_the_policy_forbids_nothing_that_a_page_needs(browser, built, facts, prose, address):
    page = browser.new_page()
    page.add_init_script(LISTEN)
    for file in each_kind(built, facts, prose):
        assert not refused(page, f"{address}/{file.removesuffix('index.html')}"), file
    page.close()


@pytest.mark.audit
def test_the_policy_forbids_nothing_on_any_page(browser, built, tmp_path):
    files, said = every_page(built), {}
    built.parent.chmod(0o755)
    with nginx(built, tmp_path) as address:
        page = browser.new_page()
        page.add_init_script(LISTEN)
        for file in files:
            found = refused(page, f"{address}/{file.removesuffix('index.html')}")
            said |= {file: found} if found else {}
        page.close()
    print(f"{len(files)} pages under the policy, {sum(map(len, said.values()))} violations")
    assert said == {}


def test_the_policy_of_headers_forbids_nothing_either(browser, built, facts, prose):
    security = re.search("Content-Security-Policy: (.*)", (built / "_headers").read_text("utf-8"))[1]
    assert "; connect-src 'self'; manifest-src 'self'; " in security
    assert "unsafe" not in security.replace("style-src 'unsafe-inline'", "")
    page = browser.new_page()
    page.add_init_script(LISTEN)

    def answer(route):
        path = built / urlsplit(route.request.url).path.lstrip("/")
        route.fulfill(path=path, headers={"Content-Security-Policy": security})

    page.route("**/*", answer)
    for file in each_kind(built, facts, prose):
        assert not refused(page, f"http://127.0.0.1/{file}"), file
    page.close()


def test_every_text_file_has_its_compressed_twins(built):
    files = [path for path in built.rglob("*") if path.suffix in TEXT]
    assert len(files) > 340
    for path in files:
        content = path.read_bytes()
        packed = path.with_name(f"{path.name}.gz").read_bytes()
        assert gzip.decompress(packed) == content
        assert packed[:10] == b"\x1f\x8b\x08\0\0\0\0\0\x02\xff"  # no date, and no system, which Python changed in 3.13
        assert brotli.decompress(path.with_name(f"{path.name}.br").read_bytes()) == content


def test_only_open_data_may_be_read_by_pages_of_others(built, address):
    assert ask(address, "/api/v1/programs.json")[1]["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in ask(address, "/")[1]
    rules = (built / "_headers").read_text("utf-8")
    assert re.findall(r"^(/\S+)\n(?:  .*\n)*  Access-Control-Allow-Origin: \*$", rules, re.M) == ["/api/*"]
    assert "header /api/* Access-Control-Allow-Origin *" in (ROOT / "hosting/Caddyfile").read_text("utf-8")


def test_hand_outs_are_saved_and_the_page_that_lists_them_is_shown(site, address):
    whole = f"/unduh/paham-jamsostek_{TODAY}_id.html"
    for path in (whole, "/unduh/occupations/petani.html", "/unduh/partners/obor-mas/obor-mas.html"):
        status, found, body = ask(address, path)
        assert (status, found.get("content-disposition")) == (200, "attachment"), path
        assert found["content-type"].lower() == "text/html; charset=utf-8" and found["cache-control"] == SHORT
        assert body == (site / path[1:]).read_bytes()
        status, found, body = ask(address, path, "br, identity;q=0.1")
        assert found["content-encoding"] == "br" and brotli.decompress(body) == (site / path[1:]).read_bytes()
    for path in ("/unduh/", "/en/unduh/", "/unduh/index.html", "/", "/unduh/nothing.html"):
        assert "content-disposition" not in ask(address, path)[1], path
    status, found, body = ask(address, "/unduh/SHA256SUMS")
    assert status == 200 and "content-disposition" not in found and b"  occupations/petani.html\n" in body
    assert found["content-type"].lower().startswith("text/plain")


def test_headers_frees_only_the_pages_to_be_framed(site):
    rules = (site / "_headers").read_text("utf-8")
    first, _, rest = rules.partition("\n/")
    assert "frame-ancestors" not in first and f"\n/{FRAMED}" not in rules
    assert rest.count("frame-ancestors 'none'") > 20 and f"/own.0123456789ab.js\n  Cache-Control: {LONG}" in rules


def test_the_examples_of_hosting_name_every_header(facts):
    for file in ("nginx.conf", "Caddyfile"):
        text = (ROOT / "hosting" / file).read_text("utf-8")
        for name, value in headers("default-src 'none'").items():
            assert name in text and value in text, (file, name)
        for language in facts.site.languages:
            assert not language.folder or f"/{language.folder}/404.html" in text, (file, language.id)
