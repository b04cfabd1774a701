"""Read `data/` into Facts, or say every mistake with its line and what to write instead.

PyYAML gives nodes with their positions; scalars stay text and are understood by the models.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, get_args

import yaml
from pydantic import TypeAdapter, ValidationError

from guide.mistakes import DataError, Mistake, N_, Place, Spot, mistake_at, nearest
from guide.model import COLLECTIONS, Collection, Facts
from guide.model.base import Model, Placed
from guide.model.words import Prose

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = ("null", "bool", "int", "float", "timestamp", "str", "seq", "map", "merge", "value")
_DEEPEST = 20


class Tree(NamedTuple):
    """A file as plain lists, dicts and text; where each node stands; and what was wrong with its YAML."""

    value: Any
    spots: Mapping[tuple, Spot]
    mistakes: tuple[Mistake, ...]


def read(folder: Path) -> dict[str, str]:
    """The text of every `.yml` file below `folder`, by its path from `folder`, in order of their names."""
    found = {}
    for path in sorted(folder.rglob("*.yml")):
        found[path.relative_to(folder).as_posix()] = path.read_bytes().decode("utf-8", "replace")
    return found


def load(texts: Mapping[str, str]) -> Facts:
    """Facts from the texts of the data files (see `read`).

    Raises DataError with all mistakes of form at once; `checks.find` finds what is wrong between records.
    """
    mistakes: list[Mistake] = []
    records: dict[str, list[Any]] = {collection.name: [] for collection in COLLECTIONS}
    for name, text in texts.items():
        collection = _collection_of(name)
        if collection is None:
            good = nearest(name, (c.path for c in COLLECTIONS))
            mistakes.append(
                Mistake(
                    f"data/{name}",
                    1,
                    1,
                    "",
                    N_("no such data file is known; did you mean {good}?"),
                    {"good": good or "data/README.md"},
                )
            )
            continue
        tree = _tree(f"data/{name}", text)
        mistakes.extend(tree.mistakes)
        if not tree.mistakes:
            found, wrong = _records(collection, name, tree)
            records[collection.name].extend(found)
            mistakes.extend(wrong)
    mistakes.extend(
        Mistake(f"data/{c.path}", 1, 1, "", N_("this file is missing"))
        for c in COLLECTIONS
        if "*" not in c.path and c.path not in texts
    )
    if mistakes:
        raise DataError(mistakes)
    digest = hashlib.sha256("".join(f"{name}\0{text}\0" for name, text in sorted(texts.items())).encode())
    return Facts(records["site"][0], digest.hexdigest(), {name: tuple(found) for name, found in records.items()})


def _collection_of(name: str) -> Collection | None:
    return next((c for c in COLLECTIONS if fnmatch(name, c.path) and name.count("/") == c.path.count("/")), None)


@lru_cache(maxsize=4096)
def _tree(file: str, text: str) -> Tree:
    """The YAML of one file; nothing but plain lists, mappings and scalars is let through."""
    if "\t" in text:
        line = text[: text.index("\t")].count("\n") + 1
        column = len(text[: text.index("\t")].rsplit("\n", 1)[-1]) + 1
        return Tree(None, {}, (Mistake(file, line, column, "", N_("use blanks, not tabs")),))
    try:
        documents = list(yaml.compose_all(text, Loader=_Loader))
    except yaml.YAMLError as error:
        return Tree(None, {}, (_unreadable(file, error),))
    except (RecursionError, ValueError):
        return Tree(None, {}, (Mistake(file, 1, 1, "", N_("this is not YAML that can be read")),))
    if len(documents) != 1 or documents[0] is None:
        return Tree(None, {}, (Mistake(file, 1, 1, "", N_("the file must hold exactly one YAML document")),))
    spots: dict[tuple, Spot] = {}
    mistakes: list[Mistake] = []
    value = _plain(documents[0], file, (), spots, mistakes, set())
    return Tree(value, spots, tuple(mistakes))


def _unreadable(file: str, error: yaml.YAMLError) -> Mistake:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "?"
    return Mistake(
        file,
        line,
        column,
        "",
        N_("this is not YAML that can be read ({problem}); look at indentation, colons and quotes"),
        {"problem": problem},
    )


def _plain(node: Any, file: str, path: tuple, spots: dict, mistakes: list, above: set) -> Any:
    """A node as plain value, its spot noted. Anchors, tags and doubled keys are mistakes."""
    spot = (node.start_mark.line + 1, node.start_mark.column + 1)
    spots[path] = spot

    def wrong(message: str, at: Spot = spot, **values: Any) -> None:
        mistakes.append(Mistake(file, *at, ".".join(map(str, path)), message, values))

    if id(node) in above or len(path) > _DEEPEST:
        wrong(N_("anchors and deep nesting are not used here: write the value itself"))
        return None
    above.add(id(node))
    if not (node.tag.startswith("tag:yaml.org,2002:") and node.tag.rsplit(":", 1)[1] in _PLAIN):
        wrong(N_("tags such as {tag} are not used here"), tag=node.tag)
        return None
    if isinstance(node, yaml.ScalarNode):
        empty = not node.style and node.value in ("", "~", "null")
        return None if empty else node.value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, file, (*path, i), spots, mistakes, above) for i, child in enumerate(node.value)]
    found: dict[str, Any] = {}
    for key, child in node.value:
        at = (key.start_mark.line + 1, key.start_mark.column + 1)
        if not isinstance(key, yaml.ScalarNode):
            wrong(N_("a key must be a single word"), at)
            continue
        if key.value in found:
            wrong(N_("{key} is written twice; keep one"), at, key=key.value)
            continue
        found[key.value] = _plain(child, file, (*path, key.value), spots, mistakes, above)
        spots[(*path, key.value, "")] = at
    return found


def _records(collection: Collection, name: str, tree: Tree) -> tuple[list[Any], list[Mistake]]:
    file = f"data/{name}"
    value = tree.value
    if not isinstance(value, dict if collection.form == "record" else list):
        message = (
            N_("the file must hold one record: `field: value` lines")
            if collection.form == "record"
            else N_("the file must be a list: each record begins with `- `")
        )
        return [], [Mistake(file, *tree.spots[()], "", message)]
    if collection.form == "record" and "*" in collection.path:
        if "id" in value:
            spot = tree.spots[("id", "")]
            return [], [Mistake(file, *spot, "id", N_("leave the id out: the file's name is the id"))]
        value = {"id": Path(name).stem, **value}
    placed = _placed(value, file, (), tree.spots)
    try:
        if collection.form == "record":
            return [_adapter(collection.model).validate_python(placed)], []
        return list(_adapter(list[collection.model]).validate_python(placed)), []  # type: ignore[name-defined]
    except ValidationError as error:
        return [], list(_mistakes_of(error, collection.model, value, file, tree.spots))


@lru_cache
def _adapter(kind: Any) -> TypeAdapter:
    return TypeAdapter(kind)


def _placed(value: Any, file: str, path: tuple, spots: Mapping[tuple, Spot]) -> Any:
    """The same tree with a `place` in every mapping, for the records made of it."""
    if isinstance(value, list):
        return [_placed(item, file, (*path, i), spots) for i, item in enumerate(value)]
    if isinstance(value, dict):
        inside = {key: _placed(item, file, (*path, key), spots) for key, item in value.items()}
        return Placed(inside, Place(file, path, spots))
    return value


def _mistakes_of(
    error: ValidationError, model: type[Model], value: Any, file: str, spots: Mapping[tuple, Spot]
) -> Iterator[Mistake]:
    """Each pydantic error as a mistake with its place and advice."""
    problems = error.errors(include_url=False)
    for problem in problems:
        if problem["type"] == "too_short" and any(_is_below(other["loc"], problem["loc"]) for other in problems):
            continue  # pydantic counts only the entries that are right
        path = _walk(value, problem["loc"])
        kind, context = problem["type"], problem.get("ctx", {})
        place = Place(file, (), spots)
        if kind == "guide":
            yield mistake_at(place, path, context["message"], **context["values"])
        elif kind == "extra_forbidden":
            yield _unknown_field(Place(file, (), spots), path, value, _model_at(model, problem["loc"]))
        elif kind == "missing":
            yield mistake_at(place, path, N_("this field is missing"))
        elif kind in ("literal_error", "union_tag_invalid"):
            known = re.findall(r"'([^']*)'", context.get("expected") or context.get("expected_tags") or "")
            good = nearest(str(problem["input"]), known)
            found = problem["input"] if kind == "literal_error" else context.get("tag")
            below = path if kind == "literal_error" else (*path, "kind")
            message = N_("write {good}, not {bad}") if good else N_("write one of {known}, not {bad}")
            yield mistake_at(place, below, message, good=good, known=known, bad=found)
        elif kind == "union_tag_not_found":
            yield mistake_at(place, (*path, "kind"), N_("this field is missing"))
        else:
            yield mistake_at(place, path, _ADVICE.get(kind, N_("this value does not fit here ({kind})")), kind=kind)


_ADVICE = {
    "string_type": N_("write text here"),
    "list_type": N_("write a list here: one `- ` line each"),
    "tuple_type": N_("write a list here: one `- ` line each"),
    "dict_type": N_("write `key: value` lines here"),
    "model_type": N_("write `key: value` lines here"),
    "model_attributes_type": N_("write `key: value` lines here"),
    "too_short": N_("the list is empty; write at least one entry"),
}


def _is_below(location: tuple, other: tuple) -> bool:
    return len(location) > len(other) and location[: len(other)] == other


def _walk(value: Any, location: tuple) -> tuple:
    """A pydantic location as a path of the tree: names of union branches and of keys are left out."""
    path: tuple = ()
    before: Any = None
    for part in location:
        branch = isinstance(before, int) and isinstance(value, dict) and value.get("kind") == part
        before = part
        if branch:
            continue
        listed = isinstance(value, list) and isinstance(part, int) and part < len(value)
        if listed or (isinstance(value, dict) and part in value):
            value = value[part]
        elif isinstance(value, dict) and part != "[key]" and part == location[-1]:
            return (*path, part)
        else:
            continue
        path = (*path, part)
    return path


def _unknown_field(place: Place, path: tuple, value: Any, model: type[Model]) -> Mistake:
    record = value
    for part in path[:-1]:
        record = record[part]
    known = [name for name in model.model_fields if name not in record]
    good = nearest(str(path[-1]), known)
    message = N_("unknown field; did you mean {good}?") if good else N_("unknown field; known are {known}")
    name = ".".join(map(str, path))
    return Mistake(place.file, *place.spot(*path, ""), name, message, {"good": good, "known": known})


def _model_at(model: type[Model], location: tuple) -> type[Model]:
    """The model that a pydantic location leads to, from the model of the file's records."""
    choices: list[type[Model]] = [model]
    for part in location[:-1]:
        tagged = [
            c for c in choices if "kind" in c.model_fields and part in get_args(c.model_fields["kind"].annotation)
        ]
        if len(choices) > 1 and tagged:
            choices = tagged
        elif part in choices[0].model_fields:
            choices = list(_models_in(choices[0].model_fields[part].annotation)) or choices
    return choices[0]


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


class ProseFile(NamedTuple):
    """One page that people wrote, in one language: where it stands, its head, and its Markdown."""

    file: str
    head: Prose
    body: str


def read_prose(folder: Path, languages: Iterable[str]) -> dict[str, dict[str, ProseFile]]:
    """Every `docs/<language>/**.md`, by language and page path (`biaya/`). Raises DataError with all mistakes."""
    mistakes: list[Mistake] = []
    found: dict[str, dict[str, ProseFile]] = {language: {} for language in languages}
    for language in found:
        for path in sorted((folder / language).rglob("*.md")):
            below = path.relative_to(folder / language).with_suffix("").as_posix()
            name = "" if below == "index" else f"{below.removesuffix('/index')}/"
            file = f"{folder.name}/{language}/{path.relative_to(folder / language).as_posix()}"
            try:
                found[language][name] = _prose(file, path.read_text("utf-8"))
            except DataError as error:
                mistakes.extend(error.mistakes)
    if mistakes:
        raise DataError(mistakes)
    return found


def _prose(file: str, text: str) -> ProseFile:
    parts = re.split(r"^---\n", text, maxsplit=2, flags=re.M)
    if len(parts) != 3 or parts[0]:
        raise DataError([Mistake(file, 1, 1, "", N_("begin the page with its head between two lines of ---"))])
    tree = _tree(file, f"\n{parts[1]}")
    if tree.mistakes:
        raise DataError(tree.mistakes)
    try:
        head = Prose.model_validate(_placed(tree.value, file, (), tree.spots))
    except ValidationError as error:
        raise DataError(_mistakes_of(error, Prose, tree.value, file, tree.spots)) from None
    return ProseFile(file, head, parts[2])
