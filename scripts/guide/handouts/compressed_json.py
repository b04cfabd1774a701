"""Data of a file's script in fewer bytes: deflated JSON as letters. js/handout/unpack.js reads it."""

from __future__ import annotations

import base64
import zlib
from functools import lru_cache


@lru_cache(maxsize=8)  # many files have the same words
def packed(text: str) -> str:
    """Return JSON of ASCII letters alone, deflated (RFC 1951), in base 85; letters that a script need not escape."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    raw = deflate.compress(text.encode("ascii")) + deflate.flush()
    return base64.b85encode(raw, pad=True).decode().replace("<", ",")
