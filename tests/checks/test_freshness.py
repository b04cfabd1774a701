"""The data says by itself, in time, what must be looked at again; nothing past its last month is ever shown."""

from __future__ import annotations

import dataclasses
import datetime
import re
import shutil
from html import unescape

import pytest
from conftest import ADDRESS, ROOT, TODAY, run
from guide import checks
from guide.facts.load import load, read
from guide.facts.model.record import Model
from guide.facts.traversal import every
from guide.figures import review_dates
from guide.figures.registry import Figures
from guide.figures.review_dates import AHEAD, due
from guide.figures.tables import Tables
from guide.i18n.labels import known_in
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

MONTHS = [f"{year}-{month:02}" for year in (2026, 2027, 2028) for month in range(1, 13)][10:30]
GOLDEN = {
    "2026-11": ["2026-12-01 reliefs.yml", "2026-12-01 sponsorship.yml"],
    "2026-12": ["2026-12-01 reliefs.yml", "2026-12-01 sponsorship.yml"],
    "2027-01": [],
    "2027-02": ["2027-03-01 reliefs.yml"],
    "2027-03": ["2027-03-01 reliefs.yml"],
    "2027-04": [],
    "2027-05": [],
    "2027-06": [],
    "2027-07": [],
    "2027-08": [],
    "2027-09": [],
}
"""What the sample says on the 22nd of the month, up to the first year's end; after it the year's reviews join."""
YEARLY = {"bands.yml", "benefits/jkk.yml", "cover.yml", "coverage.yml", "gaps.yml", "partners/obor-mas.yml",
          "pension-age.yml",
          "procedures/join-bpu.yml", "programs/jkk.yml", "regulations.yml", "reliefs.yml", "schedules/bpu-jkk.yml",
          "schedules/jakon-jkk.yml", "schedules/pmi-jkk-jkm.yml", "schedules/pu-jkk.yml", "schedules/pu-jp.yml",
          "sponsorship.yml", "taxes.yml", "limits.yml", "minimum-wages.yml", "offices.yml", "channels.yml",
          "risk-kinds.yml", "segments.yml", "sizes.yml", "eligibility.yml", "heirs.yml"}  # fmt: skip


@pytest.fixture(scope="module")
def sample():
    """The sample's facts; its yearly value is of 2016, so it is left out of the golden list."""
    return load(read(ROOT / "scripts/guide/checks/examples/sample"))


def said(facts, month):
    """`day file` of everything that is said on the 22nd of a month, but for the value that is long overdue."""
    today = datetime.date.fromisoformat(f"{month}-22")
    found = [d for d in due(facts, today) if d.day <= today + AHEAD and d.day.year > 2020]
    return [f"{d.day} {d.record.place.file.removeprefix('data/')}" for d in found]


@pytest.mark.parametrize("month", GOLDEN)
def test_the_right_things_are_said_at_the_right_time(sample, month):
    assert said(sample, month) == GOLDEN[month]


def test_after_a_year_every_file_is_due(sample):
    assert {item.split()[1] for item in said(sample, "2027-11")} == YEARLY


def test_a_value_that_comes_each_year_is_asked_for_in_its_month(facts):
    asked = {d.record.place.file: d.day for d in due(facts, TODAY) if "each year" in d.task}
    assert asked == {
        "data/schedules/pu-jp.yml": datetime.date(2027, 3, 1),
        "data/benefits/jp.yml": datetime.date(2027, 3, 1),
        "data/minimum-wages.yml": datetime.date(2027, 1, 1),
    }


@pytest.mark.parametrize(
    ("today", "review"),
    [
        ("2026-11-22", "2027-01-01"),  # a relief ends
        ("2027-01-01", "2027-03-01"),  # the yearly ceiling is expected, before the next relief ends in April
        ("2027-03-01", "2027-04-01"),  # it is late, and may come any month; a relief ends too
    ],
)
def test_the_day_to_check_again_is_that_of_the_first_change_known_or_expected(facts, today, review):
    checked = facts.site.model_copy(update={"checked": datetime.date.fromisoformat(today)})
    seen = dataclasses.replace(facts, site=checked)
    day = review_dates.review_day(Figures(seen, datetime.date.fromisoformat(today)))
    assert day == datetime.date.fromisoformat(review)


@pytest.mark.parametrize("month", MONTHS)
def test_no_change_that_is_awaited_lies_before_the_day_to_check_again(facts, month):
    """Quality O5: whichever is sooner, for the day that every page and hand-out shows."""
    today = datetime.date.fromisoformat(f"{month}-22")
    review = review_dates.review_day(Figures(facts, today))
    ahead = [d.day for d in due(facts, today) if d.task == review_dates.RENEWED and d.day > today]
    assert all(review <= day for day in ahead)


def test_what_is_due_is_a_warning_and_never_a_mistake(facts, prose):
    late = datetime.date(2028, 6, 30)
    found = list(checks.find(facts, prose, late))
    assert found and all(mistake.warning for mistake in found)
    assert all("overdue since" in m.message or "due on" in m.message for m in found)


# the real facts, with the clock moved month by month


def expected(facts, today):
    """What must be asked for on a day, worked out anew: pairs of file and task, by the cadence of data/site.yml."""
    days = {cadence.of: cadence.days for cadence in facts.site.cadence}
    soon, found = today + AHEAD, set()
    for record in (*facts.schedules, *facts.benefits):
        year = int(record.entries[-1].effective[:4]) + 1
        if record.renewed and datetime.date(year, record.renewed, 1) <= soon:
            found.add((record.place.file, review_dates.RENEWED))
    for wages in facts.minimum_wages:
        if datetime.date(int(wages.entries[-1].last[:4]) + 1, 1, 1) <= soon:
            found.add((wages.entries[-1].place.file, review_dates.RENEWED))
    for record in (*facts.reliefs, *facts.sponsorship):
        if record.last and record.last[:7] >= today.isoformat()[:7] and record.last[:7] <= soon.isoformat()[:7]:
            found.add((record.place.file, review_dates.EXTENDED))
    for record in every(facts, Model):
        if "verified" in type(record).model_fields and "compiled" in type(record).model_fields:
            day = (record.verified or record.compiled) + datetime.timedelta(days=days["law"])
            if day <= soon:
                found.add((record.place.file, review_dates.LAW))
    for of, collections, task in (
        ("contacts", ("offices", "channels"), review_dates.CONTACTS),
        ("partners", ("partners", "sponsorship"), review_dates.SOURCES),
        ("coverage", ("coverage",), review_dates.SOURCES),
    ):
        if facts.site.checked + datetime.timedelta(days=days[of]) <= soon:
            found |= {(record.place.file, task) for name in collections for record in getattr(facts, name)}
    return found


@pytest.mark.parametrize("month", MONTHS)
def test_the_real_facts_are_asked_for_when_they_are_due(facts, prose, month):
    today = datetime.date.fromisoformat(f"{month}-22")
    said = {(m.file, str(m.values["task"])) for m in checks.find(facts, prose, today) if m.warning}
    assert said == expected(facts, today)
    print(f"{today}: {len(said)} files and tasks")


def test_strict_counts_what_is_overdue_and_nothing_else_stops():
    for day, strict, code in (("2026-11-22", "", 0), ("2028-06-30", "", 0), ("2028-06-30", "1", 1)):
        done = run(ROOT, "check.py", "--language", "en", AS_OF=day, STRICT=strict)
        assert done.returncode == code, (day, strict, done.stdout[-500:])
        assert ("data/ is sound" in done.stdout) == (not code)
        assert ("overdue since" in done.stdout) == (day > "2027")


def drawn_in(facts, prose, languages, month, paths=None):
    """The renderer of a month, and every page that it drew."""
    site = pages(facts, prose)
    renderer = open_renderer(facts, site, languages, ROOT / "overrides", datetime.date.fromisoformat(f"{month}-22"))
    wanted = [page for page in site if paths is None or page.path in paths]
    return renderer, {(p.path, one.id): renderer.render(p, one) for p in wanted for one in languages.values()}


def past(facts, renderer, drawn, month):
    """The figures that a page shows although their last month is over."""
    over = {f"reliefs.{relief.id}" for relief in facts.reliefs if relief.last < month}
    for (path, language), text in drawn.items():
        for name in set(re.findall(r'data-fig="([^"]*)"', text)):
            figure = renderer.site.figures.get(unescape(name))
            dated = "month=" in name or name.startswith(("reliefs.", "conflicts."))
            if (set(figure.facts) & over and not dated) or (figure.until and figure.until < month):
                yield path, language, name


@pytest.mark.parametrize("month", MONTHS[::6])
def test_the_main_pages_can_always_be_drawn_and_show_nothing_past_its_last_month(facts, prose, languages, month):
    some = ("", "biaya/", "manfaat/", "kesehatan-data/", "pekerjaan/ojek/", "pekerjaan/petani/", "program/jkk/")
    renderer, drawn = drawn_in(facts, prose, languages, month, some)
    assert len(drawn) == 2 * len(some)
    assert list(past(facts, renderer, drawn, month)) == []


@pytest.mark.audit
@pytest.mark.parametrize("month", MONTHS)
def test_every_page_can_always_be_drawn_and_shows_nothing_past_its_last_month(facts, prose, languages, month):
    renderer, drawn = drawn_in(facts, prose, languages, month)
    assert list(past(facts, renderer, drawn, month)) == []
    if month > "2027-03":
        assert not any(re.search(r"Rp8[.,]400", drawn[path, "id"]) for path in ("", "biaya/"))


@pytest.mark.audit
@pytest.mark.parametrize("month", MONTHS)
def test_the_site_can_be_built_in_every_month(house, month):
    folder = house()
    done = run(folder, "build.py", AS_OF=f"{month}-22", SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stdout + done.stderr
    print(done.stdout.strip().splitlines()[-1])
    shutil.rmtree(folder)


def bare(renderer, drawn):
    """The amounts under a relief that a page shows without their last month or what comes then beside them."""
    shown = re.compile(r'data-fig="([^"]*)"[^>]*>([^<]*)</(?:a|span)>(?! <small class="change">| → )')
    headed = re.compile(r'<table class="ahead">.*?</table>', re.S)
    for (path, language), text in drawn.items():
        speaking = renderer.site.languages[language]
        for table in headed.findall(text):  # the head of its column says until when
            for name, _ in shown.findall(table):
                until = renderer.site.figures.get(unescape(name)).until
                assert not until or speaking.date(until) in table.partition("<tbody>")[0], (path, language, name)
        for name, words in shown.findall(headed.sub("", text)):
            if renderer.site.figures.relieved(unescape(name)) and renderer.site.figures.get(unescape(name)).until:
                yield path, language, name, words


SAID = {"biaya/": "said in words after the amount that has its end beside it"}
"""Pages that may say an amount under a relief once more without its end, and why."""


@pytest.mark.parametrize("month", ["2026-11", "2027-02"])
def test_every_amount_under_a_relief_says_its_end_beside_it(facts, prose, languages, month):
    """Quality O5: on paper and without a script nothing else says that it is old."""
    renderer, drawn = drawn_in(facts, prose, languages, month)
    found = [one for one in bare(renderer, drawn) if one[0] not in SAID or any(c.isdigit() for c in one[3])]
    assert found == []


# the page that tells everybody


def test_the_health_page_tells_how_the_facts_stand(facts, prose, languages):
    renderer, drawn = drawn_in(facts, prose, languages, "2026-11", ("kesehatan-data/",))
    cited = [r for r in every(facts, Model) if {"verified", "compiled"} <= set(type(r).model_fields)]
    for (_, language), text in drawn.items():
        speaking = languages[language]
        plain = unescape(re.sub(r"<[^>]*>", " ", text))
        for confidence, count in Tables(renderer.site.figures).doubts():
            assert re.search(
                rf"{known_in(speaking.gettext)('confidence', confidence)}\s+{speaking.number(count)}\b", plain
            )
        for item in due(facts, renderer.site.today):
            assert speaking.date(item.day) in plain and item.record.place.file in plain
        assert all(
            unescape(speaking.pick(c.subject))[:20] in plain or "{" in speaking.pick(c.subject) for c in facts.conflicts
        )
        verified = [record.verified for record in cited if record.verified]
        assert (speaking.date(min(verified)) if verified else speaking.gettext("none yet")) in plain
        assert speaking.number(len(cited)) in plain and speaking.number(len(cited) - len(verified)) in plain
