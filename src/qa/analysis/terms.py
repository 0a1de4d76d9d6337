"""Words to terms: folding, stop words and stems, without anything learned from a corpus."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import Stemmer

from qa.lang import LANGUAGES

_GROUPED_NUMBER = re.compile(r"(?<![\d.,])(\d{1,3})((?:[ .\u00a0\u202f]\d{3})+)(?![\d])")
_TERM = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+|\d+")


@cache
def stemmer(language: str) -> Stemmer.Stemmer:
    """The Snowball stemmer of a language (Porter, "Snowball: A language for stemming
    algorithms", 2001); for Dutch that of Kraaij & Pohlmann, 1994.
    """
    return Stemmer.Stemmer(LANGUAGES[language].stemmer)


def lower(text: str, diacritics: bool = True) -> str:
    """Small letters; compatibility forms spelled out and diacritics taken off, if wanted."""
    if text.isascii() or not diacritics:
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def fold(text: str) -> str:
    """Small letters without diacritics; "14 145" and "14.145" become "14145"."""
    return _GROUPED_NUMBER.sub(lambda m: m[1] + re.sub(r"\D", "", m[2]), lower(text))


def analyse(text: str, language: str) -> list[str]:
    """Terms of a text: folded, without stop words, reduced to their stem."""
    rules = LANGUAGES.get(language, LANGUAGES["nl"])
    words = [word for word in _TERM.findall(fold(text)) if word not in rules.stop_words]
    return [str(stem) for stem in stemmer(rules.code).stemWords(words)]


def content_terms(text: str, language: str, question_language: str) -> list[str]:
    """Terms of a question to find in texts of a language, whatever it is asked in."""
    own = LANGUAGES.get(question_language, LANGUAGES["nl"]).stop_words
    kept = " ".join(word for word in _TERM.findall(fold(text)) if word not in own)
    return analyse(kept, language)


def split_on_spaces(text: str) -> list[str]:
    """The baseline: words in small letters between spaces."""
    return text.lower().split()
