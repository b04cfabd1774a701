"""One self-contained HTML file: pages as sections, one list of sources, one style, one small script."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.script import stripped
from guide.bundle.anchors import Anchors, section_of
from guide.bundle.drawings import drawn_once
from guide.bundle.repeated import said_once
from guide.language import Language
from guide.pages import Page
from guide.render import Renderer

_FEW = 12
_DRAWINGS = "<!--drawings-->"


@dataclass(frozen=True)
class Part:
    """What one language says in the file: its sections by id, and the dated values behind their figures."""

    language: Language
    anchors: Anchors
    sections: Mapping[str, str]
    titles: Mapping[str, str]
    facts: Sequence[str]
    contents: Sequence[str]
    """Ids of the sections that the contents list names: main pages; details are listed by these."""


def single_file(renderer: Renderer, pages: Sequence[Page], languages: Sequence[Language], title: Page) -> str:
    """The whole file as text. `title`: the page that gives it its name."""
    parts = [_part(renderer, pages, one, f"{one.id}-" if len(languages) > 1 else "") for one in languages]
    first = languages[0]
    names = {part.language.id: renderer.title(title, part.language) for part in parts}
    script = stripped(renderer.sheet("handout.js", first))
    inside = "".join(renderer.sheet("part.html", part.language, title, part=part, parts=parts) for part in parts)
    page = renderer.sheet(
        "file.html", first, title, inside=inside, names=names, parts=parts, script=script, seal=_seal(script)
    )
    return _whole_links(drawn_once(page, _DRAWINGS))


def _part(renderer: Renderer, pages: Sequence[Page], language: Language, prefix: str) -> Part:
    few = len(pages) <= _FEW
    anchors = Anchors({page.path for page in pages}, prefix)
    sections = {
        anchors.section(page.path): section_of(renderer.render(page, language), page.path, anchors, whole=few)
        for page in pages
    }
    titles = {anchors.section(page.path): renderer.title(page, language) for page in pages}
    contents = [anchors.section(page.path) for page in pages if few or page.path.count("/") < 2]
    sections = said_once(sections, titles, contents)
    fact = re.compile(rf'href="#{prefix}f-([^"]+)"')
    facts = dict.fromkeys(name for words in sections.values() for name in fact.findall(words))
    short = {name: f'href="#{prefix}f-{number}"' for number, name in enumerate(facts, 1)}
    sections = {id: fact.sub(lambda found: short[found[1]], words) for id, words in sections.items()}
    return Part(language, anchors, sections, titles, list(facts), contents)


def _whole_links(text: str) -> str:
    """Links to a place that was left out lead to its section instead; places that no link names lose their ids."""
    ids, wanted = (set(re.findall(rf'{name}="#?([^"]+)"', text)) for name in (" id", " href"))
    text = re.sub(r' id="([^"]+?--[^"]+)"', lambda found: found[0] if found[1] in wanted else "", text)
    return re.sub(
        r'href="#([^"]+?)--[^"]+"', lambda found: found[0] if found[0][7:-1] in ids else f'href="#{found[1]}"', text
    )


def _seal(script: str) -> str:
    """What a content-security policy calls the script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
