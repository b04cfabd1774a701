"""QR codes of the short addresses. The only module that knows segno."""

from __future__ import annotations

import io
from functools import lru_cache

import segno

from guide.assets.images import squares

LARGEST = 4
"""The largest version of a code: more modules do not survive a phone's picture of a picture (quality.md O4)."""


QUIET = 4
"""Modules around a code that stay light."""


class CodeTooLong(ValueError):
    """The address does not fit into a code that old phones read."""


@lru_cache(maxsize=1024)
def code_of(address: str) -> segno.QRCode:
    """Return the QR code of an address: level M, version 4 at most. Raises CodeTooLong."""
    code = segno.make(address, error="m", boost_error=False, micro=False)
    if int(code.version) > LARGEST:
        raise CodeTooLong(f"{address}: too long for a QR code of version {LARGEST}; use a shorter public address")
    return code


@lru_cache(maxsize=1)
def as_svg(address: str) -> str:
    """Return the code as one SVG element with a quiet zone of four modules."""
    out = io.BytesIO()
    code_of(address).save(out, kind="svg", border=QUIET, xmldecl=False, nl=False, omitsize=True, light="#fff")
    return out.getvalue().decode()


def as_png(address: str) -> bytes:
    """Return the code as a PNG, 12 pixels a module."""
    return squares(code_of(address).matrix, QUIET, 12)
