"""How a command speaks and ends: in UTF-8 on every machine, a line for each mistake, quietly where nobody reads on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn

from guide.mistakes import DataError

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
