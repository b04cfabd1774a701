"""Paragraphs of texts of data: they break where the author breaks them."""

from __future__ import annotations

from markupsafe import Markup


def paragraphs(words: str) -> Markup:
    """Return words inside a paragraph, with a new one for each line of theirs."""
    return Markup("</p>\n<p>".join(str(words).split("\n")))
