"""Hand-outs as pages offer them: of each file its kind, language and size, and the page that lists it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from guide.i18n.language import Language
from guide.pages.download_kinds import GROUPS, KINDS, PLACES, TOPICS
from guide.pages.routes import Page

FOLDER = "unduh/"
"""The page of all hand-outs, and the folder at the root of the site in which they lie."""
SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Download:
    """One file: its name below FOLDER, its kind, the page it is about if its kind does not say, language and size."""

    name: str
    kind: str
    about: str | None
    language: str
    size: str

    @property
    def path(self) -> str:
        """Return the path of the file at the root of the site."""
        return f"{FOLDER}{self.name}"


@dataclass(frozen=True)
class Downloads:
    """The hand-outs that were made, for one language. `made`: their names below FOLDER, and their bytes."""

    made: Mapping[str, int]
    routes: Mapping[str, Page]
    languages: Mapping[str, Language]
    language: Language

    def of(self, path: str) -> Sequence[Download]:
        """Return the files that a page lists in its language."""
        return [self._said(name) for name in self._by_place.get(path, ())]

    def group(self, group: str) -> Sequence[Download]:
        """Return the files for everybody that one kind of people needs (GROUPS)."""
        return [self._said(name) for name in self._by_place.get(FOLDER, ()) if _group(name) == group]

    def own(self, page: Page) -> Download | None:
        """Return the file to keep on a phone that is about a page, else the whole guide; None where none was made."""
        start = page.kind.files.format(page.record.id) if page.kind.files else SUMS
        about = [name for name in sorted(self.made) if name.startswith(start) and name.endswith(".html")]
        whole = [name for name in self.made if re.fullmatch(rf"[^/]+_{self.language.id}\.html", name)]
        return next((self._said(name) for name in (*about, *whole)), None)

    @property
    def spreadsheets(self) -> Sequence[Download]:
        """Return the files for spreadsheet programs."""
        return [self._said(name) for name in sorted(self.made, reverse=True) if name.endswith(".xlsx")]

    @property
    def whole(self) -> bool:
        """Return whether all hand-outs were made, not only the files for phones."""
        return any(name.endswith(".pdf") for name in self.made)

    @cached_property
    def _by_place(self) -> dict[str, list[str]]:
        """Return the names by the page that lists them: those in this language, in none, or in several."""
        found: dict[str, list[str]] = {}
        others = self.languages.keys() - {self.language.id}

        def order(name: str) -> tuple[bool, int, str]:
            return _language(name).partition("-")[0] in others, len(_language(name)), name

        for name in sorted(self.made, key=order):
            if name != SUMS and (_language(name) not in others or _kind(name) == KINDS[0][1]):
                found.setdefault(place(name, self.routes), []).append(name)
        return found

    def _said(self, name: str) -> Download:
        kind, about = _kind(name), _about(name, self.routes)
        names = [self.languages[one].entry.name for one in self._spoken(name)]
        words = self.language.gettext(kind) if kind else name.rpartition("/")[2]
        return Download(name, words, about, ", ".join(names), size(self.made[name], self.language))

    def _spoken(self, name: str) -> list[str]:
        """Return the languages in a file; none where it has no words."""
        tags = _language(name)
        if not tags:
            return list(self.languages) if name.endswith((".html", ".zip", ".xlsx")) else []
        return [one for one in tags.split("-") if one in self.languages]


def size(count: int, language: Language) -> str:
    """Return bytes as people read them: `94 kB`, `5,1 MB`."""
    if count < 999_500:
        return f"{language.number(max(1, round(count / 1000)))} kB"
    return f"{language.decimal(Decimal(round(count / 100_000)) / 10)} MB"


def described(name: str, routes: Mapping[str, Page], language: Language) -> tuple[str, str | None]:
    """Return what a file is, in words, and the path of the page that it is about; None where it is for everybody."""
    kind = _kind(name)
    there = place(name, routes).removesuffix("petugas/")
    about = _about(name, routes) if there == FOLDER else there
    return language.gettext(kind) if kind else name.rpartition("/")[2], about


def place(name: str, routes: Mapping[str, Page]) -> str:
    """Return the page that lists a file: that of its partner, occupation, region, program or list; else FOLDER."""
    for pattern, path in PLACES:
        about = re.fullmatch(pattern, name)
        if about and path.format(about[1]) in routes:
            return path.format(about[1])
    return FOLDER


def pages_with_files(made: Mapping[str, int], routes: Mapping[str, Page]) -> Iterator[Page]:
    """Yield the pages whose words depend on which hand-outs were made: those that list any, and FOLDER."""
    paths = {place(name, routes) for name in made} | {FOLDER}
    return (routes[path] for path in sorted(paths) if path in routes)


def _kind(name: str) -> str:
    return next((words for pattern, words in KINDS if re.fullmatch(pattern, name)), "")


def _group(name: str) -> str:
    return next(group for group, pattern in GROUPS if re.fullmatch(pattern, name))


def _language(name: str) -> str:
    """Return the end of a name that says its language or languages (`id-en`); empty without one."""
    end = re.search(r"_([a-z]{2,3}(?:-[a-z]{2,3})*)\.\w+$", name)
    return end[1] if end else {"BACA-DULU.txt": "id", "README.txt": "en"}.get(name, "")


def _about(name: str, routes: Mapping[str, Page]) -> str | None:
    """Return the page that a card or a text for everybody is about."""
    topic = re.fullmatch(r"(?:cards|audio)/([a-z-]+?)_\w+\.\w+", name)
    path = TOPICS.get(topic[1], f"{topic[1]}/") if topic and place(name, routes) == FOLDER else None
    return path if path in routes else None
