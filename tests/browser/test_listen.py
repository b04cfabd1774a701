"""Read aloud: a button only where the device has a voice of its own; sentence by sentence, numbers in words."""

from __future__ import annotations

import pytest
import yaml
from conftest import ROOT
from guide.i18n.numerals import counting, money_words, number_words
from looking import AXE, chromium, settle

pytestmark = pytest.mark.xdist_group("eyes")
SPOKEN = yaml.safe_load((ROOT / "tests/support/spoken.yml").read_text("utf-8"))
"""Written and said, by language: what the page that is read aloud and the scripts of the hand-outs both say."""
VOICES = """voices => {
  const said = [], synth = { cancel() { said.push("(cancel)"); }, getVoices: () => window.voices || voices };
  synth.speak = one => { said.push(one.text); window.last = one; };
  window.said = said;
  Object.defineProperty(window, "speechSynthesis", { value: synth, configurable: true });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
}"""
INDONESIAN = [{"lang": "in_ID", "localService": True, "name": "x"}]
ENGLISH = [{"lang": "en-GB", "localService": True, "name": "x"}]
DISTANT = [{"lang": "id-ID", "localService": False, "name": "far"}]


@pytest.fixture(scope="module")
def browser():
    """One browser for all."""
    with chromium() as found:
        yield found


@pytest.fixture
def heard(browser, built):
    """Opens a page of the site on a device with these voices."""
    contexts, wrong = [], []

    def opened(path, voices, **way):
        context = browser.new_context(viewport={"width": 360, "height": 640}, **way)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.add_init_script(f"({VOICES})({voices!r})".replace("True", "true").replace("False", "false"))
        page.goto((built / path / "index.html").as_uri())
        settle(page)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


def ended(page):
    """The voice has come to the end of a sentence."""
    page.evaluate("last.onend()")


@pytest.mark.parametrize(
    ("path", "voices"), [("biaya", []), ("biaya", ENGLISH), ("biaya", DISTANT), ("en/biaya", INDONESIAN)]
)
def test_without_a_voice_of_its_own_for_the_language_nothing_is_shown(heard, path, voices):
    page = heard(path, voices)
    page.wait_for_timeout(200)
    assert page.locator("#listen").count() == 0


def test_without_scripts_nothing_is_shown(heard):
    assert heard("biaya", INDONESIAN, java_script_enabled=False).locator("button").count() == 0


def test_a_voice_that_comes_late_brings_the_button_once(heard):
    page = heard("biaya", [])
    page.evaluate("voices => { window.voices = voices; }", INDONESIAN)
    page.evaluate("() => { speechSynthesis.onvoiceschanged(); speechSynthesis.onvoiceschanged(); }")
    assert page.locator("#listen").count() == 1


@pytest.mark.parametrize(("path", "voices"), [("klaim", INDONESIAN), ("en/klaim", ENGLISH)])
def test_a_page_is_read_sentence_by_sentence_and_the_sentence_is_marked(heard, path, voices):
    page = heard(path, voices)
    start, scripts = page.inner_text("#listen"), page.evaluate("document.scripts.length")
    title, lead = page.inner_text("h1"), page.inner_text("[data-main-message]")
    page.click("#listen")
    page.wait_for_function("() => said.length > 1")
    assert page.evaluate("document.scripts.length") == scripts + 1, "the reader is loaded when it is asked for"
    assert page.evaluate("said[1]") == title
    assert page.inner_text(".said") == title
    ended(page)
    first = page.evaluate("said[2]")
    assert lead.startswith(first) and first != lead, "the lead has two sentences"
    assert "".join(page.locator(".said").all_inner_texts()).strip() == first
    assert page.inner_text("#listen") != start
    page.click("#listen")
    assert page.evaluate("said[said.length - 1]") == "(cancel)"
    stopped = page.evaluate("said.length")
    page.evaluate("last.onend()")
    assert page.evaluate("said.length") == stopped, "a voice that ends after the stop reads no further"
    page.click("#listen")
    assert page.evaluate("said[said.length - 1]") == first, "it goes on where it was"
    page.keyboard.press("Escape")
    assert page.evaluate("said[said.length - 1]") == "(cancel)"


@pytest.mark.parametrize(
    ("path", "voices"), [("biaya", INDONESIAN), ("kur", INDONESIAN), ("tanya", INDONESIAN), ("en/hukum", ENGLISH)]
)
def test_all_of_a_page_is_read_and_nothing_changes_but_the_mark(heard, path, voices):
    page = heard(path, voices)
    before = page.inner_text("#isi p, #isi h2")
    text = page.evaluate("document.getElementById('isi').textContent.replace(/\\s+/g, ' ')")
    page.click("#listen")
    page.wait_for_function("() => said.length > 1")
    count = page.evaluate(
        "() => { let n = 0; while (document.querySelector('.said') && n < 3000) { last.onend(); n += 1; } return n; }"
    )
    assert 20 < count < 3000
    assert page.inner_text("#isi p, #isi h2") == before
    after = page.evaluate("document.getElementById('isi').textContent.replace(/\\s+/g, ' ')")
    assert after.replace(page.inner_text("#listen"), "") == text.replace(page.inner_text("#listen"), "")
    said = page.evaluate("said.join(' ')")
    print(f"{path}: {count} sentences")
    assert not [word for word in said.split() if word.startswith("Rp") and word[2:3].isdigit()]
    assert "undefined" not in said and "%" not in said


@pytest.mark.parametrize("language", ("id", "en"))
def test_figures_are_said_in_words(heard, language):
    """What the hand-outs' scripts say too (test_bundle_voice.py)."""
    path, voices = ("biaya", INDONESIAN) if language == "id" else ("en/biaya", ENGLISH)
    page = heard(path, voices)
    page.click("#listen")
    page.wait_for_function("() => window.Listen")
    for written, said in SPOKEN[language].items():
        assert page.evaluate("text => Listen.spoken(text)", written) == said


def test_numbers_become_words_in_one_place_of_each_program():
    """One function in Python, one in the browser; no third."""
    kinds = ((ROOT / "scripts", "*.py", "def number_words"), (ROOT / "overrides", "*.js", "function numberWords"))
    for folder, names, start in kinds:
        assert sum(path.read_text("utf-8").count(start) for path in folder.rglob(names)) == 1, start


@pytest.mark.parametrize(("path", "voices", "language"), [("biaya", INDONESIAN, "id"), ("en/biaya", ENGLISH, "en")])
def test_numbers_are_those_of_number_words(heard, facts, path, voices, language):
    """Every number to 1,200 and those about each power of ten, as guide.i18n.numerals says them."""
    words, mark = counting(facts.numbers[0], language), "." if language == "id" else ","
    page = heard(path, voices)
    page.click("#listen")
    page.wait_for_function("() => window.Listen")
    plain = [n for n in range(1200) if n not in (165, 175)]
    large = [10**power + more for power in range(3, 15) for more in (-1, 0, 1, 11)]
    shown = [str(n) for n in plain] + [f"Rp{n:,}".replace(",", mark) for n in large]
    expected = [number_words(n, words) for n in plain] + [money_words(n, words) for n in large]
    assert page.evaluate("all => all.map(Listen.spoken)", shown) == expected


def test_axe_finds_nothing_while_it_reads(heard):
    page = heard("biaya", INDONESIAN)
    page.click("#listen")
    page.wait_for_function("() => said.length > 1")
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(all => all.violations.map(v => [v.id, v.nodes[0].html]))")
    assert found == []
    assert page.evaluate("document.getElementById('listen').getBoundingClientRect().height") >= 48
