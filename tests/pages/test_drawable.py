"""What `make check` calls sound can be drawn: figures, braces, parts."""

from __future__ import annotations

import pytest
from conftest import ROOT, TODAY
from guide.checks.drawn import parts_can_be_drawn, pictures_can_be_drawn
from guide.checks.records import braces, translations
from guide.figures.registry import Figures, UnknownFigure
from guide.pages.renderer import open_renderer
from guide.pages.routes import Page


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
        ("{part:choices work-death}", "overrides/blocks/choices.html: not enough values"),
    ],
)
def test_a_part_that_cannot_be_drawn_is_named_with_its_place(facts, prose, languages, part, said):
    file = prose["id"]["biaya/"]._replace(body=f"\n\n{part}\n")
    page = Page("biaya/", "prose", file.file, prose={"id": file, "en": file})
    found = [*parts_can_be_drawn(open_renderer(facts, [page], languages, ROOT / "overrides", TODAY))]
    assert said in found[0].text() and found[0].line == file.first + 2


def test_a_picture_that_is_no_drawing_is_named_with_its_place(facts, prose, languages):
    sound = prose["id"]["biaya/"]
    head = sound.head.model_copy(update={"image": "page/nothing"})
    page = Page("biaya/", "prose", sound.file, prose={"id": sound._replace(head=head)})
    home = Page("", "prose", sound.file, prose={"id": sound})
    found = [*pictures_can_be_drawn(open_renderer(facts, [home, page], languages, ROOT / "overrides", TODAY))]
    assert [mistake.values["bad"] for mistake in found] == ["page/nothing"] and found[0].file == sound.file
