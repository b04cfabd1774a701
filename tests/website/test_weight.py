"""First views stay light: bytes in brotli from the files, and as Chromium counts it (every page in `make audit`)."""

from __future__ import annotations

import re
import statistics
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from hosts import nginx
from looking import chromium, each_kind, every_page, settle

pytestmark = pytest.mark.xdist_group("eyes")
MOST, MEDIAN, ESTIMATOR, ANSWERED = 14_000, 8_000, 26_000, 20_000
"""Bytes, compressed with brotli as the site is sent (quality.md, P1 and P2): of a page, of the page in the middle, of
the estimator, its embedded form and the pages below it with all their scripts, and of what an answer waits for."""


class Loads(HTMLParser):
    """What a page loads by itself: `early` before the first paint, `late` after it."""

    def __init__(self, text: str):
        super().__init__()
        self.early: list[str] = []
        self.late: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "link" and set((found.get("rel") or "").split()) & {"stylesheet", "preload", "icon", "manifest"}:
            self._add(self.early if found["rel"] == "stylesheet" else self.late, found["href"])
        elif tag == "script" and found.get("src"):
            self._add(self.late if {"defer", "async"} & set(found) else self.early, found["src"])
        elif tag == "script" and found.get("data-late"):
            self._add(self.late, found["data-late"])
            if found.get("data-after"):  # asked for by the one before it, when the first answer stands there
                self._add(self.late, found["data-after"])
        elif tag in ("img", "iframe", "source", "embed", "video", "audio") and found.get("src"):
            self._add(self.late, found["src"])

    def _add(self, where: list[str], address: str):
        if not address.startswith("data:"):
            where.append(address)


def size(path):
    """Bytes of a file as it is sent."""
    packed = path.with_name(f"{path.name}.br")
    return (packed if packed.exists() else path).stat().st_size


def loads(built, file):
    """The files of a first view, the page's own first. Another origin is an error."""
    found = Loads((built / file).read_text("utf-8"))
    files = [file]
    for address in found.early + found.late:
        assert not urlsplit(address).scheme and not address.startswith("//"), (file, address)
        whole = urlsplit(urljoin(f"https://example.org/jamsostek/{file}", address)).path
        files.append(whole.removeprefix("/jamsostek/"))
    return files


@pytest.fixture(scope="module")
def weights(built):
    """Bytes of the first view of every page, by its file."""
    return {file: sum(size(built / part) for part in loads(built, file)) for file in every_page(built)}


def bound(file: str) -> int:
    """The most that a first view of a page may weigh."""
    return ESTIMATOR if re.search(r"(^|/)(hitung|sematan)/", file) else MOST


def test_first_views_are_light(built, weights):
    heaviest = sorted(weights, key=weights.get, reverse=True)
    middle = sorted(weights.values())[len(weights) // 2]
    named = next(file for file, weight in weights.items() if weight == middle)
    print(f"{len(weights)} pages; median {statistics.median(weights.values()):.0f} B ({named})")
    print("heaviest: " + ", ".join(f"{file} {weights[file]} B" for file in heaviest[:5]))
    over = {file: weight for file, weight in weights.items() if weight > bound(file)}
    assert not over
    assert max(size(built / file) for file in weights) <= MOST  # the estimator's pages too, without their scripts
    assert statistics.median(weights.values()) <= MEDIAN


def test_an_answer_waits_for_little(built, weights):
    for file in [file for file in weights if re.search(r"(^|/)(hitung|sematan)/index", file)]:
        before = sum(size(built / part) for part in loads(built, file)[:-1])
        print(f"{file}: {before} B before the first answer, {weights[file]} B in all")
        assert before <= ANSWERED, file


def test_nothing_but_the_page_is_needed_before_the_first_paint(built):
    for file in every_page(built):
        assert not Loads((built / file).read_text("utf-8")).early, file


def watched(browser, address):
    """Open a page: the page, the addresses it asks for and the bytes of what comes; both lists go on growing."""
    page = browser.new_page(viewport={"width": 360, "height": 640})
    asked, sent = [], []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    session.on("Network.dataReceived", lambda event: sent.append(event["encodedDataLength"]))
    page.goto(address)
    settle(page)
    return page, asked, sent


@pytest.mark.parametrize("which", ["a third of the kinds", pytest.param("every page", marks=pytest.mark.audit)])
def test_chromium_counts_the_same(built, facts, prose, weights, tmp_path, which):
    built.parent.chmod(0o755)
    with nginx(built, tmp_path) as address, chromium() as browser:
        files = every_page(built) if which == "every page" else each_kind(built, facts, prose)[::3]
        for some in (files[at : at + 12] for at in range(0, len(files), 12)):  # that become quiet beside each other
            opened = [(file, *watched(browser, f"{address}/{file.removesuffix('index.html')}")) for file in some]
            for file, page, asked, sent in opened:
                page.wait_for_load_state("networkidle")
                real = [url for url in asked if not url.startswith("data:")]
                assert all(url.startswith(address) for url in real), (file, real)
                wanted = [part for part in loads(built, file) if not part.endswith("manifest.json")]  # no home screen
                assert len(real) == len(wanted), (file, real)
                assert sum(sent) <= weights[file] + 300 * len(real), (file, sum(sent), weights[file])
                page.close()
