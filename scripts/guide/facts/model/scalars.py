"""The single values that facts are made of, read from text as people write it.

YAML's own guesses are not used: every scalar arrives here as text, so that `no`, `012` or `1:30`
stay what was written and a wrong value gets a message that says what to write.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from guide.facts.diagnostics import N_
from guide.facts.model.addresses import is_address, is_page
from guide.facts.model.refusal import WRITE_INSTEAD, wrong
from guide.facts.model.words import words

MAXIMUM = 1_000_000_000_000_000


def _whole(value: object, unit: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str):
        raise wrong(N_("write a whole number here, such as 16_800"))
    if re.fullmatch(r"0|[1-9]\d*|[1-9]\d{0,2}(_\d{3})+", value):
        return int(value)
    digits = re.sub(r"^-|^Rp\.?\s*|,00$|\.00$", "", value)
    if not value.startswith("-") and re.fullmatch(r"0*\d{1,3}([.,_ ]?\d{3})*|\d+", digits):
        good = f"{int(re.sub(r'[., _]', '', digits)):_}"
        raise wrong(WRITE_INSTEAD, good=good, bad=value)
    raise wrong(N_("write a whole number here, such as 16_800, not {bad}"), bad=value)


def _month_of_year(value: object) -> int:
    month = _whole(value, "count")
    if not 1 <= month <= 12:
        raise wrong(N_("write a month of the year from 1 to 12, not {bad}"), bad=month)
    return month


def _rupiah(value: object) -> int:
    amount = _whole(value, "rupiah")
    if not 0 <= amount <= MAXIMUM:
        raise wrong(N_("{bad} rupiah is out of range"), bad=amount)
    return amount


def _rate(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and re.fullmatch(r"(0|[1-9]\d{0,2})(\.\d{1,6})?%", value):
        rate = Decimal(value[:-1]) / 100
        if rate <= 1:
            return rate
        raise wrong(N_("{bad} is more than 100%"), bad=value)
    if isinstance(value, str) and re.fullmatch(r"\d{1,3},\d{1,6}\s?%?", value):
        raise wrong(WRITE_INSTEAD, good=value.replace(",", ".").rstrip("% ") + "%", bad=value)
    if isinstance(value, str) and re.fullmatch(r"0?\.\d+", value):
        raise wrong(WRITE_INSTEAD, good=f"{(Decimal(value) * 100).normalize():f}%", bad=value)
    if isinstance(value, str) and re.fullmatch(r"\d{1,3}(\.\d{1,6})?", value):
        raise wrong(WRITE_INSTEAD, good=f"{value}%", bad=value)
    raise wrong(N_("write a rate as a percentage, such as 3.7%, not {bad}"), bad=value)


def _swapped(value: str) -> str:
    """Return `22-11-2026` or `22/11/2026` as a date in ISO order, or an empty string."""
    match = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", value)
    if match:
        day, month, year = match.groups()
        return f"{year}-{int(month):02}-{int(day):02}"
    match = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", value)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""


def _day(value: object) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    text = str(value)
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        raise wrong(N_("{bad} is no day of the calendar; write year-month-day"), bad=text) from None
    good = _swapped(text)
    if good and good != text:
        raise wrong(WRITE_INSTEAD, good=good, bad=text)
    raise wrong(N_("write a date as year-month-day, such as 2026-11-22, not {bad}"), bad=text)


def _month(value: object) -> str:
    text = str(value)
    if re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        return text
    match = re.fullmatch(r"(\d{1,2})[-/.](\d{4})", text) or re.fullmatch(r"(\d{4})[-/.](\d{1,2})", text)
    if match:
        year, month = sorted(match.groups(), key=len, reverse=True)
        if 1 <= int(month) <= 12:
            raise wrong(WRITE_INSTEAD, good=f"{year}-{int(month):02}", bad=text)
    raise wrong(N_("write a month as year-month, such as 2026-04, not {bad}"), bad=text)


def _effective(value: object) -> str:
    text = str(value)
    return _month(text) if re.fullmatch(r"\d{4}-\d{2}", text) else _day(text).isoformat()


def _as_of(value: object) -> str:
    text = str(value)
    return text if re.fullmatch(r"(19|20)\d{2}", text) else _effective(text)


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("true", "false"):
        return value == "true"
    good = "true" if str(value).lower() in ("yes", "on", "y", "ya") else "false"
    raise wrong(WRITE_INSTEAD, good=good, bad=value)


def _url(value: str) -> str:
    if value and not is_address(value):
        raise wrong(N_("write a full address that begins with https://, not {bad}"), bad=value)
    return value


def _site_url(value: str) -> str:
    if "?" in value or "#" in value:  # addresses of pages are put after it
        raise wrong(N_("write a full address that begins with https://, without ? and #, not {bad}"), bad=value)
    return value


def _link(value: str) -> str:
    if not is_page(value) and not is_address(value):
        message = N_("write a page of this guide, such as daftar/, or a full address, such as tel:175, not {bad}")
        raise wrong(message, bad=value)
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (LookupError, ValueError, OSError):
        raise wrong(N_("write a time zone by its name, such as Asia/Makassar, not {bad}"), bad=value) from None
    return value


def _id(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+([.-][a-z0-9]+)*", value):
        raise wrong(N_("an id has small letters, digits, dots and hyphens only, not {bad}"), bad=value)
    return value


def _copy_code(value: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{6}", value):
        raise wrong(N_("a copy code has six digits or letters from a to f, not {bad}"), bad=value)
    return value


def _schema(pattern: str, example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": ["string", "integer", "number"], "pattern": pattern, "examples": [example]})


Count = Annotated[int, BeforeValidator(lambda value: _whole(value, "count")), _schema(r"^[\d_]+$", "12")]
MonthOfYear = Annotated[int, BeforeValidator(_month_of_year), _schema(r"^[\d_]+$", "3")]
Rupiah = Annotated[int, BeforeValidator(_rupiah), _schema(r"^[\d_]+$", "16_800")]
Rate = Annotated[Decimal, BeforeValidator(_rate), _schema(r"^\d{1,3}(\.\d+)?%$", "3.7%")]
Day = Annotated[datetime.date, BeforeValidator(_day), _schema(r"^\d{4}-\d{2}-\d{2}$", "2026-11-22")]
Month = Annotated[str, BeforeValidator(_month), _schema(r"^\d{4}-\d{2}$", "2026-04")]
Effective = Annotated[str, BeforeValidator(_effective), _schema(r"^\d{4}-\d{2}(-\d{2})?$", "2026-03-01")]
AsOf = Annotated[str, BeforeValidator(_as_of), _schema(r"^\d{4}(-\d{2}){0,2}$", "2026-01")]
Truth = Annotated[bool, BeforeValidator(_truth), WithJsonSchema({"type": "boolean"})]
Words = Annotated[str, BeforeValidator(words)]
Url = Annotated[str, AfterValidator(_url)]
SiteUrl = Annotated[Url, AfterValidator(_site_url)]
Link = Annotated[Words, AfterValidator(_link)]
"""A page of the site with its slash at the end, a place on a page (`#alat`), or a full address."""
Zone = Annotated[Words, AfterValidator(_zone)]
CopyCode = Annotated[str, AfterValidator(_copy_code), _schema(r"^[0-9a-f]{6}$", "532087")]
Id = Annotated[str, AfterValidator(_id)]

Confidence = Literal["high", "medium", "low", "memory", "derived", "inference", "unverified"]
Party = Literal["worker", "employer", "government"]
ProgramId = Literal["jkk", "jkm", "jht", "jp", "jkp"]
SegmentId = Literal["bpu", "pu", "jakon", "pmi"]
Sector = Literal["transport", "other", "labour-intensive"]
Payer = Literal["self", "sponsor", "government"]
Size = Literal["micro", "small", "medium", "large"]
Event = Literal["work-death", "work-disability", "work-sick", "death", "layoff", "retirement"]
Phase = Literal["before", "during", "after"]
Stage = Literal["tk", "sd", "smp", "sma", "university"]
