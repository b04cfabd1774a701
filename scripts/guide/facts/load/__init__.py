"""Read `data/` into Facts, or say every mistake with its line and what to write instead."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from guide.facts.diagnostics import N_, DataError, Mistake, nearest
from guide.facts.facts import COLLECTIONS, NOT_TOLD, Collection, Facts
from guide.facts.fallback import lent
from guide.facts.load.front_matter import ProseFile, prose_of, read_prose
from guide.facts.load.pydantic_errors import mistakes_of
from guide.facts.load.source_files import files_below
from guide.facts.load.text_file import text_of
from guide.facts.load.yaml_tree import Tree, placed, tree
from guide.facts.model.nesting import with_texts
from guide.facts.model.record import Model
from guide.facts.model.site import Site

__all__ = ["ProseFile", "load", "prose_of", "read", "read_prose", "zone_of"]


def read(folder: Path) -> dict[str, str]:
    """Return the text of every `.yml` file below `folder`, by its path from `folder`, in order of their names.

    What cannot be read stands there too (see `text_of`), so that `load` names it among all mistakes.
    """
    return {path.relative_to(folder).as_posix(): text_of(path) for path in files_below(folder, ".yml")}


def load(texts: Mapping[str, str]) -> Facts:
    """Return facts from the texts of the data files (see `read`).

    Raises DataError with all mistakes of form at once; `checks.find` finds what is wrong between records.
    """
    mistakes: list[Mistake] = []
    records: dict[str, list[Any]] = {collection.name: [] for collection in COLLECTIONS}
    for name, text in texts.items():
        collection = _collection_of(name)
        if collection is None:
            good = nearest(name, (c.path for c in COLLECTIONS)) or "data/README.md"
            message = N_("no such data file is known; did you mean {good}?")
            mistakes.append(Mistake(f"data/{name}", 1, 1, "", message, {"good": good}))
            continue
        file = tree(f"data/{name}", text)
        found, wrong = ([], file.mistakes) if file.mistakes else _records(collection, name, file)
        records[collection.name].extend(found)
        mistakes.extend(wrong)
    mistakes.extend(
        Mistake(f"data/{c.path}", 1, 1, "", N_("this file is missing"))
        for c in COLLECTIONS
        if "*" not in c.path and c.path not in texts
    )
    if mistakes:
        raise DataError(mistakes)
    facts = Facts(records["site"][0], _digest(texts), {name: tuple(rows) for name, rows in records.items()})
    return _with_lent_words(facts) if facts.partial else facts


def zone_of(folder: Path) -> datetime.tzinfo:
    """Return the time zone of the site below `folder`; UTC where its file is wrong, which `load` tells."""
    name = COLLECTIONS[0].path
    file = tree(f"data/{name}", text_of(folder / name))
    records = [] if file.mistakes else _records(COLLECTIONS[0], name, file)[0]
    return next((ZoneInfo(site.zone) for site in records if isinstance(site, Site)), datetime.UTC)


def _digest(texts: Mapping[str, str]) -> str:
    """Return the digest that copy codes come from: of what is told, however the machine ends its lines."""
    told = sorted((name, text.replace("\r\n", "\n")) for name, text in texts.items() if name not in NOT_TOLD)
    return hashlib.sha256("".join(f"{name}\0{text}\0" for name, text in told).encode()).hexdigest()


def _with_lent_words(facts: Facts) -> Facts:
    """Return the facts with the words that partial languages lack, marked as lent by the first language."""
    first, partial = facts.languages[0], facts.partial

    def filled(text: Mapping[str, str]) -> dict[str, str]:
        lacking = [language for language in partial if not text.get(language)]
        return {**text, **dict.fromkeys(lacking, lent(text.get(first, "")))}

    records = {name: tuple(with_texts(record, filled) for record in rows) for name, rows in facts.records.items()}
    return Facts(records["site"][0], facts.digest, records)


def _collection_of(name: str) -> Collection | None:
    return next((c for c in COLLECTIONS if fnmatch(name, c.path) and name.count("/") == c.path.count("/")), None)


def _records(collection: Collection, name: str, file: Tree) -> tuple[list[Model], list[Mistake]]:
    """Return the records of one file, or the mistakes in them."""
    path, value = f"data/{name}", file.value
    one = collection.form == "record"
    if not isinstance(value, dict if one else list):
        message = (
            N_("the file must hold one record: `field: value` lines")
            if one
            else N_("the file must be a list: each record begins with `- `")
        )
        return [], [Mistake(path, *file.spots[()], "", message)]
    if isinstance(value, dict) and "*" in collection.path:
        if "id" in value:
            spot = file.spots[("id", "")]
            return [], [Mistake(path, *spot, "id", N_("leave the id out: the file's name is the id"))]
        value = {"id": Path(name).stem, **value}
    try:
        found = _adapter(collection.model, not one).validate_python(placed(value, path, (), file.spots))
    except ValidationError as error:
        return [], list(mistakes_of(error, collection.model, value, path, file.spots))
    return ([found] if one else found), []


@cache
def _adapter(model: type[Model], listed: bool) -> TypeAdapter[Any]:
    return TypeAdapter(list[model] if listed else model)  # type: ignore[valid-type]
