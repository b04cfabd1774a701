"""Mistakes as people make them, in the sample: file, what stands there, what is written instead; and what is then said.

The one source of tests/facts/test_faults.py and of `scripts/check.py --explain`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from guide import checks
from guide.facts.load import load, prose_of, read
from guide.facts.load.text_file import UNREADABLE
from guide.facts.diagnostics import DataError, Mistake

_FOLDER = Path(__file__).parent / "sample"
_DOCS = sorted((_FOLDER / "docs").rglob("*.md"))
SAMPLE = read(_FOLDER) | {path.relative_to(_FOLDER).as_posix(): path.read_text("utf-8") for path in _DOCS}
"""The texts of a small set of facts and pages, by names such as `taxes.yml` and `docs/id/index.md`."""
DAY = datetime.date(2026, 11, 22)
"""The day on which the sample is looked at."""


def mistakes(texts: Mapping[str, str], *, warnings: bool = False) -> list[Mistake]:
    """All mistakes of these files, of form and between records; what is merely due for review only if asked for."""
    data = {name: text for name, text in texts.items() if not name.startswith("docs/")}
    try:
        facts = load(data)
        pages = {n: text for n, text in texts.items() if n not in data and n.split("/")[1] in facts.languages}
        prose = prose_of(pages, facts.languages)
        return sorted(m for m in checks.find(facts, prose, DAY) if warnings or not m.warning)
    except DataError as error:
        return error.mistakes


def with_fault(file: str, old: str | None, new: str | None) -> dict[str, str]:
    """The sample with one mistake in it. No `old`: a new file, or, without `new` too, one that is missing."""
    if old is None:
        return {**SAMPLE, file: new} if new is not None else {k: v for k, v in SAMPLE.items() if k != file}
    assert old in SAMPLE[file], f"{file} has no {old!r}"
    return {**SAMPLE, file: SAMPLE[file].replace(old, new or "", 1)}


class Example(NamedTuple):
    """A mistake of the list: its name, what was written where, what belongs there, and what is said about it."""

    name: str
    file: str
    wrong: str
    right: str
    said: tuple[Mistake, ...]
    lines: tuple[str, ...]

    def has(self, words: str) -> bool:
        """Whether all of these words stand in the name or the messages; or a message has one of the same sentence."""
        here = " ".join((self.name, *self.lines)).lower()
        same = any(re.search(re.sub(r"\\{\w+\\}", ".+", re.escape(m.message)), words) for m in self.said)
        return same or all(word in here for word in words.lower().split())

    @property
    def text(self) -> str:
        """The example as people read it: the file, what was written, what belongs there, what is said."""
        shown = [self.file]
        for sign, text in (("✗", self.wrong), ("✓", self.right)):
            shown += [f"  {sign} {line}" for line in text.strip("\n").split("\n") if line.strip()]
        return "\n".join((*shown, *(f"  → {line}" for line in self.lines)))


def examples(gettext: Callable[[str], str] = str) -> Iterator[Example]:
    """Every mistake of the list, then what is merely due, with what the checks say about it."""
    for name, file, old, new in FAULTS:
        said = tuple(mistakes(with_fault(file, old, new)))
        where = file if file.startswith("docs/") else f"data/{file}"
        lines = tuple(mistake.text(gettext) for mistake in said)
        yield Example(
            name,
            where,
            _lines(with_fault(file, old, new).get(file, ""), new),
            _lines(SAMPLE.get(file, ""), old),
            said,
            lines,
        )
    due = tuple(mistake for mistake in mistakes(SAMPLE, warnings=True) if mistake.warning)
    yield Example("what is due for review", "data/", "", "", due, tuple(mistake.text(gettext) for mistake in due))


def _lines(text: str, part: str | None) -> str:
    """The whole lines of a text in which a part of it stands."""
    if not part or part not in text or part == UNREADABLE:
        return ""
    start = text.rfind("\n", 0, text.index(part)) + 1
    end = text.find("\n", text.index(part) + len(part.rstrip("\n")))
    return text[start : end if end >= 0 else None]


RELEASE = "- {{id: {code}, as_of: 2026-11-22, changes: []{recalled}}}"
OTHER_SLICES = """segment: jakon
program: jkm
key: jkm
entries:
  - effective: 2015-07-01
    kind: slices
    slices:
      - {above: 0, shares: {employer: 0.03%}}
      - {above: 200_000_000, shares: {employer: 0.02%}}
    citations: [{regulation: pp-44-2015, article: Ps 54}]
    compiled: 2026-11-22
    verified: null
    confidence: high
"""
READING = """  reading:
    regulation: pp-44-2015
    url: https://example.org/pp-44
    address: full
    read: text
    says: {id: Umur pensiun ditulis di sini., en: The pension age is written here.}"""

FAULTS = [
    # how YAML is written
    ("a tab", "taxes.yml", "  name:", "\tname:"),
    ("a colon too many", "warnings.yml", "en: Do not pay.", "en: Do: not: pay."),
    ("a bracket left open", "reliefs.yml", "programs: [jkk]", "programs: [jkk"),
    ("wrong indentation", "offices.yml", "  city: Maumere\n", "    city: Maumere\n"),
    ("a key written twice", "pension-age.yml", "  age: 56\n", "  age: 56\n  age: 57\n"),
    ("an anchor", "taxes.yml", "{id: Pajak, en: Tax}", "&x {id: Pajak, en: Tax}\n  again: *x"),
    ("a tag", "pension-age.yml", "age: 56", "age: !!python/name:os.system 56"),
    ("two documents", "permalinks.yml", "- {code", "---\n- {code: x}\n---\n- {code"),
    ("an empty file", "glossary.yml", None, ""),
    ("a record where a list belongs", "sizes.yml", "- id: micro", "id: micro"),
    ("a list where a record belongs", "programs/jkk.yml", "abbreviation: JKK", "- abbreviation: JKK"),
    ("an id where the file name is one", "partners/obor-mas.yml", "kind: coop", "id: x\nkind: coop"),
    ("a file nobody knows", "reliefs-2.yml", None, "[]\n"),
    ("a file that is missing", "gaps.yml", None, None),
    ("a byte order mark before data", "warnings.yml", "- id", "\ufeff- id"),
    ("a letter that is no UTF-8", "warnings.yml", "en: Do not pay.", "en: Do not pay\ufffd."),
    ("a folder where a file belongs", "partners/sinar.yml", None, UNREADABLE),
    # values
    ("dots in rupiah", "schedules/pu-jp.yml", "7_335_300", "7.335.300"),
    ("commas in rupiah", "schedules/pu-jp.yml", "ceiling: 7_000_000", "ceiling: 7,000,000"),
    ("Rp before rupiah", "schedules/pu-jp.yml", "ceiling: 7_000_000", "ceiling: Rp7.000.000"),
    ("rupiah in words", "schedules/pu-jp.yml", "ceiling: 7_000_000", "ceiling: 7 juta"),
    ("a negative amount", "schedules/pu-jp.yml", "ceiling: 7_000_000", "ceiling: -7_000_000"),
    ("a leading zero", "pension-age.yml", "age: 56", "age: 056"),
    ("a comma in a rate", "reliefs.yml", "factor: 50%\n  first: 2026-04", "factor: 50,5%\n  first: 2026-04"),
    ("a rate as a fraction", "schedules/bpu-jkk.yml", "{worker: 1%}", "{worker: 0.01}"),
    ("a rate without its sign", "schedules/bpu-jkk.yml", "{worker: 1%}", "{worker: 1}"),
    ("a rate above all", "schedules/bpu-jkk.yml", "{worker: 1%}", "{worker: 101%}"),
    ("a date turned round", "pension-age.yml", "2015-07-01", "01-07-2015"),
    ("a date with slashes", "pension-age.yml", "2015-07-01", "2015/7/1"),
    ("a month of no year", "schedules/pu-jp.yml", "renewed: 3", "renewed: 13"),
    ("a limit that is none", "limits.yml", "value: 2", "value: two"),
    ("a limit in no unit", "limits.yml", "unit: years", "unit: year"),
    ("a day that is none", "pension-age.yml", "2015-07-01", "2015-02-30"),
    ("a month turned round", "reliefs.yml", "last: 2026-12", "last: 12-2026"),
    ("a thirteenth month", "reliefs.yml", "last: 2026-12", "last: 2026-13"),
    ("a date in words", "site.yml", "checked: 2026-11-22", "checked: today"),
    ("yes for true", "conflicts.yml", "resolved: true", "resolved: yes"),
    ("no for null", "pension-age.yml", "verified: null", "verified: no"),
    ("a time for a number", "pension-age.yml", "age: 56", "age: 1:30"),
    ("an id with capitals", "taxes.yml", "id: lump-sum", "id: Lump Sum"),
    ("an address without https", "regulations.yml", "url: https://example.org/pp-44", "url: example.org/pp-44"),
    ("a hidden direction mark", "warnings.yml", "en: Do not pay.", 'en: "Do not \\u202Epay."'),
    ("a script as an address", "channels.yml", "url: tel:175", "url: javascript:alert(1)"),
    ("a name before a host", "regulations.yml", "https://example.org/pp-44", "https://bpjs.go.id@example.org/"),
    ("markup in words", "warnings.yml", "en: Do not pay.", "en: Do <b>not</b> pay."),
    ("words on two lines", "warnings.yml", "en: Do not pay.", 'en: "Do\\nnot pay."'),
    ("a field misspelt", "schedules/pu-jp.yml", "ceiling: 7_335_300", "celing: 7_335_300"),
    ("a field nobody knows", "taxes.yml", "  name:", "  colour: red\n  name:"),
    ("a field that is missing", "pension-age.yml", "  age: 56\n", ""),
    ("a word that is none of the list", "reliefs.yml", "confidence: high\n- id: two", "confidence: hihg\n- id: two"),
    ("a kind of schedule that is none", "schedules/bpu-jkk.yml", "kind: bands", "kind: band"),
    ("no kind of schedule", "schedules/bpu-jkk.yml", "    kind: bands\n", ""),
    ("an empty list", "programs/jkk.yml", "segments: [bpu, jakon]", "segments: []"),
    ("a word where a list belongs", "programs/jkk.yml", "segments: [bpu, jakon]", "segments: bpu"),
    ("a word where a record belongs", "taxes.yml", "name: {id: Pajak, en: Tax}", "name: Pajak"),
    ("a list where a word belongs", "site.yml", "name: Sample", "name: [Sample]"),
    # between records
    ("a regulation nobody entered", "pension-age.yml", "pp-44-2015", "pp-44-2051"),
    ("no citation", "pension-age.yml", "citations: [{regulation: pp-44-2015, article: Ps 15}]", "citations: []"),
    ("a region nobody entered", "partners/obor-mas.yml", 'serves: ["53.13"]', 'serves: ["53.99"]'),
    ("an office nobody entered", "regions.yml", "office: kc-maumere", "office: kc-kupang"),
    ("a channel nobody entered", "procedures/join-bpu.yml", "[call-175]", "[call-157]"),
    ("a conflict nobody entered", "coverage.yml", "conflict: bands", "conflict: band"),
    ("a table nobody entered", "schedules/bpu-jkk.yml", "bands: bpu", "bands: pu"),
    ("an id used twice", "reliefs.yml", "id: two", "id: one"),
    (
        "entries out of order",
        "schedules/pu-jp.yml",
        "effective: 2016-03-01\n    announced: 2016-02-25",
        "effective: 2015-03-01\n    retroactive: true",
    ),
    (
        "two entries in one month",
        "schedules/pu-jp.yml",
        "effective: 2016-03-01\n    announced: 2016-02-25",
        "effective: 2015-07-15",
    ),
    ("a value older than its law", "pension-age.yml", "effective: 2015-07-01", "effective: 2014-07-01"),
    ("announced too late", "schedules/pu-jp.yml", "announced: 2016-02-25", "announced: 2016-05-25"),
    ("compiled in the future", "pension-age.yml", "compiled: 2026-11-22", "compiled: 2126-11-22"),
    ("verified in the future", "pension-age.yml", "verified: null", "verified: 2126-11-22"),
    ("the last month before the first", "reliefs.yml", "last: 2026-12", "last: 2026-03"),
    ("an arrangement that ends before it begins", "partners/obor-mas.yml", "until: 2026-11-17", "until: 2022-11-17"),
    ("reliefs that overlap", "reliefs.yml", "sectors: [transport]", "sectors: [other]"),
    ("a mandatory program without a schedule", "segments.yml", "programs: [jkk]", "programs: [jkk, jht]"),
    ("bands that fall", "bands.yml", "at_least: 1_100_000, base: 1_200_000", "at_least: 1_100_000, base: 900_000"),
    ("bands that do not begin at 0", "bands.yml", "at_least: 0,", "at_least: 100,"),
    ("slices that fall", "schedules/jakon-jkk.yml", "above: 100_000_000", "above: 0"),
    ("slices of another party", "schedules/jakon-jkk.yml", "{employer: 0.17%}", "{worker: 0.17%}"),
    ("a floor above its ceiling", "schedules/pu-jp.yml", "floor: 1_000_000", "floor: 8_000_000"),
    ("a minimum above its maximum", "benefits/jkk.yml", "minimum: 300_000", "minimum: 4_000_000"),
    (
        "neither shares nor classes",
        "schedules/pu-jp.yml",
        "shares: {employer: 2%, worker: 1%}\n    ceiling: 7_335_300",
        "ceiling: 7_335_300",
    ),
    (
        "a risk class left out",
        "schedules/pu-jkk.yml",
        '      - {risk: "3", name: {id: Tiga, en: Three}, shares: {employer: 0.89%}}\n',
        "",
    ),
    ("instalments that do not add up", "schedules/pmi-jkk-jkm.yml", "before: 37_500", "before: 35_700"),
    ("a stage without end in the middle", "benefits/jkk.yml", "months: 12", "months: null"),
    ("a school stage twice", "benefits/jkk.yml", "stage: smp", "stage: sd"),
    ("an example that comes out otherwise", "schedules/bpu-jkk.yml", "jkk.total: 10_000", "jkk.total: 16_800"),
    ("an example nobody can answer", "schedules/bpu-jkk.yml", 'income: "1000000", programs: jkk}', "programs: jkk}"),
    ("words missing in a language", "warnings.yml", "{id: Jangan bayar., en: Do not pay.}", "{id: Jangan bayar.}"),
    (
        "words in a language nobody has",
        "warnings.yml",
        "{id: Jangan bayar., en: Do not pay.}",
        "{id: Jangan bayar., en: Do not pay., fr: Ne payez pas.}",
    ),
    ("a figure nobody knows", "estimates.yml", "- id: basic", "- id: basics"),
    (
        "figures in one language only",
        "questions.yml",
        'en: "At least {estimates.basic.monthly.total|change}."',
        "en: A little.",
    ),
    (
        "an amount that hides when its relief ends",
        "questions.yml",
        'murah {estimates.basic.monthly.total|change}.", en: "At least {estimates.basic.monthly.total|change}."',
        'murah {estimates.basic.monthly.total}.", en: "At least {estimates.basic.monthly.total}."',
    ),
    (
        "a benefit that hides what must be paid before",
        "questions.yml",
        'murah {estimates.basic.monthly.total|change}.", en: "At least {estimates.basic.monthly.total|change}."',
        'murah {benefits.jp.pension.minimum|round}.", en: "At least {benefits.jp.pension.minimum|round}."',
    ),
    ("an amount typed in words", "warnings.yml", "en: Do not pay.", 'en: "Do not pay Rp16,800."'),
    ("a percentage typed in words", "warnings.yml", "en: Do not pay.", "en: Do not pay 3 percent."),
    ("a NIK", "warnings.yml", "en: Do not pay.", "en: Do not pay 5308011203850001."),
    ("a private telephone number", "partners/obor-mas.yml", 'phone: ""', 'phone: "0812-3456-7890"'),
    (
        "two ways without a question",
        "occupations.yml",
        "  question: {id: Siapa yang memberi upah?, en: Who pays a wage?}\n",
        "",
    ),
    (
        "a way without its case",
        "occupations.yml",
        "{segment: bpu, programs: [jkk], join: join-bpu, when: {id: Bekerja sendiri., en: You work alone.}}",
        "{segment: bpu, programs: [jkk], join: join-bpu}",
    ),
    (
        "a way that joins as others do",
        "occupations.yml",
        "{segment: bpu, programs: [jkk]",
        "{segment: pu, programs: [jkk], who_pays: {id: Desa., en: The village.}",
    ),
    ("a way whose procedure lacks a program", "occupations.yml", "bpu, programs: [jkk]", "bpu, programs: [jkk, jkm]"),
    ("a way with fewer programs", "segments.yml", "programs: [jkk]", "programs: [jkk, jkm]"),
    (
        "a story beyond its ways",
        "occupations.yml",
        "Ia celaka, lalu dibantu.",
        "Ia celaka, lalu dibantu {estimate:segment=pu&income=1000000&event=work-death:benefit_total}.",
    ),
    ("a program without its beginning", "cover.yml", "effective: 2015-07-01", "effective: 2016-07-01"),
    ("a beginning called by another name", "cover.yml", "id: bpu-jkk", "id: jkk-bpu"),
    (
        "a beginning that forgets the months to wait",
        "benefits/jkk.yml",
        "      kind: stages\n",
        "      kind: stages\n      waiting: [{segments: [bpu], events: [work-sick], months: 3}]\n",
    ),
    ("an address that is not said to be there", "channels.yml", "address: none", "address: full"),
    (
        "a procedure from nowhere",
        "procedures/join-bpu.yml",
        "citations: [{regulation: pp-44-2015, article: null}]\n",
        "",
    ),
    ("a contact nobody verified", "offices.yml", 'address: ""', "address: Jalan Mawar"),
    ("an office without its confidence", "regions.yml", "  office_confidence: medium\n", ""),
    ("a number that is none", "coverage.yml", '"45.83"', '"45,83"'),
    (
        "people who do not add up",
        "regions.yml",
        "capital: Kupang\n  population: 149_921",
        "capital: Kupang\n  population: 149_912",
    ),
    ("two languages at the root", "site.yml", "folder: en", 'folder: ""'),
    ("a locale nobody knows", "site.yml", "locale: en", "locale: xx_YY"),
    ("a preset nobody can ask", "partners/obor-mas.yml", "preset: {segment: bpu,", "preset: {segmen: bpu,"),
    ("an income with dots", "occupations.yml", '["1000000"]', '["1.000.000"]'),
    (
        "a code given out twice",
        "permalinks.yml",
        "2026-11-22}\n",
        "2026-11-22}\n- {code: om, target: mitra/obor-mas/, issued: 2026-11-22}\n",
    ),
    ("a code taken back", "permalinks.yml", "- {code: om, target: mitra/obor-mas/, issued: 2026-11-22}", "[]"),
    (
        "a code that is on no list",
        "permalinks.yml",
        "2026-11-22}\n",
        "2026-11-22}\n- {code: m, target: mitra/obor-mas/, issued: 2026-11-22}\n",
    ),
    ("a code changed under the seal", "permalinks-issued.yml", "  - om", "  - pa"),
    ("a code without a seal", "permalinks-issued.yml", "  - om\n", "  - om\n  - m\n"),
    ("a copy code that is none", "releases.yml", "[]", RELEASE.format(code="A1", recalled="")),
    ("a recall without a reason", "releases.yml", "[]", RELEASE.format(code="a1b2c3", recalled=", recalled: true")),
    # pages that people wrote
    ("a byte order mark before a page", "docs/en/daftar.md", "---\ntitle", "\ufeff---\ntitle"),
    ("a letter on a page that is no UTF-8", "docs/en/daftar.md", "Call 175.", "Call 175\ufffd."),
    ("a link to nowhere where a page belongs", "docs/en/daftar.md", None, UNREADABLE),
    ("a page without its head", "docs/en/daftar.md", "---\ntitle", "title"),
    ("a page missing in a language", "docs/en/daftar.md", None, None),
    ("a heading in one language only", "docs/en/index.md", "## Begin", "Begin"),
    ("markup on a page", "docs/en/daftar.md", "Call 175.", "Call <b>175</b>."),
    ("a script behind a link", "docs/en/daftar.md", "Call 175.", "[Call](javascript:alert(1))."),
    ("an amount typed on a page", "docs/en/daftar.md", "Call 175.", "It costs Rp16,800."),
    ("a count typed on a page", "docs/en/daftar.md", "Call 175.", "Wait 3 months."),
    ("a count typed in a text of data", "segments.yml", "id: Bekerja sendiri.", "id: Bekerja 3 hari."),
    ("a sentence of law that rests on nothing", "docs/id/daftar.md", "rests_on: [procedures.join-bpu]\n", ""),
    ("a text of data that states law without a source", "estimates.yml", "id: Paling murah", "id: Anda wajib ikut"),
    ("facts that nothing rests on", "docs/en/index.md", "See [how to join](/daftar/).\n\n", ""),
    ("a fact that is named twice", "docs/en/index.md", "[segments.bpu]", "[segments.bpu, segments.bpu]"),
    ("a page that rests on other facts in one language", "docs/en/index.md", "[segments.bpu]", "[programs.jkk]"),
    ("a page that rests on no fact", "docs/en/daftar.md", "procedures.join-bpu", "procedures.join-bpo"),
    ("a figure nobody knows on a page", "docs/en/daftar.md", "Call 175.", "It costs {estimates.basics.monthly.total}."),
    ("a link to no page", "docs/en/index.md", "(/daftar/)", "(/dafar/)"),
    ("a next step that is no page", "docs/en/index.md", "href: daftar/", "href: kantor/"),
    ("a script as the next step", "docs/en/index.md", "href: daftar/", 'href: "javascript:alert(1)"'),
    (
        "a next step that leads elsewhere",
        "docs/en/index.md",
        "href: daftar/",
        'href: "https://bpjs.go.id@evil.example/"',
    ),
    ("a next step of nobody", "docs/en/index.md", "href: daftar/", 'href: "//evil.example/"'),
    ("a next step misspelt", "docs/en/index.md", "href: daftar/", "href: dafar/"),
    # values again, as few people write them
    ("a list where a number belongs", "pension-age.yml", "age: 56", "age: [56]"),
    ("an amount nobody pays", "schedules/pu-jp.yml", "ceiling: 7_000_000", "ceiling: 7_000_000_000_000_000"),
    ("a rate in words", "schedules/bpu-jkk.yml", "{worker: 1%}", "{worker: one percent}"),
    ("a rate too exact to count", "schedules/pu-jp.yml", "{employer: 2%,", "{employer: 2.000001%,"),
    ("shares that take everything", "schedules/pu-jp.yml", "{employer: 2%,", "{employer: 99%,"),
    ("a key that is a list", "taxes.yml", "  name:", "  [a, b]: x\n  name:"),
    ("a word where a file is one record", "site.yml", None, "Sample\n"),
    ("a record where a file is a list", "sizes.yml", None, "id: micro\n"),
    (
        "growth and shrinkage at once",
        "schedules/pu-jp.yml",
        "ceiling: 7_335_300",
        "ceiling: 7_335_300\n    growth: 4%\n    shrinkage: 4%",
    ),
    (
        "a ceiling that does not follow growth",
        "schedules/pu-jp.yml",
        "ceiling: 7_335_300",
        "ceiling: 7_335_300\n    growth: 4%",
    ),
    ("a first ceiling with small change", "schedules/pu-jp.yml", "7_000_000", "7_000_010\n    growth: 4%"),
    ("bands too few to know their middle", "bands.yml", "      rows:", "      bases: middle\n      rows:"),
    (
        "a base that is not the middle of its band",
        "bands.yml",
        """      rows:
        - {at_least: 0, base: 1_000_000, confidence: high}
        - {at_least: 1_100_000, base: 1_200_000, confidence: high}
""",
        """      bases: middle
      rows:
        - {at_least: 0, base: 1_000_000, confidence: high}
        - {at_least: 1_100_000, base: 1_250_000, confidence: high}
        - {at_least: 1_300_000, base: 1_400_000, confidence: high}
""",
    ),
    ("programs that cut a value at other limits", "schedules/jakon-jkm.yml", None, OTHER_SLICES),
    ("a conflict about nothing", "pension-age.yml", "confidence: high", "confidence: high\n  conflict: bands"),
    (
        "a field in dispute without a conflict",
        "pension-age.yml",
        "confidence: high",
        "confidence: high\n  disputed: [age]",
    ),
    (
        "a field in dispute that is none",
        "pension-age.yml",
        "confidence: high",
        "confidence: high\n  conflict: bands\n  disputed: [agee]",
    ),
    ("verified, but not said where", "pension-age.yml", "verified: null", "verified: 2026-11-22"),
    ("read, but not said when", "pension-age.yml", "confidence: high", f"confidence: high\n{READING}"),
]
