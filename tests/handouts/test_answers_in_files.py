"""A file answers in words as the site does: the same first answer, the same help, the same "I do not know"."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from conftest import ROOT
from guide.checks import asking
from guide.handouts.plan import plan
from handing_out import handouts_of
from looking import chromium

pytestmark = pytest.mark.xdist_group("bundle")
SETS = ROOT / "tests/support/ask"
SAME, INDEX = 0.95, 60_000
"""Part of the questions of the second part whose first answer is the site's; bytes of a language's index in a file."""
SAID = """([number, texts]) => { const site = Search.open(file.parts[number].read()); return texts.map(text => {
    const asked = SearchAnswer.ask(site, text, true), first = asked.answers[0];
    return {help: SearchSayings.says(site, text, "help"), known: asked.known,
        path: first ? first.record.page.path : "", heading: first ? first.record.heading : ""}; }); }"""
DESCRIBED = "suami saya nelayan, penghasilan 2 juta, anak dua"


@pytest.fixture(scope="module")
def files(facts, prose, languages, tmp_path_factory):
    """The three single files in a folder, by the languages in their names."""
    folder = tmp_path_factory.mktemp("files")
    items = plan(handouts_of(facts, prose, languages, folder))
    found = {re.sub(r".*_([a-z-]+)\.html", r"\1", item.name): item for item in items if item.part == "file"}
    for name, item in found.items():
        (folder / f"{name}.html").write_bytes(item.make())
    return {name: folder / f"{name}.html" for name in found}


@pytest.fixture(scope="module")
def on_the_site(drawn, languages, tmp_path_factory):
    """What the site's own scripts say to every case of the second part, and to all words of need."""
    folder = tmp_path_factory.mktemp("site")
    asked = [case for case in asking.cases(SETS) if case.theme.startswith("help") or "held-out" in case.theme]
    for one in languages.values():
        for name, text in drawn.in_language[one.id].search_files.values():
            (folder / name).write_text(text, "utf-8")
    return list(zip(asked, asking.ask(folder, SETS, asked), strict=True))


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="module")
def in_files(browser, files, on_the_site):
    """What each file says to the cases of its languages, beside what the site says: (case, site, file)."""
    found = {}
    for name, path in files.items():
        page = browser.new_context(offline=True).new_page()
        page.goto(path.as_uri())
        found[name] = []
        for number, language in enumerate(name.split("-")):
            here = [(case, said) for case, said in on_the_site if case.language == language]
            answers = page.evaluate(SAID, [number, [case.text for case, _ in here]])
            found[name] += [(case, site, file) for (case, site), file in zip(here, answers, strict=True)]
        page.context.close()
    return found


def same(site, file):
    """Whether both know the same answer. On the site the second sentence of a heading may be left out."""
    if not site["known"] or not file["known"]:
        return site["known"] == file["known"]
    return site["first"].partition("#")[0] == file["path"] and file["heading"].startswith(site["heading"])


def test_a_file_gives_the_first_answer_of_the_site(in_files):
    for name, cases in in_files.items():
        held = [(case, same(site, file)) for case, site, file in cases if case.theme.startswith("questions-held-out")]
        share = sum(right for _, right in held) / len(held)
        print(f"{name}: {len(held)} questions, {share:.1%} with the first answer of the site")
        assert len(held) >= 40 and share >= SAME, [case.text for case, right in held if not right]


def test_a_file_helps_first_and_does_not_know_more_than_the_site(in_files):
    for name, cases in in_files.items():
        wrong = Counter(case.text for case, site, file in cases if site["help"] != file["help"])
        need = [file["help"] for case, _, file in cases if case.theme.startswith("help")]
        unknown = [file["known"] for case, _, file in cases if case.theme.startswith("unknown")]
        assert not wrong and all(need) and sum(unknown) <= 0.05 * len(unknown), (name, wrong)


def test_the_index_of_a_language_is_small_as_it_stands_in_the_file(files):
    for name, path in files.items():
        index = re.search(r"searches=\[(.*?)\]", path.read_text("utf-8"))[1].split(',"')
        print(name, [len(one.encode()) for one in index])
        assert len(index) == len(name.split("-")) and all(2_000 < len(one.encode()) <= INDEX for one in index)


@pytest.mark.parametrize(("name", "prefix"), [("id", ""), ("id-en", "id-")])
def test_answers_are_drawn_without_a_network_and_words_of_need_get_help_alone(browser, files, name, prefix):
    context = browser.new_context(offline=True, viewport={"width": 360, "height": 640})
    page, wrong = context.new_page(), []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{files[name].as_uri()}#{prefix}contents")
    found, unknown = page.locator(f"#{prefix}found"), page.locator(f"#{prefix}unknown")
    page.fill(f"#{prefix}q", "digigit ular di kebun")
    assert "Digigit ular" in found.locator(".box a").inner_text() and "Sumber: " in found.locator(".box").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    found.locator(".box a").click()
    page.locator(f"#{prefix}tanya-kecelakaan details[open] summary", has_text="Digigit ular").wait_for()
    page.goto(f"{files[name].as_uri()}#{prefix}contents")
    page.fill(f"#{prefix}q", "cuaca besok di kupang")
    assert unknown.is_visible() and unknown.locator("li a").count() == 3
    page.fill(f"#{prefix}q", f"saya mau bunuh diri, {DESCRIBED}")
    assert page.locator(f"#{prefix}help").is_visible() and not unknown.is_visible()
    assert found.inner_text() == "" and "Rp" not in page.locator(f"#{prefix}help").inner_text()
    assert page.locator(f"#{prefix}said").count() == 0 and not wrong
    context.close()
