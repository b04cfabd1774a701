"""Text of a page as readers see it: its HTML as blocks of plain text, in order.

Left out: tables, lines of code, provenance (classes `asal` and `from`), lists of facts (classes `facts` and `chart`),
scripts. A list whose items are links to choose from is a menu.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = {"p", "li", "dt", "dd", "summary", "h1", "h2", "h3", "h4", "legend", "label", "figcaption"}
_OUTSIDE = {"code", "table", "script", "style", "svg", "template", "select", "form"}
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "source", "col"}
_MENUS = {"cards", "list", "row", "leads", "picks", "chips", "doors", "sums"}
"""Lists to choose from, and rows of amounts."""
_APART = {"asal", "from", "up", "facts", "chart", "years"}


@dataclass
class Block:
    """One paragraph, item or heading: its tag, its text, and the text of it that are links."""

    tag: str
    text: str = ""
    linked: str = ""
    classes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    list: int = 0

    @property
    def heading(self) -> bool:
        """Return whether the block is a heading."""
        return self.tag in ("h1", "h2", "h3", "h4")

    @property
    def sign(self) -> bool:
        """Return whether the block only leads on or announces: a heading, a link alone, a name in a list."""
        named = self.tag in ("dt", "legend") or (self.tag == "label" and not self.list)
        return self.heading or named or (bool(self.linked) and self.linked == self.text)


@dataclass
class _Open:
    tag: str
    block: Block | None
    apart: bool
    list: int = 0


@dataclass
class Article:
    """The blocks of a page; `menus` are the lists to choose from, `lists` how many items each
    list has, `ordered` the lists of steps."""

    blocks: list[Block] = field(default_factory=list)
    lists: dict[int, int] = field(default_factory=dict)
    menus: set[int] = field(default_factory=set)
    ordered: set[int] = field(default_factory=set)

    def own(self) -> Iterable[Block]:
        """Return the blocks that are running text: no menus, no signs."""
        return (b for b in self.blocks if b.list not in self.menus and not b.sign and b.text)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.article, self.stack, self.links = Article(), [_Open("article", None, False)], 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        above, found = self.stack[-1], dict(attrs)
        classes = tuple((found.get("class") or "").split())
        apart = above.apart or tag in _OUTSIDE or bool(_APART & set(classes))
        block, number = above.block, above.list
        if tag in ("ul", "ol", "dl") and not apart:
            number = len(self.article.lists) + 1
            self.article.lists[number] = 0
            if tag == "ol":
                self.article.ordered.add(number)
            if _MENUS & set(classes):
                self.article.menus.add(number)
        if tag in _BLOCKS and not apart:
            block = Block(tag, classes=classes, marks=tuple(name for name in found if name.startswith("data-")))
            block.list = number
            self.article.blocks.append(block)
            if tag == "li" and number:
                self.article.lists[number] += 1
        self.links += tag == "a"
        self.stack.append(_Open(tag, block, apart, number))

    def handle_endtag(self, tag: str) -> None:
        if not any(one.tag == tag for one in self.stack[1:]):
            return
        while self.stack[-1].tag != tag:
            self.links -= self.stack.pop().tag == "a"
        self.links -= self.stack.pop().tag == "a"

    def handle_data(self, data: str) -> None:
        here = self.stack[-1]
        if here.apart or not here.block:
            return
        here.block.text += data
        if self.links and not any("fig" in one.tag for one in self.stack):
            here.block.linked += data


def read_article(html: str) -> Article:
    """Return the article of a page, from the HTML that the renderer draws."""
    reader = _Reader()
    reader.feed(html)
    for block in reader.article.blocks:
        block.text, block.linked = (" ".join(words.split()) for words in (block.text, block.linked))
    reader.article.blocks = [block for block in reader.article.blocks if block.text]
    return reader.article
