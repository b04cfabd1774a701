"""The command that answers a list: from its name to the file of the result."""

from __future__ import annotations

import codecs
import io
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, cast

from guide.estimator.arguments import Options
from guide.estimator.inputs import NAMES
from guide.estimator.member_list.converting import ListReader, Opened
from guide.estimator.member_list.sentences import FILE, FILE_MISTAKES, FileError, stop
from guide.estimator.member_list.telling import Teller
from guide.estimator.member_list.titles import roles
from guide.estimator.member_list.told import Told
from guide.estimator.member_list.writing import kind_of

STANDARD = "-"
"""The name of standard input."""
ENDING = "-hasil"
_KEPT = 64 << 20
"""Bytes of a result that wait in memory until all rows are answered."""


def answer_list(reader: ListReader, options: Options) -> int:
    """Answer the list that the options name and return the exit code; write nothing unless all of it was read."""
    option = "list" if "list" in options.asked else "csv"
    try:
        _only_lists(options, option)
        return _answered(reader, options, options.asked[option])
    except FileError as error:
        for name, sentence, values in error.mistakes:
            shown = option if name == FILE else name
            print(f"{shown}: {reader.language.sentence(FILE_MISTAKES[sentence], **values)}", file=sys.stderr)
        return 2


def _only_lists(options: Options, option: str) -> None:
    """Raise FileError for what is asked beside a list and no row can hold."""
    beside = sorted({*options.asked, *options.flags} - {"csv", "list", "output", "language"})
    if beside:
        raise FileError(*((name, "beside", {"option": option}) for name in beside))


def _answered(reader: ListReader, options: Options, name: str) -> int:
    chosen = {title: role for role, title in _pairs(options, "column", tuple(roles()), 'income="Upah (Rp)"')}
    given = {**options.inputs, **dict(_pairs(options, "all", NAMES, "segment=bpu"))}
    with _opened(name) as file:
        opened = reader.open(file, chosen)
        target = _target(name, options.asked.get("output", ""), opened)
        kind = target.suffix.lower() if target else ".csv"

        def convert(out: BinaryIO) -> Told:
            if target and kind == ".csv" and opened.listing.dress.bom:
                out.write(codecs.BOM_UTF8)
            return reader.convert(opened, given, kind, out)

        told = _written(target, convert, reader)
        if target and "output" not in options.asked:
            print(target)
    return int(told.wrong > 0)


def _pairs(options: Options, option: str, known: Sequence[str], example: str) -> list[tuple[str, str]]:
    """Return the pairs of an option that may be said more than once. Raises FileError."""
    found = []
    for text in options.repeated.get(option, ()):
        name, equals, value = text.partition("=")
        name = name.strip().replace("-", "_")
        if not equals or not value.strip():
            raise FileError((option, "pair", {"good": f"--{option} {example}"}))
        if name not in known:
            raise FileError((option, "role", {"known": ", ".join(known), "bad": name}))
        found.append((name, value.strip()))
    return found


def _opened(name: str) -> BinaryIO:
    if name == STANDARD:
        return io.BytesIO(sys.stdin.buffer.read())
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise stop("unreadable", why=error.strerror) from None


def _target(name: str, output: str, opened: Opened) -> Path | None:
    """Return the file of the result; None is standard output. Raises FileError."""
    if output:
        kind_of(output)
        target = Path(output)
        if name != STANDARD and target.exists() and target.samefile(name):
            raise FileError(("output", "same", {}))
        return target
    if opened.listing.kind == "csv":
        return None
    if name == STANDARD:
        raise FileError(("output", "nameless", {}))
    path = Path(name)
    return path.with_name(f"{path.stem}{ENDING}{'.ods' if opened.listing.kind == 'ods' else '.xlsx'}")


def _written(target: Path | None, convert: Callable[[BinaryIO], Told], reader: ListReader) -> Told:
    """Convert, tell about it, and hand the result over as a whole."""
    teller = Teller(reader)
    if target is None:
        with tempfile.SpooledTemporaryFile(_KEPT) as waiting:
            told = convert(cast(BinaryIO, waiting))
            _tell(teller, told)
            waiting.seek(0)
            shutil.copyfileobj(waiting, sys.stdout.buffer)
        return told
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".hasil-", delete=False) as waiting:
            try:
                told = convert(cast(BinaryIO, waiting))
                waiting.close()
                Path(waiting.name).chmod(0o644)
                Path(waiting.name).replace(target)
            except BaseException:
                Path(waiting.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise FileError(("output", "unwritable", {"path": target, "why": error.strerror})) from None
    _tell(teller, told)
    return told


def _tell(teller: Teller, told: Told) -> None:
    print(*teller.columns(told), *teller.outcome(told), sep="\n", file=sys.stderr)
