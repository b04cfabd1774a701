"""What a stand puts up and lays out: it asks for nothing that harms, promises nothing, and is read from afar."""

from __future__ import annotations

import re

import cv2
import pypdfium2
import pytest
from conftest import ADDRESS
from guide.handouts.printer import opened
from guide.handouts.stand import CODES, MORE, stand
from handing_out import handouts_of
from html_press import Press, as_html
from looking import chromium
from test_kinds import words

pytestmark = pytest.mark.xdist_group("bundle")


@pytest.fixture(scope="module")
def drawn(facts, prose, languages, tmp_path_factory):
    """A function that returns each thing of the stand as its HTML, for a public address or none."""

    def of(address):
        context = handouts_of(facts, prose, languages, tmp_path_factory.mktemp("site"), address, printer=Press())
        with as_html():
            return {item.name.removeprefix("stand/"): item.make().decode() for item in stand(context)}

    return of


@pytest.fixture(scope="module")
def public(drawn):
    return drawn(ADDRESS)


def test_the_sheet_of_those_who_want_to_join_asks_only_for_what_a_call_needs(public):
    heads = re.findall(r"<th[^>]*>([^<]*)</th>", public["sign-up_id.pdf"])
    assert heads == ["No.", "Nama", "Desa atau kelurahan", "Nomor HP keluarga", "Saya boleh ditelepon (paraf)"]
    text = words(public["sign-up_id.pdf"])
    assert "Jangan tulis di sini: NIK, penghasilan, penyakit, nama anak." in text
    assert "Yang menyimpan kertas ini" in text and "sampai tanggal" in text


def test_a_volunteer_has_twenty_answers_and_knows_what_never_to_take_or_promise(public, facts):
    for name in ("volunteer_id.pdf", "volunteer_en.pdf"):
        assert public[name].count("<dt>") == 20 == len(facts.landing) + len(MORE)
    text = words(public["volunteer_id.pdf"])
    assert "Jangan pernah terima uang, KTP" in text and "Jangan pernah janji" in text


def test_the_cloth_on_paper_is_of_the_price_after_the_discount(public):
    for name in ("poster-a4_id.pdf", "slides_id.pdf", "slides_id.html"):
        label = re.search(r'<svg[^>]*role="img" aria-label="([^"]*)"', public[name])[1]
        assert "Rp16.800" in label and "Rp8.400" not in label and "2.500 kotak" in words(public[name]), name


def test_codes_stand_only_where_there_is_an_address_to_lead_to(drawn, public):
    draft = drawn("")
    assert {name for name in public if name not in draft} == {"qr-codes_id.pdf", "qr-codes_en.pdf"}
    for name, text in draft.items():
        assert 'class="qr"' not in text, name
        assert re.search(r"\bDRAFT?\b", words(text)), name
    assert public["qr-codes_id.pdf"].count('class="qr"') == 4 * len(CODES)


def test_the_things_of_a_stand_are_dated_and_name_whose_insurance_it_is(public, facts):
    for name, text in public.items():
        assert "BPJS Ketenagakerjaan" in words(text) and facts.digest[:6] in words(text), name
        assert re.search(r"Cek ulang|Check again", words(text)), name


def codes(page) -> list[str]:
    """What a phone reads on a page that was photocopied: grey, blurred, and small."""
    picture = cv2.cvtColor(page.render(scale=3).to_numpy()[:, :, :3], cv2.COLOR_BGR2GRAY)
    blurred = cv2.GaussianBlur(picture, (5, 5), 0)
    _, packed = cv2.imencode(".jpg", blurred, [cv2.IMWRITE_JPEG_QUALITY, 45])
    _, texts, *_ = cv2.QRCodeDetector().detectAndDecodeMulti(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE))
    return [text for text in texts if text]


def test_paper_of_the_stand_is_one_sheet_each_tagged_titled_and_its_codes_are_read(facts, prose, languages, tmp_path):
    count = {"table-tent": 2, "qr-codes": 12, "volunteer": 0, "sign-up": 0, "quiz": 0, "certificate": 0}
    sizes = {"poster-a3": [842, 1191], "slides": [842, 473], "sign-up": [842, 595], "certificate": [842, 595]}
    with opened() as printer:
        context = handouts_of(facts, prose, languages, tmp_path, ADDRESS, printer=printer)
        items = [one for one in stand(context) if one.name.endswith("_id.pdf")]
        for item in items:
            body, name = item.make(), item.name[6:-7]
            document = pypdfium2.PdfDocument(body)
            assert b"/StructTreeRoot" in body and b"/Title" in body and b"/Lang" in body, name
            assert len(document) == {"slides": 10, "quiz": 2}.get(name, 1), name
            size = [round(side) for side in document[0].get_size()]
            assert size == sizes.get(name, [595, 842])
            found = codes(document[len(document) - 1])
            assert len(found) == count.get(name, 1) and all(one.startswith(ADDRESS) for one in found), (name, found)
            assert item.make() == body, name


@pytest.fixture(scope="module")
def slides(public, tmp_path_factory):
    path = tmp_path_factory.mktemp("slides") / "slides_id.html"
    path.write_text(public["slides_id.html"], "utf-8")
    return path.as_uri()


def test_slides_turn_by_keys_and_taps_and_stay_within_the_screen(slides):
    with chromium() as browser:
        page = browser.new_context(offline=True, viewport={"width": 1280, "height": 720}).new_page()
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(slides)
        shown = "[...document.querySelectorAll('.slide')].findIndex(one => one.dataset.shown === 'yes')"
        for key, at in (("ArrowRight", 1), (" ", 2), ("PageDown", 3), ("ArrowLeft", 2), ("End", 9), ("ArrowRight", 9)):
            page.keyboard.press(key)
            assert page.evaluate(shown) == at, key
        page.keyboard.press("Home")
        page.mouse.click(1000, 300)
        assert page.evaluate(shown) == 1
        for number in range(10):
            over = "one => one.scrollHeight - one.clientHeight"
            assert page.locator(".slide").nth(number).evaluate(over) <= 0, number
        assert not said


def test_without_a_script_all_slides_stand_below_each_other(slides):
    with chromium() as browser:
        page = browser.new_context(offline=True, java_script_enabled=False).new_page()
        page.goto(slides)
        assert page.locator(".slide:visible").count() == 10


def test_no_card_is_cut_and_each_keeps_its_margin(hand_outs):
    cards = {one.name: one.text for one in hand_outs if one.name.startswith("cards/")}
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1080, "height": 1350})
        lowest = {}
        for name, text in cards.items():
            page.set_content(text)
            bottom = "document.querySelector('footer').getBoundingClientRect().bottom"
            over = "(one => one.scrollHeight - one.clientHeight)(document.querySelector('.main'))"
            lowest[name] = max(page.evaluate(bottom), 1330 + page.evaluate(over))
    assert len(cards) > 40 and {name: at for name, at in lowest.items() if at > 1330} == {}
