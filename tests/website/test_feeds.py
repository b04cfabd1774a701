"""Feeds, calendars and cards: libraries read them, and what they say comes from the data."""

from __future__ import annotations

import datetime
import re

import feedparser
import icalendar
import pytest
import vobject
from conftest import ADDRESS, ROOT, TODAY
from guide.facts.load import load, read
from guide.figures.law_changes import Changes, changes
from guide.figures.registry import Figures
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from guide.website import feed_formats, site_files


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
    assert days[f"reliefs.{relief.id}.end"] == datetime.date(2027, 1, 1)
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


def feed_on(day, language, facts, prose, languages):
    """The feed of a day: entries by the end of their ids."""
    drawn = renderer(facts, prose, languages, datetime.date.fromisoformat(day))
    feed = feedparser.parse(dict(site_files.own(drawn, languages[language]))["perubahan.xml"].encode())
    assert not feed.bozo
    return {entry.id.partition("#")[2]: entry for entry in feed.entries}


@pytest.mark.parametrize(
    ("language", "january", "amounts", "ended"),
    [
        ("id", "Januari 2027", ["Rp8.400", "Rp16.800"], "sudah berakhir"),
        ("en", "January 2027", ["Rp8,400", "Rp16,800"], "has ended"),
    ],
)
def test_the_end_of_a_relief_is_told_when_known_and_when_it_has_come(
    language, january, amounts, ended, facts, prose, languages
):
    ahead = feed_on("2026-11-29", language, facts, prose, languages)
    told = ahead["reliefs.bpu-other-2026.end"]
    assert [entry for entry in ahead.values() if january in entry.title] == [told]
    assert re.findall(r"Rp[\d.,]*\d", told.title) == amounts and ended not in told.title
    assert told.link.endswith("perubahan/2027-01/") and told.updated.startswith("2025-12-22")
    last = feed_on("2026-12-31", language, facts, prose, languages)
    assert not any(ended in e.title and january in e.title for e in last.values())
    after = feed_on("2027-01-05", language, facts, prose, languages)
    come = after["reliefs.bpu-other-2026.end.now"]
    assert next(iter(after.values())) == come and come.updated.startswith("2027-01-01")
    assert ended in come.title and january in come.title
    assert re.findall(r"Rp[\d.,]*\d", come.title) == amounts
    assert "JKK" in come.summary and "JKM" in come.summary
    assert after["reliefs.bpu-other-2026.end"].title == told.title


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_start_and_end_of_a_relief_has_both_amounts_and_its_last_month(language, facts, prose, languages):
    told = feed_on("2027-04-05", language, facts, prose, languages)
    counted = 0
    for relief in facts.reliefs:
        for part in ("first", "end", "end.now"):
            title = told[f"reliefs.{relief.id}.{part}"].title
            assert languages[language].month(relief.last) in title
            counted += len(set(re.findall(r"Rp[\d.,]*\d", title))) == 2
    assert counted >= 8


def test_a_value_is_told_with_the_one_before_it(facts, prose, languages):
    told = feed_on("2026-03-02", "id", facts, prose, languages)
    for name in ("schedules.pu-jp@2026-03-01", "schedules.pu-jp@2026-03-01.now"):
        assert "Rp10.547.400" in told[name].title.partition("→")[0], name
        assert "Rp11.086.300" in told[name].title.partition("→")[2], name
    assert "schedules.pu-jp@2026-03-01.now" not in feed_on("2026-02-26", "id", facts, prose, languages)


def test_what_lies_ahead_is_never_pushed_out_of_the_feed(prose, languages):
    texts = read(ROOT / "data")
    texts["limits.yml"] += "".join(
        f"""- id: more-{number}
  name: {{id: "Lagi {number}", en: "More {number}"}}
  unit: number
  entries:
    - effective: 2026-06-01
      value: 15
      citations: [{{regulation: pp-44-2015, article: null}}]
      compiled: 2026-06-01
      verified: null
      confidence: medium
"""
        for number in range(60)
    )
    told = feed_on("2026-11-29", "id", load(texts), prose, languages)
    assert "reliefs.bpu-other-2026.end" in told and len(told) == 50


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
    text = drawn.render(drawn.site.page("perubahan/2027-01/"), languages["id"])
    assert "Rp16.800" in text and "Rp8.400" in text
    assert 'href="perubahan/2027-01/"' in drawn.render(drawn.site.page(""), languages["id"])
    before = renderer(facts, prose, languages, datetime.date(2026, 9, 1))
    assert "perubahan/2027-01/" not in before.render(before.site.page(""), languages["id"])


def test_every_change_of_the_data_keeps_its_page(facts, prose, languages):
    drawn = renderer(facts, prose, languages)
    months = [change.month for change in changes(facts)]
    print(f"{len(months)} months in which something changes")
    for month in months:
        assert drawn.render(drawn.site.page(f"perubahan/{month}/"), languages["en"])


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
    assert "Rp200 more" in drawn.render(drawn.site.page("perubahan/2027-02/"), languages["en"]).replace("</a>", "")
