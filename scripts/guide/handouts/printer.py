"""Paper and pictures, drawn by Chromium from HTML. The only module that knows Playwright.

One mechanism for both: the browser that draws the pages also prints them, with tags, title and language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page as BrowserPage

CHROMIUM = "/usr/bin/chromium"
NEEDED = ("playwright",)
"""Packages that paper needs (requirements-test.txt)."""
SWITCHES = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--font-render-hinting=none",
]
_NODE = re.compile(rb"\bnode\d{8}\b")
"""How Chromium names what a tag stands for: by its number in the life of the browser."""
_DATES = re.compile(rb"/(CreationDate|ModDate) \(D:[^)]*\)")


class Printer:
    """A browser that starts when it is first needed. Use inside `with opened()`."""

    def __init__(self) -> None:
        self._stop: list[Callable[[], None]] = []

    @cached_property
    def _page(self) -> BrowserPage:
        from playwright.sync_api import Error, sync_playwright

        playwright = sync_playwright().start()
        self._stop.append(playwright.stop)
        try:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        except Error as error:
            raise OSError(f"Chromium does not start: {_first_line(error)}") from None
        self._stop.insert(0, browser.close)
        return browser.new_page(offline=True)

    def pdf(self, html: str) -> bytes:
        """Return the pages of a document whose style says their size: tagged, without dates."""
        return undated(self._taken(_holding(html), _printed))

    def picture(self, html: str, width: int, height: int) -> bytes:
        """Return a PNG of `width` by `height` pixels."""
        return self._taken(_holding(html), _shot, width, height)

    def screen(self, address: str, width: int, height: int) -> bytes:
        """Return a PNG of the first screen of the page at an address."""
        return self._taken(lambda page: page.goto(address, wait_until="load"), _shot, width, height)

    def _taken(
        self,
        fill: Callable[[BrowserPage], object],
        take: Callable[[BrowserPage], bytes],
        width: int = 800,
        height: int = 600,
    ) -> bytes:
        page = self._page
        try:
            page.set_viewport_size({"width": width, "height": height})
            fill(page)
            return take(page)
        except Exception as error:
            if type(error).__module__.startswith("playwright"):
                raise OSError(f"Chromium ended while it drew: {_first_line(error)}; nothing was changed") from None
            raise

    def close(self) -> None:
        """End the browser if it was started and still runs."""
        for stop in self._stop:
            with suppress(Exception):
                stop()


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]


def _holding(html: str) -> Callable[[BrowserPage], None]:
    return lambda page: page.set_content(html, wait_until="load")


def _shot(page: BrowserPage) -> bytes:
    return page.screenshot(type="png")


def _printed(page: BrowserPage) -> bytes:
    return page.pdf(tagged=True, outline=True, prefer_css_page_size=True, print_background=True)


@contextmanager
def opened() -> Iterator[Printer]:
    """Open a printer and close it at the end, whatever happens."""
    printer = Printer()
    try:
        yield printer
    finally:
        printer.close()


def undated(pdf: bytes) -> bytes:
    """Return the document dated 1980, its tags numbered from one; byte offsets in the file stay as they are."""
    pdf = _DATES.sub(lambda found: re.sub(rb"\d{14}", b"19800101000000", found[0]), pdf)
    numbers = {name: b"node%08d" % number for number, name in enumerate(sorted(set(_NODE.findall(pdf))), 1)}
    return _NODE.sub(lambda found: numbers[found[0]], pdf)
