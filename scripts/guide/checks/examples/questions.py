"""Mistakes in questions of the sample: the short answers on arriving, and the quiz."""

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
    ("a phrase of the search for no page", "asked.yml", "to: daftar/", "to: dafar/"),
    ("a phrase that search does not read", "sayings.yml", "segment=bpu", "segment=bpuu"),
    ("a phrase that means nothing", "sayings.yml", "segment=bpu", "zzz"),
    ("two choices of a quiz that say the same", "quiz.yml", "[]", QUIZ),
    (
        "a choice of a quiz with a figure that is none",
        "quiz.yml",
        "[]",
        QUIZ.replace("{id: gratis., en: nothing.}", '{id: "{limits.nope} hari.", en: "{limits.nope} days."}'),
    ),
    ("a quiz with two choices", "quiz.yml", "[]", QUIZ.replace(", {id: Sedikit., en: Little.}]", "]")),
    (
        "a quiz with four choices",
        "quiz.yml",
        "[]",
        QUIZ.replace("en: Little.}]", "en: Little.}, {id: Semua., en: All.}]"),
    ),
]
