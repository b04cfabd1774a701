"""A new partner, asked question by question: what is asked, and the YAML that the answers make.

overrides/js/new-partner.js writes the same lines in a browser; tests/pages/test_partner.py holds the two side by side.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from guide.facts.diagnostics import N_


class Field(NamedTuple):
    """One question. `kind`: id, choice, line, words (once in each language), region, regions (codes), day (as_of)."""

    name: str
    kind: Literal["id", "choice", "line", "words", "region", "regions", "day"]
    question: str


FIELDS = (
    Field("id", "id", N_("Short name for the page address: small letters, digits, hyphens")),
    Field("kind", "choice", N_("What kind of partner is it?")),
    Field("official", "line", N_("Full official name")),
    Field("name", "words", N_("What people call it")),
    Field("summary", "words", N_("What it is, in one or two short sentences")),
    Field("region", "region", N_("Regency or city where it stands")),
    Field("city", "line", N_("Town")),
    Field("serves", "regions", N_("Codes of the regencies that it serves, with blanks between")),
    Field("since", "day", N_("Since when does it help? Year, year-month or year-month-day")),
    Field("what", "words", N_("What was agreed or done")),
    Field("first", "words", N_("What a member does first")),
    Field("source", "line", N_("Where can this be read? A web address, or a letter with its number and date")),
    Field("code", "id", N_("Code of the short address: a few small letters")),
)


def names(languages: Sequence[str]) -> Iterator[tuple[str, Field, str]]:
    """Return every answer that is needed: its name (`summary.en`), its question, its language or an empty text."""
    for field in FIELDS:
        for language in languages if field.kind == "words" else ("",):
            yield f"{field.name}.{language}" if language else field.name, field, language


def as_yaml(answers: Mapping[str, str], languages: Sequence[str], today: datetime.date) -> str:
    """Return the YAML file of the partner. Contacts stay empty until somebody verified them."""
    words = {
        name: ", ".join(f"{language}: {_quoted(answers[f'{name}.{language}'])}" for language in languages)
        for name in ("name", "summary", "what", "first")
    }
    source = answers["source"]
    full = f"{{url: {_quoted(source)}, address: full}}"
    cited = full if source.startswith("http") else f'{{url: "", address: none, hint: {_quoted(source)}}}'
    lines = [
        "# yaml-language-server: $schema=../../.schemas/partners.json",
        f"kind: {answers['kind']}",
        f"name: {{{words['name']}}}",
        f"official: {_quoted(answers['official'])}",
        f"summary: {{{words['summary']}}}",
        f"region: {_quoted(answers['region'])}",
        f"city: {_quoted(answers['city'])}",
        *('address: ""', 'phone: ""', 'website: ""', "arrangements:"),
        f"  - since: {answers['since']}",
        f"    what: {{{words['what']}}}",
        f"    sources: [{cited}]",
        "    confidence: low",
        f"first_steps: [{{{words['first']}}}]",
        f"serves: [{', '.join(_quoted(code) for code in answers['serves'].split())}]",
        'preset: {segment: bpu, income: "1000000"}',
        f"sources: [{cited}]",
        f"as_of: {today}",
        "confidence: low",
    ]
    return "".join(f"{line}\n" for line in lines)


def permalink(answers: Mapping[str, str], today: datetime.date) -> str:
    """Return the line for permalinks.yml."""
    return f"- {{code: {answers['code']}, target: mitra/{answers['id']}/, issued: {today}}}\n"


def seal(codes: Sequence[str]) -> str:
    """Return the seal of a list of codes; another list, or another order, has another seal."""
    return hashlib.sha256("\n".join(codes).encode()).hexdigest()[:16]


def issued(text: str, codes: Sequence[str], answers: Mapping[str, str]) -> str:
    """Return permalinks-issued.yml, whose codes are `codes`, with the new code, counted and sealed."""
    after = [*codes, answers["code"]]
    text = re.sub(r"^count: .*$", f"count: {len(after)}", text, flags=re.M)
    text = re.sub(r"^seal: .*$", f'seal: "{seal(after)}"', text, flags=re.M)
    return f"{text.rstrip()}\n  - {answers['code']}\n"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
