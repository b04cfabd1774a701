"""Faults that hand-outs had in users' hands: each kind is looked for in every hand-out it could stand in."""

from __future__ import annotations

import html
import re

import pytest
from guide.pages.routes import published

pytestmark = pytest.mark.xdist_group("bundle")


@pytest.fixture(scope="module")
def made(hand_outs):
    """Every hand-out but whole guides and codes by its name: the HTML or text that it is printed or drawn from."""
    return {one.name: one.text for one in hand_outs if one.part != "file" and "qr." not in one.name}


def words(text: str) -> str:
    """The words that people read: no tags, styles, scripts or attributes."""
    bare = re.sub(r"<(style|script|svg)\b.*?</\1>", " ", text, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", bare)).split())


def test_every_hand_out_names_whose_insurance_it_is_about(made):
    assert len(made) > 200
    assert not [name for name, text in made.items() if "BPJS Ketenagakerjaan" not in words(text)]


def test_what_is_no_door_to_the_insurance_shows_no_price(made):
    texts = {name: words(text) for name, text in made.items() if "daperma" in name and not name.endswith(".html")}
    assert len(texts) == 6
    for name, text in texts.items():
        assert not re.search(r"Rp[\d.]+", text), name


def test_a_partners_sheet_says_that_one_may_ask_there_and_names_its_people(made, facts):
    for record in published(facts.partners):
        text = words(made[f"partners/{record.id}/{record.id}_poster_id.pdf"])
        if record.kind != "not-bpjs":
            assert f"Bisa tanya di: {record.name['id']}" in text, record.id
        assert "Petani bayar" not in text, record.id


def test_no_flyer_speaks_of_anothers_work_or_of_two_ends(made, facts):
    for record in published(facts.occupations):
        text = words(made[f"occupations/{record.id}_flyer_id.pdf"])
        assert record.id == "petani" or not re.search(r"\bpetani\b", text, re.I), record.id
        assert len(set(re.findall(r"\(sampai (\w+ \d{4})", text))) <= 1, record.id


def test_workers_whom_a_builder_registers_get_no_steps_of_the_builder(made, facts):
    steps = [step["id"].rstrip(".") for step in facts.by_id["procedures"]["join-jakon"].steps[1:]]
    for record in published(facts.occupations):
        if record.ways[0].segment == "jakon":
            text = words(made[f"occupations/{record.id}_flyer_id.pdf"])
            assert not [step for step in steps if step in text] and "Tanya mandor" in text


def test_no_file_has_an_entry_that_leads_nowhere(made):
    dead = re.compile(
        r"<(?!a\b)\w+\b[^>]*\bclass=\"?[^\">]*\b(?:door|go|solo)\b[^>]*>|<a\b(?![^>]*\bhref)[^>]*>|<(ul|ol)\b[^>]*>\s*</\1>"
        r"|<div class=\"?card\"?>\s*<h\d[^>]*>[^<]*</h\d>\s*</div>"
    )
    for name, text in made.items():
        if name.endswith(".html"):
            body = text.partition("<body>")[2].partition("<script>")[0]
            assert not dead.search(body), (name, dead.search(body)[0])


def test_a_file_takes_along_how_its_people_join_pay_report_and_claim(made, facts):
    for record in published(facts.occupations):
        text = made[f"occupations/{record.id}.html"]
        wanted = {f"cara-{way.join}" for way in record.ways} | {"kantor"}
        if {way.segment for way in record.ways} & {"bpu", "pu", "jakon"}:
            wanted |= {"cara-report-accident", "cara-claim-jkk", "cara-claim-jkm"}
        missing = [one for one in wanted if f"<section id=id-{one}>" not in text]
        assert not missing, (record.id, missing)


def test_a_fresh_file_says_nowhere_in_its_text_that_it_is_old(made):
    for name, text in made.items():
        if name.endswith(".html"):
            old = "This copy is old" if name.endswith("_en.html") else "Salinan ini sudah lama"
            assert old not in words(text) and old in text, name


def test_a_message_marks_its_amounts_as_messengers_do_and_none_twice_with_its_condition(made):
    texts = {name: text for name, text in made.items() if "message" in name}
    for name, text in texts.items():
        assert text.startswith("*") and text.count("*") % 2 == 0, name
        assert "daperma" in name or re.search(r"\*Rp\d[\d.,]*( juta| million)?\*", text) or "konstruksi" in name, name
    for name, text in made.items():
        assert not re.search(r"(\([^()]*\))\s*\1", words(text)), name


def test_engines_that_know_no_hashes_run_the_script_of_a_file(made):
    for name, text in made.items():
        if name.endswith(".html"):
            assert re.search(r"script-src 'unsafe-inline' 'sha256-[\w+/=]+'", text), name


def test_every_regency_has_a_pack_of_its_own_with_its_office_and_partners(made, facts):
    regencies = [region for region in facts.regions if region.parent]
    assert len(regencies) == 22
    for region in regencies:
        own = {name.rpartition("/")[2]: words(text) for name, text in made.items() if f"regions/{region.id}/" in name}
        kinds = {re.sub(r".*?(_(?:poster|flyer|message))?(_(?:id|en))?(\.\w+)$", r"\1\3", name) for name in own}
        assert kinds == {".html", "_poster.pdf", "_flyer.pdf", "_message.txt"}, (region.id, kinds)
        assert len({name.partition("_")[0].removesuffix(".html") for name in own}) == 1, "every name says whose it is"
        office = facts.by_id["offices"][region.office].name["id"]
        assert all(office in text for name, text in own.items() if not re.search(r"_en\.|\.html", name)), region.id
        partners = [one for one in published(facts.partners) if region.id in one.serves and one.kind != "not-bpjs"]
        flyer = next(text for name, text in own.items() if name.endswith("_flyer_id.pdf"))
        assert all(one.name["id"] in flyer for one in partners[:3]), region.id
