"""The files that readers and calendars follow, in one language, from dated values, reliefs and issued hand-outs."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from typing import Any

from guide.figures import review_dates
from guide.website import feed_formats
from guide.figures.law_changes import changes, known
from guide.website.feed_formats import News
from guide.figures.registry import Figures
from guide.i18n.language import Language
from guide.facts.diagnostics import N_
from guide.figures.tables import Tables
from guide.law.timeline import months_after

LATEST = 50
"""Entries of the feed."""
LOOK_BACK = datetime.timedelta(days=366)
"""How far back the calendar goes."""
STANDING = "localhost"
"""The host in ids while no public address is set."""


class FeedBuilder:
    """All news of one language. `label` says what a fact id is called; `address` is this language's home, or empty."""

    def __init__(self, figures: Figures, language: Language, label: Callable[[str], str], address: str):
        self.figures, self.language, self.label, self.address = figures, language, label, address
        self.facts, self.today = figures.facts, figures.today
        self.months = {change.month for change in changes(self.facts)}
        self.host = re.sub(r"^https?://|/.*$", "", address) or STANDING

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield path and content of the feed, both calendars and the cards."""
        name, own = self.facts.site.name, f"{self.address}perubahan.xml"
        news = sorted(self.news(), key=lambda item: (item.known, item.id))[-LATEST:]
        dates = [item for item in self.dates() if item.day >= self.today - LOOK_BACK]
        yield "perubahan.xml", feed_formats.atom(news, name, self.address, own, self.today)
        yield "kalender.ics", feed_formats.calendar(dates, name, self.host, self.today)
        day = self.figures.get("limits.pay-day").value
        said = self._say(N_("Pay your contribution by day {day} of the month"), day=day)
        yield "bayar.ics", feed_formats.pay_reminder(name, said, self.host, self.today)
        for contact, card in feed_formats.contacts(self.facts, self.language.pick):
            yield f"kontak/{contact}.vcf", card

    def news(self) -> Iterator[News]:
        """Yield all changes: values that begin, reliefs, hand-outs issued or recalled."""
        for name, entry in Tables(self.figures).dated():
            if known(entry, self.today):
                day = _day(entry.effective)
                said = self._say(N_("{what}: new from {day:date}"), what=self.label(name), day=day)
                yield News(name, day, said, self._page(entry.month), _day(entry.known))
        for relief in self.facts.reliefs:
            if known(relief, self.today):
                yield self._begins(relief)
        for release in self.facts.releases:
            changed = " ".join(self.language.pick(words) for words in release.changes)
            said = self._say(N_("Hand-outs of {day:date}: {what}"), day=release.as_of, what=changed or release.id)
            yield News(f"release.{release.id}", release.as_of, said, f"versi/{release.id}/", release.as_of)

    def dates(self) -> Iterator[News]:
        """Yield days that matter: values begin, reliefs begin and end, facts are looked at again."""
        yield from self.news()
        for relief in self.facts.reliefs:
            if known(relief, self.today):
                last = _day(months_after(relief.last, 1)) - datetime.timedelta(days=1)
                said = self._say(N_("{what}: last day"), what=self.language.pick(relief.name))
                page = self._page(months_after(relief.last, 1))
                yield News(f"reliefs.{relief.id}.last", last, said, page, last)
        review = review_dates.review_day(self.figures)
        yield News("review", review, self._say(N_("Check these facts again")), "versi/", review)

    def _begins(self, relief: Any) -> News:
        day = _day(relief.first)
        said = self._say(N_("{what}: begins"), what=self.language.pick(relief.name))
        return News(f"reliefs.{relief.id}.first", day, said, self._page(relief.first), _day(relief.known))

    def _page(self, month: str) -> str:
        """Return the page of the month in which something changes; a first value changes nothing and has none."""
        return f"perubahan/{month}/" if month in self.months else "hukum/"

    def _say(self, sentence: str, **values: Any) -> str:
        return self.language.sentence(sentence, **values)


def _day(effective: str) -> datetime.date:
    return datetime.date.fromisoformat(effective if len(effective) == 10 else f"{effective}-01")
