"""Hosts read what the project writes for them: Cloudflare's limits, wrong addresses, /.well-known/, slow readers."""

from __future__ import annotations

import re
import shutil
from fnmatch import fnmatchcase

import pytest
from conftest import ROOT
from guide.website.http_headers import FRAMED, SHORT, write_headers
from hosts import caddy, nginx
from test_serving import CADDY, ask

RULES, LINE = 100, 2_000
"""Cloudflare Pages: so many rules in `_headers`, so many letters on a line."""
STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


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
    write_headers(site, ["", "en"], [STYLE] * 100)
    return site


def test_headers_stay_within_what_cloudflare_reads(small):
    lines = (small / "_headers").read_text("utf-8").splitlines()
    rules = [line for line in lines if line.startswith("/")]
    print(f"{len(rules)} rules, {max(map(len, lines))} letters on the longest line")
    assert len(rules) <= RULES * 3 // 4 and max(map(len, lines)) <= LINE
    assert all(rule.count("*") <= 1 for rule in rules)


def test_few_styles_are_named_by_their_hashes(small, tmp_path):
    (tmp_path / "index.html").write_text("x", "utf-8")
    write_headers(tmp_path, [""], [STYLE])
    assert f"style-src {STYLE};" in (tmp_path / "_headers").read_text("utf-8")


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


def test_slow_readers_are_let_go():
    assert re.search(r"client_header_timeout \d+s;", (ROOT / "hosting/nginx.conf").read_text("utf-8"))
    assert re.search(r"read_header \d+s", (ROOT / "hosting/Caddyfile").read_text("utf-8"))
