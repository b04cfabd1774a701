"""A page's HTML as a section of one long file: links become fragments, ids stay unique, sources move to one place."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Collection, Sequence
from html.parser import HTMLParser

_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col"}
_DROPPED = {"script", "style", "form", "template", "noscript"}
_WITHOUT = {"data-label", "data-main-message", "data-next-step", "data-facts", "rel", "hreflang", "aria-current"}
_CLASSES = {"big", "box", "card", "cards", "change", "door", "draw", "go", "lead", "list", "papers", "small", "steps"}
"""Classes that overrides/handout.css knows; others stay away."""
_AWAY = {"asal", "up", "chart", "map", "years", "weave", "seek"}
"""What needs the site around it, or shows as a picture what words beside it say."""
_SCHEMES = ("tel:", "https:", "mailto:", "sms:", "geo:", "data:")
_NAMES = {"id", "for", "headers", "aria-labelledby", "aria-describedby"}


class Anchors:
    """Ids of one language's sections in one file. `paths`: the pages that stand in it; `prefix`: of every id."""

    def __init__(self, paths: Collection[str], prefix: str = ""):
        self.paths, self.prefix = paths, prefix

    def section(self, path: str) -> str:
        """The id of a page's section: its path with hyphens."""
        return self.prefix + (path.strip("/").replace("/", "-") or "home")

    def inside(self, path: str, anchor: str) -> str:
        """The id of a place inside a page. Provenance (`f-…`) stands once in the file."""
        return f"{self.prefix}{anchor}" if anchor.startswith("f-") else f"{self.section(path)}--{anchor}"

    def target(self, path: str, href: str) -> str | None:
        """Where a link of the page at `path` leads in this file; None: it leads nowhere here."""
        if re.match(r"[a-z]+:", href):
            return href if href.startswith(_SCHEMES) else None
        to, _, anchor = href.partition("#")
        there = path if not to else posixpath.normpath(posixpath.join("/", path, to)).strip("/")
        there = f"{there.strip('/')}/" if there.strip("/") else ""
        if there not in self.paths:
            return None
        return "#" + (self.inside(there, anchor) if anchor else self.section(there))


def section_of(page: str, path: str, anchors: Anchors, *, whole: bool = False, down: int = 1) -> str:
    """The article of a page as the inside of a section; headings go `down` levels, sources of records stay away.

    `whole`: reference parts stay, and the line of each record that says how old it is and how sure.
    """
    writer = _Writer(path, anchors, whole, down)
    writer.feed(page)
    writer.close()
    return re.sub(
        r"\s+(?=</?(?:ul|ol|li|p|div|h\d|table|thead|tbody|tr|th|td|dl|dt|dd|details|summary)\b)",
        "",
        re.sub(r"\s+", " ", "".join(writer.written)),
    ).strip()


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
            if not self.away:
                self.written.append(self._tag(tag, found))
            return
        if self.away or self._stays_away(tag, found):
            self.away += 1
            self.open.append((tag, ""))
            return
        shown = self._shown(tag, found)
        self.open.append((tag, shown))
        if shown:
            self.written.append(self._tag(shown, found))

    def _shown(self, tag: str, found: dict[str, str]) -> str:
        """The tag to write; empty for a link that leads nowhere here, whose words stay."""
        if tag == "a":
            target = self.anchors.target(self.path, found.get("href", ""))
            if target is None:
                return "span" if "data-fig" in found else ""
            found["href"] = target
        if re.fullmatch(r"h[1-6]", tag):
            return f"h{min(6, int(tag[1]) + self.down)}"
        return tag

    def _tag(self, tag: str, found: dict[str, str]) -> str:
        classes = [one for one in found.pop("class", "").split() if one in _CLASSES]
        found |= {"class": " ".join(classes)} if classes and "data-fig" not in found else {}
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
                self.written.append(f"</{shown}>")
            if one == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self.away:
            self.written.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")

    def _stays_away(self, tag: str, found: dict[str, str]) -> bool:
        classes = set(found.get("class", "").split())
        if tag in _DROPPED or classes & _AWAY:
            return True
        return (not self.whole and bool(classes & {"from", "reference"})) or ("from" in classes and tag == "details")
