"""Message catalogs: `overrides/locales/<language>/LC_MESSAGES/`, `messages.po` for pages, `tools.po` for commands.

English sentences in templates and code are the keys. `update` brings the catalogs up to date with them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from guide.facts.diagnostics import N_, DataError, Mistake
from guide.facts.load.text_file import flaws, spot_of, text_of

DOMAINS = ("messages", "tools")
_TOOLS = ("scripts/guide/checks/", "scripts/guide/facts/load/", "scripts/guide/facts/model/", "scripts/check.py")
_UNCLOSED = re.compile(r'^(?:msg\w+ +)?"(?:[^"\\\n]|\\.)*$', re.M)
"""A line of a catalog whose quote stays open."""
_MISNUMBERED = re.compile(r"^\s*(?:#~\s*)?msgstr\[(?!\d+\](?: |$))", re.M)
"""A form of a plural without its number."""
_KEYWORDS = {"_": None, "N_": None, "gettext": None, "sentence": None, "ngettext": (1, 2)}


def read_catalog(folder: Path, language: str, domain: str = "messages") -> dict[str, str]:
    """Return the translation of every translated English sentence, without fuzzy and obsolete entries."""
    return {english: words for english, words, _ in entries(folder, language, domain)}


def entries(folder: Path, language: str, domain: str) -> Iterator[tuple[str, str, int]]:
    """Yield each translated sentence: its English, its words, its line. Raises DataError for what is no catalog."""
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    if not path.exists():
        return
    name, text = f"{folder.parent.name}/{path.relative_to(folder.parent).as_posix()}", text_of(path)
    if wrong := flaws(name, text):
        raise DataError(wrong)
    for pattern, advice in (
        (_UNCLOSED, N_("this is no catalog that can be read: close the quote on this line")),
        (_MISNUMBERED, N_("this is no catalog that can be read: begin this line with msgstr alone")),
    ):
        if match := pattern.search(text):
            raise DataError([Mistake(name, *spot_of(text, match.start()), "", advice)])
    catalog = read_po(io.StringIO(text))
    for message in catalog:
        if message.id and message.string and not message.fuzzy:
            yield str(message.id), str(message.string), message.lineno or 1


def translator(folder: Path, language: str) -> Callable[[str], str]:
    """Return a gettext function that falls back to English: for commands, not for pages."""
    messages = {k: v for domain in DOMAINS for k, v in read_catalog(folder, language, domain).items()}
    return lambda message: messages.get(message, message)


def sentences(root: Path, domain: str) -> Iterator[tuple[str, str, int]]:
    """Yield every sentence to translate in templates and code: the sentence, its file and its line."""
    files = sorted([*(root / "scripts").rglob("*.py"), *(root / "overrides").rglob("*.html")])
    for path in files:
        name = path.relative_to(root).as_posix()
        if (domain == "tools") != name.startswith(_TOOLS):
            continue
        method = "jinja2.ext:babel_extract" if path.suffix == ".html" else "python"
        options = {"trimmed": "true", "newstyle_gettext": "true"} if path.suffix == ".html" else {}
        for line, message, _, _ in extract_from_file(method, path, keywords=_KEYWORDS, options=options):
            for one in (message,) if isinstance(message, str) else message:
                if isinstance(one, str) and one:
                    yield one, name, line


def update(root: Path, language: str) -> list[str]:
    """Rewrite the catalogs of a language with the sentences of today, keeping translations.

    Returns `domain: sentence` for each sentence without a translation. A sentence that moves to the other catalog
    takes its translation along.
    """
    folder = root / "overrides" / "locales"
    known = {key: text for name in DOMAINS for key, text in read_catalog(folder, language, name).items()}
    return [f"{domain}: {sentence}" for domain in DOMAINS for sentence in _rewrite(root, language, domain, known)]


def _rewrite(root: Path, language: str, domain: str, known: Mapping[str, str]) -> list[str]:
    """Write one catalog; return the sentences that `known` does not translate."""
    path = root / "overrides" / "locales" / language / "LC_MESSAGES" / f"{domain}.po"
    catalog = Catalog(locale=None, header_comment=f"# {domain} of Paham Jamsostek, {language}", fuzzy=False)
    for sentence, _, _ in sentences(root, domain):
        catalog.add(sentence, known.get(sentence, ""))
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, omit_header=True, sort_output=True, width=0)
    return [str(m.id) for m in catalog if m.id and not m.string]
