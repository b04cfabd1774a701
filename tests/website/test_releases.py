"""Hand-outs that were issued: each has a page, a recall says what was wrong, and recording one changes no copy code."""

from __future__ import annotations

import datetime

import pytest
from conftest import ROOT, TODAY
from guide import checks
from guide.facts.diagnostics import DataError
from guide.facts.load import load, read
from guide.handouts.event import record
from guide.handouts.readiness import obstacles
from guide.website.feeds import FeedBuilder
from handing_out import handouts_of

ISSUED = """
- id: {code}
  as_of: 2026-11-22
  changes:
    - {{id: "Salinan pertama.", en: "The first copy."}}
"""
RECALLED = """
- id: 0123ab
  as_of: 2026-10-01
  changes:
    - {id: "Salinan percobaan.", en: "A trial copy."}
  recalled: true
  reason: {id: "Angka untuk ojek keliru.", en: "The amount for ojek riders was wrong."}
"""


@pytest.fixture(scope="module")
def texts():
    """The files of the real data."""
    return dict(read(ROOT / "data"))


def released(texts, releases, prose, languages, folder):
    """The hand-outs of the real facts with these releases."""
    facts = load({**texts, "releases.yml": releases})
    return handouts_of(facts, prose, languages, folder, "https://example.org")


@pytest.fixture
def handouts(texts, facts, prose, languages, tmp_path):
    """A handouts with one copy withdrawn and today's issued."""
    return released(texts, RECALLED + ISSUED.format(code=facts.digest[:6]), prose, languages, tmp_path)


def test_recording_an_issue_leaves_its_copy_code_as_it_is(handouts, facts):
    assert handouts.renderer.site.facts.digest == facts.digest


def test_a_copy_code_does_not_depend_on_how_a_machine_ends_its_lines(texts, facts):
    assert load({name: text.replace("\n", "\r\n") for name, text in texts.items()}).digest == facts.digest


def test_files_are_checked_out_with_line_feeds_everywhere():
    assert "\n* text=auto eol=lf\n" in (ROOT / ".gitattributes").read_text("utf-8")
    assert [path for path in ROOT.rglob("data/**/*.yml") if b"\r" in path.read_bytes()] == []


def test_the_page_of_a_withdrawn_copy_says_so_and_what_was_wrong(handouts, languages):
    drawn = handouts.renderer.render(handouts.page("versi/0123ab/"), languages["id"])
    assert "Salinan ini ditarik." in drawn and "Angka untuk ojek keliru." in drawn and "Salinan percobaan." in drawn
    assert "withdrawn" in handouts.renderer.render(handouts.page("versi/0123ab/"), languages["en"])


def test_the_page_of_a_good_copy_says_whether_there_is_a_newer_one(handouts, facts, languages, texts, prose, tmp_path):
    newest = handouts.renderer.render(handouts.page(f"versi/{facts.digest[:6]}/"), languages["en"])
    assert "newest" in newest and "withdrawn" not in newest
    other = released(texts, ISSUED.format(code="aaaaaa"), prose, languages, tmp_path)
    assert "There is a newer copy." in other.renderer.render(other.page("versi/aaaaaa/"), languages["en"])


def test_the_list_leads_to_every_issue_newest_first_and_helps_who_finds_no_code(handouts, facts, languages):
    drawn = handouts.renderer.render(handouts.page("versi/"), languages["id"])
    newest, old = (drawn.index(f'href="../versi/{code}/"') for code in (facts.digest[:6], "0123ab"))
    assert newest < old and "ditarik" in drawn and "Angka untuk ojek keliru." in drawn
    assert "Kode Anda tidak ada?" in drawn and "Jangan pakai jumlah uang di salinan itu." in drawn


def test_news_tell_of_an_issue(handouts, languages):
    told = list(FeedBuilder(handouts.renderer.site.figures, languages["id"], str, str, "https://example.org/").news())
    assert any(item.path == "versi/0123ab/" for item in told)


def test_a_recall_without_a_reason_and_a_reason_without_a_recall_are_mistakes(texts, prose):
    for wrong in (RECALLED.replace("  recalled: true\n", ""), RECALLED.partition("  reason:")[0]):
        found = checks.find(load({**texts, "releases.yml": wrong}), prose, datetime.date(2026, 11, 22))
        assert [m for m in found if "releases.yml" in m.file and not m.warning]


def test_a_copy_code_is_six_digits_or_letters_and_stands_once(texts, prose):
    with pytest.raises(DataError, match="copy code"):
        load({**texts, "releases.yml": RECALLED.replace("0123ab", "0123xy")})
    twice = load({**texts, "releases.yml": RECALLED * 2})
    assert any("twice" in str(m) for m in checks.find(twice, prose, TODAY))


def test_the_bundle_says_how_to_record_it(texts, facts, handouts, prose, languages, tmp_path):
    code = facts.digest[:6]
    assert f"copy {code} was issued on 2026-11-22" in record(handouts)
    fresh = record(released(texts, "[]", prose, languages, tmp_path))
    assert f'- id: "{code}"' in fresh and "as_of: 2026-11-22" in fresh
    written = fresh.partition("\n")[2]
    assert load({**texts, "releases.yml": written}).releases[0].id == code
    bad = released(texts, RECALLED.replace("0123ab", code), prose, languages, tmp_path)
    assert "not made again" in next(obstacles(bad.renderer.site.facts, [], tmp_path))
