"""Words to terms: folding, stop words and stems, without anything learned from a corpus.

`analyse` compares texts with each other: sentences with a question when a passage is read,
nouns with nouns, and the baselines of the evaluation. What is indexed and searched for are the
terms of `Analyser`, which knows dates, numbers, compounds and abbreviations, and has the
folding and the stemmers from here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import Stemmer

from qa.analysis.numbers import join_thousands
from qa.lang import LANGUAGES, rules_of

WORD = r"\d+(?:[.,/]\d+)*|[^\W\d_]+"
_TERM = re.compile(WORD)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphens, spaces without width
_SMALL_PRINT = re.compile(r"(?<=\d)[¹²³⁰⁴-⁹¼½¾⅐-⅞]")


@cache
def stemmer(language: str) -> Stemmer.Stemmer:
    """The Snowball stemmer of a language (Porter, "Snowball: A language for stemming
    algorithms", 2001); for Dutch that of Kraaij & Pohlmann, 1994.
    """
    return Stemmer.Stemmer(LANGUAGES[language].stemmer)


def lower(text: str, diacritics: bool = True) -> str:
    """Small letters; compatibility forms spelled out and diacritics taken off, if wanted.

    What cannot be seen is left out, and a footnote's number is no part of a number before it.
    """
    if text.isascii():
        return text.casefold()
    text = _INVISIBLE.sub("", text)
    if not diacritics:
        return text.casefold()
    text = _SMALL_PRINT.sub(_set_apart, text)
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()  # "№" has a capital
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _set_apart(match: re.Match[str]) -> str:
    """What is printed small after a number is no digit of it: "2019¹" is "2019 1", "2½" "2.5"."""
    value = unicodedata.numeric(match[0])
    return f"{value:g}"[1:] if 0 < value < 1 and (100 * value).is_integer() else f" {match[0]}"


def fold(text: str) -> str:
    """Small letters without diacritics; "14 145" and "14.145" become "14145"."""
    return join_thousands(lower(text))


def analyse(text: str, language: str) -> list[str]:
    """Terms of a text: folded, without stop words, reduced to their stem."""
    rules = rules_of(language)
    words = [word for word in _TERM.findall(fold(text)) if word not in rules.stop_words]
    return [str(stem) for stem in stemmer(rules.code).stemWords(words)]


def content_terms(text: str, language: str, question_language: str) -> list[str]:
    """Terms of a question to find in texts of a language, whatever it is asked in."""
    own = rules_of(question_language).stop_words
    kept = " ".join(word for word in _TERM.findall(fold(text)) if word not in own)
    return analyse(kept, language)


def split_on_spaces(text: str) -> list[str]:
    """The baseline: words in small letters between spaces."""
    return text.lower().split()
