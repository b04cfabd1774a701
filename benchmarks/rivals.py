"""The same pages in other hands: our pages as Markdown, and what MkDocs, Hugo and Zensical need to build them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

from guide.assets.minify_css import lean
from guide.pages.renderer import Renderer

BIN = Path(sys.executable).parent
BEGINS = {
    "h1": "# ",
    "h2": "## ",
    "h3": "### ",
    "p": "",
    "li": "- ",
    "dt": "- ",
    "dd": "  ",
    "summary": "### ",
    "tr": "- ",
}
STOCK = {"theme": {"name": "material"}}
LEAN = {"theme": {"name": "material", "font": False}, "validation": {"nav": {"omitted_files": "ignore"}}}
"""No fonts; only pages that stand alone are in the navigation, which on every page grows with the square."""
BASE = """<!doctype html>
<html lang="{{ site.Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Lang }}" href="{{ .Permalink }}">{{ end }}
<style>%s</style>
</head>
<body>
{{ partialCached "top.html" . }}
<main><article><h1>{{ .Title }}</h1>{{ .Content }}</article></main>
{{ partialCached "foot.html" . }}
</body>
</html>
"""
PIECES = {
    "top": """<header class="top"><a href="/">Paham</a><details class="menu"><summary>Menu</summary><nav><ul>
{{ range site.Home.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul></nav></details></header>""",
    "foot": """<footer class="foot"><ul>
{{ range site.Home.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul></footer>""",
}
"""What is the same on every page of a language: Hugo draws it once, which saves it three quarters of its time."""


class AsMarkdown(HTMLParser):
    """The words and links of a drawn page as Markdown."""

    def __init__(self, drawn: str):
        super().__init__()
        self.parts: list[str] = []
        self.links: list[str] = []
        self.silent = 0
        self.feed(drawn)

    def handle_starttag(self, tag, attributes):
        self.silent += tag in ("svg", "script", "form")
        if tag in BEGINS:
            self.parts.append(f"\n\n{BEGINS[tag]}")
        elif tag == "a":
            self.links.append(dict(attributes).get("href") or "#")
            self.parts.append("[")
        elif tag in ("td", "th", "br"):
            self.parts.append(" ")

    def handle_endtag(self, tag):
        self.silent -= tag in ("svg", "script", "form")
        if tag == "a":
            self.parts.append(f"]({self.links.pop()})")

    def handle_data(self, text):
        if not self.silent:
            self.parts.append(re.sub(r"([*_`<\[\]])", r"\\\1", re.sub(r"\s+", " ", text)))

    def __str__(self):
        return "\n".join(line.rstrip() for line in "".join(self.parts).split("\n"))


def write_pages(renderer: Renderer, folder: Path, hugo: bool) -> None:
    """Every page in every language below `folder`/<language>, in the tree that MkDocs or Hugo wants."""
    parents = {page.path.rsplit("/", 2)[0] + "/" for page in renderer.site.routes if page.path.count("/") > 1} | {""}
    for language in renderer.site.languages.values():
        for page in renderer.site.routes:
            index = f"{page.path}{'_' if hugo else ''}index.md"
            path = folder / language.id / (index if page.path in parents else f"{page.path.rstrip('/')}.md")
            path.parent.mkdir(parents=True, exist_ok=True)
            body = str(AsMarkdown(renderer.render(page, language)))
            head = json.dumps({"title": renderer.title(page, language)}, ensure_ascii=False)
            path.write_text(f"---\n{head}\n---\n{body}\n", "utf-8")


def mkdocs(folder: Path, languages: list[str], settings: Mapping, alone: list[str]) -> list[Path]:
    """A configuration for each language, as JSON, which is YAML; `alone`: the pages of the navigation, if not all."""
    found = []
    for language in languages:
        config = {
            **{"site_name": "Paham", "site_url": "https://example.org/", **settings},
            **{"docs_dir": f"pages/{language}", "site_dir": f"out/{language}"},
            **({"nav": alone} if alone else {}),
        }
        found.append(folder / f"mkdocs.{language}.yml")
        found[-1].write_text(json.dumps(config), "utf-8")
    return found


def hugo(folder: Path, languages: list[str], css: str) -> None:
    """A Hugo site with one small template, as small as ours, and our style in it."""
    config = {
        **{"baseURL": "https://example.org/", "title": "Paham", "defaultContentLanguage": languages[0]},
        "disableKinds": ["RSS", "taxonomy", "term"],
        "languages": {name: {"contentDir": f"pages/{name}", "weight": i} for i, name in enumerate(languages, 1)},
    }
    (folder / "hugo.json").write_text(json.dumps(config), "utf-8")
    (folder / "layouts" / "_partials").mkdir(parents=True, exist_ok=True)
    for name, piece in PIECES.items():
        (folder / "layouts" / "_partials" / f"{name}.html").write_text(piece, "utf-8")
    for name in ("home", "section", "page"):
        (folder / "layouts" / f"{name}.html").write_text(BASE % lean(css), "utf-8")
