"""Clock, public address and terminal, asked by commands alone; everything else is told."""

from __future__ import annotations

import datetime
import errno
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NoReturn, TextIO, cast

from guide.facts.diagnostics import DataError
from guide.facts.load import zone_of
from guide.facts.model.addresses import is_address

DATA = Path(__file__).resolve().parents[2] / "data"
FIRST, LAST = 1900, 2999
"""The years that may be asked for: some years ahead are counted too, and no calendar has a year 10000."""


def today_from(environment: Mapping[str, str]) -> datetime.date:
    """Return the day of `AS_OF` (year-month-day) if set, else the clock's where the site is at home.

    Raises SystemExit on a wrong date.
    """
    text = environment.get("AS_OF")
    try:
        day = datetime.date.fromisoformat(text) if text else datetime.datetime.now(zone_of(DATA)).date()
    except ValueError:
        raise SystemExit(f"AS_OF: write a date as year-month-day, such as 2026-11-22, not {text}") from None
    if not FIRST <= day.year <= LAST:
        raise SystemExit(f"AS_OF: write a date from the year {FIRST} to {LAST}, not {text}")
    return day


def address_from(environment: Mapping[str, str]) -> str | None:
    """Return `SITE_URL`, which replaces the address in data/site.yml; None if not set, empty for no address at all.

    Raises SystemExit on what is no address of the web: it becomes links, codes on paper and the map of the site.
    """
    text = environment.get("SITE_URL")
    if text and not (is_address(text) and text.startswith(("https://", "http://")) and not re.search("[?#]", text)):
        raise SystemExit(f"SITE_URL: write a full address that begins with https://, without ? and #, not {text}")
    return text


UNREAD = 141
"""The exit code where the reader went away, as shells count it (128 and the number of SIGPIPE)."""
STOPPED = 130
"""The exit code after Ctrl-C, as shells count it."""
MACHINE = 2
"""The exit code where the machine cannot do what was asked, whatever the data say."""
_ELSEWHERE = "copy the project to a folder of your own, then try again"
_WHY = {
    errno.ENOSPC: "no room is left on the disk; make room, then try again",
    errno.EDQUOT: "your share of the disk is used up; make room, then try again",
    errno.EROFS: f"nothing can be written there; {_ELSEWHERE}",
    errno.EACCES: f"you may not read or write there; {_ELSEWHERE}",
    errno.EPERM: f"you may not read or write there; {_ELSEWHERE}",
}


def run_command(main: Callable[[], int], wrong: int = 1) -> NoReturn:
    """Run a command and end with its exit code; with `wrong` where the data or the environment cannot be used.

    What the machine refuses (a full disk, a folder that is read-only, too little memory) is one sentence and MACHINE.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed before the command began
            setattr(sys, name, Path(os.devnull).open(mode))  # noqa: SIM115 (open to the end)
    streams = [sys.stdout, sys.stderr]
    for stream in streams:
        # what no UTF-8 can hold (a stray byte of an argument) is shown escaped
        cast(io.TextIOWrapper, stream).reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code, said = ended(main, wrong)
        if said:
            print(said, file=sys.stderr)
        for stream in streams:
            stream.flush()
    except OSError as error:  # of the streams themselves
        code = UNREAD if isinstance(error, BrokenPipeError) else MACHINE
        if code == MACHINE:
            with suppress(OSError):
                print(sentence(error), file=sys.stderr, flush=True)
        _silence(streams)
    sys.exit(code)


def sentence(error: BaseException) -> str:
    """Return in one line what the machine refused."""
    if isinstance(error, MemoryError):
        return "the memory is used up; close other programs, then try again"
    if isinstance(error, RecursionError):
        return "something is nested too deep to be read"
    if not isinstance(error, OSError) or error.strerror is None:
        return str(error)
    why = _WHY.get(error.errno or 0, error.strerror)
    return f"{error.filename}: {why}" if error.filename else why


def ended(main: Callable[[], int], wrong: int) -> tuple[int, str]:
    """Run a command; return its exit code, and what is to be said about it."""
    try:
        return main(), ""
    except DataError as error:
        return wrong, str(error)
    except SystemExit as end:
        return (wrong, end.code) if isinstance(end.code, str) else (end.code or 0, "")
    except KeyboardInterrupt:
        return STOPPED, ""
    except BrokenPipeError:
        raise
    except (OSError, MemoryError, RecursionError) as error:
        ours = isinstance(error, OSError) and error.strerror is None
        return (wrong if ours else MACHINE), sentence(error)


def _silence(streams: Iterable[TextIO]) -> None:
    """Discard what cannot be written: Python flushes once more at its end, and would complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in streams:
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
