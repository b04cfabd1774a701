"""Formats that readers and calendars follow: changes of the law, dates ahead, "pay on time", cards of contacts.

Atom (RFC 4287), iCalendar (RFC 5545) and vCard 3.0 (RFC 2426), written line by line. All of it comes from dated
values; nothing is known before the day it was announced.
"""

from __future__ import annotations

from guide.facts.facts import Facts
import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

AGENCY = "BPJS Ketenagakerjaan"
PAY_ON = 10
"""The day on which the calendar reminds people; contributions are due some days later (`limits.pay-day`)."""


@dataclass(frozen=True)
class News:
    """One thing that changed or will change.

    `day`: when it changes; `known`: when people could read of it first; `arrived`: what is said from that day on, empty
    where nothing new is; `more`: what follows the title; `path`: the page that says all.
    """

    id: str
    day: datetime.date
    title: str
    path: str
    known: datetime.date
    arrived: str = ""
    more: str = ""


def atom(news: Sequence[News], title: str, address: str, own: str, today: datetime.date) -> str:
    """Return an Atom feed, the newest entry first. `address`: the site's; `own`: the feed's."""
    shown = sorted(news, key=lambda item: (item.known, item.id), reverse=True)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{escape(title)}</title>",
        f"<id>{escape(own)}</id>",
        f'<link rel="self" href="{escape(own)}"/>',
        f'<link href="{escape(address)}"/>',
        f"<updated>{_moment(shown[0].known if shown else today)}</updated>",
        f"<author><name>{escape(title)}</name></author>",
    ]
    for item in shown:
        lines += [
            "<entry>",
            f"<title>{escape(item.title)}</title>",
            f"<id>{escape(own)}#{escape(item.id)}</id>",
            f'<link href="{escape(address + item.path)}"/>',
            f"<updated>{_moment(item.known)}</updated>",
            f"<summary>{escape(f'{item.title} {item.more}'.strip())}</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""])


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def calendar(news: Sequence[News], title: str, host: str, today: datetime.date) -> str:
    """Return a calendar with one whole-day event for each item, in order of time."""
    lines = _calendar_head(title)
    for item in sorted(news, key=lambda item: (item.day, item.id)):
        lines += _event(f"{item.id}@{host}", item.day, item.title, today)
        lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    return _folded([*lines, "END:VCALENDAR"])


def pay_reminder(title: str, said: str, host: str, today: datetime.date) -> str:
    """Return a calendar that reminds each month, with an alarm, by the day on which contributions are due."""
    first = today.replace(day=PAY_ON)
    lines = [
        *_calendar_head(title),
        *_event(f"pay@{host}", first, said, today),
        f"RRULE:FREQ=MONTHLY;BYMONTHDAY={PAY_ON}",
        "TRANSP:TRANSPARENT",
        *("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_text(said)}", "TRIGGER:PT9H", "END:VALARM"),
        *("END:VEVENT", "END:VCALENDAR"),
    ]
    return _folded(lines)


def _calendar_head(title: str) -> list[str]:
    return ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_text(title)}//1//ID", f"X-WR-CALNAME:{_text(title)}"]


def _event(uid: str, day: datetime.date, said: str, today: datetime.date) -> list[str]:
    after = day + datetime.timedelta(days=1)
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:{_text(said)}",
    ]


def card(name: str, fields: Mapping[str, str]) -> str:
    """Return a card for an address book. `fields`: TEL, EMAIL, URL, ADR …, only those that are known."""
    full = name if AGENCY in name else f"{AGENCY}: {name}"
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{_text(full)}", f"N:{_text(full)};;;;", f"ORG:{AGENCY}"]
    for field, value in fields.items():
        lines.append(f"{field}:;;{_text(value)};;;;" if field == "ADR" else f"{field}:{_text(value)}")
    return _folded([*lines, "END:VCARD"])


def _text(words: str) -> str:
    for mark in "\\;,":
        words = words.replace(mark, f"\\{mark}")
    return "\\n".join(words.splitlines())


def _folded(lines: Sequence[str]) -> str:
    """Return lines of at most 75 bytes, each ended by CR LF; what is longer goes on after a blank."""
    return "".join(part for line in lines for part in _pieces(line))


def _pieces(line: str) -> Iterator[str]:
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > 74:
            yield f"{piece}\r\n"
            piece = " "
        piece += letter
    yield f"{piece}\r\n"


def contacts(facts: Facts, pick: Callable[[Mapping[str, str]], str]) -> Iterator[tuple[str, str]]:
    """Yield a card for each channel with a number or address of its own, and each office with a verified contact."""
    for channel in facts.channels:
        field = {"phone": "TEL", "email": "EMAIL"}.get(channel.kind)
        if channel.publish and field and channel.value:
            yield channel.id, card(pick(channel.name), {field: channel.value})
    for office in facts.offices:
        if office.publish and office.contact_verified:
            known = {"TEL": office.phone, "EMAIL": office.email, "ADR": office.address}
            yield office.id, card(pick(office.name), {field: value for field, value in known.items() if value})
