"""The style sheet as it is put into every page: small, and readable to browsers that know no custom properties."""

from __future__ import annotations

import re
from functools import lru_cache

_ALONE = re.compile(r"<(p|li)>(?:<a href=[^>]*>[^<]*</a>(?: · )?)+\.?</\1>")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_TEXT = re.compile(r'("[^"]*"|\'[^\']*\')')
_ROOT = re.compile(r":root\{([^}]*)\}")
_DECLARATION = re.compile(r"(?<=[{;])([a-z-]+:[^;{}]*var\(--[^;{}]*)(?=[;}])")


@lru_cache(maxsize=8)
def lean(css: str) -> str:
    """Return a style without comments and blanks, with the plain value before every `var(…)`.

    Plain values are those of the first `:root`. A property that it does not name is a LookupError.
    """
    css = "".join(part if part[:1] in "\"'" else _tight(part) for part in _TEXT.split(_COMMENT.sub("", css)))
    plain = colours(css)
    return _DECLARATION.sub(lambda found: f"{_filled(found[1], plain)};{found[1]}", css)


def colours(css: str) -> dict[str, str]:
    """Return the custom properties of the first `:root` of a style: those of the light theme."""
    found = _ROOT.search(_COMMENT.sub("", css))
    pairs = found[1].split(";") if found else []
    return {name.strip(): value.strip() for name, _, value in (pair.partition(":") for pair in pairs) if value}


def roomy(html: str) -> str:
    """Return prose in which links that stand alone in their line are large enough for a finger."""
    return _ALONE.sub(lambda found: found[0].replace("<a href", '<a class="solo" href'), html)


def _filled(declaration: str, plain: dict[str, str]) -> str:
    return re.sub(r"var\((--[\w-]+)\)", lambda found: plain[found[1]], declaration)


def _tight(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    css = re.sub(r"(?<=[{;(])([\w-]+): ", r"\1:", css)
    return css.replace(";}", "}").strip(" ") if css.strip() else css
