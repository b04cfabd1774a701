"""Depth and length that would end a process or take it minutes are one sentence, at once."""

from __future__ import annotations

import time

import pytest
from guide.facts.diagnostics import DataError
from guide.facts.load import prose_of
from guide.facts.load.yaml_tree import tree

HEAD = '---\ntitle: a\ndescription: b\nmessage: c\nnext: {words: d, href: "tel:175"}\n---\n'


@pytest.mark.parametrize("text", ["[" * 50_000, "- " * 25_000 + "x", "{a: " * 12_000, "? " * 20_000])
def test_fifty_thousand_nested_lists_are_one_sentence(text):
    began = time.monotonic()
    (found,) = tree("data/x.yml", text).mistakes
    assert "deep nesting" in found.text() and found.line == 1 and time.monotonic() - began < 1


@pytest.mark.parametrize(
    "body",
    [
        "_a_ " * 20_000,
        "_a_\n" * 20_000,
        "[" * 20_000,
        "![" * 9_000,
        "\n\n".join(" " * 4 * i + "- x" for i in range(99)),
    ],
)
def test_a_page_that_takes_markdown_long_is_one_sentence(body):
    began = time.monotonic()
    with pytest.raises(DataError) as refused:
        prose_of({"docs/id/x.md": f"{HEAD}\nBaik.\n\n{body}\n"}, ["id"])
    (found,) = refused.value.mistakes
    assert found.line >= 10 and "short paragraphs" in found.text() and time.monotonic() - began < 1


def test_a_long_page_of_short_paragraphs_is_read_at_once():
    began = time.monotonic()
    pages = prose_of({"docs/id/x.md": HEAD + "\n" + ("kata " * 500 + "\n\n") * 400}, ["id"])
    assert len(pages["id"]["x/"].body) > 900_000 and time.monotonic() - began < 2
