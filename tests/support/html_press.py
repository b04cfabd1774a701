"""A press that leaves what it prints as HTML, for tests that read paper and cards without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock


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
