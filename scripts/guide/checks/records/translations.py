"""Words: in every language, with the same figures, and no amount typed by hand."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.facts import Facts
from guide.facts.load.front_matter import ProseFile, WrittenPages
from guide.facts.model.nesting import below, texts
from guide.facts.model.record import Model
from guide.facts.traversal import every_text
from guide.figures.conditions import Condition
from guide.figures.figure import UnknownFigure
from guide.figures.registry import Figures, figures_on

GAP = re.compile(r"\{([^{}]*)\}")
NAME = re.compile(r"[\w.:&=,@-]+(\|(plain|round|change|said|years))?(\|condition)?")
TYPED = re.compile(
    r"\bRp\.?\s?\d[\d.,]*|\bIDR\s?\d|\d\s?(%|persen\b|percent\b|per cent\b)"
    r"|\d[\d.,]*\s?(juta|ribu|miliar|million|billion)\b"
    r"|\b\d{1,3}([.,]\d{3})+\b",
    re.I,
)
LINK = re.compile(r"\]\((?!/(?!/)|#|https://|mailto:|tel:|geo:|sms:)[^)\n]*\)?|\[[^\[\]]*\]:.*|!\[")
WAITS = N_("this is paid only after paid months: write {good}, so that the condition stands beside it")
AMOUNT = N_("do not type the amount “{bad}”: name a figure in braces")


def a_recall_says_what_was_wrong(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a withdrawn hand-out without a reason, and a reason without a recall."""
    for release in facts.releases:
        if release.recalled != bool(release.reason):
            yield mistake_at(release.place, "recalled", N_("write `recalled: true` and a `reason`, or neither"))


def every_text_is_in_every_language(facts: Facts, *_: object) -> Iterator[Mistake]:
    """Refuse a text that lacks words in a language of the site, or has another language."""
    for record, path, text in every_text(facts):
        for language in facts.languages:
            if not text.get(language):
                yield mistake_at(record.place, path, N_("the words in {language} are missing"), language=language)
        for language in text:
            if language not in facts.languages:
                yield mistake_at(
                    record.place,
                    (*path, language),
                    N_("{language} is no language of the site: write one of {known}"),
                    language=language,
                    known=facts.languages,
                )


def _owners(facts: Facts) -> Iterator[tuple[str, Model]]:
    for collection, records in facts.records.items():
        for record in records:
            yield f"{collection}.{getattr(record, 'id', '')}", record


def figures_in_texts_exist(facts: Facts, prose: WrittenPages, today: datetime.date) -> Iterator[Mistake]:
    """Refuse a {figure} of a text or a page that is not known."""
    figures = figures_on(facts, today)
    for owner, gap, _, mistake in _gaps(facts, prose):
        if not known(figures, owner, gap):
            yield mistake(N_("no figure is called {bad}"), bad=gap)


def known(figures: Figures, owner: str, gap: str) -> bool:
    """Return whether a {figure} of a text can be drawn. `owner`: the record of the text, as `collection.id`."""
    name, *forms = gap.removesuffix("|condition").split("|")
    try:
        return bool(NAME.fullmatch(gap)) and figures.get(figures.name_in(owner, name)).forms.issuperset(forms)
    except UnknownFigure:
        return False


def relieved_amounts_say_their_end(facts: Facts, prose: WrittenPages, today: datetime.date) -> Iterator[Mistake]:
    """Refuse an amount lowered by a relief without its last month and what follows, there or beside."""
    figures = figures_on(facts, today)
    for owner, gap, around, mistake in _gaps(facts, prose):
        name, _, form = gap.partition("|")
        told = form == "change" or (form == "said" and f"{{{name}|change}}" in around)
        if not told and known(figures, owner, gap) and figures.relieved(figures.name_in(owner, name)):
            message = N_("a discount lowers this amount: write {good}, so that its last month stands beside it")
            yield mistake(message, good=f"{{{name}|change}}")


def benefits_say_their_condition(facts: Facts, prose: WrittenPages, today: datetime.date) -> Iterator[Mistake]:
    """Refuse a benefit without the months that must have been paid, by `|condition` or in the same block."""
    figures = figures_on(facts, today)
    for owner, gap, around, mistake in _gaps(facts, prose):
        if gap.endswith("|condition") or not known(figures, owner, gap):
            continue
        asked = figures.ever_asked(figures.name_in(owner, gap.partition("|")[0]))
        if asked and not asked <= set().union(*(_conditions_said(figures, one[1]) for one in GAP.finditer(around))):
            yield mistake(WAITS, good=f"{{{gap}|condition}}")


def _conditions_said(figures: Figures, gap: str) -> set[Condition]:
    """Yield the conditions that a gap says: an amount with `|condition`, or a benefit's months themselves."""
    months = re.match(r"(benefits\.[^|]+)\.(waiting|months)(\||$)", gap)
    name = months[1] if months else gap.partition("|")[0] if gap.endswith("|condition") else ""
    return figures.ever_asked(name) if known(figures, "", name) else set()


def _gaps(facts: Facts, prose: WrittenPages) -> Iterator[tuple[str, str, str, Callable[..., Mistake]]]:
    """Yield every {figure} of data and pages: whose text, its name, the words around, a function for its mistake."""
    for owner, top in _owners(facts):
        for record in below(top):
            for path, text in texts(record):
                for language, words in text.items():
                    if "{" in words:
                        mistake = partial(mistake_at, record.place, (*path, language))
                        yield from ((owner, match[1], words, mistake) for match in GAP.finditer(words))
    for pages in prose.values():
        for file in pages.values():
            head = file.head
            mistake = partial(mistake_at, head.place, "message")
            yield from (("", match[1], head.message, mistake) for match in GAP.finditer(head.message))
            at = 0
            for line in file.body.split("\n"):
                for match in GAP.finditer(line):
                    if not match[1].startswith("part:"):
                        yield "", match[1], line, partial(file.mistake, at + match.start())
                at += len(line) + 1


def languages_show_the_same_figures(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse a text whose languages name different figures."""
    for record, path, text in every_text(facts):
        named = {language: Counter(GAP.findall(words)) for language, words in text.items()}
        first = next(iter(named.values()), Counter())
        for language, names in named.items():
            if names != first:
                yield mistake_at(
                    record.place,
                    (*path, language),
                    N_("the languages name different figures: {bad}"),
                    bad=sorted((names - first) + (first - names)),
                )
    languages = list(prose)
    for page, file in (prose[languages[0]] if prose else {}).items():
        for language in languages[1:]:
            other = prose[language].get(page)
            if other and _named(other) != _named(file):
                bad = sorted((_named(other) - _named(file)) + (_named(file) - _named(other)))
                yield Mistake(other.file, 1, 1, "", N_("the languages name different figures: {bad}"), {"bad": bad})


def _named(file: ProseFile) -> Counter:
    return Counter(name for name in GAP.findall(f"{file.head.message}\n{file.body}") if not name.startswith("part:"))


def no_amount_is_typed(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse a rupiah amount or a percentage typed in a text or on a page."""
    for record, path, text in every_text(facts):
        for language, words in text.items():
            if match := TYPED.search(words):
                yield mistake_at(record.place, (*path, language), AMOUNT, bad=match[0])
    for pages in prose.values():
        for file in pages.values():
            head = file.head
            for record, name in ((head, "title"), (head, "description"), (head, "message"), (head.next, "words")):
                if match := TYPED.search(getattr(record, name)):
                    yield mistake_at(record.place, name, AMOUNT, bad=match[0])
            if match := TYPED.search(file.body):
                yield file.mistake(match.start(), AMOUNT, bad=match[0])


def prose_has_a_twin(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse a written page that is missing in a language, or has other headings there."""
    paths = {path for found in prose.values() for path in found}
    for path in sorted(paths):
        files = {language: found.get(path) for language, found in prose.items()}
        there = next(file for file in files.values() if file)
        for language, file in files.items():
            if file is None:
                yield Mistake(there.file, 1, 1, "", N_("this page is missing in {language}"), {"language": language})
            elif _headings(file.body) != _headings(there.body):
                yield Mistake(file.file, 1, 1, "", N_("the languages have different headings"))


def _headings(body: str) -> list[str]:
    return re.findall(r"^(#+) |^(\{part:[^}]*\})", body, flags=re.M)


def prose_pieces_exist(facts: Facts, prose: WrittenPages, *_: object) -> Iterator[Mistake]:
    """Refuse markup but Markdown, and links but to pages of the site and addresses that run nothing."""
    for pages in prose.values():
        for file in pages.values():
            if match := re.search(r"<[a-zA-Z/!?][^>]*>?", file.body):
                yield file.mistake(match.start(), N_("pages carry no HTML: take out {bad}"), bad=match[0])
            if match := LINK.search(file.body):
                message = N_("link like [words](/page/) or [words](https://…), not {bad}")
                yield file.mistake(match.start(), message, bad=match[0])
