"""Hosts read what the project writes for them: Cloudflare's limits, wrong addresses, /.well-known/, slow readers."""

from __future__ import annotations

import http.client
import re
import shutil
import ssl
import threading
import urllib.request
from fnmatch import fnmatchcase
from itertools import takewhile
from urllib.parse import urlsplit

import pytest
from conftest import ROOT, TODAY
from guide.facts.facts import Facts
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from guide.website import site_files
from guide.website.atomic_folder import swap
from guide.website.http_headers import FRAMED, SHORT, write_headers
from hosts import caddy, nginx
from test_serving import CADDY, ask

RULES, LINE = 100, 2_000
"""Cloudflare Pages: so many rules in `_headers`, so many letters on a line."""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A site of two languages, with more folders than any host has rules for, as the real one has."""
    site = tmp_path_factory.mktemp("small") / "site"
    folders = [*sorted(path.stem for path in (ROOT / "docs/id").iterdir()), "api", "ikan", "edukasi", "se", "sematanku"]
    for language in ("", "en/"):
        for name in (*folders, FRAMED.strip("/"), ""):
            (site / language / name).mkdir(parents=True, exist_ok=True)
            (site / language / name / "index.html").write_text("<p>x", "utf-8")
        (site / language / "404.html").write_text(f"<p>404 {language}", "utf-8")
    for path in (".well-known/security.txt", ".well-known/acme-challenge/token", ".git/config"):
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text("x", "utf-8")
    site.parent.chmod(0o755)
    shutil.rmtree(site / "index")
    write_headers(site, ["", "en"])
    return site


def test_headers_stay_within_what_cloudflare_reads(small):
    lines = (small / "_headers").read_text("utf-8").splitlines()
    rules = [line for line in lines if line.startswith("/")]
    print(f"{len(rules)} rules, {max(map(len, lines))} letters on the longest line")
    assert len(rules) <= RULES * 3 // 4 and max(map(len, lines)) <= LINE
    assert all(rule.count("*") <= 1 for rule in rules)


def test_every_page_but_the_framed_ones_is_kept_out_of_frames(small):
    text = (small / "_headers").read_text("utf-8")
    rules = re.findall(r"^(/\S*)\n  Content-Security-Policy: frame-ancestors 'none'$", text, re.M)
    for page in small.rglob("index.html"):
        path = f"/{page.parent.relative_to(small).as_posix()}/".replace("/./", "/")
        kept = any(fnmatchcase(path, rule) for rule in rules)
        assert kept is (f"/{FRAMED}" not in path) or path.startswith("/."), path


@pytest.fixture(scope="module", params=[nginx, pytest.param(caddy, marks=CADDY)])
def address(request, small, tmp_path_factory):
    """A running server of that site."""
    with request.param(small, tmp_path_factory.mktemp("server")) as found:
        yield found


def test_a_wrong_address_is_not_kept_for_ever(address):
    for path in ("/gone.0123456789ab.js", "/en/gone.0123456789ab.js"):
        status, found, _ = ask(address, path)
        assert (status, found["cache-control"]) == (404, SHORT)


def test_what_is_well_known_is_served_and_what_is_hidden_is_not(address):
    assert ask(address, "/.well-known/security.txt")[0] == 200
    assert ask(address, "/.well-known/acme-challenge/token")[0] == 200
    assert ask(address, "/.well-known/nothing")[0] == 404
    assert ask(address, "/.git/config")[0] == ask(address, "/_headers")[0] == 404


def test_whoever_takes_long_or_takes_much_is_held():
    nginx_says, caddy_says = ((ROOT / "hosting" / name).read_text("utf-8") for name in ("nginx.conf", "Caddyfile"))
    for name in ("client_header_timeout", "client_body_timeout", "send_timeout", "keepalive_timeout", "limit_conn"):
        assert re.search(rf"^    {name} [^;]*\d", nginx_says, re.M), name
    for name in ("read_header", "read_body", "write", "idle", "max_header_size"):
        assert re.search(rf"^\t+{name} \d", caddy_says, re.M), name


@pytest.mark.parametrize("server", [nginx, pytest.param(caddy, marks=CADDY)])
def test_pages_come_by_https_and_say_so_for_a_year(server, small, tmp_path):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    with server(small, tmp_path, secure=True) as address:
        with urllib.request.urlopen(f"{address}/", context=context, timeout=10) as answer:
            assert answer.status == 200
            assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
        if server is nginx:
            status, found, _ = ask(f"http://127.0.0.1:{(tmp_path / 'plain').read_text()}", "/biaya/?x")
            assert (status, found["location"]) == (301, "https://127.0.0.1/biaya/?x")


@pytest.mark.parametrize("address", ["", "https://example.org/jamsostek"])
def test_who_is_told_of_a_weakness_stands_in_security_txt(facts, prose, languages, address):
    told = facts.site.model_copy(update={"contact": "mailto:aman@example.org"})
    for site, count in ((facts.site, 0), (told, 1)):
        own = Facts(site, facts.digest, facts.records)
        renderer = open_renderer(own, pages(own, prose), languages, ROOT / "overrides", TODAY, address)
        first = takewhile(lambda file: not file[0].endswith(".js"), site_files.once(renderer))
        texts = [text for name, text in first if name == ".well-known/security.txt"]
        assert len(texts) == count
    lines = dict(line.split(": ", 1) for line in texts[0].splitlines())
    assert lines["Contact"] == "mailto:aman@example.org" and lines["Expires"] == "2027-11-22T00:00:00Z"
    assert lines.get("Canonical", "") == (f"{address}/.well-known/security.txt" if address else "")


ANSWERS, SWAPS = 1_200, 12


def asked_often(address, count, wrong):
    """Ask for a page and its script again and again over one connection; keep every answer that is not 200."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    for number in range(count):
        connection.request("GET", ("/", "/en/", "/biaya/")[number % 3])
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            wrong.append(answer.status)


def swapped_while_asked(server, small, tmp_path, answers, swaps):
    """Put new sites in the place of the served one while four readers ask; return the answers that are not 200."""
    site, wrong = tmp_path / "site", []
    shutil.copytree(small, site)
    tmp_path.chmod(0o755)
    with server(site, tmp_path) as address:
        asked = [threading.Thread(target=asked_often, args=(address, answers // 4, wrong)) for _ in range(4)]
        for one in asked:
            one.start()
        count = 0
        while count < swaps or any(one.is_alive() for one in asked):
            shutil.copytree(small, tmp_path / "new")
            swap(tmp_path / "new", site)
            count += 1
        for one in asked:
            one.join()
    told = f"{len(wrong)} of {answers} answers were not 200 while the site was swapped {count} times"
    print(f"swap: {server.__name__}: {told}")
    return wrong


@pytest.mark.parametrize("server", [nginx, pytest.param(caddy, marks=CADDY)])
def test_no_reader_meets_a_site_that_is_missing_while_it_is_replaced(server, small, tmp_path):
    assert not swapped_while_asked(server, small, tmp_path, ANSWERS, SWAPS)


@pytest.mark.audit
@pytest.mark.parametrize("server", [nginx, pytest.param(caddy, marks=CADDY)])
def test_no_reader_of_two_hundred_thousand_meets_a_missing_site(server, small, tmp_path):
    assert not swapped_while_asked(server, small, tmp_path, 200_000, 500)
