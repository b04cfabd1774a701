"""Mistakes in one place of the sample (YAML, values, pages): what stands where, and what is written instead."""

from guide.facts.load.text_file import UNREADABLE

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

PAGE = """---
title: Satu halaman
description: Satu halaman lagi.
message: Baca dulu.
next: {words: Telepon, href: "tel:175"}
---

Baca ini.
"""

WRITTEN = [
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
    ("a time zone that nobody knows", "site.yml", "Asia/Makassar", "Asia/Kupang"),
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
]

PAGES = [
    ("a byte order mark before a page", "docs/en/daftar.md", "---\ntitle", "\ufeff---\ntitle"),
    ("a letter on a page that is no UTF-8", "docs/en/daftar.md", "Call 175.", "Call 175\ufffd."),
    ("a link to nowhere where a page belongs", "docs/en/daftar.md", None, UNREADABLE),
    ("a page without its head", "docs/en/daftar.md", "---\ntitle", "title"),
    ("a setting of a page said again", "docs/en/daftar.md", "\nnext:", "\ntool: true\nnext:"),
    ("a page missing in a language", "docs/en/daftar.md", None, None),
    ("a heading in one language only", "docs/en/index.md", "## Begin", "Begin"),
    ("markup on a page", "docs/en/daftar.md", "Call 175.", "Call <b>175</b>."),
    ("a hidden sign on a page", "docs/en/daftar.md", "Call 175.", "Call\u3164 175."),
    ("a blank letter in a text", "warnings.yml", "en: Do not pay.", 'en: "Do not \\u2800pay."'),
    ("an instruction on a page", "docs/en/daftar.md", "Call 175.", "Call <?php ?> 175."),
    ("an instruction in a text", "warnings.yml", "en: Do not pay.", "en: Do <?not pay."),
    ("a paragraph without an end", "docs/en/daftar.md", "Call 175.", "_a_ " * 1000),
    ("a name too long for a folder", "occupations.yml", "id: nelayan", f"id: {'nelayan-' * 10}x"),
    ("a name that Windows keeps for itself", "occupations.yml", "id: nelayan", "id: aux"),
    ("a page called like a language", "docs/id/en.md", None, PAGE),
    ("a page where a record stands", "docs/id/pekerjaan/nelayan.md", None, PAGE),
    ("a page with capital letters", "docs/id/Biaya.md", None, PAGE),
    ("a script behind a link", "docs/en/daftar.md", "Call 175.", "[Call](javascript:alert(1))."),
    ("an amount typed on a page", "docs/en/daftar.md", "Call 175.", "It costs Rp16,800."),
    ("a count typed on a page", "docs/en/daftar.md", "Call 175.", "Wait 3 months."),
    ("a count typed in a text of data", "segments.yml", "id: Bekerja sendiri.", "id: Bekerja 3 hari."),
    ("a phrase that nobody says", "segments.yml", "id: Bekerja sendiri.", "id: Minta uang jaminan."),
    ("a sentence of law that rests on nothing", "docs/id/daftar.md", "rests_on: [procedures.join-bpu]\n", ""),
    ("a text of data that states law without a source", "estimates.yml", "id: Paling murah", "id: Anda wajib ikut"),
    ("facts that nothing rests on", "docs/en/index.md", "See [how to join](/daftar/).\n\n", ""),
    ("a fact that is named twice", "docs/en/index.md", "[segments.bpu]", "[segments.bpu, segments.bpu]"),
    ("a page that rests on other facts in one language", "docs/en/index.md", "[segments.bpu]", "[programs.jkk]"),
    ("a page that rests on no fact", "docs/en/daftar.md", "procedures.join-bpu", "procedures.join-bpo"),
    ("a brace that is left on a page", "docs/en/daftar.md", "Call 175.", "Call 175 {now."),
    ("a brace in a title", "docs/en/daftar.md", "title: How to join", 'title: "How to {join}"'),
    ("a brace that is left in a text", "segments.yml", "id: Bekerja sendiri.", "id: 'Bekerja } sendiri.'"),
    ("a part that is no whole line", "docs/en/daftar.md", "Call 175.", "Call 175. {part:nik}"),
    ("a part after blanks", "docs/en/daftar.md", "Call 175.", "Call 175.\n\n  {part:nik}"),
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
]

RARE = [
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
