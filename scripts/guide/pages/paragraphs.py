"""Paragraphs of texts of data: none longer than three sentences."""

from __future__ import annotations

import re

from markupsafe import Markup

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^a-z\s])")


def flow(words: str) -> Markup:
    """Return words inside a paragraph, with a new one after every third sentence or sooner, so that none is long."""
    pieces = _SENTENCE.split(str(words))
    each = 3 if len(pieces) <= 3 else 2
    return Markup("</p>\n<p>".join(" ".join(pieces[i : i + each]) for i in range(0, len(pieces), each)))
