"""Every word stands where writers look for it, in every language; no amount is typed anywhere."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from conftest import ROOT
from guide.checks.records.hints import hints_are_said_in_the_first_language
from guide.checks.records.translations import TYPED
from guide.i18n.catalogs import DOMAINS, read_catalog, sentences

LOCALES = ROOT / "overrides" / "locales"


def test_every_sentence_of_templates_and_code_is_translated(facts):
    for language in facts.languages:
        if language == "en":
            continue
        for domain in DOMAINS:
            known = read_catalog(LOCALES, language, domain)
            wanted = {sentence for sentence, _, _ in sentences(ROOT, domain)}
            assert wanted - set(known) == set(), f"{language} {domain}: run `make catalogs`"
            assert set(known) - wanted == set(), f"{language} {domain}: run `make catalogs`"


def test_no_sentence_stands_inside_an_f_string():
    """Catalogs find such a sentence with Python 3.13 and pass over it with 3.11."""
    for path in (ROOT / "scripts").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            for inner in ast.walk(node) if isinstance(node, ast.JoinedStr) else ():
                called = inner.func if isinstance(inner, ast.Call) else None
                name = getattr(called, "attr", getattr(called, "id", ""))
                said = name in ("_", "gettext") and isinstance(inner.args[0], ast.Constant)
                assert not said, f"{path}:{inner.lineno}"


def test_a_translation_keeps_the_gaps_of_its_sentence(facts):
    gap = re.compile(r"\{\w+(?::\w+)?\}|%\(\w+\)s")
    for domain in DOMAINS:
        for sentence, translation in read_catalog(LOCALES, "id", domain).items():
            assert sorted(gap.findall(sentence)) == sorted(gap.findall(translation)), sentence


def test_no_amount_is_typed_in_templates():
    for path in (ROOT / "overrides").rglob("*.html"):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text("utf-8"), flags=re.S)
        found = TYPED.search(re.sub(r"<[^>]*>", " ", text))
        assert not found, f"{path}: {found and found[0]}"


def test_no_amount_is_typed_in_catalogs():
    for sentence, translation in read_catalog(LOCALES, "id", "messages").items():
        for text in (sentence, translation):
            if "{bad}" in text:
                continue  # says how to write an input, with an example that is no figure
            found = TYPED.search(text)
            assert not found, text


def test_no_amount_is_typed_in_prose():
    for path in (ROOT / "docs").rglob("*.md"):
        found = TYPED.search(path.read_text("utf-8"))
        assert not found, f"{path}: {found and found[0]}"


def test_templates_hold_no_words_of_their_own():
    """Outside tags and braces a template has only punctuation, names of the agency's numbers, and signs."""
    allowed = re.compile(r"[\s\d.,;:()·–←↑→↓×/%=&#+☎✕■*\-]*")
    for path in (ROOT / "overrides").rglob("*.html"):
        text = re.sub(r"\{% block (?:size|kind) %\}[\w ]+\{% endblock %\}", " ", path.read_text("utf-8"))
        text = re.sub(r"<style.*?</style>|\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.S)
        for words in re.sub(r"<[^>]*>|&\w+;", "\n", text).split("\n"):
            assert allowed.fullmatch(re.sub(r"km²|ssh-keygen.*|JSON|CSV|Schema|OpenAPI", "", words)), (
                f"{path}: {words.strip()}"
            )


def test_hints_of_sources_are_said_in_the_language_of_the_page(facts):
    assert [*hints_are_said_in_the_first_language(facts)] == [] and len(facts.hints) > 100
    first, *others = facts.hints
    for hints, bad in (others, first.hint), ((*facts.hints, first.model_copy(update={"hint": "no such"})), "no such"):
        changed = replace(facts, records={**facts.records, "hints": hints})
        (warning,) = hints_are_said_in_the_first_language(changed)
        assert warning.warning and warning.values["bad"] == bad
