"""The style of a file: the site's own, for pages that are sections."""

from __future__ import annotations

import re

FIGURE = '[href^="#f-"]'
"""A figure in a file: the link to its dated value, or plain bold words."""
DRAWING = "svg:not([class]):not([width])"
"""A drawing in a file: no box around it, and no name, for there are a hundred; what scripts draw has one."""


def in_a_file(css: str) -> str:
    """Return the site's style for pages that are sections: headings one level lower, ids with any prefix."""
    css = re.sub(r"(?<![\w.#-])h([1-4])(?=[^{};]*\{)", lambda found: f"h{int(found[1]) + 1}", css)
    css = re.sub(r"#([a-z]+)(?=[^{};()]*\{)", r"[id$=\1]", css)
    css = re.sub(r"\.draw\b(?: svg)?", DRAWING, css)
    css = re.sub(r"span\.fig\{[^}]*\}|:not\(\.fig\)", "", css)
    return css.replace(".fig", FIGURE)
