"""Mistakes between records of the sample that are each well formed: what stands where, and what is written instead."""

RELEASE = "- {{id: {code}, as_of: 2026-11-22, changes: []{recalled}}}"
READERS = "bpu, transport, paid, pu, pu-basic, jakon, pmi"
LANDING = """- id: whom
  question: {{id: Tanya siapa?, en: Whom to ask?}}
  rests_on: [segments.bpu]
  answers:
    - {{for: [{readers}], words: {{id: Dari kantor., en: From an office.}}, page: kantor/}}
"""
QUIZ = """- id: price
  question: {id: Berapa?, en: How much?}
  choices: [{id: Gratis., en: Nothing.}, {id: gratis., en: nothing.}, {id: Sedikit., en: Little.}]
  right: a
  answer: {id: Sedikit., en: Little.}
  rests_on: [segments.bpu]
  page: daftar/
"""
FAULTS = [
    ("an address of the site with a question", "site.yml", "url: ", "url: https://example.org/?a #"),
    ("a text without an end", "glossary.yml", "meaning: {id: Uang", f"meaning: {{id: Uang {'sekali ' * 500}"),
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
    ("a question without an answer for some readers", "landing.yml", "[]", LANDING.format(readers="bpu, transport")),
    (
        "an answer without words",
        "landing.yml",
        "[]",
        LANDING.format(readers=READERS).replace(", words: {id: Dari kantor., en: From an office.}", ""),
    ),
    (
        "an answer for a page where nobody lands",
        "landing.yml",
        "[]",
        LANDING.format(readers=READERS).replace("words:", "on: [kantor/], words:"),
    ),
    ("a landing page without its answers", "landing.yml", "[]", LANDING.format(readers=READERS)),
    ("two choices of a quiz that say the same", "quiz.yml", "[]", QUIZ),
    ("a form for nothing we know", "forms.yml", "[join-bpu]", "[join-bpo]"),
    ("a form that no record has", "procedures/join-bpu.yml", "Come to the office.", "Fill in form KK7."),
    ("a column that is no input", "columns.yml", "input: income", "input: incom"),
    ("a title with a capital letter", "columns.yml", "weaker: [gaji_pokok]", "weaker: [Gaji Pokok]"),
    ("a title of two columns", "columns.yml", "weaker: [gaji_pokok]", "weaker: [bulan, segmen]"),
    ("a value that the input lacks", "columns.yml", "bpu: [bpu, mandiri]", "bpuu: [bpu, mandiri]"),
    ("a risk class that stands twice", "risk-kinds.yml", 'risk: "2"', 'risk: "1"'),
    ("a kind of business that stands twice", "risk-kinds.yml", "id: Penjahitan", "id: Toko"),
    ("an everyday name with a capital letter", "risk-kinds.yml", "words: [kios]", "words: [Kios]"),
    ("a value with a capital letter", "columns.yml", "bpu: [bpu, mandiri]", "bpu: [bpu, Mandiri]"),
]
