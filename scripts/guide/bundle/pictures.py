"""Pictures made small: few colours, no data beside them. The only module that knows Pillow."""

from __future__ import annotations

import io

from PIL import Image

_COLOURS = 40


def small(png: bytes) -> bytes:
    """The picture with a palette of its own: flat colours and the soft edges of letters need no more."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()
