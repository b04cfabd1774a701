"""Every landing page answers what everybody asks, on itself, on each day on which an answer changes."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from html import unescape

import pytest
from conftest import ROOT
from guide.checks.records.landing import (
    answers_stand_on_landing_pages,
    every_reader_has_an_answer,
    landing_pages_show_the_answers,
)
from guide.pages import landing
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

DAYS = ("2026-11-29", "2026-12-31", "2027-01-01", "2027-04-01")
QUESTIONS = ("pay", "when", "how", "get", "from", "today", "by", "ask", "real", "missed", "next")


def words(html):
    """The text of HTML."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def answered(article):
    """What an article answers, question by question: the page that says more, and the words."""
    found = {}
    part = article.partition(' id="jawaban">')[2]
    for asked, told in re.findall(r'<details class="ask"[^>]*><summary>(.*?)</summary>(.*?)</details>', part, re.S):
        found[words(asked)] = (re.search(r'<a class="solo" href="([^"]+)"', told)[1], words(told))
    return found


@pytest.mark.parametrize("day", DAYS)
def test_every_landing_page_answers_every_question(facts, prose, languages, day):
    routes, today = pages(facts, prose), datetime.date.fromisoformat(day)
    renderer = open_renderer(facts, routes, languages, ROOT / "overrides", today)
    landed = [page for page in routes if landing.is_landing(page)]
    assert {page.template for page in landed} == {"home", "prose", "occupation", "partner", "region", "segment"}
    left_out = sum(bool(answer.not_for) for question in facts.landing for answer in question.answers)
    empty, table = [], {}
    for page in landed:
        for language in languages.values():
            found = answered(renderer.render(page, language))
            for question in facts.landing:
                more, told = found.get(question.question[language.id], ("", ""))
                table[page.path, language.id, question.id] = told
                known = [a for a in landing.answers(question, page, today) if a.not_for]
                if not known and not (more and len(told.split()) >= 3):
                    empty.append((page.path, language.id, question.id))
    print(f"{day}: {len(landed)} pages x {len(languages)} languages x {len(facts.landing)} questions, ", end="")
    print(f"{len(table)} answers, {len(empty)} empty, {left_out} not_for")
    for page in landed:
        for question in facts.landing:
            print(f"{page.path or '/'} | {question.id} | {table[page.path, 'id', question.id]}")
    assert [question.id for question in facts.landing] == list(QUESTIONS)
    assert not empty


def test_what_changes_next_is_told_until_it_has_changed(facts):
    following = next(question for question in facts.landing if question.id == "next")
    for reader, last in (("bpu", datetime.date(2026, 12, 31)), ("transport", datetime.date(2027, 3, 31))):
        before = following.answer(reader, last).words["id"]
        after = following.answer(reader, last + datetime.timedelta(1)).words["id"]
        assert "Diskon selesai" in before and "Diskon sudah selesai" in after


def test_who_pays_decides_the_answers(facts, prose):
    by_path = {page.path: page for page in pages(facts, prose)}
    for path, readers in (
        ("", ("bpu",)),
        ("pekerjaan/ojek/", ("transport",)),
        ("pekerjaan/aparat-desa/", ("pu-basic",)),
        ("pekerjaan/konstruksi/", ("jakon", "bpu")),
        ("pekerjaan/koperasi/", ("pu",)),
        ("mitra/pemkab-mabar/", ("paid",)),
        ("mitra/obor-mas/", ("bpu",)),
        ("musibah/phk/", ("pu",)),
    ):
        assert landing.readers(by_path[path]) == readers, path


def test_a_bad_day_is_answered_for_those_whom_it_met(facts, prose):
    today, by_path = datetime.date(2026, 11, 29), {page.path: page for page in pages(facts, prose)}
    by_id = {question.id: question for question in facts.landing}
    for path, words in (
        ("musibah/meninggal/", "surat kematian"),
        ("musibah/kecelakaan/", "puskesmas"),
        ("musibah/phk/", "surat PHK"),
        ("musibah/hari-tua/", "saldo"),
    ):
        (told,) = landing.answers(by_id["today"], by_path[path], today)
        assert words in told.words["id"], path
        for question in ("how", "by"):
            (told,) = landing.answers(by_id[question], by_path[path], today)
            assert told.on == (path,), (path, question)
    (told,) = landing.answers(by_id["today"], by_path[""], today)
    assert not told.on


def test_an_answer_for_a_page_that_nobody_lands_on_is_a_mistake(facts, prose):
    assert not list(answers_stand_on_landing_pages(facts, prose))
    first = facts.landing[0]
    lost = first.model_copy(update={"answers": (first.answers[0].model_copy(update={"on": ("cek/",)}),)})
    found = answers_stand_on_landing_pages(replace(facts, records={**facts.records, "landing": (lost,)}), prose)
    assert [mistake.values["bad"] for mistake in found] == ["cek/"]


def test_a_page_or_a_reader_without_answers_is_a_mistake(facts, prose):
    today = datetime.date(2026, 11, 29)
    assert not list(every_reader_has_an_answer(facts, prose, today))
    first = facts.landing[0]
    short = first.model_copy(update={"answers": first.answers[:1]})
    less = replace(facts, records={**facts.records, "landing": (short,)})
    assert {mistake.values["bad"] for mistake in every_reader_has_an_answer(less, prose, today)} >= {"pmi", "jakon"}
    home = prose["id"][""]
    bare = {**prose, "id": {**prose["id"], "": home._replace(body=home.body.replace(landing.PART, ""))}}
    assert [mistake.file for mistake in landing_pages_show_the_answers(facts, bare)] == ["docs/id/index.md"]
