"""Every page is in plain words, in every language: quality.md L1 to L13; exceptions are data, with their reasons."""

from __future__ import annotations

import re
from collections import Counter, deque
from fnmatch import fnmatchcase
from html import unescape
from pathlib import PurePosixPath

import pytest
import yaml
from conftest import ADDRESS, ROOT, TODAY
from guide.checks.html_text import read_article
from guide.checks.plain_language import Manner, Reading, findings
from guide.checks.readability import Syllables, counted, sentences, words
from guide.checks.records.translations import TYPED
from guide.facts.load import read
from guide.pages.glossary_terms import explain
from guide.pages.paragraphs import paragraphs
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages

pytestmark = pytest.mark.xdist_group("words")
QUESTIONS = yaml.safe_load((ROOT / "tests/support/reader_questions.yml").read_text("utf-8"))
WITHOUT = (
    *(
        "akses/",
        "bagikan/",
        "cari/",
        "data-terbuka/",
        "kesehatan-data/",
        "komponen/",
        "lapor/",
        "mitra-baru/",
        "sematan/",
        "tentang/",
        "unduh/",
        "versi/",
    ),
    *("m/*/", "perubahan/2*/", "wilayah/53/", "hitung/*/", "mitra/*/*/"),
    *(
        "bisa-ikut/",
        "cara/",
        "hukum/",
        "mitra/",
        "musibah/",
        "pekerjaan/",
        "perubahan/",
        "program/",
        "segmen/",
        "wilayah/",
    ),
    *("tanya/", "tanya/*/"),
)
"""Pages about the guide itself, its tools, short addresses, sheets of partners, past months, lists of pages, and
questions, which tests/pages/test_answers.py reads."""


@pytest.fixture(scope="module")
def renderer(facts, prose, languages):
    """The renderer of the real site."""
    return open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", TODAY, ADDRESS)


@pytest.fixture(scope="module")
def readings(renderer, facts, languages):
    """Every page in every language, measured, by path and language."""
    found = {}
    for language in languages.values():
        manner = Manner(facts, language.id)
        for page in renderer.site.routes:
            found[page.path, language.id] = Reading(page.path, renderer.render(page, language), manner)
    return found


def test_every_page_is_in_plain_words(readings):
    """L1 to L7 and L9 to L11."""
    print(f"\n{'page':38} {'grade':>5} {'mean':>5} {'max':>4} {'hard':>5} {'noun':>5} {'words':>5}")
    wrong = []
    for (path, language), reading in readings.items():
        found = reading.score
        shares = f"{found.hard * 100:4.1f}% {found.nouns * 100:4.1f}%"
        numbers = f"{found.grade:5.1f} {found.mean:5.1f} {found.longest:4} {shares} {found.words:5}"
        print(f"{language} {path or '/':35} {numbers}")
        wrong += [
            f"{language}/{path}: {f.message.format(**f.values)} ({f.rule}) {f.snippet[:60]}" for f in findings(reading)
        ]
    assert not wrong, "\n".join(["run `make words`", *wrong[:40]])


def test_the_languages_have_the_same_sections_and_the_same_figures(renderer, readings):
    """L8."""
    first, *others = renderer.site.languages
    for page in renderer.site.routes:
        one = readings[page.path, first]
        for language in others:
            other = readings[page.path, language]
            assert _shape(one) == _shape(other), f"{page.path}: other sections in {language}"
            assert _figures(one) == _figures(other), f"{page.path}: other figures in {language}"


def _shape(reading):
    return [block.tag for block in reading.article.blocks if block.heading]


def _figures(reading):
    return Counter(re.findall(r'data-fig="([^"]*)"', reading.html))


def test_every_page_ends_with_the_same_foot(renderer, languages):
    """L13: one place, the same on every page; empty parts are left out."""
    for language in languages.values():
        details = [page for page in renderer.site.routes if page.path.count("/") == 2]
        feet = {renderer.frame(page, language, "footer.html") for page in details}
        for foot in feet:
            text = unescape(re.sub(r"<[^>]*>", " ", foot))
            for needed in ("tel:175", "kantor/", "mitra/", "wa.me"):
                assert needed in foot, needed
            for sentence in ("This is not an official site.", "We never ask for your NIK, PIN, OTP or money."):
                assert language.gettext(sentence) in text
            assert language.date(renderer.site.facts.site.checked) in text
            assert renderer.site.facts.digest[:6] in text


def test_every_exception_has_a_reason_and_a_page(renderer, facts):
    wording = facts.words[0]
    files = (f"data/{name}" for name in read(ROOT / "data"))
    paths = [*(page.path for page in renderer.site.routes), "404.html", *files]
    for allowed in wording.allowed:
        assert len(allowed.reason) > 20, allowed.rule
    for kept in wording.kept:
        assert kept.reason
    unused = [
        (allowed.rule, glob)
        for allowed in wording.allowed
        for glob in allowed.pages
        if not any(fnmatchcase(path, glob) for path in paths)
    ]
    assert not [found for found in unused if not found[1].startswith("hitung")], unused


def test_every_term_to_explain_is_in_the_glossary(facts):
    known = facts.by_id["glossary"]
    for explained in facts.words[0].explained:
        assert not set(explained.terms) - set(known), explained.language


@pytest.mark.parametrize("language", ("id", "en"))
def test_a_page_alone_answers_its_reader(renderer, readings, language):
    """From the text of one page: five questions or more of each type of page."""
    asked, missing = 0, []
    for kind in QUESTIONS:
        assert len(kind["questions"]) >= 5, kind["pages"]
        held = [page for page in renderer.site.routes if _named(page.path, kind["pages"])]
        assert held, kind["pages"]
        for page in held:
            for question in kind["questions"]:
                asked += 1
                if not _answered(question, page, readings[page.path, language].html, language):
                    missing.append(f"{page.path}: {question['ask']}")
    print(f"{language}: {asked} questions")
    assert not missing, "\n".join(missing)


def _answered(question, page, html, language):
    """Whether one of the ways that the question names is in the page."""
    ways = {
        "figure": lambda wanted: _any(wanted, (unescape(name) for name in re.findall(r'data-fig="([^"]*)"', html))),
        "leads": lambda wanted: _any(wanted, _links(html, page.path)),
        "told": lambda field: _told(getattr(page.record, field), _text(html), language),
        "words": lambda wanted: re.search(wanted[language], _text(html)),
    }
    return any(found(question[way]) for way, found in ways.items() if way in question)


def _any(wanted, names):
    globs = wanted if isinstance(wanted, list) else [wanted]
    return any(fnmatchcase(name, glob) for name in names for glob in globs)


def _told(field, text, language):
    """Whether every text of a field is shown; its figures, explained terms and marks of links may say more."""
    texts = field if isinstance(field, (list, tuple)) else [field] if field else []
    said = re.sub(r"\([^)]*\)|\W", "", text)
    for one in texts:
        spoken = getattr(one, "words", None) or getattr(one, "name", None) or one
        for part in re.split(r"\{[^}]*\}|\([^)]*\)|(?<=[.:?])\s", spoken[language]):
            if re.sub(r"\W", "", part) not in said:
                return False
    return True


def test_no_answer_to_a_reader_is_a_typed_amount():
    """What a page should answer is a figure; a pattern of words holds no rupiah and no share."""
    for kind in QUESTIONS:
        for question in kind["questions"]:
            assert not TYPED.search(str(question.get("words", ""))), question


def test_every_page_for_readers_has_its_questions(renderer):
    """Only pages about the guide itself, tools and lists have none."""
    globs = [glob for kind in QUESTIONS for glob in kind["pages"]]
    assert {page.path for page in renderer.site.routes if not _named(page.path, [*globs, *WITHOUT])} == set()


def _named(path, globs):
    """Whether a pattern is of this path; a star stands for one folder."""
    return any(fnmatchcase(path, glob) and path.count("/") == glob.count("/") for glob in globs)


def test_no_page_shows_a_share_as_rupiah(readings):
    """No amount of the law is below Rp1.000; a rate drawn as money is."""
    for (path, language), reading in readings.items():
        found = re.search(r">Rp\d{1,3}(?:\.\d)?<", reading.html)
        assert not found or found[0] == ">Rp0<", f"{language}/{path}: {found[0]}"


def _text(html):
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def _links(html, path):
    """Paths of the site that a page links to."""
    here = PurePosixPath("/", path)
    for link in re.findall(r'href="([^"#:]*)(?:#[^"]*)?"', html):
        parts: list[str] = []
        for part in (here / link).parts[1:]:
            parts = parts[:-1] if part == ".." else [*parts, part]
        yield "/".join(parts) + "/" if parts else ""


@pytest.fixture(scope="module")
def graphs(renderer, languages):
    """What each page leads to in one tap, by language: links of its article, header and footer."""
    routes = renderer.site.routes
    return {one.id: {p.path: _leads(renderer, p, one) for p in routes} for one in languages.values()}


def _leads(renderer, page, language):
    html = renderer.render(page, language)
    html += "".join(renderer.frame(page, language, f"{part}.html") for part in ("header", "footer"))
    return [target for target in dict.fromkeys(_links(html, page.path)) if renderer.site.page(target)]


def _taps(graph, start):
    """The fewest taps from a page to every other."""
    found, waiting = {start: 0}, deque([start])
    while waiting:
        path = waiting.popleft()
        for target in graph[path]:
            if target not in found:
                found[target] = found[path] + 1
                waiting.append(target)
    return found


def test_every_page_is_at_most_three_taps_from_home(renderer, graphs):
    for language, graph in graphs.items():
        taps = _taps(graph, "")
        listed = [page.path for page in renderer.site.routes if page.listed]
        print(f"{language}: {len(listed)} pages, farthest {max(taps[path] for path in listed)} taps")
        assert {path: taps.get(path) for path in listed if taps.get(path, 9) > 3} == {}


MATTERS = {
    "cost": "biaya/",
    "benefit": "manfaat/",
    "how to join": "daftar/",
    "whom to ask": "kantor/",
    "who helps": "mitra/",
}


def test_from_every_occupation_all_that_matters_is_at_most_two_taps_away(facts, graphs):
    walked = 0
    for language, graph in graphs.items():
        for occupation in facts.occupations:
            taps = _taps(graph, f"pekerjaan/{occupation.id}/")
            places = {**MATTERS, **{f"group {way.segment}": f"segmen/{way.segment}/" for way in occupation.ways}}
            far = {what: taps.get(path) for what, path in places.items() if taps.get(path, 9) > 2}
            assert not far, f"{language} {occupation.id}: {far}"
            walked += len(places)
    print(f"{len(facts.occupations)} occupations, {walked} ways walked")


def test_the_reader_of_an_occupation_finds_all_that_matters_in_its_own_text(readings, facts):
    """Without a tap: what it costs, what the family gets, how to join, whom to ask, in the article alone."""
    for (path, language), reading in readings.items():
        if path.startswith("pekerjaan/") and path != "pekerjaan/":
            article = reading.html
            assert len(re.findall(r'data-fig="estimate[s:][^"]*monthly', article)) >= 1 or "schedules." in article, path
            assert re.search(r'data-fig="(?:benefits|estimate)[^"]*(?:benefit|jkm|jkk)', article), (language, path)
            for target in ("daftar/", "kantor/", "mitra/"):
                assert f'href="../../{target}"' in article, (language, path, target)


def test_the_tree_of_questions_ends_and_is_short(facts):
    """Can I join: five questions at most, every answer leads on, every outcome says why."""
    steps = facts.by_id["eligibility"]

    def longest(step, above=()):
        assert step.id not in above, f"{step.id} leads back to itself"
        if not step.answers:
            return 0
        return 1 + max(longest(steps[answer.to], (*above, step.id)) for answer in step.answers)

    assert longest(facts.eligibility[0]) <= 5
    outcomes = {step.segment for step in steps.values() if not step.answers}
    assert outcomes >= {segment.id for segment in facts.segments}
    assert all(step.change for step in steps.values() if not step.answers)
    reached = {answer.to for step in steps.values() for answer in step.answers} | {facts.eligibility[0].id}
    assert reached == set(steps)


def test_every_occupation_has_a_short_story_said_to_be_one(readings, facts):
    """L11."""
    for occupation in facts.occupations:
        for language in facts.languages:
            html = readings[f"pekerjaan/{occupation.id}/", language].html
            story = re.search(r'<div class="box story">(.*?)</div>', html, re.S)
            assert story, occupation.id
            assert 20 <= len(words(_text(story[1]))) <= 120
            assert 'data-fig="estimate:' in story[1], occupation.id
            assert "{" not in _text(html), occupation.id


def test_syllables_are_counted_as_people_say_them():
    indonesian = Syllables("aeiou", True, ("ai", "au", "oi"))
    for word, count in {"kerja": 2, "iuran": 3, "pulau": 2, "sampai": 2, "meninggal": 3, "KTP": 3, "uang": 2}.items():
        assert indonesian.count(word) == count, word
    english = Syllables("aeiouy", False, (), ("e",))
    for word, count in {"work": 1, "office": 2, "money": 2, "people": 2, "contribution": 4}.items():
        assert english.count(word) == count, word


def test_dots_in_numbers_end_no_sentence():
    assert sentences("Bayar Rp16.800 sebulan. Simpan bukti.") == ["Bayar Rp16.800 sebulan.", "Simpan bukti."]
    assert len(sentences("Lihat Ps. 26 aturan itu.")) == 1


def test_an_article_leaves_out_tables_and_sources():
    article = read_article('<h1>A</h1><p>Satu.</p><table><tr><td>Dua</td></tr></table><p class="from">Tiga</p>')
    assert [block.text for block in article.own()] == ["Satu."]


def test_words_of_daily_life_never_count_as_hard(facts):
    """L9: however long; what the glossary calls plain, and the names that words.yml keeps."""
    manner = Manner(facts, "id")
    for term in facts.glossary:
        assert list(counted(term.plain["id"], manner.kept)) == [], term.id
    said = "Kecelakaan kerja, ahli waris, pemberi kerja, santunan"
    assert list(counted(said, manner.kept)) == []
    assert "penyelenggaraan" in list(counted("penyelenggaraan", manner.kept))


def test_no_explanation_interrupts_what_somebody_says():
    told = explain('<p>Bilang: "Ini NIK saya." NIK itu rahasia.</p>', {"NIK": "nomor di KTP"})
    assert told == '<p>Bilang: "Ini NIK saya." NIK (nomor di KTP) itu rahasia.</p>'


def test_paragraphs_break_where_the_author_breaks_them():
    assert paragraphs("A. B. C. D.") == "A. B. C. D."
    assert paragraphs("A. B.\nC.") == "A. B.</p>\n<p>C."
