"""Money as people type it, and as it is said in words: the same in Python and in the browser."""

from __future__ import annotations

import json
import time

import pytest
from guide.estimator.inputs.money import read_money
from guide.i18n.numerals import counting, money_words
from hypothesis import given, settings
from hypothesis import strategies as st
from parity import Browser, Python

pytestmark = pytest.mark.xdist_group("engine")
TYPED = {
    "1000000": 1_000_000,
    "1.000.000": 1_000_000,
    "1,000,000": 1_000_000,
    "Rp 1.000.000": 1_000_000,
    "Rp1.000.000,00": 1_000_000,
    "Rp. 1.000.000,-": 1_000_000,
    "IDR 1,000,000.00": 1_000_000,
    "1 juta": 1_000_000,
    "1,5jt": 1_500_000,
    "1.5 jt": 1_500_000,
    "1.25 JUTA": 1_250_000,
    "750rb": 750_000,
    "750 ribu": 750_000,
    "1.5 million": 1_500_000,
    "750k": 750_000,
    "1.500 rb": 1_500_000,
    " 2 juta rupiah ": 2_000_000,
    "1000 rupiah": 1000,
    "1\u00a0000": None,
    "0": 0,
    "500,00": 500,
    "1.5": None,
    "1,50": None,
    "1.0000": None,
    "10.00.000": None,
    "1.000,000": None,
    "1.000.00": None,
    "-5": None,
    "": None,
    "abc": None,
    "1e6": None,
    "１２": None,
    "1.234 jt": 1_234_000_000,
    "0,750 jt": None,
    "0.500 juta": None,
    "0.750": None,
    "Rp012.500": None,
    "0,75 jt": 750_000,
    "1.5.5 jt": None,
    "Rp": None,
    "1 jutaan": None,
}
WORDS = {
    0: ("nol rupiah", "zero rupiah"),
    11: ("sebelas rupiah", "eleven rupiah"),
    100: ("seratus rupiah", "one hundred rupiah"),
    1000: ("seribu rupiah", "one thousand rupiah"),
    16_800: ("enam belas ribu delapan ratus rupiah", "sixteen thousand eight hundred rupiah"),
    21_500: ("dua puluh satu ribu lima ratus rupiah", "twenty-one thousand five hundred rupiah"),
    1_000_000: ("satu juta rupiah", "one million rupiah"),
    1_001_000: ("satu juta seribu rupiah", "one million one thousand rupiah"),
    42_000_000: ("empat puluh dua juta rupiah", "forty-two million rupiah"),
    10_080_000_000: ("sepuluh miliar delapan puluh juta rupiah", "ten billion eighty million rupiah"),
}


@pytest.fixture(scope="module")
def browser(facts, tmp_path_factory):
    """The browser's estimator."""
    found = Browser(Python(facts), tmp_path_factory.mktemp("engine"))
    yield found
    found.close()


@pytest.mark.parametrize("text", TYPED)
def test_money_is_read_as_people_write_it(text):
    assert read_money(text) == TYPED[text]


@pytest.mark.parametrize("rupiah", WORDS)
def test_money_is_said_in_words(facts, rupiah):
    said = tuple(money_words(rupiah, counting(facts.numbers[0], language)) for language in ("id", "en"))
    assert said == WORDS[rupiah]


@settings(max_examples=2000, deadline=None)
@given(st.integers(0, 10**12))
def test_money_that_is_written_is_read_again(rupiah):
    for mark in ".,":
        grouped = f"{rupiah:,}".replace(",", mark)
        assert read_money(grouped) == read_money(f"Rp{grouped}") == read_money(f"Rp {grouped}") == rupiah


def test_no_text_takes_long_to_read():
    """Two lists of blanks beside each other would be tried in every division: minutes for a cell of a large file."""
    began = time.monotonic()
    for text in ("1{} !", "Rp{}!", "1{}a{}!", "1 juta{} !"):
        assert read_money(text.replace("{}", " " * 200_000)) is None
    assert time.monotonic() - began < 2


def test_the_browser_reads_the_same_money(browser):
    texts = list(TYPED)
    parts = (
        "0",
        "1",
        "12",
        "123",
        "1234",
        ".",
        ",",
        "000",
        "00",
        "5",
        "jt",
        "juta",
        "rb",
        "k",
        "Rp",
        "rp.",
        " ",
        "-",
        "rupiah",
        "\u202f",
    )
    texts += [a + b + c + d for a in parts for b in parts for c in parts for d in parts[::2]]
    _, found = browser.ask(do="money", texts=texts)
    assert json.loads(found) == [read_money(text) for text in texts]
