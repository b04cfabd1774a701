"""The style of a file: the site's own, for pages that are sections."""

from __future__ import annotations

import re


def in_a_file(css: str) -> str:
    """The site's style for pages that are sections: headings one level lower, ids with whatever stands before them."""
    css = re.sub(r"(?<![\w.#-])h([1-4])(?=[^{};]*\{)", lambda found: f"h{int(found[1]) + 1}", css)
    css = re.sub(r"#([a-z]+)(?=[^{};()]*\{)", r"[id$=\1]", css)
    return css.replace(".fig", "[data-fig]").replace(".draw svg", "svg.draw")
