"""A made-up third language, accented and longer, builds from data, a catalog and a docs folder alone.

What is shown in it and is not accented stands outside them: that is how forgotten words are found.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html import unescape

import pytest
import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from conftest import ROOT, TODAY
from guide.facts.load import load, read, read_prose
from guide.i18n.catalogs import sentences
from guide.i18n.language import read_languages
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from looking import chromium, each_kind, wider_than

pytestmark = pytest.mark.xdist_group("third language")
KEEP = re.compile(r"(\{[^{}]*\}|%\(\w+\)s|\]\([^)]*\)|https?://\S+|tel:\d+|^#+ |^- |^\d+\. )", re.M)
ACCENTS = str.maketrans(
    {
        "a": "áà",
        "e": "éè",
        "i": "íì",
        "o": "óò",
        "u": "úù",
        "y": "ý",
        "A": "Áà",
        "E": "Éè",
        "I": "Íì",
        "O": "Óò",
        "U": "Úù",
        "Y": "Ý",
    }
)
NAME = {"id": "xx", "tag": "en-XA", "locale": "en", "folder": "xx", "name": "Ááccéént", "thousands": ","}


def accented(text):
    """The same words with accents, about 40 % longer; figures, links and marks stay."""
    return "".join(part if i % 2 else part.translate(ACCENTS) for i, part in enumerate(KEEP.split(text)))


def with_third(value):
    """Data with the words of the third language beside the others."""
    if isinstance(value, dict):
        found = {key: with_third(item) for key, item in value.items()}
        if set(value) == {"id", "en"} and all(isinstance(item, str) for item in value.values()):
            found["xx"] = accented(value["en"])
        return found
    return [with_third(item) for item in value] if isinstance(value, list) else value


@pytest.fixture(scope="module")
def third(house):
    """A house with a third language; its site holds the pages of that language."""
    folder = house()
    for path in (folder / "data").rglob("*.yml"):
        value = with_third(yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader))
        if path.name == "site.yml":
            value["languages"].append(NAME)
        if path.name == "words.yml":
            for typed in value["typed"]:
                typed["words"] += [accented(words) for words in typed["words"]]
        text = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
        # everything was read as text: take the quotes off numbers, dates and truth again
        text = re.sub(
            r"(?m)^((?:\s*- )?\s*(?!id:|value:|number:|bps:|parent:)[\w-]+: )'((?:\d[\d_.:%-]*)|true|false|null)'$",
            r"\1\2",
            text,
        )
        path.write_text(re.sub(r"(?m)^(\s*(?:- )?[\w-]+:) ''$", r'\1 ""', text).replace(": 'null'", ": null"), "utf-8")
    catalog = Catalog(fuzzy=False)
    for sentence, _, _ in sentences(ROOT, "messages"):
        catalog.add(sentence, accented(sentence))
    messages = folder / "overrides" / "locales" / "xx" / "LC_MESSAGES" / "messages.po"
    messages.parent.mkdir(parents=True)
    with messages.open("wb") as file:
        write_po(file, catalog, omit_header=True)
    for path in (folder / "docs" / "en").rglob("*.md"):
        _, head, body = re.split(r"^---\n", path.read_text("utf-8"), maxsplit=2, flags=re.M)
        head = {
            k: accented(v) if isinstance(v, str) else {**v, "words": accented(v["words"])} if k == "next" else v
            for k, v in yaml.safe_load(head).items()
        }
        new = folder / "docs" / "xx" / path.relative_to(folder / "docs" / "en")
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(f"---\n{yaml.safe_dump(head, allow_unicode=True, width=10_000)}---\n{accented(body)}", "utf-8")
    english = (folder / "mkdocs.en.yml").read_text("utf-8")
    (folder / "mkdocs.xx.yml").write_text(
        english.replace("docs/en", "docs/xx")
        .replace(".build/en", ".build/xx")
        .replace("language: en", "language: xx")
        .replace("tag: en", "tag: en-XA"),
        "utf-8",
    )
    command = [sys.executable, "-m", "mkdocs", "-q", "build", "--strict", "-f", "mkdocs.xx.yml", "-d", "site/xx"]
    known = {**os.environ, "AS_OF": TODAY.isoformat(), "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=known, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def plain(value):
    """Every string of the data that is no text in languages: names, addresses, codes."""
    if isinstance(value, dict):
        if set(value) >= {"id", "en", "xx"}:
            return
        for item in value.values():
            yield from plain(item)
    elif isinstance(value, list):
        for item in value:
            yield from plain(item)
    elif isinstance(value, str):
        yield value


def test_it_is_complete_and_no_word_of_the_interface_stands_outside(third, built):
    site = third / "site"
    found = {path.relative_to(site / "xx") for path in (site / "xx").rglob("*.html")}
    assert found == {path.relative_to(built / "en") for path in (built / "en").rglob("*.html")}
    names = " ".join(
        s
        for path in (third / "data").rglob("*.yml")
        for s in plain(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
        if s
    )
    months = "January February March April May June July August September October November December"
    law = "Perpres Inpres Permenaker Permenko Permendagri Permendesa Pergub Perbup Kepgub Surat"
    allowed = set(
        re.findall(r"[A-Za-z]+", f"{names} {months} {law} Paham Jamsostek Indonesia English JSON Schema OpenAPI")
    )
    forgotten: dict[str, str] = {}
    for path in (site / "xx").rglob("*.html"):
        text = re.sub(r"<(style|title|script|code)[^>]*>.*?</\1>|<[^>]*>", " ", path.read_text("utf-8"), flags=re.S)
        for word in re.findall(r"(?<![\w/.:-])[A-Za-z]{4,}(?![\w/.:-])", unescape(text)):
            if re.search("[aeiou]", word) and word not in allowed:
                forgotten[word] = path.relative_to(site).as_posix()
    assert not forgotten, dict(list(forgotten.items())[:20])


def test_its_pages_say_their_language_and_link_their_twins(third):
    text = (third / "site" / "xx" / "biaya" / "index.html").read_text("utf-8")
    assert '<html lang="en-XA">' in text
    assert 'hreflang="id"' in text and 'hreflang="en"' in text
    facts = load(read(third / "data"))
    languages = read_languages(facts.site.languages, third / "overrides" / "locales")
    routes = pages(facts, read_prose(third / "docs", facts.languages))
    renderer = open_renderer(facts, routes, languages, third / "overrides", TODAY)
    assert 'hreflang="en-XA"' in renderer.shell(renderer.site.page("biaya/"), languages["id"])


def test_its_longer_words_do_not_make_pages_scroll_sideways_on_the_narrowest_phone(third, built, facts, prose):
    site = third / "site"
    files = [site / "xx" / file for file in each_kind(built, facts, prose) if (site / "xx" / file).exists()]
    with chromium() as browser:
        assert len(files) > 15 and wider_than(browser, site, files, 320) == []
