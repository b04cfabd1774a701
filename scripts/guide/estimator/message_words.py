"""Words in the gaps of a message: names that facts give, numbers as a language writes them, wrong values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

LONGEST = 80
"""Letters of a wrong value that a message repeats."""
_BREAKS = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]+")


def quoted(value: str) -> str:
    """Return what somebody wrote, on one line and not too long."""
    text = _BREAKS.sub(" ", value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


class MessageWords(NamedTuple):
    """Words of one language, by what the data calls them; `decimal`: its decimal mark."""

    parties: Mapping[str, str]
    benefits: Mapping[str, str]
    decimal: str

    def shown(self, gap: str, value: str) -> str:
        """Return the words in a gap of that name."""
        if gap == "party":
            return self.parties[value]
        if gap == "benefit":
            return self.benefits[value]
        if gap in ("rate", "relief"):
            return re.sub(r"([0-9])\.([0-9])", rf"\1{self.decimal}\2", value)
        return quoted(value) if gap == "bad" else value
