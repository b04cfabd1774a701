"""Feeds, calendars and cards: libraries read them, and what they say comes from the data."""

from __future__ import annotations

import datetime

import feedparser
import icalendar
import pytest
import vobject
from conftest import ROOT, TODAY
from guide.website import feed_formats, site_files
from guide.figures.law_changes import Changes, changes
from guide.figures.registry import Figures
from guide.facts.load import load, read
from guide.pages.routes import pages
from guide.pages.renderer import open_renderer

ADDRESS = "https://example.org/jamsostek"


def renderer(facts, prose, languages, today=TODAY, address=ADDRESS):
    """Draws facts on a day."""
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", today, address)


@pytest.fixture(scope="module", params=["id", "en"])
def files(request, facts, prose, languages):
    """Every file beside the pages of one language."""
    return dict(site_files.own(renderer(facts, prose, languages), languages[request.param]))


def test_the_feed_is_read_and_leads_to_pages_of_the_site(files, facts, prose):
    feed = feedparser.parse(files["perubahan.xml"].encode())
    assert not feed.bozo and feed.version == "atom10"
    paths = {page.path for page in pages(facts, prose)}
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) == 50
    for entry in feed.entries:
        assert entry.title and entry.updated_parsed
        assert entry.link.removeprefix(ADDRESS).removeprefix("/en").removeprefix("/") in paths
    updated = [entry.updated for entry in feed.entries]
    assert updated == sorted(updated, reverse=True)


def test_the_calendar_has_begins_ends_and_the_review(files, facts):
    events = icalendar.Calendar.from_ical(files["kalender.ics"]).walk("VEVENT")
    days = {str(event["UID"]).split("@example.org")[0]: event["DTSTART"].dt for event in events}
    relief = facts.by_id["reliefs"]["bpu-other-2026"]
    assert days[f"reliefs.{relief.id}.first"] == datetime.date.fromisoformat(f"{relief.first}-01")
    assert days[f"reliefs.{relief.id}.last"] == datetime.date(2026, 12, 31)
    assert days["review"] > TODAY
    assert len(days) == len(events)
    for event in events:
        assert event["SUMMARY"] and event["DTEND"].dt - event["DTSTART"].dt == datetime.timedelta(days=1)


def test_pay_on_time_comes_back_each_month_with_an_alarm(files):
    (event,) = icalendar.Calendar.from_ical(files["bayar.ics"]).walk("VEVENT")
    assert event["RRULE"]["FREQ"] == ["MONTHLY"] and event["RRULE"]["BYMONTHDAY"][0] < 15
    assert event["DTSTART"].dt.day == event["RRULE"]["BYMONTHDAY"][0]
    (alarm,) = event.walk("VALARM")
    assert alarm["ACTION"] == "DISPLAY" and alarm["TRIGGER"].dt >= datetime.timedelta(0)
    assert "15" in str(event["SUMMARY"])


def test_lines_are_folded_as_the_standard_says(files):
    for name, text in files.items():
        if name.endswith((".ics", ".vcf")):
            assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
            assert max(len(line.encode()) for line in text.split("\r\n")) <= 75, name


def test_cards_hold_what_was_verified_and_nothing_else(files, facts):
    cards = {name: vobject.readOne(text) for name, text in files.items() if name.endswith(".vcf")}
    assert cards["kontak/call-175.vcf"].tel.value == "175"
    hidden = {c.id for c in facts.channels if not c.publish} | {o.id for o in facts.offices if not o.contact_verified}
    assert not hidden & {name.removeprefix("kontak/").removesuffix(".vcf") for name in cards}
    for card in cards.values():
        assert card.fn.value and card.org.value == ["BPJS Ketenagakerjaan"]


def test_a_verified_office_gets_its_card():
    card = vobject.readOne(feed_formats.card("Kantor, satu; dua", {"TEL": "0380 123", "ADR": "Jl. Satu, 2"}))
    assert card.fn.value == "BPJS Ketenagakerjaan: Kantor, satu; dua"
    assert card.tel.value == "0380 123" and card.adr.value.street == "Jl. Satu, 2"


def test_nothing_is_told_before_it_was_known(facts, prose, languages):
    early = dict(site_files.own(renderer(facts, prose, languages, datetime.date(2025, 12, 21)), languages["en"]))
    assert "bpu-other-2026" not in early["perubahan.xml"] + early["kalender.ics"]
    later = dict(site_files.own(renderer(facts, prose, languages, datetime.date(2025, 12, 22)), languages["en"]))
    assert "bpu-other-2026" in later["perubahan.xml"] and "bpu-other-2026" in later["kalender.ics"]


def test_without_an_address_the_files_are_still_whole(facts, prose, languages):
    files = dict(site_files.own(renderer(facts, prose, languages, address=""), languages["id"]))
    assert not feedparser.parse(files["perubahan.xml"].encode()).bozo
    assert icalendar.Calendar.from_ical(files["kalender.ics"]).walk("VEVENT")


# change pages


def test_a_change_ahead_is_counted_for_typical_people(facts):
    figures = Figures(facts, TODAY)
    found = Changes(figures)
    january = next(change for change in changes(facts) if change.month == "2027-01")
    rows = {row.estimate.id: row for row in found.rows(january, benefits=False)}
    assert rows["bpu-basic"].sign == 1 and "bpu-transport" not in rows
    assert figures.get(rows["bpu-basic"].difference).value == 8400
    assert [relief.id for relief in found.ended(january)] == ["bpu-other-2026"]
    assert [change.month for change in found.near()] == ["2027-01"]


def test_a_change_page_says_the_difference_and_home_links_to_it_in_time(facts, prose, languages):
    drawn = renderer(facts, prose, languages)
    text = drawn.render(drawn.page("perubahan/2027-01/"), languages["id"])
    assert "Rp16.800" in text and "Rp8.400" in text
    assert 'href="perubahan/2027-01/"' in drawn.render(drawn.page(""), languages["id"])
    before = renderer(facts, prose, languages, datetime.date(2026, 9, 1))
    assert "perubahan/2027-01/" not in before.render(before.page(""), languages["id"])


def test_every_change_of_the_data_keeps_its_page(facts, prose, languages):
    drawn = renderer(facts, prose, languages)
    months = [change.month for change in changes(facts)]
    print(f"{len(months)} months in which something changes")
    for month in months:
        assert drawn.render(drawn.page(f"perubahan/{month}/"), languages["en"])


def test_a_new_value_becomes_news_a_date_and_a_page(prose, languages):
    texts = read(ROOT / "data")
    texts["schedules/bpu-jkm.yml"] += """  - effective: 2027-02-01
    announced: 2026-11-20
    kind: flat
    shares: {worker: 7_000}
    citations: [{regulation: pp-44-2015, article: null}]
    compiled: 2026-11-22
    verified: null
    confidence: low
"""
    facts = load(texts)
    drawn = renderer(facts, prose, languages)
    files = dict(site_files.own(drawn, languages["en"]))
    assert "schedules.bpu-jkm@2027-02-01" in files["perubahan.xml"] and "20270201" in files["kalender.ics"]
    assert "Rp200 more" in drawn.render(drawn.page("perubahan/2027-02/"), languages["en"]).replace("</a>", "")
