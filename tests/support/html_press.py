"""A press that leaves what it prints as HTML, for tests that read paper and cards without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from unittest import mock

from guide.handouts import single
from guide.handouts.context import HandoutContext
from guide.handouts.minify_html import terse
from guide.handouts.plan import plan


class Press:
    """A press that hands back what it was to print."""

    def pdf(self, html: str) -> bytes:
        return html.encode()

    def picture(self, html: str, width: int, height: int) -> bytes:
        return html.encode()


@contextmanager
def as_html() -> Iterator[None]:
    """Leave out what is done to drawn pictures: their HTML stays as it is."""
    with mock.patch("guide.handouts.print_targets.small", lambda picture: picture):
        yield


class HandOut(NamedTuple):
    """A hand-out: its name, its part, its text, and the text before it was shortened."""

    name: str
    part: str
    text: str
    roomy: str


def hand_outs(context: HandoutContext) -> list[HandOut]:
    """Return every hand-out that is text or drawn from HTML, but codes; the context has a Press for its printer."""
    found, roomy = [], []
    keep = mock.patch.object(single, "terse", lambda text, names: roomy.append(text) or terse(text, names))
    with as_html(), keep:
        for item in plan(context):
            if item.name.endswith((".html", ".pdf", ".png", ".txt")) and not item.name.endswith("qr.png"):
                roomy.clear()
                text = item.make().decode()
                found.append(HandOut(item.name, item.part, text, roomy[0] if roomy else text))
    return found
