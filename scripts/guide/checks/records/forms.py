"""Check of official forms: each that a text names has its record, so that its reader finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.facts import Facts
from guide.facts.load.front_matter import WrittenPages
from guide.facts.model.content import Form
from guide.facts.traversal import every_text

_CODE = r"F ?\d[A-Z]?(?: (?:KK|PAK|PMI) ?\d?)?|(?:KK|PAK) ?\d|\d[A-Z]"
NAMED = re.compile(rf"(?<![\w{{./-])(?:{_CODE})(?![\w/-]|\.\w)", re.I)
"""A code of a form as texts write it: KK1, F4, formulir 1A."""
SAID = re.compile(r"\b(?:formulir|form)\s+$|^(?:KK|PAK|F)", re.I)
"""A number with a letter is a form only after that word."""
MISSING = N_("no form of data/forms.yml is called {bad}; add it there, or write its code as people know it")


def forms_that_are_named_have_a_record(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse the code of an official form, in a text of the data or on a written page, that has no record."""
    called = {name for form in facts.forms for name in form.called}
    for record, path, text in every_text(facts):
        if not isinstance(record, Form):
            for language in facts.languages:
                for match in _unknown(text.get(language, ""), called):
                    yield mistake_at(record.place, (*path, language), MISSING, bad=match[0])
    for pages in prose.values():
        for file in pages.values():
            if not file.lent:
                for match in _unknown(file.body, called):
                    yield file.mistake(match.start(), MISSING, bad=match[0])


def _unknown(text: str, called: set[str]) -> Iterator[re.Match[str]]:
    for match in NAMED.finditer(text):
        named = SAID.search(match[0]) or SAID.search(text[: match.start()])
        if named and re.sub(r"\W", "", match[0]).upper() not in called:
            yield match
