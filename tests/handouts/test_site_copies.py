"""The site for Kiwix: a language a file, whose links stay in it or lead to the public address, the same bytes twice."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from posixpath import dirname, join, normpath
from urllib.request import urlopen

import pytest
from conftest import ADDRESS
from guide.handouts import site_copies
from guide.handouts.site_copies import in_language
from handing_out import handouts_of
from looking import chromium

pytestmark = pytest.mark.xdist_group("bundle")
SITE = {
    "index.html": b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
    b'<link rel="manifest" href="manifest.json"><a href="hitung/#b">1</a><a href="en/" hreflang="en">2</a>'
    b'<a href="unduh/x.html" download>3</a><script data-late="cari-1.js" data-root="./"></script>'
    b'<script data-late="register-2a.js"></script><a href="tel:175">4</a><a href="#here">5</a>',
    "hitung/index.html": b'<a href="../">6</a><a href="../api/v1/laws.csv">7</a><img src="../map.svg">',
    "en/index.html": b'<a href="../" hreflang="id">8</a><script data-late="../cari-1.js"></script>',
    **dict.fromkeys(("cari-1.js", "register-2a.js", "map.svg", "other.js"), b"1"),
    **dict.fromkeys(("manifest.json", "api/v1/laws.csv", "unduh/x.html", "m/d/index.html", "404.html"), b"<p>2"),
}
MOST = 3_000_000
"""Bytes of both ZIMs together, at most (issue 21)."""


@pytest.fixture(scope="module")
def contexts(facts, prose, languages, tmp_path_factory):
    """Contexts with a public address, and without one."""
    folder = tmp_path_factory.mktemp("site")
    return [handouts_of(facts, prose, languages, folder, address) for address in (ADDRESS, "")]


def test_a_language_takes_its_pages_and_what_they_ask_for(contexts):
    first, second = (in_language(contexts[0], one, SITE) for one in contexts[0].languages)
    assert set(first) == {"index.html", "hitung/index.html", "cari-1.js", "register-2a.js", "map.svg"}
    assert set(second) == {"en/index.html", "cari-1.js"}
    assert first["register-2a.js"] == b"" and first["cari-1.js"] == b"1"


def test_links_stay_inside_or_lead_to_the_public_address(contexts):
    home = in_language(contexts[0], contexts[0].languages[0], SITE)["index.html"].decode()
    assert '<a href="hitung/index.html#b">1' in home and f'<a href="{ADDRESS}/en/" hreflang="en">2' in home
    assert f'<a href="{ADDRESS}/unduh/x.html" download>3' in home and '"tel:175">4</a><a href="#here">5' in home
    assert "<link" not in home and "Security-Policy" not in home
    below = in_language(contexts[0], contexts[0].languages[0], SITE)["hitung/index.html"].decode()
    assert f'<a href="../index.html">6</a><a href="{ADDRESS}/api/v1/laws.csv">7' in below


def test_without_an_address_links_that_lead_nowhere_keep_only_their_words(contexts):
    home = in_language(contexts[1], contexts[1].languages[0], SITE)["index.html"].decode()
    assert '<a href="hitung/index.html#b">1</a><a>2</a><a>3</a>' in home


def test_without_its_library_only_the_archive_is_made(contexts, monkeypatch):
    monkeypatch.setattr(site_copies, "find_spec", lambda name: None)
    assert [item.name.rpartition(".")[2] for item in site_copies.site_copies(contexts[0])] == ["zip"]
    monkeypatch.setattr(site_copies, "find_spec", lambda name: name)
    names = [item.name for item in site_copies.site_copies(contexts[0])]
    assert [name[-7:] for name in names[1:]] == ["_id.zim", "_en.zim"]


@pytest.fixture(scope="module")
def made(built, facts, prose, languages):
    """A function that makes each ZIM of a built site."""

    def of(site):
        context = handouts_of(facts, prose, languages, site, ADDRESS)
        return {item.name: item.make() for item in site_copies.site_copies(context) if item.part == "zim"}

    return of


@pytest.fixture(scope="module")
def books(built, made, tmp_path_factory):
    """Both ZIMs of the built site, as files, by their languages."""
    folder, bodies = tmp_path_factory.mktemp("zim"), made(built)
    for name, body in bodies.items():
        (folder / name).write_bytes(body)
    assert len(bodies) == 2, "libzim is missing: make audit installs it"
    return {name[-6:-4]: folder / name for name in bodies}


@pytest.mark.audit
def test_two_zims_from_two_folders_are_the_same_bytes_and_light(books, built, made, tmp_path):
    again = made(shutil.copytree(built, tmp_path / "another" / "site"))
    sizes = {path.name: path.stat().st_size for path in books.values()}
    print(sizes)
    assert {path.name: path.read_bytes() for path in books.values()} == again
    assert sum(sizes.values()) <= MOST


@pytest.mark.audit
def test_a_zim_is_sound_and_every_link_in_it_leads_somewhere(books, facts):
    from libzim.reader import Archive

    numbers = set()
    for language, path in books.items():
        archive = Archive(path)
        numbers.add(archive.uuid)
        assert archive.check() and archive.has_fulltext_index and archive.has_title_index
        assert archive.get_metadata("Language").decode() == {"id": "ind", "en": "eng"}[language]
        assert archive.get_metadata("Date").decode() == path.name.split("_")[1]
        assert len(archive.get_metadata("Description").decode()) <= 80 and archive.has_illustration(48)
        entries = [archive._get_entry_by_id(number) for number in range(archive.all_entry_count)]
        pages = [one for one in entries if one.path.endswith(".html") and not one.is_redirect]
        assert len(pages) > 250
        for page in pages:
            text = bytes(page.get_item().content).decode()
            for there in re.findall(r'\s(?:href|src|data-late|data-more)="([^"#:?]+)["#]', text):
                place = normpath(join(dirname(page.path), there))
                assert archive.has_entry_by_path(place), (page.path, there)
    assert len(numbers) == 2


@contextmanager
def kiwix(books):
    """The address at which kiwix-serve shows ZIMs, on this machine alone. Skips where it is missing."""
    command = shutil.which("kiwix-serve") or pytest.skip("kiwix-serve is missing: apt-get install kiwix-tools")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    paths = [str(path) for path in books.values()]
    running = subprocess.Popen([command, "--address", "127.0.0.1", "--port", port, *paths], stdout=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                urlopen(f"http://127.0.0.1:{port}/", timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait()


@pytest.mark.audit
@pytest.mark.parametrize(
    ("language", "asked", "amount"),
    [
        ("id", "nelayan meninggal istri dapat berapa", "Rp8.400"),
        ("en", "the fisher dies what does his wife get", "Rp8,400"),
    ],
)
def test_kiwix_serves_a_zim_in_which_search_and_estimator_answer(books, language, asked, amount):
    with kiwix(books) as address, chromium() as browser:
        page = browser.new_context(viewport={"width": 360, "height": 640}).new_page()
        failed, said = [], []
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(f"{address}/{books[language].stem}/")
        home = dirname(page.url)
        page.goto(f"{home}/hitung/#segment=bpu&income=1000000&month=2026-11")
        total = page.locator("[data-amount='monthly.total']").first
        assert total.inner_text() == amount and total.get_attribute("data-value") == "8400"
        page.goto(f"{home}/cari/#q={asked.replace(' ', '+')}")
        page.locator("#found a").first.wait_for()
        assert re.search(r"Rp42 (juta|million)", page.locator("#found").inner_text())
        page.locator("#found a").first.click()
        page.locator("h1").wait_for()
        assert "/musibah/" in page.url and page.url.startswith(home)
        assert not failed and not said
