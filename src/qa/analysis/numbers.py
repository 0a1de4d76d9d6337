"""Numbers in one normal form: digits, in the words of two languages, shares and fractions.

"14 145" and "14.145" become "14145"; "achtenzestig procent" and "68 %" become "68" and
"unit:%"; "een kwart" and "one in four" become "25" and "unit:%", "two thirds" becomes "2/3"
and "unit:%".
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
_GROUPED_BY_COMMA = re.compile(r"(?<![\d.,/-])(\d{1,3})((?:,\d{3})+)(?![\d,/])")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_SLASH = re.compile(r"([1-9])[/\u2044]([1-9]\d?)")


def group_digits(text: str, language: str) -> str:
    """The text with its thousands joined; in English a comma separates them too."""
    if not _DIGIT.search(text):
        return text
    text = _GROUPED.sub(lambda m: m[1] + re.sub(r"\D", "", m[2]), text)
    if language == "en":
        text = _GROUPED_BY_COMMA.sub(lambda m: m[1] + m[2].replace(",", ""), text)
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
    return rules.percent | rules.ones | {"per"} | rules.words.keys() | rules.shares.keys()


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
    word, after = words[at], at + 1
    if word[0].isdigit():
        if not _DIGITS.fullmatch(word):
            return word, after
        value = Fraction(word.replace(",", "."))
        plain = word.replace(",", ".")
    elif word in rules.words:
        value, after = _in_words(words, at, rules)
        plain = _written(value)
    else:
        return None, at
    magnified = False
    while after < len(words) and words[after] in rules.magnitudes:
        value *= rules.magnitudes[words[after]]
        after, magnified = after + 1, True
    return (_written(value) if magnified else plain), after


def _in_words(words: list[str], at: int, rules: Numerals) -> tuple[Fraction, int]:
    """A number in words; in English several, "two hundred and sixty-eight"."""
    total, after = rules.words[words[at]], at + 1
    last = total
    while after < len(words):
        nearby = after
        if words[nearby] == rules.joint and total % 100 == 0 and nearby + 1 < len(words):
            nearby += 1
        following = rules.words.get(words[nearby])
        if following is None or not rules.joint:
            break
        if following == 100 and total < 100:
            total = last = total * 100
        elif (last >= 100 and following < 100) or (20 <= last < 100 and following < 10):
            total, last = total + following, following
        else:
            break
        after = nearby + 1
    return Fraction(total), after


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
    value = 1 if one else rules.words.get(word, int(word) if word.isdecimal() else 0)
    rest = words[at + 1 : at + 4]
    if not 0 < value < 10 or not rest:
        return None
    denominator = rules.denominators.get(rest[0])
    if denominator and value < denominator:
        sure = not one or denominator in (2, 4) or rest[1:2] in ([w] for w in rules.share_of)
        return (Fraction(value, denominator), at + 2) if sure else None
    gap = len(rules.out_of)
    if tuple(rest[:gap]) == rules.out_of and len(rest) > gap:
        whole = rules.words.get(rest[gap], int(rest[gap]) if rest[gap].isdecimal() else 0)
        if value < whole <= 10:
            return Fraction(value, whole), at + 2 + gap
    return None


def _share_terms(share: Fraction) -> list[str]:
    """A share as a percentage where that is a whole number, else as a fraction."""
    hundredths = share * 100
    return [str(hundredths) if hundredths.denominator == 1 else str(share), PERCENT]


def _written(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):.10g}"
