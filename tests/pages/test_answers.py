"""Questions that people really have are answered in the first sentence of a section with an address of its own."""

from __future__ import annotations

import re
from html import unescape

import pytest
import yaml
from conftest import ROOT, TODAY
from guide.checks.readability import sentences
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

ANSWERS = yaml.safe_load((ROOT / "tests/support/answers.yml").read_text("utf-8"))
OPEN = {"id": r"[Bb]elum kami temukan|belum ditemukan", "en": r"have (not )?found|not found"}
"""How an answer says that nobody has published one."""


@pytest.fixture(scope="module")
def renderer(facts, prose, languages):
    """The renderer of the real site."""
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)


def words(html):
    """The text of HTML."""
    text = " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
    return re.sub(r" (?=[.,:;?!)])", "", text)


def answer(renderer, language, page):
    """The answer that stands in a section of a page, and the question above it."""
    path, _, anchor = page.partition("#")
    drawn = renderer.render(renderer.site.page(path), language)
    found = re.search(
        rf'<details id="{anchor}"[^>]*><summary[^>]*>(.*?)</summary>\s*<div[^>]*><div[^>]*>(.*?)</div>', drawn, re.S
    )
    assert found, page
    return words(found[1]), words(found[2])


def test_every_question_is_answered_in_the_first_sentence(renderer, facts, languages):
    said_open = 0
    for asked in ANSWERS:
        collection, fact = asked["fact"].split(".")
        assert fact in facts.by_id[collection], asked
        _, told = answer(renderer, languages["id"], asked["page"])
        begins = ".+?".join(map(re.escape, asked["sentence"].split("…")))
        assert re.match(begins, re.sub(r" \([^()]*\)", "", told)) or re.match(begins, told), (asked, told)
        for language in languages.values():
            _, told = answer(renderer, language, asked["page"])
            assert len(sentences(told)) >= 1, asked
            if asked.get("open"):
                whom = "175" in told or "PKH" in told
                assert re.search(OPEN[language.id], told) and whom, (asked, told)
        said_open += bool(asked.get("open"))
    print(f"{len(ANSWERS)} questions, {len(ANSWERS) - said_open} answered, {said_open} without a public answer")
    assert len(ANSWERS) >= 70 and len({asked["question"] for asked in ANSWERS}) == len(ANSWERS)


def test_every_question_stands_on_one_page_and_old_addresses_lead_to_it(renderer, facts, languages):
    language = languages["id"]
    overview = renderer.render(renderer.site.page("tanya/"), language)
    below = [page for page in renderer.site.routes if page.up == "tanya/" and page.template == "prose"]
    drawn = {page.path: renderer.render(page, language) for page in below}
    for question in facts.questions:
        on = [path for path, html in drawn.items() if f'<details id="{question.id}"' in html]
        assert len(on) == 1, (question.id, on)
        slug = on[0].removeprefix("tanya/")
        link = re.search(rf'<li id="{question.id}"><a href="([^"]*)"', overview)
        assert link and link[1].endswith(f"{slug}#{question.id}"), question.id


def test_help_comes_before_money_where_somebody_is_in_despair(renderer, languages):
    for language in languages.values():
        drawn = renderer.render(renderer.site.page("tanya/tolong/"), language)
        told = words(drawn.partition('id="asal"')[0])
        assert not re.search(r"Rp\s?\d", told)
        assert told.index("healing119.id") < told.index("175")
        assert re.search("puskesmas|health centre", told.split("healing119.id")[0])
