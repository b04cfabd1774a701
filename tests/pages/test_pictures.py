"""Drawings are small, plain and ours; charts say in lengths and places what stands beside them in words."""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import get_args
from xml.etree import ElementTree

import pytest
from conftest import ROOT, TODAY
from guide.facts.model.scalars import ProgramId
from guide.figures import charts
from guide.figures.region_map import Atlas
from guide.figures.registry import Figures
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages, published
from looking import UNPICTURED

pytestmark = pytest.mark.xdist_group("site")
FOLDER = ROOT / "overrides" / "drawings"
DRAWINGS = sorted(FOLDER.glob("*/*.svg"))
DOORS = {"beranda", "bisa-ikut", "biaya", "musibah"}
EVENTS = {"work-accident", "death", "layoff", "old-age", "school"}
INKS = {"#b43", "#ec6", "#46a", "#a64", "#7a5", "#fff", "currentColor", "none"}
SHAPES = {"svg", "path", "circle", "rect"}
WORDS = {"cx", "cy", "d", "fill", "height", "r", "rx", "stroke", "viewBox", "width", "x", "y"} | {
    f"stroke-{name}" for name in ("width", "linecap", "linejoin")
}
ITEM = re.compile(
    r'<li><span>(.*?)</span> <b><a class="fig" data-fig="([^"]*)"[^>]*>([^<]*)</a>'
    r'(?: <small class="condition">[^<]*</small>)?</b>\s*'
    r'<svg class="bar" aria-hidden="true"[^>]*><rect fill="[^"]*" x="(\d+)" width="(\d+)" height="20"/></svg>',
    re.S,
)


@pytest.fixture(scope="module")
def renderer(facts, prose, languages):
    """Draws the real pages."""
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)


@pytest.fixture(scope="module")
def figures(facts):
    """Every figure of the day."""
    return Figures(facts, TODAY)


@pytest.fixture(scope="module", params=["id", "en"])
def drawn(request, renderer, languages):
    """A function from a path to that page's HTML, in each language."""
    return lambda path: renderer.render(renderer.site.page(path), languages[request.param])


def test_every_occupation_program_event_and_door_has_a_drawing(facts):
    wanted = {f"occupation/{record.id}" for record in facts.occupations} | {f"program/{i}" for i in get_args(ProgramId)}
    wanted |= {f"event/{event}" for event in EVENTS} | {f"page/{path}" for path in DOORS}
    drawn = {path.relative_to(FOLDER).with_suffix("").as_posix() for path in DRAWINGS}
    assert wanted <= drawn
    assert {name for name in drawn - wanted if not name.startswith("page/")} == set()


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_drawing_is_a_few_flat_shapes_in_our_colours(path):
    text = path.read_text("utf-8")
    assert len(text.encode()) <= 1200 and "{" not in text and "&" not in text
    root = ElementTree.fromstring(text)
    assert root.get("viewBox") == "0 0 96 96" and root.get("stroke-width") == "3"
    for shape in root.iter():
        assert shape.tag.removeprefix("{http://www.w3.org/2000/svg}") in SHAPES
        assert set(shape.attrib) <= WORDS and shape.get("fill", "none") in INKS
        assert not (shape.text or "").strip() and not (shape.tail or "").strip()


def test_no_two_drawings_are_the_same():
    assert len({path.read_text("utf-8") for path in DRAWINGS}) == len(DRAWINGS)


def pictures(text):
    """What follows each drawing of a page, which is hidden from those who listen."""
    return re.findall(r'<span class="draw" aria-hidden="true"><svg [^>]*>.*?</svg></span>\s*([^\n]*)', text, re.S)


def test_a_drawing_always_has_its_words_beside_it(drawn, facts):
    shown = {"pekerjaan/": len(published(facts.occupations)), "program/": len(facts.programs), "musibah/": 4}
    shown |= {f"pekerjaan/{facts.occupations[0].id}/": 1, "musibah/phk/": 1, "program/jp/": 1}
    shown[""] = 3 + 9 + 3
    for path, count in shown.items():
        words = pictures(drawn(path))
        assert len(words) == count, path
        assert all(re.sub(r"<[^>]*>", "", line).strip() for line in words), path


def test_every_page_that_is_read_shows_a_picture(drawn, facts, prose):
    read = [page for page in pages(facts, prose) if page.listed and not UNPICTURED.match(page.path)]
    none = [page.path for page in read if "<svg" not in drawn(page.path)]
    assert len(read) > 150 and none == []


def test_every_drawing_of_a_page_is_named_somewhere():
    files = [
        *ROOT.glob("docs/id/**/*.md"),
        *ROOT.glob("overrides/**/*.html"),
        ROOT / "scripts/guide/pages/social_images.py",
    ]
    told = "".join(path.read_text("utf-8") for path in files)
    ours = [path.stem for path in DRAWINGS if path.parent.name == "page"]
    assert [name for name in ours if not re.search(rf'page/{name}\b|"page", "{name}"', told)] == []


def half_up(value):
    return int(Decimal(value).quantize(Decimal(1), ROUND_HALF_UP))


@pytest.mark.parametrize(("path", "count"), [("manfaat/", 5), ("program/jp/", 12)])
def test_the_length_of_a_bar_is_its_figure(drawn, figures, path, count):
    rows = ITEM.findall(drawn(path))
    assert len(rows) == count
    amounts = [figures.get(name).value for _, name, *_ in rows]
    for amount, (words, _, said, start, length) in zip(amounts, rows, strict=True):
        assert words.strip() and said.strip() and start == "0"
        assert int(length) == max(half_up(Decimal(amount) * 1000 / max(amounts)), 2)


def test_the_parts_of_a_contribution_fill_one_bar_in_turn(drawn, figures):
    rows = ITEM.findall(drawn("biaya/"))
    amounts = [figures.get(name).value for _, name, *_ in rows]
    assert len(rows) == 3 and sum(amounts) == figures.get("estimates.pu-example.monthly.total").value
    ends = [0, *(int(start) + int(length) for *_, start, length in rows)]
    assert [int(start) for *_, start, _ in rows] == ends[:-1] and ends[-1] == 1000
    for before, after, amount in zip(ends, ends[1:], amounts, strict=False):
        assert abs(after - before - amount * 1000 / sum(amounts)) <= 1


def test_past_ceilings_are_those_of_the_schedule(facts, figures):
    found = charts.ceilings(facts.by_id["schedules"]["pu-jp"], TODAY)
    assert all(figures.get(f"schedules.pu-jp@{e.effective}.ceiling").value == e.ceiling for e in found)
    assert found[-1].ceiling == figures.get("schedules.pu-jp.ceiling").value
    assert len(charts.ceilings(facts.by_id["schedules"]["pu-jp"], datetime.date(2019, 6, 1))) == 5


def test_a_relief_stands_in_its_months_and_today_is_marked(drawn, facts):
    text = drawn("biaya/")
    strips = re.findall(r'x="(\d+)" width="(\d+)" height="20"/><path class="now" d="M(\d+) 0v20"/>', text)
    reliefs = charts.known(facts.reliefs, TODAY)
    assert len(strips) == len(reliefs) > 0
    first = min(r.first for r in reliefs)[:4] + "-01"
    whole = charts.months(max(r.last for r in reliefs)[:4] + "-12") + 1 - charts.months(first)
    for relief, (start, length, now) in zip(reliefs, strips, strict=True):
        assert int(start) == half_up(Decimal(charts.months(relief.first) - charts.months(first)) * 1000 / whole)
        end = Decimal(charts.months(relief.last) + 1 - charts.months(first)) * 1000 / whole
        assert int(start) + int(length) == half_up(end)
        assert (int(start) <= int(now) < int(start) + int(length)) == (
            relief.first <= TODAY.isoformat()[:7] <= relief.last
        )


def test_a_time_line_runs_from_january_to_december():
    line = charts.whole_years(["2025-02", "2026-07-09", "2026"])
    assert (line.first, line.last) == ("2025-01", "2026-12")
    assert line.years() == [("2025", 0), ("2026", 500)] and line.span("2026-01", "2026-12") == (500, 500)
    assert line.day(datetime.date(2025, 1, 1)) == 0 and line.day(datetime.date(2027, 1, 1)) is None


def test_what_was_said_of_coverage_is_a_dot_each_and_stands_below_with_its_base(drawn, facts):
    text = drawn("wilayah/")
    chart = re.search(r'<svg class="dots" aria-hidden="true".*?</svg>', text, re.S)[0]
    dots = [(int(x), int(y)) for x, y in re.findall(r'<circle cx="(\d+)" cy="(\d+)"', chart)]
    records = charts.disputed(facts.coverage, "53")
    assert len(dots) == len(records) > 5 and "polyline" not in chart
    assert all(a <= b for (a, _), (b, _) in pairwise(dots))
    for record, (_, y) in zip(records, dots, strict=True):
        assert y == 100 - half_up(Decimal(record.value))
        assert f'data-fig="coverage.{record.id}"' in text and record.base


def test_the_map_shows_every_regency_with_its_office_on_its_island(drawn, facts):
    text, atlas = drawn("wilayah/"), Atlas(facts)
    chart = re.search(r'<svg class="map" aria-hidden="true".*?</svg>', text, re.S)[0]
    here = [region for region in facts.regions if region.latitude]
    offices = sum(office.kind == "branch" for office in published(facts.offices))
    assert (
        chart.count('class="seat"') == offices and chart.count("<circle") == len(here) - offices and "<a" not in chart
    )
    found = atlas.map("53")
    assert all(0 < place.x < found.width and 0 < place.y < found.height for place in found.places)
    grouped = [region for _, regions in atlas.by_island("53") for region in regions]
    assert sorted(region.id for region in grouped) == sorted(region.id for region in here)
    for region in here:
        assert re.search(rf'<li><a href="[^"]*/?{region.id}/">', text), region.id
    coasts = {coast.id: coast for coast in facts.coast}
    for region in here:  # a point lies on its island or near its coast: half a degree is a slip of the keyboard
        points = coasts[region.island].points
        east, up = float(region.longitude) * 100, float(region.latitude) * 100
        assert min((x - east) ** 2 + (y - up) ** 2 for x, y in points) < 50**2, region.id
    for region in here:
        own = drawn(f"wilayah/{region.id}/")
        assert own.count('class="here"') == 1


def test_every_chart_is_silent_and_can_be_drawn_on_any_day(facts, prose, languages):
    for day in ("2016-06-01", "2020-06-01", "2020-10-01", "2027-04-15"):
        today = datetime.date.fromisoformat(day)
        renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", today)
        for path in ("biaya/", "manfaat/", "program/jp/", "wilayah/"):
            text = renderer.render(renderer.site.page(path), languages["id"])
            for tag in re.findall(r"<svg [^>]*>", text):
                named = re.search('role="img" aria-label="[^"]+"', tag)
                assert 'aria-hidden="true"' in tag or 'stroke="currentColor"' in tag or named, tag
