"""The built site: every page in both languages, every link, the right heads, valid HTML (all of it in `make audit`)."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from conftest import ADDRESS, ROOT
from guide.pages.routes import pages
from looking import each_kind, html_pages

pytestmark = pytest.mark.xdist_group("site")
SOON = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m"]
"""Java for a run of half a minute: half the processor time of its own settings; the validator asks for the stack."""


class Reader(HTMLParser):
    """Links, ids and the head of one page."""

    def __init__(self, text: str):
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.tags.append((tag, found))
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found[name] for name in ("href", "src") if name in found]

    def some(self, tag: str, **wanted: str) -> list[dict]:
        """Attributes of every tag with these values."""
        return [a for t, a in self.tags if t == tag and all(a.get(k) == v for k, v in wanted.items())]


@pytest.fixture(scope="module")
def read_pages(built):
    """Every HTML file of the site, by its path."""
    return {path.relative_to(built).as_posix(): Reader(path.read_text("utf-8")) for path in html_pages(built)}


def test_every_page_is_there_in_every_language_at_the_same_path(facts, prose, read_pages):
    expected = {f"{page.path}index.html" for page in pages(facts, prose)} | {"404.html"}
    found = {name for name in read_pages if not name.startswith("en/")}
    twins = {name.removeprefix("en/") for name in read_pages if name.startswith("en/")}
    print(f"{len(found)} pages in Indonesian, {len(twins)} in English")
    assert found == expected
    assert twins == expected


def test_every_record_with_a_page_of_its_own_has_it(facts, read_pages):
    for collection, folder in (
        ("partners", "mitra"),
        ("occupations", "pekerjaan"),
        ("programs", "program"),
        ("segments", "segmen"),
        ("regions", "wilayah"),
        ("regulations", "hukum"),
    ):
        for record in getattr(facts, collection):
            assert f"{folder}/{record.id}/index.html" in read_pages


def test_every_link_and_anchor_inside_the_site_resolves(built, read_pages):
    counted, broken = 0, []
    for name, page in read_pages.items():
        here = Path(name).parent
        for link in page.links:
            parts = urlsplit(link)
            if link.startswith(ADDRESS):
                parts = parts._replace(scheme="", netloc="", path=parts.path.removeprefix("/jamsostek"))
            if parts.scheme or link.startswith("data:"):
                continue
            counted += 1
            path = unquote(parts.path)
            if path.startswith("/jamsostek"):
                path = path.removeprefix("/jamsostek")
            target = Path(path.lstrip("/")) if path.startswith("/") else here / path
            target = Path(*_flat(target.parts))
            target = target / "index.html" if path.endswith("/") else target
            file = target.as_posix() if path else name
            if not (built / file).is_file():
                broken.append(f"{name}: {link}")
            elif parts.fragment and "=" not in parts.fragment and unquote(parts.fragment) not in read_pages[file].ids:
                broken.append(f"{name}: {link} (no such anchor)")
    print(f"{counted} links inside the site")
    assert counted > 10_000
    assert not broken, broken[:20]


def _flat(parts):
    found: list[str] = []
    for part in parts:
        if part == "..":
            found.pop()
        else:
            found.append(part)
    return found


@pytest.mark.parametrize("which", ["each kind", pytest.param("every file", marks=pytest.mark.audit)])
def test_html_is_valid(built, facts, prose, which):
    jar = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    files = [built / file for file in each_kind(built, facts, prose)] if which == "each kind" else [built]
    command = ["java", *SOON, "-jar", str(jar), "--errors-only", "--skip-non-html", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[:3000]


def test_heads_name_language_address_and_twins(read_pages, facts):
    targets = {f"m/{link.code}/": link.target for link in facts.permalinks}
    for name, page in read_pages.items():
        language = "en" if name.startswith("en/") else "id"
        assert page.some("html")[0]["lang"] == language, name
        if name.endswith("404.html"):
            continue
        path = name.removeprefix("en/").removesuffix("index.html")
        path = targets.get(path, path)
        address = {"id": f"{ADDRESS}/{path}", "en": f"{ADDRESS}/en/{path}"}
        assert [link["href"] for link in page.some("link", rel="canonical")] == [address[language]], name
        alternates = {
            link["hreflang"]: link["href"] for link in page.some("link", rel="alternate") if "hreflang" in link
        }
        assert alternates == {**address, "x-default": address["id"]}, name
        switches = [a["href"] for a in page.some("a") if a.get("hreflang")]
        assert len(switches) == 1, name


def test_every_page_has_its_places(read_pages):
    for name, page in read_pages.items():
        assert len(page.some("h1")) == 1, name
        assert len([a for _, a in page.tags if "data-main-message" in a]) == 1, name
        assert len([a for _, a in page.tags if "data-next-step" in a]) >= 1, name
        assert "isi" in page.ids and page.some("a", href="#isi"), name
        assert page.some("main") and page.some("header") and page.some("footer"), name
        assert len(page.ids) == len(set(page.ids)), name


def test_headings_step_down_one_by_one(read_pages):
    for name, page in read_pages.items():
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_a_page_asks_nothing_of_the_network(read_pages):
    for name, page in read_pages.items():
        scripts = [a for a in page.some("script") if a.get("type") != "application/ld+json"]
        asked = [a.get("src") or a["data-late"] for a in scripts]
        assert not [address for address in asked if "//" in address], name
        loaded = [a.get("href", "") for a in page.some("link") if a.get("rel") in ("stylesheet", "preload", "icon")]
        assert all(address.startswith("data:") for address in loaded), (name, loaded)
        assert not page.some("img") and not page.some("iframe"), name


def test_the_sitemap_lists_every_page_with_its_twin(built, facts, prose):
    text = (built / "sitemap.xml").read_text("utf-8")
    listed = [page for page in pages(facts, prose) if page.listed]
    assert text.count("<url>") == len(listed)
    assert text.count("hreflang") == 2 * len(listed)
    assert f"Sitemap: {ADDRESS}/sitemap.xml" in (built / "robots.txt").read_text("utf-8")


def test_what_is_for_builders_alone_is_found_by_no_search(read_pages, built):
    for folder in ("", "en/"):
        page = (built / folder / "komponen" / "index.html").read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in page and "class=cloth" in page.replace('"', "")
        index = next(path for path in (built / folder).glob("cari-??-*.js"))
        assert '"komponen/"' not in index.read_text("utf-8")
    assert "komponen/" not in (built / "sitemap.xml").read_text("utf-8")


def test_titles_and_descriptions_are_short_and_shared_with_absolute_addresses(read_pages, built):
    longest = 0
    for name, page in read_pages.items():
        text = (built / name).read_text("utf-8")
        title = unescape(re.search(r"<title>(.*?)</title>", text)[1])
        description = page.some("meta", name="description")[0]["content"]
        longest = max(longest, len(description))
        assert 0 < len(title) <= 60, (name, title)
        assert 0 < len(description) <= 155, (name, description)
        if name.endswith("404.html"):
            continue
        shared = {tag["property"]: tag["content"] for tag in page.some("meta") if "property" in tag}
        assert shared["og:title"] == title and shared["og:description"] == description, name
        assert shared["og:url"] == page.some("link", rel="canonical")[0]["href"], name
        assert shared["og:url"].startswith(ADDRESS), name
    print(f"longest description: {longest} letters")


def test_a_short_address_leads_to_its_page_in_its_language(read_pages, facts):
    for link in facts.permalinks:
        for folder in ("", "en/"):
            page = read_pages[f"{folder}m/{link.code}/index.html"]
            assert f"{folder}{link.target}index.html" in read_pages
            assert page.some("meta", content=f"0; url=../../{link.target}"), link.code
            assert page.some("a", href=f"../../{link.target}"), link.code


def test_structured_data_is_json_of_known_kinds(built, facts):
    kinds = Counter()
    for path in html_pages(built):
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', path.read_text("utf-8")):
            item = json.loads(text)
            assert item["@context"] == "https://schema.org"
            kinds[item["@type"]] += 1
            for step in item.get("itemListElement", ()):
                assert step["item"].startswith(ADDRESS) and step["name"] and step["position"]
    print(dict(kinds))
    assert {"BreadcrumbList", "GovernmentService", "GovernmentOffice"} <= set(kinds)
    assert (kinds["HowTo"], kinds["WebApplication"]) == (2 * len(facts.procedures), 2)


def test_every_question_is_marked_with_its_answer(read_pages, facts):
    """Microdata of schema.org/FAQPage, on the pages below `tanya/`."""
    for folder in ("", "en/"):
        below = [
            page for file, page in read_pages.items() if file.startswith(f"{folder}tanya/") and file.count("/") > 1
        ]
        below = [page for page in below if page.some("div", itemtype="https://schema.org/FAQPage")]
        assert all(len(page.some("div", itemtype="https://schema.org/FAQPage")) == 1 for page in below)
        for kind, name in (("details", "mainEntity"), ("summary", "name"), ("div", "acceptedAnswer"), ("div", "text")):
            assert sum(len(page.some(kind, itemprop=name)) for page in below) == len(facts.questions), name
