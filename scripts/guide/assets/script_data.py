"""Data as scripts carry it."""

from __future__ import annotations

import json


def as_json(value: object) -> str:
    """Return compact JSON that may stand inside a script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
