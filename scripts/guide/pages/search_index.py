"""Search index: the text of every page in one language as a script that is loaded on first use.

overrides/js/search/ reads it and answers. A page's text is lines: `#anchor` (where the lines after it stand),
`=heading`, or a sentence.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from guide.assets.minify_js import stripped
from guide.assets.script_data import as_json
from guide.facts.facts import Facts
from guide.i18n.language import Language
from guide.pages.routes import Page
from guide.pages.search_words import meaning, source_lines

_PAGES = ("words", "text", "rank", "sayings")
_ANSWERS = (*_PAGES, "records", "answer", "show")
_USED = (*_ANSWERS, "describe", "amount", "said", "explain")
SCRIPTS = tuple(f"js/search/{name}.js" for name in ("page", *_USED))
"""The script of the search page, and those that come with the text on first use, in this order."""
WHOLE, FEW = (tuple(f"js/search/{name}.js" for name in (*names, "page")) for names in (_ANSWERS, _PAGES))
"""What it is made of in a single file: in a whole guide, which answers; in one about a record, which finds pages."""
PAGE = "cari/"
"""The page that searches; it is not searched itself."""
_DATA = "searchIndex="
"""How the data of a language begins, behind its scripts."""
_COMMON = 8
"""A line on more pages than this says nothing of any of them."""
_APART = re.compile(
    r"<(svg|script|style|form|nav|h1)\b.*?</\1>"
    r'|<section class="asal".*?</section>|<b class="whom">.*?</b>'
    r'|<(details|p|ul) class="(?:small|up|next|rail)\b[^>]*>.*?</\2>'
    r"|<p [^>]*data-main-message[^>]*>.*?</p>"
    r"|<li(?: [^>]*)?>\s*<a (?:(?!</?li|</a>).)*</a>\s*</li>",
    re.S,
)
_LEAD = re.compile(r"<p [^>]*data-main-message[^>]*>(.*?)</p>", re.S)
_ANCHOR = re.compile(r'<(?:details|section|li|div|dt|h2|h3|tr|article) [^>]*?\bid="([^"]*)"[^>]*>')
_HEADING = re.compile(r"<(h[234]|summary|dt|caption)\b[^>]*>")
_CELL = re.compile(r"</t[dh]>")
_BLOCK = re.compile(
    r"</?(?:p|li|h[234]|tr|dd|dt|summary|caption|details|section|ul|ol|dl|div|table|figure|figcaption)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]{2}")
_SENTENCE = re.compile(r"(?<=[.?!]) (?=[^\W\d_])")


@dataclass(frozen=True)
class Found:
    """A page as it is searched. `lead`: its main message; `lines`: the rest; `weight`: percent that a hit keeps."""

    path: str
    title: str
    lead: str
    lines: Sequence[str]
    weight: int = 100


def read_page(page: Page, title: str, drawn: str) -> Found:
    """Return the text of a page from the HTML that the renderer draws; of a register, its headings."""
    lead = _LEAD.search(drawn)
    lines = list(dict.fromkeys(_lines(_APART.sub("\n", drawn))))
    if page.headings_only:
        lines = [line for line in lines if line.startswith("=")]
    return Found(page.path, title, _plain(lead[1]) if lead else "", lines, page.search_weight)


def _lines(drawn: str) -> Iterator[str]:
    drawn = _ANCHOR.sub(lambda found: f"\n\x01{found[1]}\n{found[0]}", drawn)
    drawn = _BLOCK.sub("\n", _CELL.sub(" ", _HEADING.sub("\n\x02", drawn.replace("\n", " \n"))))
    for line in html.unescape(_TAG.sub("", drawn.replace(" \n", "\n"))).split("\n"):
        if line.startswith("\x01"):
            yield f"#{line[1:]}"
        elif _WORD.search(line):
            sign = "=" if line.startswith("\x02") else ""
            for sentence in _SENTENCE.split(" ".join(line.lstrip("\x02").split())):
                if _WORD.search(sentence):
                    yield sign + sentence.lstrip("#= ")


def _plain(drawn: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", drawn)).split())


def index(facts: Facts, language: Language, pages: Iterable[Found]) -> str:
    """Return the script with all that search needs in a language: pages, synonyms, and how words are built."""
    pages = list(pages)
    said = Counter(line for page in pages for line in page.lines if not line.startswith("#"))
    often = {line for line, count in said.items() if count > _COMMON}
    said_here = [[p.path, p.title, p.lead, "\n".join(_useful(p.lines, often)), _factor(p.weight)] for p in pages]
    words = {**meaning(facts, language), "told": source_lines(facts, language)}
    return f"{_DATA}{as_json({'pages': said_here, **words})};\n"


def narrowed(script: str, paths: Collection[str]) -> str:
    """Return the script of search with the pages at those paths alone, and what is asked and told of them."""
    begin, _, data = script.partition(_DATA)
    found = json.loads(data.removesuffix(";\n"))
    pages = [page for page in found["pages"] if page[0] in paths]
    named = {line[1:] for page in pages for line in page[3].split("\n") if line.startswith("#")}.union(paths)
    fewer = {key: {name: text for name, text in found[key].items() if name in named} for key in ("asked", "told")}
    return f"{begin}{_DATA}{as_json({**found, 'pages': pages, **fewer})};\n"


def _factor(percent: int) -> float:
    return percent / 100 if percent % 100 else percent // 100  # 1, not 1.0: two letters less for each page


def _useful(lines: Sequence[str], often: set[str]) -> Iterator[str]:
    """Yield lines without those that stand everywhere, and without anchors that nothing follows."""
    anchor = ""
    for line in lines:
        if line.startswith("#"):
            anchor = line
        elif line not in often:
            if anchor:
                yield anchor
                anchor = ""
            yield line


def files(
    facts: Facts, language: Language, pages: Iterable[Found], scripts: Iterable[str]
) -> dict[str, tuple[str, str]]:
    """Return the scripts of search in a language, as names and texts. A name changes with its text."""
    page, *used = map(stripped, scripts)
    texts = {"cari": page, f"cari-{language.id}": "".join(used) + index(facts, language, pages)}
    return {
        kind: (f"{stem}-{hashlib.sha256(text.encode()).hexdigest()[:10]}.js", text)
        for kind, (stem, text) in zip(("script", "pages"), texts.items(), strict=True)
    }
