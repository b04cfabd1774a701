"""What the staff of a partner hand on: every thing is there, opens, and says why where something is missing."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

import cv2
import pypdfium2
import pytest
from conftest import ADDRESS, ROOT, TODAY
from guide.estimator.inputs import read_inputs
from guide.pages import partner_kit
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from looking import ADD_STYLE, AXE, chromium

pytestmark = pytest.mark.xdist_group("site")
STAFF = "mitra/obor-mas/petugas/index.html"


def drawn(facts, prose, languages, address):
    """Draws the real facts at an address."""
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, address)


def test_every_partner_has_a_page_for_its_staff_with_all_there_is(built, facts):
    for partner in facts.partners:
        folder = built / "mitra" / partner.id / "petugas"
        assert folder.exists() == (partner.kind != "not-bpjs"), partner.id
        if folder.exists():
            assert {p.name for p in folder.iterdir() if p.suffix not in (".br", ".gz")} == {
                *("index.html", "pesan.txt", "qr.png", "qr.svg")
            }
            text = (folder / "index.html").read_text("utf-8")
            own = f"mitra/{partner.id}/poster/"
            sent = ("https://wa.me/?text=", "sms:?body=", "mailto:?subject=")
            for wanted in (own, *sent, "qr.png", "qr.svg", "pesan.txt", "bayar.ics", "sematan/#segment=bpu"):
                assert wanted in text, (partner.id, wanted)


def test_codes_decode_to_the_short_address(built, facts):
    codes = {link.target: link.code for link in facts.permalinks}
    for path in built.glob("mitra/*/petugas/qr.png"):
        said, *_ = cv2.QRCodeDetector().detectAndDecode(cv2.imread(str(path)))
        assert said == f"{ADDRESS}/m/{codes[f'mitra/{path.parent.parent.name}/']}"
        assert (built / said.removeprefix(f"{ADDRESS}/") / "index.html").exists()


def test_a_message_is_short_dated_and_the_same_as_the_file(built):
    for folder in ("", "en/"):
        message = (built / folder / "mitra/obor-mas/petugas/pesan.txt").read_text("utf-8")
        page = (built / folder / STAFF).read_text("utf-8")
        assert len(message) <= 900 and f"{ADDRESS}/m/om" in message and "2026" in message
        assert message in unescape(page)
        assert unquote(re.search(r'https://wa\.me/\?text=([^"]+)">', page)[1]).startswith(message.split("\n")[0])


def test_links_with_answers_are_questions_that_the_estimator_reads(facts, prose, languages):
    renderer = drawn(facts, prose, languages, ADDRESS)
    for page in renderer.site.routes:
        if page.template == "staff" and page.record.preset:
            text = renderer.render(page, languages["en"])
            asked = re.findall(r'href="[./]*hitung/#([^"]+)"', text)
            assert len(asked) == len(partner_kit.PRESETS), page.path
            for state in asked:
                read_inputs(dict(pair.split("=") for pair in unescape(state).split("&")), TODAY)


@pytest.mark.parametrize(
    ("address", "why"),
    [("", "this site has no public address"), ("https://" + "long." * 14 + "example", "too long for old phones")],
)
def test_without_a_code_the_page_says_why(facts, prose, languages, address, why):
    renderer = drawn(facts, prose, languages, address)
    page = renderer.site.page("mitra/obor-mas/petugas/")
    text = renderer.render(page, languages["en"])
    assert why in text and 'class="qr"' not in text and "qr.png" not in text
    assert not [*partner_kit.codes(renderer.site)]
    assert renderer.text(partner_kit.MESSAGE, languages["id"], renderer.site.page("mitra/obor-mas/"))
    assert 'class="qr"' not in renderer.render(renderer.site.page("mitra/obor-mas/poster/"), languages["en"])
    assert ("wa.me" in text) == bool(address)


def test_staff_pages_and_posters_stay_out_of_search_and_map(built):
    assert "/petugas/" not in (built / "sitemap.xml").read_text("utf-8")
    found = "".join(path.read_text("utf-8") for path in built.glob("cari-*.js"))
    assert "petugas/" not in found and "poster/" not in found


@pytest.fixture(scope="module")
def browser():
    """One browser for the tests below."""
    with chromium() as found:
        yield found


def test_a_poster_fills_one_sheet_for_every_partner(browser, built, facts, tmp_path):
    page = browser.new_page()
    for partner in facts.partners:
        for folder in ("", "en/"):
            path = built / folder / "mitra" / partner.id / "poster" / "index.html"
            if not path.exists():
                continue
            page.goto(path.as_uri())
            page.pdf(path=tmp_path / "poster.pdf", prefer_css_page_size=True)
            with pypdfium2.PdfDocument(tmp_path / "poster.pdf") as paper:
                assert len(paper) == 1, (folder, partner.id)
                said = paper[0].get_textpage().get_text_bounded()
                assert "175" in said and "/m/" in said.replace("\n", "") and "Rp" in said, partner.id
                assert [round(side) for side in paper[0].get_size()] == [595, 842]


@pytest.mark.parametrize("path", [STAFF, "mitra/obor-mas/poster/index.html", "en/mitra/pemprov-ntt/poster/index.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_them(browser, built, path, scheme):
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page = context.new_page()
    page.goto((built / path).as_uri())
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes[0].html))")
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.evaluate(ADD_STYLE, "html{font-size:200%}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
