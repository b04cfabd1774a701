"""A hostile partner file puts no script on a page, in a hand-out, a feed, a calendar, a card, a table or a preview."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from itertools import cycle
from xml.etree import ElementTree

import pytest
from conftest import ROOT, TODAY
from guide import checks
from guide.assets.security_policy import LATE
from guide.facts.diagnostics import DataError
from guide.facts.facts import Facts
from guide.facts.load import ProseFile, load, read
from guide.handouts.single import single_file
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages
from guide.website import feed_formats, site_files

FILE = "partners/tlm.yml"
REFUSED = {
    "a script": "<script>alert(1)</script>",
    "a picture": "x<img src=x onerror=alert(1)>",
    "a comment": "x<!--",
    "a link of Markdown": "[x](javascript:alert(1))",
    "code of Markdown": "`x`",
    "two lines": "x\\nBEGIN:VCARD",
    "a carriage return": "x\\rBEGIN:VCARD",
    "a line separator": "x\\u2028y",
    "text turned round": "x\\u202Ey",
    "an isolate": "x\\u2066y",
    "a zero-width blank": "x\\u200By",
    "a nul": "x\\0y",
    "a bell": "x\\ay",
}
ADDRESSES = (
    *("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example", "file:///x"),
    *("https://x\\ny", "https://x y", 'https://x"onclick=', "https://x<b>", "https://x\\u202Ey", "\\u0001javascript:x"),
)
LETHAL = (
    "\"' onmouseover=\"alert(1)\" autofocus onfocus='alert(2)' --> ]]> {{ 7*7 }} {% raw %} &lt;script&gt; </ script>"
)
FORMULAS = ("=HYPERLINK(1)", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "%0A=1")
RAW = "<script>alert(1)</script><img src=x onerror=alert(1)>"
SCRIPTS = re.compile(r"(?:[\w./-]+\.js)|(?:application/ld\+json)")


class Reader(HTMLParser):
    """What a browser would run or follow: scripts, handlers, addresses, frames."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.wrong: list[str] = []
        self.words = ""
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            scheme = re.match(r"[\x00-\x20]*([\w+.-]+)[\x00-\x20]*:", value or "")
            if name.startswith("on") or name == "srcdoc":
                self.wrong.append(f"{tag} {name}={value}")
            elif name in ("href", "src", "action", "content") and scheme:
                known = ("https", "http", "tel", "mailto", "sms", "geo", "data", "whatsapp")
                if scheme[1].lower() not in known and name != "content":
                    self.wrong.append(f"{tag} {name}={value}")
        if tag == "script":
            given = dict(attributes)
            self.inside = "data-late" in given  # the one that stands in pages: its words are held below
            if not self.inside and not SCRIPTS.search(given.get("src") or given.get("type") or ""):
                self.wrong.append(f"script {given}")
        if tag in ("iframe", "object", "embed", "base", "img"):
            self.wrong.append(tag)

    def handle_data(self, data):
        if self.inside and data != LATE:
            self.wrong.append(f"script {data}")
        self.words += "" if self.inside else data
        self.inside = False


def refused(field, value):
    """What is said about the file with one of its lines written anew."""
    text = read(ROOT / "data")[FILE]
    line = re.search(rf"^{field}:.*$", text, flags=re.M)[0]
    with pytest.raises(DataError) as raised:
        load({**read(ROOT / "data"), FILE: text.replace(line, f'{field}: "{value}"', 1)})
    assert all(mistake.file == f"data/{FILE}" for mistake in raised.value.mistakes)


@pytest.mark.parametrize("value", REFUSED.values(), ids=REFUSED)
def test_words_that_hide_something_are_refused(value):
    refused("official", value.replace('"', '\\"'))


@pytest.mark.parametrize("value", ADDRESSES)
def test_addresses_that_run_something_are_refused(value):
    refused("website", value.replace('"', '\\"'))


def changed(value, words):
    """A record with the next hostile words in each text and each free line; nothing is validated again."""
    fields, known = {}, type(value).model_fields
    for name in known:
        old = getattr(value, name)
        if isinstance(old, dict) and set(old) == {"id", "en"}:
            fields[name] = dict.fromkeys(old, next(words))
        elif isinstance(old, tuple) and old and isinstance(old[0], dict):
            fields[name] = tuple(dict.fromkeys(one, next(words)) for one in old)
        elif isinstance(old, tuple) and old and hasattr(type(old[0]), "model_fields"):
            fields[name] = tuple(changed(one, words) for one in old)
        elif name in ("official", "city", "phone", "hint") or (name == "address" and "hint" not in known):
            fields[name] = next(words)
    return value.model_copy(update=fields)


def hostile(facts, *some):
    """The facts with one partner, all channels and offices full of hostile words, some after each other."""
    records, words = dict(facts.records), cycle(some)
    for name, which in (("partners", "tlm"), ("offices", None), ("channels", None)):
        records[name] = tuple(
            changed(record, words).model_copy(update=_contact(record, words)) if which in (None, record.id) else record
            for record in facts.records[name]
        )
    return Facts(facts.site, facts.digest, records)


def _contact(record, words):
    known = type(record).model_fields
    fields = {name: next(words) for name in ("phone", "email", "address", "value")}
    fields["hours"] = dict.fromkeys(("id", "en"), next(words))
    return {name: value for name, value in fields.items() if name in known} | (
        {"contact_verified": TODAY} if "contact_verified" in known else {}
    )


@pytest.fixture(scope="module", params=[(LETHAL,), (RAW,), FORMULAS], ids=["quotes", "tags", "formulas"])
def spoilt(request, facts, prose, languages):
    """The words, and a renderer of facts that carry them: as if the loader had let all of it through."""
    own = hostile(facts, *request.param)
    return request.param, open_renderer(
        own, pages(own, prose), languages, ROOT / "overrides", TODAY, "https://example.org"
    )


PAGES = ("mitra/tlm/", "mitra/", "wilayah/53.71/", "wilayah/53/", "kantor/", "m/tlm/", "bayar/", "")


def test_pages_and_their_frames_carry_it_as_plain_words(spoilt, languages):
    some, renderer = spoilt
    seen = set()
    for path in PAGES:
        page = renderer.site.page(path)
        for language in languages.values():
            text = renderer.shell(page, language)
            found = Reader(text)
            assert found.wrong == [], (path, language.id, found.wrong)
            seen |= {words for words in some if words.split()[0] in found.words}
            for item in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, flags=re.S):
                json.loads(item)
    assert seen == set(some)


def test_hand_outs_carry_it_as_plain_words(spoilt, languages):
    _, renderer = spoilt
    page = renderer.site.page("mitra/tlm/")
    for language in languages.values():
        text = single_file(renderer, [page, renderer.site.page("kantor/")], [language], page)
        found = Reader(text)
        scripts = [item for item in found.wrong if item.startswith("script")]
        assert len(scripts) == 1 and found.wrong == scripts  # the file's own, sealed by its policy
        assert re.search(r"script-src (?:'unsafe-inline' )?'sha256-[\w+/=]+'", text) and text.count("<script") == 1


def test_feeds_calendars_cards_and_tables_carry_it_as_plain_words(spoilt, languages):
    _, renderer = spoilt
    for language in languages.values():
        for name, text in (*site_files.own(renderer, language), *site_files.once(renderer)):
            if name.endswith(".xml"):
                assert ElementTree.fromstring(text) is not None
            elif name.endswith((".ics", ".vcf")):
                lines = text.replace("\r\n ", "").split("\r\n")
                assert all(re.match(r"[A-Z-]+[;:]", line) for line in lines if line), (name, lines)
                assert text.count("BEGIN:VCARD") in (0, 1)
            elif name.endswith(".csv"):
                for row in csv.reader(io.StringIO(text, newline="")):
                    assert not any(re.match(r"[=+@\t\r]|-(?![\d.,]+$)", cell) for cell in row), (name, row)
            elif name.endswith(".json"):
                json.loads(text)


def test_a_card_of_two_lines_stays_one_card():
    for end in ("\n", "\r", "\r\n", "\u2028", "\x0b", "\x85"):
        text = feed_formats.card(f"x{end}END:VCARD{end}BEGIN:VCARD", {"TEL": f"1{end}URL:javascript:x"})
        lines = text.replace("\r\n ", "").split("\r\n")
        assert [line for line in lines if line.startswith(("BEGIN", "END", "URL"))] == ["BEGIN:VCARD", "END:VCARD"]


def test_a_brace_in_a_text_names_a_figure_or_is_a_mistake(facts):
    texts = read(ROOT / "data")
    for inside in ("{{ 7*7 }}", "{% raw %}", "{figure}", "{__class__}", "{0}", "{estimates.bpu-basic.monthly.total!r}"):
        words = f'summary: {{id: "Uji {inside}.", en: "Test {inside}."}}\n'
        text = re.sub(r"^summary:\n(  .*\n)+", lambda _, words=words: words, texts[FILE], flags=re.M)
        assert text != texts[FILE]
        found = [m for m in checks.find(load({**texts, FILE: text}), {}, TODAY) if not m.warning]
        assert found and all("figure" in m.message for m in found), (inside, found)


@pytest.mark.parametrize(
    "body", ["[a]: javascript:x", "x\r[a]: javascript:x", "[a\nb]: javascript:x", "[a](\njavascript:x)"]
)
def test_an_address_that_runs_something_is_refused_however_it_is_broken(facts, prose, body):
    file = ProseFile("docs/id/x.md", prose["id"]["biaya/"].head, body)
    assert list(checks.translations.prose_pieces_exist(facts, {"id": {"x/": file}}))
