"""The main message and the next step stand on the first screen of a small phone, without scrolling (quality.md, L5)."""

from __future__ import annotations

import pytest
from looking import Look, chromium, each_kind, every_page

pytestmark = pytest.mark.xdist_group("eyes")
BELOW = """() => ["[data-main-message]", "[data-next-step]"].filter(part => {
  const box = document.querySelector(part).getBoundingClientRect();
  return box.top < 0 || box.bottom > 640 || !box.height;
}).map(part => part + " ends at " + Math.round(document.querySelector(part).getBoundingClientRect().bottom))"""

NARROW = "body *{font-family:'Liberation Sans'!important}"
"""A font a little wider than the one of phones (Roboto); that of this machine is much wider."""


def below(built, files):
    """What stands below the first 640 points of a screen 360 wide, by file."""
    with chromium() as browser:
        look = Look(browser, built, files)
        return look.wrong(f"({BELOW})()", opened=False, style=NARROW)


def in_both_languages(files):
    """The same pages in Indonesian and in English."""
    plain = [file.removeprefix("en/") for file in files]
    return list(dict.fromkeys([*plain, *(f"en/{file}" for file in plain)]))


def test_message_and_next_step_of_each_kind_of_page_need_no_scrolling(built, facts, prose):
    files = in_both_languages(each_kind(built, facts, prose))
    assert below(built, files) == {}
    print(f"{len(files)} pages at 360 x 640")


@pytest.mark.audit
def test_message_and_next_step_of_every_page_need_no_scrolling(built):
    files = every_page(built)
    assert below(built, files) == {}
    print(f"{len(files)} pages at 360 x 640")
