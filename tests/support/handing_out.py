"""Contexts of hand-outs of given facts: what most tests of hand-outs begin with."""

from __future__ import annotations

import re

from conftest import ROOT, TODAY
from guide.handouts.context import HandoutContext
from guide.pages.renderer import open_renderer
from guide.pages.routes import pages


def handouts_of(facts, prose, languages, folder, address="", today=TODAY, printer=None):
    """Return the context of all hand-outs. `folder`: where the built site is; `printer`: draws paper, or none."""
    renderer = open_renderer(facts, pages(facts, prose), languages, ROOT / "overrides", today, address)
    return HandoutContext(renderer, printer, folder)


def named(text: str) -> set[str]:
    """The names of files that the notes of an archive list: each at the beginning of its own line."""
    return set(re.findall(r"^  (\S+) : ", text, re.M))
