"""Whole numbers and rupiah in words, in any language that `data/numbers.yml` describes."""

from __future__ import annotations

from typing import NamedTuple

from guide.facts.model.linguistics import NumberWords


class Counting(NamedTuple):
    """Number words of one language; fields as in `NumberWords`. The browser's estimator reads the same."""

    small: list[str]
    tens: list[str]
    hyphen: bool
    hundred: str
    one_hundred: str
    thousands: list[str]
    one_thousand: str
    money: str


def counting(words: NumberWords, language: str) -> Counting:
    """Return the number words of one language."""
    return Counting(
        small=[text[language] for text in words.small],
        tens=[text[language] for text in words.tens],
        hyphen=language in words.hyphen,
        hundred=words.hundred[language],
        one_hundred=words.one_hundred[language],
        thousands=[text[language] for text in words.thousands],
        one_thousand=words.one_thousand[language],
        money=words.money[language],
    )


def money_words(rupiah: int, words: Counting) -> str:
    """Return `satu juta rupiah`, `one million rupiah`. `rupiah` is not negative."""
    return f"{number_words(rupiah, words)} {words.money}"


def number_words(number: int, words: Counting) -> str:
    """Return a whole number from 0 in words; above the last named thousand, its thousands are counted in words."""
    if number < 20:
        return words.small[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        join = "-" if words.hyphen else " "
        return words.tens[tens - 2] + (f"{join}{words.small[rest]}" if rest else "")
    if number < 1000:
        count, rest = divmod(number, 100)
        head = words.one_hundred if count == 1 else f"{words.small[count]} {words.hundred}"
    else:
        power = min((len(str(number)) - 1) // 3, len(words.thousands))
        count, rest = divmod(number, 1000**power)
        head = f"{number_words(count, words)} {words.thousands[power - 1]}"
        if count == power == 1:
            head = words.one_thousand
    return f"{head} {number_words(rest, words)}" if rest else head
