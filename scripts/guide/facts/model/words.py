"""Words as facts carry them: on one line or a paragraph a line, without markup and hidden signs."""

import re
import unicodedata

from guide.facts.diagnostics import N_
from guide.facts.model.refusal import wrong

HIDDEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
"""Unicode's kinds of signs that nobody sees: control signs, direction marks, joiners, ends of line."""
BROKEN = re.compile(r"(?<![.!?:”\"])\n|\n\s|\s\n")
"""A line that ends within a sentence. After a sentence a new line begins a new paragraph."""


def words(value: object) -> str:
    """Return the words if facts may carry them. Raises an error that says what to write instead."""
    if not isinstance(value, str):
        raise wrong(N_("write text here"))
    if value != value.strip() or BROKEN.search(value):
        raise wrong(N_("write the text on one line, or a paragraph a line, without blanks around it"))
    shown = value.replace("\n", " ")
    hidden = "" if shown.isprintable() else next((sign for sign in shown if unicodedata.category(sign) in HIDDEN), "")
    if hidden:
        raise wrong(N_("take out the hidden sign {bad}"), bad=f"U+{ord(hidden):04X}")
    if re.search(r"<[a-zA-Z/!]|\]\(|\*\*|`", value):
        raise wrong(N_("facts carry no markup: write plain words"))
    return value
