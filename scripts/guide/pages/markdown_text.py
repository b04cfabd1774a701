"""A page as Markdown: its article as HTML, made plain for programs that read text.

Left out: drawings, scripts, forms, what leads back, and the provenance at the foot (classes `asal` and `from`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

_SKIPPED = {"svg", "script", "style", "template", "form", "select", "button", "input", "iframe", "noscript", "nav"}
_APART = {"asal", "from", "up", "draw", "years", "noprint", "listen"}
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "source", "col"}
_BLOCKS = {"p", "li", "dt", "dd", "caption", "figcaption", "summary", "h1", "h2", "h3", "h4", "tr", "pre", "legend"}
Link = Callable[[str, str, str], str]
"""Writer of a link, of its words, its address, and the id of the figure that it shows (empty for any other)."""
_MARKS = {"b": "**", "strong": "**", "em": "*", "code": "`", "dt": "**", "summary": "**", "caption": "**"}


@dataclass
class _Reader(HTMLParser):
    """Reader of an article."""

    link: Link
    blocks: list[str] = field(default_factory=list)
    text: str = ""
    head: str = ""
    lists: list[str] = field(default_factory=list)
    links: list[tuple[str, str, int]] = field(default_factory=list)
    cells: list[str] | None = None
    apart: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        classes = set((told.get("class") or "").split())
        if self.apart or tag in _SKIPPED or classes & _APART:
            if tag not in _VOID:
                self.apart.append(tag)
            return
        if tag in _BLOCKS or tag in ("ul", "ol", "table"):
            self._end()
        if tag in ("ul", "ol"):
            self.lists.append("1." if tag == "ol" else "-")
        if tag in ("h1", "h2", "h3", "h4"):
            self.head = "#" * (int(tag[1]) + 1) + " "
        if tag == "li":
            self.head = "  " * (len(self.lists) - 1) + (self.lists[-1] if self.lists else "-") + " "
        if tag == "tr":
            self.cells = []
        if tag == "a":
            self.links.append((told.get("href") or "", told.get("data-fig") or "", len(self.text)))
        self.text += "\n" if tag == "br" else _MARKS.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        if self.apart:
            while self.apart and self.apart.pop() != tag:
                pass
            return
        self.text += _MARKS.get(tag, "")
        if tag == "a" and self.links:
            address, figure, start = self.links.pop()
            words = _plain(self.text[start:])
            self.text = self.text[:start] + (self.link(words, address, figure) if words else "")
        if tag in ("td", "th") and self.cells is not None:
            self.cells.append(_plain(self.text))
            self.text = ""
        if tag == "tr" and self.cells is not None:
            self._row(self.cells)
            self.cells = None
        if tag in _BLOCKS:
            self._end()
        if tag in ("ul", "ol") and self.lists:
            self._end()
            self.lists.pop()

    def handle_data(self, data: str) -> None:
        if not self.apart:
            self.text += data

    def _row(self, cells: list[str]) -> None:
        """Add a row of a table; the first one is its head."""
        first = not (self.blocks and self.blocks[-1].startswith("|"))
        self.blocks.append(f"| {' | '.join(cells)} |")
        if first:
            self.blocks.append(f"|{'---|' * len(cells)}")

    def _end(self) -> None:
        """End the block that is being read."""
        words = _plain(self.text)
        if words.strip("*") and self.cells is None:
            self.blocks.append(self.head + words)
            self.head = ""
        self.text = self.text if self.cells is not None else ""


def _plain(text: str) -> str:
    """Return text on one line, without marks around nothing."""
    bold = re.sub(r"\*\*\s*([^*]*?)\s*\*\*", lambda found: f"**{found[1]}**" if found[1] else "", text)
    return " ".join(bold.split())


def as_markdown(html: str, link: Link) -> str:
    """Return an article as Markdown, its title as `##`; see the module for what is left out."""
    reader = _Reader(link)
    reader.feed(html)
    reader._end()
    lines: list[str] = []
    for block in reader.blocks:
        close = lines and any(block.lstrip().startswith(sign) and lines[-1].lstrip().startswith(sign) for sign in "-1|")
        lines += [block] if close or not lines else ["", block]
    return "\n".join(lines) + "\n"
