"""The guide as text for assistants: small, whole, each figure with its law and date, in both languages."""

from __future__ import annotations

import re

import pytest
from guide.pages.markdown_text import as_markdown
from guide.website.llms import FULL, INDEX, TextWriter

LINK = re.compile(r"- \[([^\]]+)\]\((https://[^)\s]+)\)(?:: (.+))?")
LEAST, MOST = 100_000, 300_000
"""Bytes of the whole text: what an assistant reads at once."""


@pytest.fixture(scope="module")
def texts(drawn, languages):
    """Both texts in each language, by language and name."""
    return {name: dict(TextWriter(drawn, language).files()) for name, language in languages.items()}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_list_is_a_title_a_summary_and_sections_of_links(texts, language, facts):
    head, *sections = re.split(r"^## ", texts[language][INDEX], flags=re.M)
    assert head.startswith(f"# {facts.site.name}\n\n> ")
    for section in sections:
        title, *lines = [line for line in section.splitlines() if line]
        assert title and lines, section
        assert all(LINK.fullmatch(line) for line in lines), section
    assert len(texts[language][INDEX].encode()) < 30_000
    folder = "" if language == "id" else "en/"
    assert f"https://example.org/{folder}program/jkk/" in head + "".join(sections)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_figure_has_a_note_with_its_law_and_day(texts, language):
    text = texts[language][FULL]
    assert LEAST < len(text.encode()) < MOST
    body, _, end = text.partition("\n[^1]: ")
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.+)$", f"[^1]: {end}", flags=re.M))
    assert set(re.findall(r"\[\^(\d+)\]", body)) == set(notes)
    laws = [words for words in notes.values() if re.search(r"\b(PP|Permenaker|UU|Perpres|Surat)\b", words)]
    dated = [words for words in notes.values() if re.search(r"(19|20)\d\d", words)]
    assert len(laws) > len(notes) * 0.8 and dated == list(notes.values())
    print(language, len(text.encode()), len(notes))


def test_both_languages_have_the_same_figures(texts):
    """The same facts behind both texts, so that neither says less."""
    notes = [len(re.findall(r"^\[\^\d+\]:", texts[language][FULL], flags=re.M)) for language in ("id", "en")]
    assert notes[0] == notes[1]


def test_a_relieved_amount_stands_with_its_last_month(texts):
    for name, words in (
        ("id", "(sampai Desember 2026, lalu Rp16.800)"),
        ("en", "(until December 2026; then Rp16,800)"),
    ):
        amounts = re.findall(r"Rp8[.,]400(?:\[\^\d+\])+(.{0,60})", texts[name][FULL])
        first = [after for after in amounts if words in after]
        assert len(first) >= 2, name


def test_nothing_of_html_is_left(texts):
    for files in texts.values():
        for text in files.values():
            assert not re.search(r"</?[a-z]+[ >]|&[a-z]+;|\{[a-z.]+\}|\*\* *\*\*", text)


def test_an_article_becomes_plain_markdown():
    html = (
        '<p class="up"><a href="../">back</a></p><h1><span class="draw"><svg><path/></svg></span>Title</h1><p>One '
        '<b>two</b> <a href="x/">three</a>.</p><ol><li>First</li><li>Second</li></ol>'
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table><details><summary><h3>More</h3></summary><p>Inside</p></details>"
    )
    assert as_markdown(html, lambda words, address, figure: f"[{words}]({address})") == (
        "## Title\n\nOne **two** [three](x/).\n\n1. First\n1. Second\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n#### More\n\nInside\n"
    )
