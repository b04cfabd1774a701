"""Clock, public address and terminal, asked by commands alone; everything else is told."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from guide.facts.diagnostics import DataError
from guide.facts.model.scalars import is_address
from typing import NoReturn
import datetime
import os
import sys


FIRST, LAST = 1900, 2999
"""The years that may be asked for: some years ahead are counted too, and no calendar has a year 10000."""


def today_from(environment: Mapping[str, str]) -> datetime.date:
    """`AS_OF` (year-month-day) if it is set, else the clock's day. Raises SystemExit on a date that is none."""
    text = environment.get("AS_OF")
    try:
        day = datetime.date.fromisoformat(text) if text else datetime.date.today()
    except ValueError:
        raise SystemExit(f"AS_OF: write a date as year-month-day, such as 2026-11-22, not {text}") from None
    if not FIRST <= day.year <= LAST:
        raise SystemExit(f"AS_OF: write a date from the year {FIRST} to {LAST}, not {text}")
    return day


def address_from(environment: Mapping[str, str]) -> str | None:
    """`SITE_URL`, in place of the address in data/site.yml; None where it is not set, empty for no address at all.

    Raises SystemExit on what is no address of the web: it becomes links, codes on paper and the map of the site.
    """
    text = environment.get("SITE_URL")
    if text and not (is_address(text) and text.startswith(("https://", "http://"))):
        raise SystemExit(f"SITE_URL: write a full address that begins with https://, not {text}")
    return text


UNREAD = 141
"""The exit code where the reader went away, as shells count it (128 and the number of SIGPIPE)."""


def run_command(main: Callable[[], int], wrong: int = 1) -> NoReturn:
    """Run a command and end with its exit code; with `wrong` where the data or the environment cannot be used."""
    streams = [stream for stream in (sys.stdout, sys.stderr) if stream is not None]
    for stream in streams:
        # what no UTF-8 can hold (a stray byte of an argument) is shown escaped
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            code = _ended(main, wrong)
        finally:
            for stream in streams:
                stream.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, and would complain there
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in streams:
            os.dup2(nowhere, stream.fileno())
        code = UNREAD
    sys.exit(code)


def _ended(main: Callable[[], int], wrong: int) -> int:
    try:
        return main()
    except DataError as error:
        said = str(error)
    except SystemExit as end:
        if not isinstance(end.code, str):
            raise
        said = end.code
    print(said, file=sys.stderr)
    return wrong
