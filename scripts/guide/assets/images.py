"""Pictures: an SVG of ours as PNG without a browser, and PNGs made small. The only module that knows resvg and Pillow.

Letters are those of Roboto as a package brings it (OFL 1.1), never of the machine, so that bytes repeat.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import fontpkg
import resvg_py
from PIL import Image, ImageFont, ImageOps

from guide.assets.disk_cache import kept

_COLOURS = 40
_ROBOTO = fontpkg.family("Roboto")
_FONT = str(fontpkg.path("Roboto"))  # one file of all weights


def small(png: bytes) -> bytes:
    """Return a PNG reduced to its own palette: flat colours and the soft edges of letters need no more."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


_INK = bytes([255, *[0] * 255])
"""Light for 0, black for 1."""


def drawn(svg: str, folder: Path) -> bytes:
    """Return the PNG of an SVG, from the cache in `folder` if it was drawn before."""

    def make() -> bytes:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[_FONT]))

    return kept(folder, f"{resvg_py.__version__}\0{_ROBOTO.version}\0{svg}".encode(), make)


def squares(rows: Sequence[bytes | bytearray], around: int, side: int) -> bytes:
    """Return the PNG of a pattern: squares of `side` pixels, black for 1, in a light edge of `around` squares."""
    out = io.BytesIO()
    dark = Image.frombytes("L", (len(rows[0]), len(rows)), b"".join(rows).translate(_INK))
    whole = ImageOps.expand(dark, around, 255).convert("1")
    whole.resize((whole.width * side, whole.height * side), Image.Resampling.NEAREST).save(out, "PNG")
    return out.getvalue()


def fitted(words: str, width: int, sizes: tuple[int, ...], most: int, weight: str = "Regular") -> tuple[int, list[str]]:
    """Return the largest size at which words fit into `most` lines of `width` pixels, and the lines; cut with "…"."""
    for size in sizes:
        lines = _lines(words, width, size, weight)
        if len(lines) <= most:
            return size, lines
    last = lines[most - 1]
    while _width(f"{last} …", size, weight) > width:
        last = last.rpartition(" ")[0]
    return size, [*lines[: most - 1], f"{last} …"]


def _lines(words: str, width: int, size: int, weight: str) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer, size, weight) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _width(words: str, size: int, weight: str) -> float:
    return _font(size, weight).getlength(words)


@lru_cache
def _font(size: int, weight: str) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(_FONT, size)
    font.set_variation_by_name(weight)
    return font
