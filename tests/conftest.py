"""What the tests share: the real facts, loaded once, on a fixed day."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "scripts"))

from guide.load import load, read, read_prose  # noqa: E402
from guide.rules import compile_rules  # noqa: E402

TODAY = datetime.date(2026, 11, 22)
"""The day that tests take for today, unless they say another."""


@pytest.fixture(scope="session")
def facts():
    """The real facts."""
    return load(read(ROOT / "data"))


@pytest.fixture(scope="session")
def prose(facts):
    """The pages that people wrote."""
    return read_prose(ROOT / "docs", facts.languages)


@pytest.fixture(scope="session")
def rules(facts):
    """The rules compiled from the real facts."""
    return compile_rules(facts)
