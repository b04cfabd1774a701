"""HTML without what it can do without: most end tags, needless quotes, names that nothing asks for."""

from __future__ import annotations

import re

_FIGURE = re.compile(r' data-fig="[^"]*"')
"""Which figure an amount is: only the site tells them apart by name."""
_BARE = re.compile(r'<span(?: class="fig")? data-fig="[^"]*">([^<]*)</span>')
"""A figure that leads nowhere: the shorter element for bold words says as much."""
_TAG = re.compile(r"<[a-z][^>]*>")
_QUOTED = re.compile(r"""="([^"\s=<>`']+)"(?=[\s>])""")
_ENDS = re.compile(r"</(?:li|dt|dd|tr|td|th|thead|tbody|option)>")
_PARAGRAPH = re.compile(
    r"</p>(?=\s*(?:<(?:p|div|ul|ol|dl|h\d|table|section|details|form|fieldset|footer|nav)\b"
    r"|</(?:div|section|li|td|dd|details|nav|footer|main|header|form)>))"
)
_BLOCK = (
    r"(?:p|div|[uod]l|li|d[td]|h\d|table|caption|thead|tbody|t[rhd]|section|details|form|fieldset|footer|nav|main"
    r"|header)"
)
_BODY = re.compile(r"(</summary>)\s*<div>\s*<div>(\s*<p\b(?:(?!</?div\b).)*)</div>\s*</div>", re.S)
"""The answer to a question in two boxes: nothing is seen of them."""
_LINE = re.compile(rf"\s*\n\s*(?=</?{_BLOCK}\b)|(?<=>)\s*\n\s*(?=<summary\b)")
"""A line break before a block: nobody sees it."""


def terse(text: str, classes: frozenset[str] | set[str]) -> str:
    """Return the same elements in fewer bytes, without classes that no rule or script names (not among `classes`)."""
    text = _BODY.sub(r"\1\2", _LINE.sub("", _BARE.sub(r"<b>\1</b>", text)))
    text = _PARAGRAPH.sub("", text)
    return _TAG.sub(lambda found: _short(found[0], classes), _ENDS.sub("", text))


def _short(tag: str, classes: frozenset[str] | set[str]) -> str:
    tag = re.sub(r' class="([^"]*)"', lambda found: _class(found[1], classes), tag)
    return _QUOTED.sub(r"=\1", _FIGURE.sub("", tag))


def _class(names: str, classes: frozenset[str] | set[str]) -> str:
    kept = " ".join(name for name in names.split() if name in classes)
    return f' class="{kept}"' if kept else ""
