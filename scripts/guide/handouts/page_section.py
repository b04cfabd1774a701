"""A page's HTML as the inside of a section: what needs the site around it stays away, headings go down a level."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from html.parser import HTMLParser

from guide.handouts.anchors import Anchors, page_of
from guide.pages.estimator_page import PAGE as ESTIMATOR
from guide.pages.phone_links import NUMBER, PHONE_LINK

_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col"}
_DROPPED = {"script", "style", "template", "noscript"}
_WITHOUT = {
    *("data-label", "data-main-message", "data-next-step", "data-facts", "rel", "hreflang", "aria-current"),
    *("itemscope", "itemprop", "itemtype"),
}
"""What scripts of the site, tests and search engines read; a file has none of them."""
_AWAY = {"asal", "up", "chart", "cloth", "map", "years", "weave", "scene", "seek", "save"}
"""What needs the site around it, or shows as a picture what words beside it say."""
_PLAIN = {"fig", "n", "stack", "few", "fold", "wide-in", "leads", "duo"}
"""Classes that say what the file knows by the element itself, or shows more plainly."""
_ADDRESS = re.compile(r'(?:href="|="(?=\.\./))([^"]*)"')
"""An address in a page: all that `_Writer` asks the anchors about."""
_NAMES = {"id", "for", "headers", "aria-labelledby", "aria-describedby"}
_DEAD, _END = "\x01", "\x02"
"""Around the words of a link that leads nowhere here."""
_DEAD_END = re.compile(rf"<(li|p)\b[^>]*>(?:\s*{_DEAD}[^{_END}]*{_END}[\s·.,]*)+</\1>")
_EMPTIED = re.compile(
    r"(?:<h\d[^>]*>[^<]*</h\d>\s*(?:<p>[^<]*</p>\s*)?)?<(ul|ol)\b[^>]*>\s*</\1>"
    r'|<div class="card">\s*<h\d[^>]*>[^<]*</h\d>\s*</div>'
)
"""Lists without entries, with the heading that only led to them; boxes with nothing but a heading."""
_BLOCK = (
    r"</?(?:ul|ol|li|p|div|h\d|table|thead|tbody|tr|th|td|dl|dt|dd|details|summary|fieldset|legend|select|option)\b"
)


def section_of(page: str, path: str, anchors: Anchors, *, whole: bool = False, down: int = 1) -> str:
    """Return the article of a page as a section; headings go `down` levels, sources of records are left out.

    The call centre's number is a link once. `whole`: reference parts stay, and the line of each record that says how
    old it is and how sure.
    """
    linked = {page_of(path, html.unescape(address)) for address in _ADDRESS.findall(page)}
    near = replace(anchors, paths=anchors.paths & linked)
    return _section(page, path, near, whole, down, not anchors.paths)


@lru_cache(maxsize=256)
def _section(page: str, path: str, near: Anchors, whole: bool, down: int, keep: bool) -> str:
    """Return a section; files that hold the same of the pages that it links to (`near`) get the same."""
    writer = _Writer(path, near, whole, down)
    writer.feed(page)
    writer.close()
    before, link, after = "".join(writer.written).partition(PHONE_LINK)
    section = _without_dead_ends(before + link + after.replace(PHONE_LINK, NUMBER), keep=keep)
    return re.sub(rf"\s+(?={_BLOCK})", "", re.sub(r"\s+", " ", section)).strip()


def _without_dead_ends(section: str, *, keep: bool) -> str:
    """Drop paragraphs and entries that were nothing but a link that leads nowhere here, and headings of lists of these.

    `keep`: on paper, where no link leads anywhere, words of links stay.
    """
    if not keep:
        section = _DEAD_END.sub("", section)
        section = _EMPTIED.sub("", section)
    return section.replace(_DEAD, "").replace(_END, "")


class _Writer(HTMLParser):
    def __init__(self, path: str, anchors: Anchors, whole: bool, down: int):
        super().__init__(convert_charrefs=False)
        self.path, self.anchors, self.whole, self.down = path, anchors, whole, down
        self.written: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.away = 0

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            if not self.away and found.get("type") != "checkbox":
                self.written.append(self._tag(tag, found))
            return
        if self.away or self._stays_away(tag, found):
            self.away += 1
            self.open.append((tag, ""))
            return
        shown = self._shown(tag, found)
        self.open.append((tag, shown))
        if shown:
            self.written.append(_DEAD if shown == _DEAD else self._tag(shown, found))

    def _stays_away(self, tag: str, found: dict[str, str]) -> bool:
        classes = set(found.get("class", "").split())
        if tag in _DROPPED or classes & _AWAY or (tag == "form" and self.path != ESTIMATOR):
            return True
        return (not self.whole and bool(classes & {"from", "reference"})) or ("from" in classes and tag == "details")

    def _shown(self, tag: str, found: dict[str, str]) -> str:
        """Return the tag to write; empty where only what is inside stays, _DEAD for a link that leads nowhere here."""
        if (tag == "label" and self.path != ESTIMATOR) or (tag == "span" and not found):
            return ""
        for name in [name for name in found if name == "href" or found[name].startswith("../")]:
            target = self.anchors.target(self.path, found.pop(name))
            if target:
                found[name] = target
            elif tag == "a":
                return "span" if "data-fig" in found else _DEAD
        if tag == "strong":
            return "b"  # twelve bytes less, and nothing lost
        return f"h{min(6, int(tag[1]) + self.down)}" if re.fullmatch(r"h[1-6]", tag) else tag

    def _tag(self, tag: str, found: dict[str, str]) -> str:
        classes = [one for one in found.pop("class", "").split() if one not in _PLAIN]
        found |= {"class": " ".join(classes)} if classes else {}
        if tag != "a":
            found.pop("href", None)
        if tag == "th":
            found.pop("scope", None)
        for name in _NAMES & found.keys():
            found[name] = " ".join(self.anchors.inside(self.path, one) for one in found[name].split())
        said = "".join(f' {n}="{html.escape(v)}"' if v else f" {n}" for n, v in found.items() if n not in _WITHOUT)
        return f"<{tag}{said}>"

    def handle_endtag(self, tag: str) -> None:
        if not any(one == tag for one, _ in self.open):
            return
        while True:
            one, shown = self.open.pop()
            if self.away:
                self.away -= 1
            elif shown:
                self.written.append(_END if shown == _DEAD else f"</{shown}>")
            if one == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self.away:
            self.written.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")
