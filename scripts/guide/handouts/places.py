"""Ids inside a single file, shortened: those that a link names become p1, p2 …, the others are left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from guide.pages.estimator_page import PAGE as ESTIMATOR

QUESTIONS = "tanya-"
"""How ids of the sections with questions begin: the search leads to each."""
_NAMES = re.compile(r'(\s(?P<attribute>id|for|aria-\w+|href)=")(?P<value>[^"]*)"')
_OWN = f"{ESTIMATOR.strip('/')}--"
"""In ids of the estimator, which its script knows by name."""


def placed(sections: Mapping[str, str], prefix: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the sections with short ids of their places, and these by what they were, both without `prefix`.

    A link to a place that was left out leads to its section.
    """
    whole = "".join(sections.values())
    named = [(found["attribute"], found["value"]) for found in _NAMES.finditer(whole)]
    wanted = {one for attribute, value in named if attribute != "id" for one in value.lstrip("#").split()}
    ids = [value for attribute, value in named if attribute == "id"]
    places = [id for id in ids if "--" in id and _OWN not in id and (id in wanted or id.startswith(prefix + QUESTIONS))]
    short = {id: f"{prefix}p{number}" for number, id in enumerate(places, 1)}
    known = short | {id: id for id in ids if "--" not in id or _OWN in id}

    def renamed(found: re.Match[str]) -> str:
        value = found["value"]
        if found["attribute"] == "id":
            return f'{found[1]}{known[value]}"' if value in known else ""
        if found["attribute"] == "href":
            return found[0] if "=" in value or value[:1] != "#" else f'{found[1]}#{_target(value[1:], known)}"'
        return f'{found[1]}{" ".join(known.get(one, one) for one in value.split(" "))}"'

    bare = {id.removeprefix(prefix): name.removeprefix(prefix) for id, name in short.items()}
    return {id: _NAMES.sub(renamed, words) for id, words in sections.items()}, bare


def _target(place: str, known: Mapping[str, str]) -> str:
    return known.get(place, place.partition("--")[0])


def numbered(sections: Mapping[str, str], prefix: str) -> tuple[dict[str, str], list[str]]:
    """Return the sections with short links to the dated values behind their figures, and these values in order."""
    fact = re.compile(rf'href="#f-{prefix}([^"]+)"')
    facts = dict.fromkeys(name for words in sections.values() for name in fact.findall(words))
    short = {name: f'href="#f-{prefix}{number}"' for number, name in enumerate(facts, 1)}
    return {id: fact.sub(lambda found: short[found[1]], words) for id, words in sections.items()}, list(facts)
