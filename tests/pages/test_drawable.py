"""What `make check` calls sound can be drawn: figures, braces, parts."""

from __future__ import annotations

import random

import pytest
from conftest import ROOT, TODAY
from guide.checks.drawn import parts_can_be_drawn
from guide.checks.records import braces, translations
from guide.figures.registry import Figures, UnknownFigure
from guide.pages.figure_markup import FigureMarkup
from guide.pages.renderer import open_renderer
from guide.pages.routes import Page

PARTS = (
    *(
        "worker",
        "employer",
        "total",
        "ceiling",
        "0",
        "9",
        "-1",
        "²",
        "waiting",
        "count",
        "times",
        "amount",
        "years",
        "",
    ),
    *("model_fields", "__class__", "model_dump", "entries", "kind", "place", "sd", "tk.years", "highest", "0.base"),
    *("rate", "above", "first", "last", "factor", "p3mi", "6", "monthly.total", "benefit.jkm.death", "9" * 5000),
)
QUESTIONS = (
    *("segment=bpu&income=1000000", "segment=x", "income=", "", "segment=pmi", "months=9", "a=b&a=c", "&&=", "%"),
    *("segment=bpu&income=1&month=1900-01", "segment=bpu&income=1000000&months=x", "segment=bpu&month=2026-13"),
    *("segment=bpu&income=" + "9" * 30, "segment=pu&income=3000000&event=layoff"),
)


def any_name(chance, records):
    """A name that is nearly a figure's."""
    kind = chance.randrange(8)
    if kind < 5:
        collection = chance.choice([*records, "pension-age", "x"])
        owner = getattr(chance.choice(records.get(collection) or [None]), "id", "x")
        below = [chance.choice(PARTS) for _ in range(chance.randrange(4))]
        return ".".join([collection, owner, *below]) + chance.choice(["", "", "@2015-07", "@"])
    if kind < 7:
        below = [chance.choice(QUESTIONS + PARTS) for _ in range(chance.randrange(5))]
        return ":".join([chance.choice(["estimate", "difference"]), *below])
    return "".join(chance.choice("abc.:@=&0-,_|") for _ in range(chance.randrange(12)))


def test_every_name_is_a_figure_or_refused_as_one(facts, languages):
    chance, figures = random.Random(24), Figures(facts, TODAY)
    markup = FigureMarkup(open_renderer(facts, (), languages, ROOT / "overrides", TODAY).site, languages["id"], "", {})
    drawn = 0
    for _ in range(5_000):
        name = any_name(chance, facts.records)
        try:
            figure = figures.get(name)
        except UnknownFigure:
            continue
        figures.relieved(name), figures.ever_asked(name)
        assert all(markup.figure(name, form) for form in figure.forms)
        drawn += 1
    assert drawn > 20


@pytest.mark.parametrize(
    "name",
    [
        *("benefits.jkk.death.model_fields", "benefits.jkk.prosthesis.model_dump", "schedules.pu-jkm.__class__", ".0"),
        *("estimate:", "estimate:segment=bpu&income=1000000", "estimate:segment=x:monthly.total", "difference:a:b"),
        *("taxes.jht-lump-sum.above", "taxes.jht-lump-sum.rate.x", "bands.bpu.²", "schedules.jakon-jkk.99"),
        *("pension-age.x", "schedules.pu-jp.ceiling.x", "schedules.pu-jkk.1", "benefits.jkk.death.kind"),
    ],
)
def test_no_attribute_place_or_rest_is_a_figure(facts, name):
    with pytest.raises(UnknownFigure):
        Figures(facts, TODAY).get(name)


def with_body(prose, body, language="id"):
    """The written pages with one whose Markdown is `body`."""
    file = prose[language]["biaya/"]._replace(body=body)
    return {language: {"biaya/": file}}


def test_a_figure_takes_only_the_forms_of_its_kind(facts, prose):
    body = "\n{estimates.bpu-basic.monthly.total|years}\n{pension-age|years}\n{reliefs.bpu-other-2026.last|said}\n"
    found = [*translations.figures_in_texts_exist(facts, with_body(prose, body), TODAY)]
    assert [mistake.values["bad"] for mistake in found] == [
        "estimates.bpu-basic.monthly.total|years",
        "reliefs.bpu-other-2026.last|said",
    ]


@pytest.mark.parametrize(
    "body", ["  {part:nik}", "{part:nik} {part:nik}", "{part:nik }", "{part: nik}", "x {part:nik}"]
)
def test_a_part_that_is_no_whole_line_is_named_with_its_place(facts, prose, body):
    found = [*braces.parts_stand_alone(facts, with_body(prose, f"\n{body}\n"), TODAY)]
    assert found and found[0].line == prose["id"]["biaya/"].first + 1


@pytest.mark.parametrize("body", ["{", "a } b", "{{pension-age}}", "{pension-age"])
def test_a_brace_that_is_left_is_named_with_its_place(facts, prose, body):
    pages = with_body(prose, f"\n{body}\n")
    found = [*braces.no_brace_is_left(facts, pages, TODAY), *translations.figures_in_texts_exist(facts, pages, TODAY)]
    place = next((mistake.file, mistake.line) for mistake in found)
    assert place == (prose["id"]["biaya/"].file, prose["id"]["biaya/"].first + 1)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("{part:nothing}", "no part is called {part:nothing}"),
        ("{part:questions}", "needs at least one word"),
        ("{part:example cobol}", "cannot be drawn"),
        ("{part:chart-ceiling}", "cannot be drawn"),
    ],
)
def test_a_part_that_cannot_be_drawn_is_named_with_its_place(facts, prose, languages, part, said):
    file = prose["id"]["biaya/"]._replace(body=f"\n\n{part}\n")
    page = Page("biaya/", "prose", file.file, prose={"id": file, "en": file})
    found = [*parts_can_be_drawn(open_renderer(facts, [page], languages, ROOT / "overrides", TODAY))]
    assert said in found[0].text() and found[0].line == file.first + 2
