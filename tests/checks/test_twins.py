"""A page whose Indonesian text changed is told until somebody says that its twin was compared."""

from __future__ import annotations

import pytest
from conftest import ROOT, run
from guide.checks import twins
from guide.facts.facts import Facts
from guide.facts.load import read_prose

FILE = "docs/en/biaya.md"


@pytest.fixture
def docs(prose, tmp_path):
    """A folder that says of every page of today that it was compared."""
    first = prose["id"]
    compared = {path or "/": twins.fingerprint(first[path]) for path in prose["en"]}
    twins.sources_of(tmp_path, "en").write_text(twins.as_lines(compared), "utf-8")
    return tmp_path


def told(docs, prose):
    """The pages that are warned of."""
    warned = list(twins.twins_follow_their_source(docs, prose))
    assert all(mistake.warning for mistake in warned)
    return [mistake.file for mistake in warned]


def changed(prose, language, path):
    """The pages with one sentence more on one of them."""
    file = prose[language][path]
    pages = {**prose[language], path: file._replace(body=f"{file.body}\nSatu kalimat lagi.\n")}
    return {**prose, language: pages}


@pytest.mark.parametrize("path", ["biaya/", ""])
def test_a_changed_page_is_told_until_its_twin_was_compared(docs, prose, path):
    assert told(docs, prose) == []
    after = changed(prose, "id", path)
    assert told(docs, after) == [prose["en"][path].file]
    compared = twins.recorded(twins.sources_of(docs, "en")) | {path or "/": twins.fingerprint(after["id"][path])}
    twins.sources_of(docs, "en").write_text(twins.as_lines(compared), "utf-8")
    assert told(docs, after) == []


def test_a_change_of_the_twin_alone_is_not_told(docs, prose):
    assert told(docs, changed(prose, "en", "biaya/")) == []


def with_words(facts, **changed):
    """The facts with other words of one benefit's name, by language."""
    record = facts.by_id["benefits"]["jkm.funeral"]
    other = record.model_copy(update={"name": {**record.name, **changed}})
    benefits = tuple(other if one is record else one for one in facts.benefits)
    return Facts(facts.site, facts.digest, {**facts.records, "benefits": benefits})


def test_a_record_is_told_whose_words_changed_without_their_twins(docs, facts):
    marks = {name: mark for name, _, mark in twins.fingerprints(facts, "en")}
    twins.facts_of(docs, "en").write_text(twins.as_lines(marks), "utf-8")

    def warned(after):
        return [(each.file, each.warning) for each in twins.records_follow_their_source(docs, after)]

    assert warned(facts) == []
    assert warned(with_words(facts, id="Ongkos pemakaman")) == [("data/benefits/jkm.yml", True)]
    assert warned(with_words(facts, id="Ongkos pemakaman", en="What a burial costs")) == []
    assert warned(with_words(facts, en="What a burial costs")) == []


def test_what_records_were_compared_with_is_kept_for_each_under_a_name_of_its_own(facts):
    names = [name for name, _, _ in twins.fingerprints(facts, "en")]
    kept = twins.recorded(twins.facts_of(ROOT / "docs", "en"))
    assert len(set(names)) == len(names) > 400 and len(set(names) & set(kept)) > len(names) * 0.9


def test_a_page_that_is_no_twin_is_refused_in_one_sentence():
    done = run(ROOT, "twins.py", "docs/id/biaya.md")
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "no page of another language" in done.stderr


@pytest.mark.audit
def test_the_command_records_and_the_check_tells(house, facts):
    folder = house()
    assert run(folder, "twins.py", "--all").returncode == 0
    path = folder / "docs/id/biaya.md"
    path.write_text(path.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")
    done = run(folder, "check.py", "--language", "en")
    assert done.returncode == 0, done.stdout
    assert f"{FILE}:1:1: the page in the first language has changed" in done.stdout
    assert run(folder, "check.py", STRICT="1").returncode == 1
    assert run(folder, "twins.py", FILE).returncode == 0
    assert told(folder / "docs", read_prose(folder / "docs", facts.languages)) == []
    path = folder / "data/heirs.yml"
    path.write_text(path.read_text("utf-8").replace("anak", "si anak", 1), "utf-8")
    done = run(folder, "check.py", "--language", "en")
    assert "data/heirs.yml:" in done.stdout and "their twins not" in done.stdout, done.stdout
    assert run(folder, "twins.py", "data/heirs.yml").returncode == 0
    assert "their twins not" not in run(folder, "check.py", "--language", "en").stdout
