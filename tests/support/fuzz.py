"""What is thrown at the project: every target turns bytes into hostile input and asserts that nothing gives way.

The tests feed the targets with Hypothesis; `python tests/support/fuzz.py TARGET COUNT` feeds one with atheris, which
follows the branches of the code. A target raises what the code under it should not have let through; an input that
takes longer than a second is a fault too.
"""

from __future__ import annotations

import atexit
import csv
import datetime
import io
import re
import shutil
import string
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 11, 22)
if __name__ == "__main__":
    import atheris

    sys.path.insert(0, str(ROOT / "scripts"))
    with atheris.instrument_imports(include=["guide"]):
        import guide.assistant.word_index
        import guide.checks.catalogs
        import guide.checks.drawn
        import guide.estimator.arguments
        import guide.estimator.json_answer
        import guide.estimator.member_list.command
        import guide.website.site_builder  # noqa: F401

from guide import checks
from guide.assistant.word_index import WordIndex
from guide.checks import drawn
from guide.checks.catalogs import translations_fit_their_english
from guide.checks.records import braces, translations
from guide.estimator.arguments import ASKING, read_options
from guide.estimator.inputs import CHOICES, NAMES, InputError
from guide.estimator.inputs.money import read_money
from guide.estimator.json_answer import Answerer
from guide.estimator.member_list import FileError, ListReader
from guide.estimator.message_text import MessageFormatter
from guide.facts.diagnostics import DataError
from guide.facts.load import ProseFile, load, read, read_prose
from guide.facts.load.front_matter import PART
from guide.figures.registry import Figures, UnknownFigure
from guide.i18n.catalogs import read_catalog
from guide.i18n.language import read_languages
from guide.law.compile import compile_rules
from guide.pages.page_context import PageContext
from guide.pages.renderer import Renderer, open_renderer
from guide.pages.routes import Page, pages
from guide.pages.templates import TemplateMistake

Item = TypeVar("Item")
SPITE = (
    *(
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "</p><script",
        "<!--",
        "]]>",
    ),
    *(
        "[a](javascript:alert(1))",
        "[a](data:text/html,<script>)",
        "![a](x)",
        "<javascript:a@b.c>",
        "[a]: javascript:x\n\n[a]",
        "\r[a]: javascript:x\n\n[a]",
        "[a\nb]: javascript:x\n\n[a b]",
    ),
    *("{estimates.bpu-basic.monthly.total}", "{benefits.jkm.death|said}", "{reliefs.bpu-other-2026.last|change}"),
    *(
        "{part:partners}",
        "{part:../x}",
        "{",
        "}",
        "{{ 1 }}",
        "{% raw %}",
        "{a|b}",
        "%(x)s",
        "{0.__class__}",
        "&lt;script&gt;",
    ),
    *(
        "\n",
        "\n\n",
        "    ",
        "# ",
        "- ",
        "> ",
        "```\n",
        "| a | b |\n|---|---|\n",
        "\\",
        "&#x6a;",
        "\0",
        "\u2028",
        "\u202e",
        "＜",
        "é",
        "'",
        '"',
    ),
)
MONEY = (
    "Rp",
    "1",
    "000",
    ".",
    ",",
    "5",
    "jt",
    "juta",
    " ",
    "rb",
    "k",
    "-",
    "00",
    "million",
    "9" * 12,
    "½",
    "١",
    "\u00a0",
    "e9",
    "+",
    "0x",
)
FIELDS = (
    "=",
    "+",
    "-",
    "@",
    ",",
    ";",
    "\t",
    '"',
    "\n",
    "\r\n",
    "'",
    "=cmd|'/C calc'!A0",
    "\ufeff",
    "bpu",
    "pu",
    "1000000",
    "１",
)
TRAPS = (
    *(
        "no",
        "012",
        "1:30",
        "3,7%",
        "~",
        "null",
        ".inf",
        "2026-13-45",
        "!!binary x",
        "[]",
        "{}",
        "- x",
        "|",
        "<<",
        "*a",
        "&a b",
        "?",
    ),
    *(
        "\t",
        "---\n",
        ": ",
        "\n",
        "  ",
        "#",
        "%",
        "\u0085",
        "\ud7ff",
        "{a: {b: {c: 1}}}",
        "9" * 400,
        "\u0000",
        "é",
        "'",
        '"',
        "&x [*x]",
    ),
)
SHOWN = {
    "a",
    "span",
    "small",
    "p",
    "ul",
    "ol",
    "li",
    "em",
    "strong",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "code",
    "pre",
    "hr",
    "br",
    "img",
}


PARTS = (
    *(
        "worker",
        "employer",
        "total",
        "ceiling",
        "0",
        "9",
        "-1",
        "²",
        "waiting",
        "count",
        "times",
        "amount",
        "years",
        "",
    ),
    *("", "model_fields", "__class__", "model_dump", "entries", "kind", "place", "sd", "tk.years", "highest", "0.base"),
    *("rate", "above", "first", "last", "factor", "p3mi", "6", "monthly.total", "benefit.jkm.death", "9" * 5000),
)
"""What may stand behind a record in a figure's name, and what may not."""
QUESTIONS = (
    *("segment=bpu&income=1000000", "segment=x", "income=", "", "segment=pmi", "months=9", "a=b&a=c", "&&=", "%"),
    *("segment=bpu&income=1&month=1900-01", "segment=bpu&income=1000000&months=x", "segment=bpu&month=2026-13"),
    *("segment=bpu&income=" + "9" * 30, "segment=pu&income=3000000&event=layoff"),
)
CELLS = (
    "<c>",
    "</c>",
    "<v>",
    "</v>",
    '<c r="',
    '" t="s"',
    "<row>",
    "<is><t>",
    "&#0;",
    "&lol;",
    "<!DOCTYPE a>",
    "9" * 40,
    "1e308",
)
ASKED = ("iuran", "nelayan", "1,5 juta", "anak dua", "meninggal", " ", "a" * 300, "iurran", "é" * 40, "__proto__", "%")


class Taker:
    """Choices made by bytes: when they run out, every choice is the first."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def number(self, below: int) -> int:
        """A whole number from 0 up to `below`."""
        size = 1 if below <= 256 else 2
        part = self.data[self.at : self.at + size]
        self.at += size
        return int.from_bytes(part, "big") % below

    def pick(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[self.number(len(items))]

    def text(self, words: Sequence[str], most: int = 8) -> str:
        """Some of the words and some letters of any kind, in a row."""
        return "".join(
            self.pick(words) if self.number(4) else chr(self.number(0xD800)) for _ in range(self.number(most + 1))
        )


def money(take: Taker) -> None:
    """Whole rupiah or nothing, whatever was typed."""
    found = read_money(take.text(MONEY, 10))
    assert found is None or (isinstance(found, int) and found >= 0)


def command(take: Taker) -> None:
    """The command line answers or says what is wrong, in whole rupiah that add up."""
    words = []
    for _ in range(take.number(9)):
        name = take.pick((*NAMES, *ASKING)) if take.number(8) else take.text(SPITE, 2)
        words += [f"--{name.replace('_', '-')}", typed(take, name)]
    options = read_options(words)
    if options.mistakes or "csv" in options.asked:
        _told(options.mistakes)
        return
    if take.number(3):
        options.inputs.setdefault("segment", take.pick(CHOICES["segment"]))
        options.inputs.setdefault("income", "5jt") if options.inputs["segment"] != "pmi" else None
    try:
        answer = _answerer().answer(options.inputs, options.asked)
    except InputError as error:
        _told(error.mistakes)
        return
    if "monthly" in answer:
        assert answer["monthly"]["total"] == sum(part["total"] for part in answer["contributions"].values())
        assert all(isinstance(value, int) and 0 <= value < 2**53 for value in answer["benefits"].values())


def members(take: Taker) -> None:
    """One row in, one row out; no cell that a spreadsheet runs; or the file is refused."""
    mark = take.pick((",", ";", "\t"))
    head = [
        "segment",
        "income",
        *(take.pick(NAMES) if take.number(5) else take.text(FIELDS, 3) for _ in range(take.number(4))),
    ]
    lines = [head] + [[typed(take, name) for name in head] for _ in range(take.number(4))]
    text = "\n".join(
        mark.join(take.text(FIELDS, 3) if take.number(9) == 8 else cell for cell in line) for line in lines
    )
    out, reader = io.BytesIO(), _members()
    try:
        opened = reader.open(io.BytesIO(text.encode("utf-8", "replace")), {})
        reader.convert(opened, {}, ".csv", out)
    except FileError:
        return
    text = out.getvalue().decode()
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=opened.listing.dress.mark):
        for cell in row:
            assert not re.match(r"[=@＝＠]|[+-](?![0-9][0-9.,]*$)", cell), cell


def loader(take: Taker) -> None:
    """One data file, spoilt: every mistake has its place and its advice."""
    name = take.pick(sorted(_sample()))
    _said({name: _spoilt(take, _sample()[name])})


def between(take: Taker) -> None:
    """All data files, one of them spoilt: what is wrong between records is told too."""
    name = take.pick(sorted(_sample()))
    _said({**_sample(), name: _spoilt(take, _sample()[name])})


def texts(take: Taker) -> None:
    """A text of the data with figures in it: shown whole, with no markup but the figures' own."""
    context = _context()
    words = take.text(SPITE)
    try:
        shown = context.markup.say({context.language.id: words})
    except LookupError:
        return
    _harmless(str(shown), {"a", "span", "small"})


def prose(take: Taker) -> None:
    """A page that somebody wrote: what the checks let through shows no script and no markup but its own."""
    context, body = _context(), take.text(SPITE, 10)
    head = next(file for file in _facts()[1]["id"].values()).head
    file = ProseFile("docs/id/x.md", head, body)
    found = [*translations.prose_pieces_exist(_facts()[0], {"id": {"x/": file}})]
    context = context.about(Page("x/", "prose", file.file, prose={"id": file}))
    if found or "{part:" in body:
        return
    try:
        shown = context.prose()
    except (LookupError, TemplateMistake):
        return
    _harmless(str(shown), SHOWN)


def figures(take: Taker) -> None:
    """A name is a figure that can be drawn in each of its forms, or refused as none."""
    name, known, markup = figure_name(take), _known(), _context().markup
    try:
        figure = known.get(name)
    except UnknownFigure:
        return
    known.relieved(name), known.ever_asked(name)
    assert all(markup.figure(name, form) for form in figure.forms), name


def parts(take: Taker) -> None:
    """A part that the checks call sound is drawn, with whatever arguments."""
    context = _context()
    name = take.pick(sorted(n for n in context.templates.names if n.startswith("blocks/"))).split("/")[1][:-5]
    words = [take.pick(_words_of_parts()) if take.number(4) else take.text(SPITE, 2) for _ in range(take.number(4))]
    body = f"{take.pick(('', ' ', 'x '))}{{{take.pick(('part:', 'part :', ' part:'))}{' '.join([name, *words])}}}\n"
    head = next(file for file in _facts()[1]["id"].values()).head
    file = ProseFile("docs/id/x.md", head, body)
    context = context.about(Page("x/", "prose", file.file, prose={"id": file}))
    found = [*braces.parts_stand_alone(_facts()[0], {"id": {"x/": file}})]
    found += [*translations.prose_pieces_exist(_facts()[0], {"id": {"x/": file}})]
    if found or any(drawn.refusal(context, match[1], match[2].split()) for match in PART.finditer(body)):
        return
    assert context.prose() is not None


def catalogs(take: Taker) -> None:
    """A catalog, spoilt: what its checks let through can be filled as its English can."""
    path = _folder() / "locales/id/LC_MESSAGES/messages.po"
    path.write_text(_spoilt(take, _catalog()), "utf-8", "surrogatepass" if take.number(9) else "replace")
    try:
        found = [*translations_fit_their_english(_folder() / "locales")]
        known = read_catalog(_folder() / "locales", "id")
    except DataError as error:
        assert all(mistake.line >= 1 and mistake.file.endswith(".po") for mistake in error.mistakes)
        return
    for english, words in known.items() if not found else ():
        if english in _sentences():
            assert _gaps(words) == _gaps(english), words


def sheets(take: Taker) -> None:
    """A spreadsheet, spoilt in one of its files or in its bytes: rows with their answers, or one sentence."""
    name = take.pick(("xlsx", "ods"))
    data = bytearray(_packed({**_book(name), **_spoilt_file(take, _book(name))}))
    for _ in range(take.number(4) if take.number(3) == 0 else 0):
        data[(take.number(256) << 8 | take.number(256)) % len(data)] = take.number(256)
    out, reader = io.BytesIO(), _members()
    try:
        reader.convert(reader.open(io.BytesIO(bytes(data)), {}), {}, ".csv", out)
    except FileError:
        return
    assert out.getvalue()


def questions(take: Taker) -> None:
    """Whatever is asked, texts are found in order of their scores, or none."""
    scores = [score for score, _ in _index().find(take.text((*ASKED, *SPITE), 20))]
    assert scores == sorted(scores, reverse=True)


TARGETS: dict[str, Callable[[Taker], None]] = {
    target.__name__: target
    for target in (money, command, members, loader, between, texts, prose, figures, parts, catalogs, sheets, questions)
}

PATIENCE = 1.0
"""Seconds of processor time that one input may take. The clock is not asked: it counts the neighbours' work too."""


def throw(target: str, data: bytes) -> None:
    """Turn bytes into one hostile input. Raises what the target raises, and AssertionError where it hangs.

    What is slow once may have read what is kept from then on; slow twice is slow.
    """
    if _seconds(target, data) > PATIENCE and (again := _seconds(target, data)) > PATIENCE:
        raise AssertionError(f"{target} took {again:.1f} s of {data!r}")


def _seconds(target: str, data: bytes) -> float:
    begun = time.process_time()
    TARGETS[target](Taker(data))
    return time.process_time() - begun


def _gaps(text: str) -> set[str | None]:
    """Return what is filled into a sentence. Raises ValueError where it cannot be."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def figure_name(take: Taker) -> str:
    """A name that is nearly a figure's."""
    kind, records = take.number(8), _facts()[0].records
    if kind < 5:
        collection = take.pick([*records, "pension-age", "x"])
        owner = getattr(take.pick(records.get(collection) or [None]), "id", "x")
        below = [take.pick(PARTS) for _ in range(take.number(4))]
        return ".".join([collection, owner, *below]) + take.pick(["", "", "@2015-07", "@"])
    if kind < 7:
        below = [take.pick(QUESTIONS + PARTS) for _ in range(take.number(5))]
        return ":".join([take.pick(["estimate", "difference"]), *below])
    return take.text("abc.:@=&0-,_|", 12)


def _spoilt_file(take: Taker, files: dict[str, bytes]) -> dict[str, bytes]:
    """Return one file of an archive with other cells, tags or bytes."""
    name = take.pick(sorted(files))
    text = files[name].decode()
    for _ in range(1 + take.number(4)):
        at = (take.number(256) << 8 | take.number(256)) % (len(text) + 1)
        if take.number(2):
            text = text[:at] + take.text((*CELLS, *FIELDS), 3) + text[at + take.number(9) :]
        else:
            text = re.sub(r">[^<>]+<", lambda _: f">{take.text(FIELDS, 2)}<", text, count=1 + take.number(3))
    return {name: text.encode("utf-8", "replace")}


def typed(take: Taker, name: str) -> str:
    """What somebody may type for an input."""
    if name in CHOICES and take.number(8):
        return take.pick(CHOICES[name])
    if take.number(4) == 0:
        return take.text(FIELDS, 4)
    if name in ("month", "compare"):
        return f"{2014 + take.number(16)}-{1 + take.number(13):02}"
    if name == "payslip":
        return f"{take.pick(('jht', 'jp', 'jkk', 'x'))}={take.text(MONEY, 3)}"
    return take.text(MONEY, 4) if name in ("income", "budget", "average_wage", "lump_sum") else str(take.number(700))


def _spoilt(take: Taker, text: str) -> str:
    lines = text.split("\n")
    for _ in range(1 + take.number(4)):
        at, kind = take.number(len(lines)), take.number(6)
        if kind == 0 and len(lines) > 1:
            del lines[at]
        elif kind == 1:
            lines.insert(at, lines[take.number(len(lines))])
        elif kind == 2:
            lines[at] = re.sub(r": .*", lambda _: f": {take.text(TRAPS, 2)}", lines[at])
        elif kind == 3:
            lines[at] = " " * take.number(6) + lines[at]
        else:
            spot = take.number(len(lines[at]) + 1)
            lines[at] = lines[at][:spot] + take.text(TRAPS if kind == 4 else SPITE, 2) + lines[at][spot:]
    return "\n".join(lines)


def _said(files: dict[str, str]) -> None:
    try:
        found = list(checks.find(load(files), {}, TODAY))
    except DataError as error:
        found = error.mistakes
    for mistake in found:
        assert re.match(r"data/[\w./-]+:\d+:\d+: .", mistake.text(), re.S), mistake


def _told(mistakes: Sequence[Any]) -> None:
    for mistake in mistakes:
        assert _saying().mistake(mistake)


class _Tags(HTMLParser):
    """Gathers what a browser would see as tags and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, Sequence[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, attrs))


def _harmless(shown: str, known: set[str]) -> None:
    seen = _Tags()
    seen.feed(f"{shown}<b>")  # what stands open would swallow the tag that comes after
    assert seen.tags and seen.tags[-1] == ("b", []), shown
    for tag, attributes in seen.tags[:-1]:
        assert tag in known, (tag, shown)
        for name, value in attributes:
            assert not name.startswith("on") and name != "style", shown
            scheme = re.match(r"[\s\x00-\x20]*([a-z]+)[\s\x00-\x20]*:", value or "", re.I)
            assert name not in ("href", "src") or not scheme or scheme[1].lower() in ("https", "tel", "mailto"), shown


@cache
def _sample() -> dict[str, str]:
    return read(ROOT / "scripts/guide/checks/examples/sample")


@cache
def _facts() -> Any:
    facts = load(read(ROOT / "data"))
    return (
        facts,
        read_prose(ROOT / "docs", facts.languages),
        read_languages(facts.site.languages, ROOT / "overrides/locales"),
    )


@cache
def _rules() -> Any:
    return compile_rules(_facts()[0])


@cache
def _saying() -> MessageFormatter:
    return MessageFormatter(_facts()[2]["id"], _facts()[0])


@cache
def _answerer() -> Answerer:
    return Answerer(_rules(), TODAY, _saying())


@cache
def _members() -> ListReader:
    return ListReader(_facts()[0], _rules(), TODAY, _saying())


@cache
def _known() -> Figures:
    return Figures(_facts()[0], TODAY)


@cache
def _words_of_parts() -> tuple[str, ...]:
    """Every argument that a page of ours gives to a part."""
    bodies = (file.body for file in _facts()[1]["id"].values())
    return tuple(sorted({word for body in bodies for match in PART.finditer(body) for word in match[2].split()}))


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    (folder / "locales/id/LC_MESSAGES").mkdir(parents=True)
    return folder


@cache
def _catalog() -> str:
    """Sentences with gaps and tags, and some that have none."""
    text = (ROOT / "overrides/locales/id/LC_MESSAGES/messages.po").read_text("utf-8")
    found = text.split("\n\n")
    return "\n\n".join([*[one for one in found if "{" in one or "<" in one][:20], *found[-5:]])


@cache
def _sentences() -> frozenset[str]:
    return frozenset(read_catalog(ROOT / "overrides/locales", "id"))


@cache
def _book(kind: str) -> dict[str, bytes]:
    """The files of a small spreadsheet."""
    out, reader = io.BytesIO(), _members()
    text = "nama,segmen,bulan,penghasilan,program\nMaria,bpu,2026-11,1jt,jkk jkm\nYosef,pu,2026-11,3000000,\n"
    reader.convert(reader.open(io.BytesIO(text.encode()), {}), {}, f".{kind}", out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


@cache
def _index() -> WordIndex:
    index = WordIndex(_facts()[0], "id")
    for question in _facts()[0].questions:
        index.add([(question.question["id"], 3.0), (question.answer["id"], 1.0)])
    return index


@cache
def _renderer() -> Renderer:
    facts, prose, languages = _facts()
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY)


def _context() -> PageContext:
    renderer = _renderer()
    return renderer.new_context(renderer.site.by_path[""], renderer.site.languages["id"])


def main(name: str, count: str) -> None:
    """Let atheris call one target so many times, after a first call that reads facts and templates."""
    TARGETS[name](Taker(b""))

    def once(data: bytes) -> None:
        throw(name, data)

    atheris.Setup([sys.argv[0], f"-runs={count}", "-seed=1", "-max_len=400", "-verbosity=0", "-timeout=60"], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
