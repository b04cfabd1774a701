"""The command line of the estimator: inputs under their names, and what else is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guide.estimator.inputs import NAMES, InputMistake
from guide.estimator.inputs.suggestions import closest

ASKING = ("budget", "payslip", "compare", "project", "return", "lump_sum", "csv", "list", "output", "language")
REPEATED = ("column", "all")
FLAGS = ("json", "help")


@dataclass
class Options:
    """`inputs`: text by input name. `asked`: text by the name of what else is asked. `flags`: json, help.

    `repeated`: pairs (`income=Upah (Rp)`) under the name of what may be said more than once.
    """

    inputs: dict[str, str] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    repeated: dict[str, list[str]] = field(default_factory=dict)
    mistakes: list[InputMistake] = field(default_factory=list)


def read_options(arguments: Sequence[str]) -> Options:
    """Read `--name value` or `--name=value`, hyphens or underscores in the name; the last of two wins."""
    options, rest, known = Options(), list(arguments), (*NAMES, *ASKING, *REPEATED, *FLAGS)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.lstrip("-").partition("=")
        name = name.replace("-", "_")
        if not word.startswith("--") or name not in known:
            good = closest(name, known) if word.startswith("--") else ""
            options.mistakes.append(InputMistake(name or word, "unknown-near" if good else "unknown", {"good": good}))
            if not equals and rest and not rest[0].startswith("--"):
                rest.pop(0)
        elif name in FLAGS:
            options.flags.add(name)
        elif not equals and not rest:
            options.mistakes.append(InputMistake(name, "missing"))
        elif name in REPEATED:
            options.repeated.setdefault(name, []).append(value if equals else rest.pop(0))
        else:
            into = options.inputs if name in NAMES else options.asked
            into[name] = value if equals else rest.pop(0)
    if not options.asked.keys() & {"csv", "list"}:
        alone = [name for name in ("output", *REPEATED) if name in options.asked or name in options.repeated]
        options.mistakes.extend(InputMistake(name, "event-only", {"known": ("--list",)}) for name in alone)
    return options


def language_of(options: Options, environment: Mapping[str, str], known: Sequence[str]) -> str:
    """Return the language asked for, else that of LANG, else English; the first of the site if that is missing."""
    chosen = options.asked.get("language", "")
    if "language" in options.asked and chosen not in known:
        options.mistakes.append(InputMistake("language", "choice", {"known": tuple(known), "bad": chosen}))
    names = (chosen, environment.get("LANG", "")[:2], "en")
    return next((name for name in names if name in known), known[0])
