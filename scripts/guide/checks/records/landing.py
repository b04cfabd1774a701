"""Landing pages answer what everybody asks; what does not arise for some readers says why."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, get_args

from guide.facts.diagnostics import N_, Mistake, mistake_at
from guide.facts.facts import Facts
from guide.facts.model.content import Reader
from guide.pages import landing
from guide.pages.routes import pages


def every_reader_has_an_answer(facts: Facts, _prose: Any, today: datetime.date) -> Iterator[Mistake]:
    """Refuse a question without an answer for a way of joining, or the reason why none arises."""
    for question in facts.landing:
        for reader in get_args(Reader):
            if question.answer(reader, today) is None:
                yield mistake_at(question.place, "answers", N_("nothing is answered for {bad}"), bad=reader)
        for i, answer in enumerate(question.answers):
            if bool(answer.words and answer.page) == bool(answer.not_for):
                message = N_("write words and page, or not_for with the reason")
                yield mistake_at(question.place, ("answers", i), message)


def answers_stand_on_landing_pages(facts: Facts, prose: Any, *_: object) -> Iterator[Mistake]:
    """Refuse an answer for a page that is no landing page: nobody would read it."""
    landed = {page.path for page in pages(facts, prose) if landing.is_landing(page)} if prose else set()
    for question in facts.landing if prose else ():
        for i, answer in enumerate(question.answers):
            for path in set(answer.on) - landed:
                yield mistake_at(question.place, ("answers", i, "on"), N_("{bad} is no landing page"), bad=path)


def landing_pages_show_the_answers(facts: Facts, prose: Any, *_: object) -> Iterator[Mistake]:
    """Yield a mistake for each written landing page that lacks the part with the answers."""
    for page in pages(facts, prose) if prose else ():
        if page.prose and landing.is_landing(page) and facts.landing:
            for file in page.prose.values():
                if not file.lent and landing.PART not in file.body.split("\n"):
                    yield mistake_at(file.head.place, (), N_("a landing page holds {bad}"), bad=landing.PART)
