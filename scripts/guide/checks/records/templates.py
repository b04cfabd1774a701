"""Templates that would show a benefit without the months that must be paid before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from guide.checks.records.translations import WAITS
from guide.facts.diagnostics import Mistake
from guide.facts.load.source_files import files_below
from guide.facts.load.text_file import text_of

_CALL = re.compile(r"\b(figure|condition|since)\(\s*([^\s,.)]+)([^{}]*?)(?=\}\}|%\}|\b(?:figure|condition|since)\()")
"""A call that shows a figure, or its condition: which, of what (the first name of its first argument), and the rest."""


def templates_say_each_condition(folder: Path) -> Iterator[Mistake]:
    """Refuse a template that shows an amount with `condition=false` and its condition nowhere."""
    for path in files_below(folder, ".html"):
        text = text_of(path)
        calls = list(_CALL.finditer(text))
        bare = [call for call in calls if "condition=false" in call[3].replace(" ", "")]
        said = {call[2] for call in calls if call not in bare}
        for call in bare:
            if call[2] not in said:
                line = text.count("\n", 0, call.start()) + 1
                column = call.start() - text.rfind("\n", 0, call.start())
                file = f"{folder.name}/{path.relative_to(folder).as_posix()}"
                yield Mistake(file, line, column, "", WAITS, {"good": f"condition({call[2]})"})
