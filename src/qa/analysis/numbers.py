"""Numbers in one normal form: digits, in the words of two languages, shares and fractions.

"14 145" and "14.145" become "14145"; "achtenzestig procent" and "68 %" become "68" and
"unit:%"; "een kwart" and "one in four" become "25" and "unit:%", "two thirds" becomes "2/3"
and "unit:%"; "anderhalf mln" and "een miljoen vijfhonderdduizend" become "1500000".
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from qa.lang import LANGUAGES
from qa.lang.numerals import Numerals

PERCENT = "unit:%"
_DIGIT = re.compile(r"\d")
_GROUPED = re.compile(r"(?<![\d.,/-])(\d{1,3})((?:[ .\u00a0\u202f]\d{3})+)(?![\d/]|[.,]\d)")
_GROUPED_BEFORE_COMMA = re.compile(
    r"(?<![\d.,/-])(\d{1,3})((?:\.\d{3})+)(?=,\d{1,2}(?![\d/]|[.,]\d))"
)
_GROUPED_BY_COMMA = re.compile(r"(?<![\d.,/-])(\d{1,3})((?:,\d{3})+)(?![\d,/])")
_AMOUNT = re.compile(r"([$£€]\s?\d[\d.,]*)\s?([a-z])\b")
_DIGITS = re.compile(r"\d{1,18}(?:[.,]\d{1,18})?")  # of more Python makes no number
_WHOLE = re.compile(r"\d{1,18}")
_MOST = 10**24  # what is greater gets no more magnitudes
_SLASH = re.compile(r"([1-9])[/\u2044]([1-9]\d?)")


def join_thousands(text: str) -> str:
    """The text with its thousands joined where a space or a full stop is between them."""
    return _GROUPED.sub(lambda m: m[1] + re.sub(r"\D", "", m[2]), text)


def group_digits(text: str, language: str) -> str:
    """The text with its thousands joined; in English a comma separates them too.

    Where a comma begins the decimals, as in Dutch, full stops before it are between thousands.
    """
    if not _DIGIT.search(text):
        return text
    text = join_thousands(text)
    if language == "en":
        text = _GROUPED_BY_COMMA.sub(lambda m: m[1] + m[2].replace(",", ""), text)
    else:
        text = _GROUPED_BEFORE_COMMA.sub(lambda m: m[1] + m[2].replace(".", ""), text)
    letters = LANGUAGES[language].numerals.after_currency
    if letters:
        text = _AMOUNT.sub(lambda m: f"{m[1]} {letters.get(m[2], m[2])}", text)
    return text.replace("\u2044", "/")


def normalise_numbers(words: list[str], language: str) -> list[str]:
    """Folded words with numbers, percentages and fractions in normal form."""
    rules, starts = LANGUAGES[language].numerals, _starts(language)
    result: list[str] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word in starts or word[0].isdigit():
            terms, at = _normalise(words, at, rules)
            result.extend(terms)
        else:
            result.append(word)
            at += 1
    return result


@cache
def _starts(language: str) -> frozenset[str]:
    """Words at which a number, a percentage or a fraction may begin."""
    rules = LANGUAGES[language].numerals
    numbers = rules.words.keys() | rules.shares.keys() | rules.mixed.keys() | rules.factors.keys()
    return rules.percent | rules.ones | {"per"} | numbers


def _normalise(words: list[str], at: int, rules: Numerals) -> tuple[list[str], int]:
    """The terms of what begins at a place, and the place after it."""
    share = _share(words, at, rules)
    if share:
        return _share_terms(share[0]), share[1]
    value, after = _number(words, at, rules)
    if value is None:
        if words[at] in rules.percent:
            return [PERCENT], at + 1
        if tuple(words[at : at + 2]) in _PER_CENT:
            return [PERCENT], at + 2
        return [words[at]], at + 1
    return [value], after


_PER_CENT = {("per", "cent")}


def _number(words: list[str], at: int, rules: Numerals) -> tuple[str | None, int]:
    """A number in digits, its magnitude ("14 thousand", "2,5 miljoen") multiplied in."""
    word = words[at]
    if word[0].isdigit() and not _DIGITS.fullmatch(word):
        return word, at + 1
    found = _quantity(words, at, rules)
    if found is None:
        return None, at
    value, after = found
    bare = word[0].isdigit() and after == at + 1
    return (word.replace(",", ".") if bare else _written(value)), after


def _quantity(
    words: list[str], at: int, rules: Numerals, below: int = _MOST
) -> tuple[Fraction, int] | None:
    """A number with its magnitude, and what is added to it ("two thousand five hundred").

    Nothing is added to one whose magnitude is not `below` that of the number it would itself
    be added to.
    """
    found = _factor(words, at, rules)
    if found is None:
        return None
    value, after = found
    scale = 0
    while after < len(words) and words[after] in rules.magnitudes and value < _MOST:
        scale = rules.magnitudes[words[after]]
        value, after = value * scale, after + 1
    following = after + (words[after : after + 1] == [rules.joint])
    if 0 < scale < below and following < len(words) and words[following] in rules.words:
        rest = _quantity(words, following, rules, scale)
        if rest and _may_add(scale, rest[0]):
            return value + rest[0], rest[1]
    return value, after


def _may_add(scale: int, rest: Fraction | int) -> bool:
    """Whether a number goes on with another; not "two million | five years ago"."""
    return scale >= 1000 and scale <= 100 * rest < 100 * scale


def _factor(words: list[str], at: int, rules: Numerals) -> tuple[Fraction, int] | None:
    """A number without its magnitude, None where none begins."""
    word = words[at]
    if word[0].isdigit():
        return (Fraction(word.replace(",", ".")), at + 1) if _DIGITS.fullmatch(word) else None
    if word in rules.words:
        return _in_words(words, at, rules)
    if word in rules.mixed:
        return Fraction(rules.mixed[word]), at + 1
    if word in rules.factors and words[at + 1 : at + 2] and words[at + 1] in rules.magnitudes:
        return Fraction(rules.factors[word]), at + 1
    return None


def _in_words(words: list[str], at: int, rules: Numerals) -> tuple[Fraction, int]:
    """A number in several words, "two hundred and sixty-eight", "drieduizend vijfhonderd"."""
    total, after = rules.words[words[at]], at + 1
    last = total
    while after < len(words):
        nearby = after
        if words[nearby] == rules.joint and total % 100 == 0 and nearby + 1 < len(words):
            nearby += 1
        following = rules.words.get(words[nearby])
        if following is None:
            break
        if rules.joint and following == 100 and total < 100:
            total = last = total * 100
        elif _follows(last, following, rules):
            total, last = total + following, following
        else:
            break
        after = nearby + 1
    return Fraction(total), after


def _follows(last: int, following: int, rules: Numerals) -> bool:
    """Whether a number in words goes on with another; one word goes to 999 where none joins."""
    if not rules.joint:
        return last % 1000 == 0 and _may_add(1000, following)
    return (last >= 100 and following < 100) or (20 <= last < 100 and following < 10)


def _share(words: list[str], at: int, rules: Numerals) -> tuple[Fraction, int] | None:
    """A fraction in words, between 0 and 1: "driekwart", "twee derde", "one in four"."""
    word = words[at]
    if word in rules.shares:
        return Fraction(rules.shares[word]), at + 1
    slash = _SLASH.fullmatch(word)
    if slash:
        share = Fraction(int(slash[1]), int(slash[2]))
        return (share, at + 1) if share < 1 else None
    one = word in rules.ones
    value = 1 if one else _whole(word, rules)
    rest = words[at + 1 : at + 4]
    if not 0 < value < 10 or not rest:
        return None
    denominator = rules.denominators.get(rest[0])
    if denominator and value < denominator:
        sure = not one or denominator in (2, 4) or rest[1:2] in ([w] for w in rules.share_of)
        return (Fraction(value, denominator), at + 2) if sure else None
    for between in rules.out_of:
        gap = len(between)
        if tuple(rest[:gap]) == between and len(rest) > gap:
            whole = _whole(rest[gap], rules)
            if value < whole <= 10:
                return Fraction(value, whole), at + 2 + gap
    return None


def _whole(word: str, rules: Numerals) -> int:
    """A whole number in one word or in digits; 0 for anything else."""
    return rules.words.get(word, int(word) if _WHOLE.fullmatch(word) else 0)


def _share_terms(share: Fraction) -> list[str]:
    """A share as a percentage where that is a whole number, else as a fraction."""
    hundredths = share * 100
    return [str(hundredths) if hundredths.denominator == 1 else str(share), PERCENT]


def _written(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):.10g}"
