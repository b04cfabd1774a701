"""The files that readers and calendars follow, in one language, from dated values, reliefs and issued hand-outs."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from guide.facts.diagnostics import N_
from guide.facts.model.law import Relief
from guide.facts.model.record import Dated, JsonObject
from guide.figures import review_dates
from guide.figures.law_changes import changes, known
from guide.figures.registry import Figures
from guide.figures.tables import Tables, question
from guide.i18n.language import Language
from guide.law.timeline import months_after
from guide.website import feed_formats
from guide.website.feed_formats import News

LATEST = 50
"""Entries of the feed."""
LOOK_BACK = datetime.timedelta(days=366)
"""How far back the calendar goes."""
STANDING = "localhost"
"""The host in ids while no public address is set."""


class FeedBuilder:
    """All news of one language.

    `label` says what a fact id is called, `said` what a dated value is; `address` is this language's home, or empty.
    """

    def __init__(
        self,
        figures: Figures,
        language: Language,
        label: Callable[[str], str],
        said: Callable[[Dated], str],
        address: str,
    ):
        self.figures, self.language, self.label, self.said, self.address = figures, language, label, said, address
        self.facts, self.today = figures.facts, figures.today
        self.months = {change.month for change in changes(self.facts)}
        self.host = re.sub(r"^https?://|/.*$", "", address) or STANDING

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield path and content of the feed, both calendars and the cards."""
        name, own = self.facts.site.name, f"{self.address}perubahan.xml"
        dates = [item for item in self.dates() if item.day >= self.today - LOOK_BACK]
        yield "perubahan.xml", feed_formats.atom(self.latest(), name, self.address, own, self.today)
        yield "kalender.ics", feed_formats.calendar(dates, name, self.host, self.today)
        day = self.figures.get("limits.pay-day").value
        said = self._say(N_("Pay your contribution by day {day} of the month"), day=day)
        yield "bayar.ics", feed_formats.pay_reminder(name, said, self.host, self.today)
        for contact, card in feed_formats.contacts(self.facts, self.language.pick):
            yield f"kontak/{contact}.vcf", card

    def latest(self) -> list[News]:
        """Return at most LATEST entries, changes ahead preferred, then the newest known.

        A change that has come has an entry of its own beside the one that announced it.
        """
        news = list(self.news())
        come = [
            replace(item, id=f"{item.id}.now", title=item.arrived, known=item.day)
            for item in news
            if item.arrived and item.known < item.day <= self.today
        ]
        return sorted(news + come, key=lambda item: (item.day > self.today, item.known, item.id))[-LATEST:]

    def news(self) -> Iterator[News]:
        """Yield all changes: values that begin, reliefs that begin and end, hand-outs issued or recalled."""
        for name, entry in Tables(self.figures).dated():
            if known(entry, self.today):
                yield self._value(name, entry)
        for relief in self._reliefs():
            yield self._begins(relief)
            yield self._ends(relief)
        for release in self.facts.releases:
            changed = " ".join(self.language.pick(words) for words in release.changes)
            said = self._say(N_("Hand-outs of {day:date}: {what}"), day=release.as_of, what=changed or release.id)
            yield News(f"release.{release.id}", release.as_of, said, f"versi/{release.id}/", release.as_of)

    def dates(self) -> Iterator[News]:
        """Yield days that matter: values begin, reliefs begin and end, facts are looked at again."""
        yield from self.news()
        for relief in self._reliefs():
            end = self._ends(relief)
            last = end.day - datetime.timedelta(days=1)
            words = self._words(relief, months_after(relief.last, 1))
            said = self._say(N_("{what}: last day. From {month:month} {change}."), **words)
            yield News(f"reliefs.{relief.id}.last", last, said, end.path, last)
        review = review_dates.review_day(self.figures)
        yield News("review", review, self._say(N_("Check these facts again")), "versi/", review)

    def _reliefs(self) -> Iterator[Relief]:
        """Yield the reliefs known today."""
        return (relief for relief in self.facts.reliefs if known(relief, self.today))

    def _value(self, name: str, entry: Dated) -> News:
        """Return a value that begins, with the one before."""
        earlier = [self.said(old) for old in self.figures.history(name) if old.effective < entry.effective][:1]
        after = self.said(entry)
        day = _day(entry.effective)
        words = {"what": self.label(name), "day": day, "change": " → ".join([*earlier, after])}
        if not after or earlier == [after]:
            title = self._say(N_("{what}: new from {day:date}"), **words)
            arrived = self._say(N_("{what}: in force since {day:date}"), **words)
        else:
            title = self._say(N_("{what}: new from {day:date}: {change}"), **words)
            arrived = self._say(N_("{what}: in force since {day:date}: {change}"), **words)
        return News(name, day, title, self._page(entry.month), _day(entry.known), arrived)

    def _begins(self, relief: Relief) -> News:
        """Return the begin of a relief, with the contribution before and under it."""
        words = self._words(relief, relief.first)
        title = self._say(N_("{what}: from {month:month} to {last:month} {change}."), **words)
        arrived = self._say(N_("{what} is in force: from {month:month} to {last:month} {change}."), **words)
        return self._turn(relief, "first", title, arrived)

    def _ends(self, relief: Relief) -> News:
        """Return the end of a relief, with the contribution under it and after it."""
        words = self._words(relief, months_after(relief.last, 1))
        title = self._say(N_("{what}: the last month is {last:month}. From {month:month} {change}."), **words)
        arrived = self._say(
            N_("{what} has ended; the last month was {last:month}. Since {month:month} {change}."), **words
        )
        return self._turn(relief, "end", title, arrived)

    def _turn(self, relief: Relief, part: str, title: str, arrived: str) -> News:
        month = relief.first if part == "first" else months_after(relief.last, 1)
        more = self._counted(relief, month)
        page, since = self._page(month), _day(relief.known)
        return News(f"reliefs.{relief.id}.{part}", _day(month), title, page, since, arrived, more)

    def _words(self, relief: Relief, month: str) -> JsonObject:
        before, after = self._paid(relief, month, "monthly.total")
        if before == after:
            change = self._say(N_("the contribution stays as it is"))
        else:
            change = self._say(N_("the contribution goes from {before} to {after} a month"), before=before, after=after)
        return {"what": self.language.pick(relief.name), "month": month, "last": relief.last, "change": change}

    def _counted(self, relief: Relief, month: str) -> str:
        """Return for whom the amounts of a relief are counted, and those of each of its programs."""
        paid = ((one, self._paid(relief, month, f"{one}.total")) for one in relief.programs)
        each = "; ".join(f"{one.upper()} {' → '.join(dict.fromkeys(amounts))}" for one, amounts in paid)
        income = int(self._example(relief)["income"])
        return self._say(N_("Counted on {income:money} a month: {each}."), income=income, each=each)

    def _paid(self, relief: Relief, month: str, amount: str) -> tuple[str, str]:
        """Return the contributions in the month before and in `month`, by the first example of the relief's segment."""
        asked = self._example(relief)
        months = (months_after(month, -1), month)
        found = (self.figures.get(question(amount, **asked, month=one)).value for one in months)
        before, after = ("–" if value is None else self.language.money(int(value)) for value in found)
        return before, after

    def _example(self, relief: Relief) -> dict[str, str]:
        """Return the first example of a relief's segment as a question about its programs and first sector."""
        example = next(one for one in self.facts.estimates if one.inputs["segment"] == relief.segment)
        return {
            "segment": relief.segment,
            "income": example.inputs["income"],
            "programs": ",".join(relief.programs),
            "sector": relief.sectors[0],
            **({"payer": relief.payers[0]} if relief.payers else {}),
        }

    def _page(self, month: str) -> str:
        """Return the page of the month in which something changes; a first value changes nothing and has none."""
        return f"perubahan/{month}/" if month in self.months else "hukum/"

    def _say(self, sentence: str, **values: object) -> str:
        return self.language.sentence(sentence, **values)


def _day(effective: str) -> datetime.date:
    return datetime.date.fromisoformat(effective if len(effective) == 10 else f"{effective}-01")
