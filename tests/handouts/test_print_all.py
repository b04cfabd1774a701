"""One file to print: every sheet in it, flyers whose backs fit, a booklet that folds into the order of reading."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from conftest import ADDRESS
from guide.handouts import booklet
from guide.handouts.plan import plan
from guide.handouts.print_all import two_up
from guide.handouts.printer import opened
from guide.pages.routes import published
from handing_out import handouts_of
from test_stand import codes

pytestmark = pytest.mark.xdist_group("bundle")
WITHIN = """[...document.querySelectorAll('.leaf, .half')].map(one => {
    const last = [...one.children].filter(child => !child.matches('.page, .qr')).pop();
    return (last.getBoundingClientRect().bottom - one.getBoundingClientRect().top) / one.clientHeight; })"""
"""How much of its height each page of the booklet and each half of a sheet fills."""


@pytest.fixture(scope="module")
def printed(facts, prose, languages, tmp_path_factory):
    """The one file in each language, the booklet, and how full their pages are."""
    with opened() as printer:
        context = handouts_of(facts, prose, languages, tmp_path_factory.mktemp("site"), ADDRESS, printer=printer)
        items = {item.name: item for item in plan(context) if re.match(r"cetak_|paper/booklet", item.name)}
        made, full = {}, {}
        for name, item in items.items():
            made[name] = item.make()
            full[name] = printer._page.evaluate(WITHIN)
        assert items["cetak_id.pdf"].make() == made["cetak_id.pdf"], "the same bytes twice"
    return made, full


def sides(pdf: bytes, part: slice) -> list[tuple[str, str]]:
    """The words of the left and of the right half of sides of a document."""
    found = []
    for page in list(pypdfium2.PdfDocument(pdf))[part]:
        width, height = page.get_size()
        text = page.get_textpage()
        halves = ((0, width / 2), (width / 2, width))
        found.append(tuple(text.get_text_bounded(left, 0, right, height) for left, right in halves))
    return found


def number(words: str) -> int:
    """The page number at the foot of a page of the booklet."""
    return int(words.split()[-1])


@pytest.mark.parametrize("name", ["paper/booklet_id.pdf", "paper/booklet_en.pdf", "cetak_id.pdf", "cetak_en.pdf"])
def test_the_booklet_folds_into_the_order_of_reading(printed, name):
    read = [(number(left), number(right)) for left, right in sides(printed[0][name], slice(-8, None))]
    for sheet in range(4):
        (outer_left, outer_right), (inner_left, inner_right) = read[2 * sheet : 2 * sheet + 2]
        assert (outer_right, inner_left) == (1 + 2 * sheet, 2 + 2 * sheet), "the leaf on the right, front and back"
        assert (inner_right, outer_left) == (15 - 2 * sheet, 16 - 2 * sheet), "the leaf on the left, front and back"


def test_a_booklet_of_eight_pages_folds_too():
    assert booklet.imposed("12345678") == [("8", "1"), ("2", "7"), ("6", "3"), ("4", "5")]


def test_the_back_of_a_flyer_is_behind_its_front():
    pairs = two_up([("a", "A"), ("b", "B"), ("c", "C")])
    assert pairs == [("a", "b"), ("B", "A"), ("c", "c"), ("C", "C")]


def test_one_file_holds_all_that_a_stand_prints(printed, facts):
    for language in ("id", "en"):
        body = printed[0][f"cetak_{language}.pdf"]
        document = pypdfium2.PdfDocument(body)
        text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
        flyers = len(published(facts.occupations)) + len(facts.programs)
        lists = sum(record.kind in ("claim", "report") for record in facts.procedures)
        assert len(document) == 7 + lists + 2 + 2 * -(-flyers // 2) + 8 <= 50
        for record in (*published(facts.occupations), *facts.programs):
            assert record.name[language] in text, record.id
        assert b"/StructTreeRoot" in body and b"/Title" in body and b"/Lang" in body
        assert len(body) <= 1_500_000, len(body)


def test_codes_of_the_one_file_are_read_after_a_photocopier(printed):
    document = pypdfium2.PdfDocument(printed[0]["cetak_id.pdf"])
    for at, count in ((0, 1), (1, 2), (6, 12), (10, 1), (19, 2), (21, 2)):
        found = codes(document[at])
        assert len(found) == count and all(one.startswith(ADDRESS) for one in found), (at, found)


def test_no_page_is_overfull_and_every_page_of_the_booklet_is_used(printed):
    for name, full in printed[1].items():
        assert max(full) <= 0.945, (name, max(full))
        assert min(full[-16:]) >= 0.55, (name, min(full[-16:]))
        assert len(full) == (16 if "booklet" in name else 16 + 48), name
