"""Words as facts carry them: on one line or a paragraph a line, without markup and hidden signs."""

import re

from guide.facts.diagnostics import N_
from guide.facts.model.refusal import wrong

HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    r"\U000e0000-\U0010ffff]"
)
"""Signs that nobody sees: control and direction marks, joiners, ends of line, blank letters, signs for private use."""
_WITHIN = re.compile(rf"{HIDDEN.pattern}|[\t\r]")
"""The same within a text; between the lines of a file tabs and ends of line of Windows have their place."""
TAKE_OUT = N_("take out the hidden sign {bad}")
LONGEST = 3000
"""Letters of a text, all its paragraphs together: more than any fact needs, few enough for every pattern."""
BROKEN = re.compile(r"(?<![.!?:”\"])\n|\n\s|\s\n")
"""A line that ends within a sentence. After a sentence a new line begins a new paragraph."""


def words(value: object) -> str:
    """Return the words if facts may carry them. Raises an error that says what to write instead."""
    if not isinstance(value, str):
        raise wrong(N_("write text here"))
    if value != value.strip() or BROKEN.search(value):
        raise wrong(N_("write the text on one line, or a paragraph a line, without blanks around it"))
    if len(value) > LONGEST:
        raise wrong(N_("write at most {most} letters here"), most=LONGEST)
    if match := _WITHIN.search(value):
        raise wrong(TAKE_OUT, bad=f"U+{ord(match[0]):04X}")
    if re.search(r"<[a-zA-Z/!?]|\]\(|\*\*|`", value):
        raise wrong(N_("facts carry no markup: write plain words"))
    return value
