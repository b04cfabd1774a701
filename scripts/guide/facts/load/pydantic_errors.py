"""Translation of pydantic errors into mistakes with their place and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import ValidationError

from guide.facts.diagnostics import N_, Mistake, Place, Spot, mistake_at, nearest
from guide.facts.model.record import Model


def mistakes_of(
    error: ValidationError, model: type[Model], value: object, file: str, spots: Mapping[tuple, Spot]
) -> Iterator[Mistake]:
    """Yield each pydantic error as a mistake with its place and advice."""
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
        elif kind == "too_short" and context["min_length"] > 1:
            message = N_("write at least {good} entries here, not {bad}")
            yield mistake_at(place, path, message, good=context["min_length"], bad=context["actual_length"])
        elif kind == "too_long":
            message = N_("write at most {good} entries here, not {bad}")
            yield mistake_at(place, path, message, good=context["max_length"], bad=context["actual_length"])
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
    """Return a pydantic location as a path of the tree, without names of union branches and of keys."""
    path: tuple = ()
    before: object = None
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
    """Return the model that a pydantic location leads to, from the model of the file's records."""
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


def _models_in(annotation: object) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
