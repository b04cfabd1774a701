"""The quiz of a village meeting: the same questions on the page, on paper and in a file; nothing is kept."""

from __future__ import annotations

import datetime
import re

import pypdfium2
import pytest
from conftest import ADDRESS, ROOT
from guide.checks.records.quiz import choices_differ
from guide.handouts.printer import opened
from guide.handouts.stand import stand
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from handing_out import handouts_of
from html_press import Press, as_html
from test_kinds import words

pytestmark = pytest.mark.xdist_group("bundle")
JANUARY = datetime.date(2027, 1, 5)
APRIL = datetime.date(2027, 4, 1)


@pytest.fixture(scope="module")
def drawn(facts, prose, languages, tmp_path_factory):
    """What a stand has of the quiz, by name, as HTML."""
    context = handouts_of(facts, prose, languages, tmp_path_factory.mktemp("site"), ADDRESS, printer=Press())
    with as_html():
        return {i.name[6:]: i.make().decode() for i in stand(context) if re.search("quiz|certificate", i.name)}


def test_ten_questions_have_one_right_choice_each_and_their_letters_are_mixed(facts):
    rights = [question.right for question in facts.quiz]
    assert len(rights) == 10 and min(map(rights.count, "abc")) >= 3
    assert not re.search(r"(.)\1\1", "".join(rights)), "three alike in a row are guessed"


def test_no_two_choices_say_the_same_on_any_day_ahead(facts, prose):
    for day in (JANUARY, APRIL, datetime.date(2030, 6, 1)):
        assert not list(choices_differ(facts, prose, day)), day


@pytest.mark.parametrize(("day", "now", "after"), [(JANUARY, "Rp16.800", ""), (None, "Rp8.400", "Rp16.800")])
def test_the_answer_on_the_price_follows_the_day_by_itself(facts, prose, languages, drawn, day, now, after):
    if day:
        renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", day, ADDRESS)
        text = words(renderer.render(renderer.site.page("kuis/"), languages["id"]))
    else:
        text = words(drawn["quiz_id.html"])
    said = re.search(r"Petani sekarang bayar (Rp[\d.]+)(?: \(sampai \w+ \d{4}, lalu (Rp[\d.]+)\))?", text)
    assert (said[1], said[2] or "") == (now, after)


def test_page_paper_and_file_ask_the_same_and_close_each_answer_without_a_script(drawn, facts, prose, languages):
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", JANUARY, ADDRESS)
    for id, language in languages.items():
        page = renderer.render(renderer.site.page("kuis/"), language)
        file, paper = drawn[f"quiz_{id}.html"], words(drawn[f"quiz_{id}.pdf"])
        for html in (page, file):
            folds = re.findall(r"<details><summary>[^<]+</summary>\s*<p><b>([ABC])\.</b>", html)
            assert folds == [question.right.upper() for question in facts.quiz]
        for question in facts.quiz:
            if "{" not in question.question[id]:
                assert all(question.question[id] in text for text in (words(page), words(file), paper)), question.id


def test_a_file_leads_to_the_public_address_alone_and_asks_for_nothing(drawn):
    for name in ("quiz_id.html", "quiz_en.html"):
        links = re.findall(r'href="([^"]*)"', drawn[name])
        assert links and not [href for href in links if not href.startswith((ADDRESS, "tel:", "data:"))]
        assert not re.search(r"<(input|form|textarea)\b|localStorage|document\.cookie", drawn[name])
        assert len(drawn[name].encode()) <= 20_000


def test_a_certificate_has_a_line_for_the_name_and_says_what_it_is_not(drawn):
    text = words(drawn["certificate_id.pdf"])
    assert drawn["certificate_id.pdf"].count('class="line"') == 3 and "<input" not in drawn["certificate_id.pdf"]
    assert "bukan tanda peserta" in text and "tidak disimpan siapa pun" in text


def test_answers_stand_on_the_second_page_of_the_paper(facts, prose, languages, tmp_path):
    with opened() as printer:
        context = handouts_of(facts, prose, languages, tmp_path, ADDRESS, printer=printer)
        for item in stand(context):
            if re.search(r"(quiz|certificate).*\.pdf", item.name):
                document = pypdfium2.PdfDocument(item.make())
                texts = [page.get_textpage().get_text_range() for page in document]
                assert len(texts) == (2 if "quiz" in item.name else 1), item.name
                assert "quiz" not in item.name or ("8,400" in texts[1].replace(".", ",") and "8,400" not in texts[0])
