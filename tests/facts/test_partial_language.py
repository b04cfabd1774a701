"""A language that somebody has just begun: what is missing is shown in Indonesian, marked and said; never silently."""

from __future__ import annotations

import re
import shutil

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from conftest import run
from guide.facts.fallback import bare, lent, shown
from looking import chromium, every_page, wider_than

pytestmark = pytest.mark.xdist_group("partial language")
ENTRY = '  - {{id: yy, tag: en-XB, locale: en, folder: yy, name: Begun, thousands: ",", partial: {}}}\n'
SAID = {
    "Menu": "Ménu",
    "Not everything on this page is translated yet. The rest is in %(name)s.": "Nót áll ís tránslated: %(name)s.",
}


def begun(folder, partial):
    """A house with a third language in which two sentences, one text of the data and one page are translated."""
    site = folder / "data" / "site.yml"
    text = site.read_text("utf-8").replace("cadence:", ENTRY.format(partial) + "cadence:", 1)
    site.write_text(text, "utf-8")
    sizes = folder / "data" / "sizes.yml"
    sizes.write_text(sizes.read_text("utf-8").replace("  name:\n", "  name:\n    yy: Á síze\n", 1), "utf-8")
    messages = folder / "overrides" / "locales" / "yy" / "LC_MESSAGES" / "messages.po"
    messages.parent.mkdir(parents=True)
    catalog = Catalog(fuzzy=False)
    for sentence, own in SAID.items():
        catalog.add(sentence, own)
    with messages.open("wb") as file:
        write_po(file, catalog, omit_header=True)
    page = folder / "docs" / "yy" / "bayar.md"
    page.parent.mkdir()
    shutil.copy(folder / "docs" / "en" / "bayar.md", page)
    config = (
        (folder / "mkdocs.en.yml").read_text("utf-8").replace("docs/en", "docs/yy").replace(".build/en", ".build/yy")
    )
    config = config.replace("language: en", "language: yy").replace("tag: en", "tag: en-XB")
    (folder / "mkdocs.yy.yml").write_text(config, "utf-8")
    return folder


def _heading(page):
    """A page's heading without its drawing."""
    return re.sub(r'<span class="draw".*?</span>', "", re.search(r"<h1>(.*?)</h1>", page, re.S)[1], flags=re.S)


@pytest.fixture(scope="module")
def site(house):
    """The site with the language that has just begun."""
    folder = begun(house(), "true")
    done = run(folder, "build.py", SITE_URL="https://example.org", TWINS="no")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def test_it_has_every_page(site):
    pages = {path.relative_to(site / "yy") for path in (site / "yy").rglob("*.html")}
    assert pages == {path.relative_to(site / "en") for path in (site / "en").rglob("*.html")}


def test_what_is_missing_is_said_and_marked_as_indonesian(site):
    text = (site / "yy" / "biaya" / "index.html").read_text("utf-8")
    assert '<html lang="en-XB">' in text and "Ménu" in text
    assert "Nót áll ís tránslated: Indonesia." in text
    drawing, end, own = _heading((site / "biaya" / "index.html").read_text("utf-8")).partition("</svg></span>")
    assert _heading(text) == f'{drawing}{end}<span lang="id">{own}</span>'


def test_what_is_translated_is_not_marked(site):
    text = (site / "yy" / "bayar" / "index.html").read_text("utf-8")
    own = re.search(r"<h1>(.*)</h1>", (site / "en" / "bayar" / "index.html").read_text("utf-8"))[1]
    assert f"<h1>{own}</h1>" in text


@pytest.mark.audit
def test_its_pages_do_not_scroll_sideways_on_the_narrowest_phone(site):
    with chromium() as browser:
        files = [site / file for file in every_page(site) if file.startswith("yy/")]
        assert len(files) > 200 and wider_than(browser, site, files, 320) == []


def test_no_mark_is_left_in_any_file(site):
    for path in site.rglob("*"):
        if path.is_file() and path.suffix not in (".br", ".gz"):
            text = path.read_bytes().decode("utf-8", "replace")
            assert text == bare(text), path


def test_the_other_languages_and_open_data_lend_nothing(site):
    for path in [site / "index.html", site / "biaya" / "index.html", *(site / "en").rglob("*.html")]:
        assert "data-untranslated" not in path.read_text("utf-8"), path
    assert '"yy":' not in (site / "api" / "v1" / "glossary.json").read_text("utf-8")


def test_a_complete_language_still_has_to_be_complete(house):
    done = run(begun(house(), "false"), "build.py")
    assert done.returncode == 1 and "missing" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("drawn", "page"),
    [
        (f"<p>{lent('a')} b</p>", '<p><span lang="id">a</span> b</p>'),
        (f'<a title="{lent("a")}">b</a>', '<a title="a">b</a>'),
        (f"<title>{lent('a')}</title>", "<title>a</title>"),
        (f"<script>x='{lent('a')}'</script>", "<script>x='a'</script>"),
        (
            lent(f"<b>a</b> {lent('c')} d"),
            "".join(
                f
                for f in (
                    '<b><span lang="id">a</span></b>',
                    " ",
                    '<span lang="id">c</span>',
                    '<span lang="id"> d</span>',
                )
            ),
        ),
        (
            '<a href="sms:?body=%EE%80%80a%EE%80%81">' + lent("b") + "</a>",
            '<a href="sms:?body=a"><span lang="id">b</span></a>',
        ),
        ("<p>a</p>", "<p>a</p>"),
    ],
)
def test_lent_words_are_marked_where_a_page_can_mark_them(drawn, page):
    assert shown(drawn, "id") == page
