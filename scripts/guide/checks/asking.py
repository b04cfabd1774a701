"""Score of the search: questions, descriptions and words of need with what is right for each, asked of a built site."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from guide.assets.previous_build import older
from guide.facts.model.record import JsonObject

KINDS = ("questions", "descriptions", "unknown", "help")
"""Kinds of sets, as their files begin."""


@dataclass(frozen=True)
class Case:
    """Words that somebody types, and what is right: places, inputs, or nothing for the other kinds."""

    theme: str
    language: str
    text: str
    right: str = ""


@dataclass(frozen=True)
class Verdict:
    """What the search said to one case: whether that is right, and among the first three pages."""

    case: Case
    right: bool
    three: bool
    said: str


@dataclass
class Score:
    """The share of right answers of one theme, in percent."""

    count: int = 0
    right: int = 0
    three: int = 0
    wrong: list[Verdict] = field(default_factory=list)

    def add(self, verdict: Verdict) -> None:
        """Count one verdict."""
        self.count += 1
        self.right += verdict.right
        self.three += verdict.three
        if not verdict.right:
            self.wrong.append(verdict)


def cases(folder: Path) -> Iterator[Case]:
    """Yield the cases of every set in a folder; the theme is the name of the file, with the language."""
    for path in sorted(folder.glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                language, text, *rest = (part.strip() for part in line.split("|"))
                yield Case(f"{path.stem} {language}", language, text, rest[0] if rest else "")


def ask(site: Path, folder: Path, asked: Sequence[Case]) -> list[JsonObject]:
    """Return what the search of a built site says to each case, by its own script in Node (`ask.js` of the folder)."""
    script, texts = scripts_of(site)
    lines = "".join(json.dumps({"language": case.language, "text": case.text}) + "\n" for case in asked)
    command = ["node", str(folder / "ask.js"), str(script), *(f"{name}={path}" for name, path in texts.items())]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def scripts_of(site: Path) -> tuple[Path, dict[str, Path]]:
    """Return the script of the search page and the search's text by language; none of the build before."""
    left = older(site)
    paths = [path for path in site.rglob("cari-*.js") if path.relative_to(site).as_posix() not in left]
    texts = {path.name[5:7]: path for path in sorted(paths) if path.match("cari-??-*.js")}
    return next(path for path in paths if path.match("cari-??????????.js") and path.parent == site), texts


def anchors(site: Path) -> dict[str, str]:
    """Return where each question stands, by its id: `tanya/bayar/#due-date`."""
    found = {}
    for path in (site / "tanya").glob("*/index.html"):
        for anchor in re.findall(r'<details id="([^"]+)"', path.read_text("utf-8")):
            found[anchor] = f"tanya/{path.parent.name}/#{anchor}"
    return found


def judge(case: Case, reply: JsonObject, where: Mapping[str, str]) -> Verdict:
    """Return whether the search is right about a case, by the kind of its set."""
    kind = case.theme.split("-")[0]
    if kind == "questions":
        return _judge_question(case, reply, where)
    if kind == "descriptions":
        inputs = " ".join(sorted(f"{name}={value}" for name, value in reply["inputs"].items()))
        right = reply["described"] and inputs == " ".join(sorted(case.right.split()))
        return Verdict(case, right, right, inputs)
    if kind == "help":
        right = reply["help"] and not reply["known"] and not reply["described"]
        return Verdict(case, right, right, reply["first"])
    right = not (reply["known"] or reply["described"] or reply["help"])
    return Verdict(case, right, right, reply["first"])


def _judge_question(case: Case, reply: JsonObject, where: Mapping[str, str]) -> Verdict:
    """Return the verdict on a question: an answer must be shown, and stand at one of the right places."""
    places = [where[place[1:]] if place.startswith("?") else place for place in case.right.split()]
    path = reply["first"].partition("#")[0]
    right = reply["known"] and any(place in (reply["first"], path) for place in places)
    three = bool(set(reply["pages"]) & {place.partition("#")[0] for place in places})
    return Verdict(case, right, three, reply["first"] if reply["known"] else f"({reply['first']})")


def scores(verdicts: Iterable[Verdict]) -> dict[str, Score]:
    """Return the score of each theme."""
    found: dict[str, Score] = {}
    for verdict in verdicts:
        found.setdefault(verdict.case.theme, Score()).add(verdict)
    return found


def measure(site: Path, folder: Path) -> list[Verdict]:
    """Return the verdict on every case of a folder, asked of a built site."""
    asked = list(cases(folder))
    where = anchors(site)
    answers = ask(site, folder, asked)
    return [judge(case, reply, where) for case, reply in zip(asked, answers, strict=True)]
