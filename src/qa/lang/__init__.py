"""Language data, apart from the algorithms that use it: Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass

from qa.lang import en, naming, nl, numerals
from qa.lang.cues import Cues
from qa.lang.meaning import DUTCH_MEANING, ENGLISH_MEANING, Meaning
from qa.lang.naming import Naming
from qa.lang.numerals import Numerals


@dataclass(frozen=True, slots=True)
class Language:
    """What the analysis of one language needs to know; all words in lower case.

    `months`: the names of each month, the full one first; `months_also_words` mean something
    else too, and need a word like "in" before them. `compounding`: whether words are written
    together to make new ones.
    """

    code: str
    stemmer: str
    stop_words: frozenset[str]
    negations: frozenset[str]
    marker_words: frozenset[str]
    abbreviations: frozenset[str]
    closing_abbreviations: frozenset[str]
    ordinary_words: frozenset[str]
    lettered_words: frozenset[str]
    surname_words: frozenset[str]
    reference_words: frozenset[str]
    leaning_words: frozenset[str]
    signature_lead: str
    metadata_leads: dict[str, str]
    signature_words: frozenset[str]
    numerals: Numerals
    months: tuple[str, ...]
    months_also_words: frozenset[str]
    naming: Naming
    meaning: Meaning
    compounding: bool
    cues: Cues


LANGUAGES = {
    "nl": Language(
        code="nl",
        stemmer="dutch",
        stop_words=nl.STOP_WORDS,
        negations=nl.NEGATIONS,
        marker_words=nl.MARKER_WORDS,
        abbreviations=nl.ABBREVIATIONS,
        closing_abbreviations=nl.CLOSING_ABBREVIATIONS,
        ordinary_words=nl.ORDINARY_WORDS,
        lettered_words=nl.LETTERED_WORDS,
        surname_words=nl.SURNAME_WORDS,
        reference_words=nl.REFERENCE_WORDS,
        leaning_words=nl.LEANING_WORDS,
        signature_lead=nl.SIGNATURE_LEAD,
        metadata_leads=nl.METADATA_LEADS,
        signature_words=nl.SIGNATURE_WORDS,
        numerals=numerals.DUTCH,
        months=naming.DUTCH_MONTHS,
        months_also_words=frozenset(),
        naming=naming.DUTCH_NAMING,
        meaning=DUTCH_MEANING,
        compounding=True,
        cues=nl.CUES,
    ),
    "en": Language(
        code="en",
        stemmer="english",
        stop_words=en.STOP_WORDS,
        negations=en.NEGATIONS,
        marker_words=en.MARKER_WORDS,
        abbreviations=en.ABBREVIATIONS,
        closing_abbreviations=en.CLOSING_ABBREVIATIONS,
        ordinary_words=en.ORDINARY_WORDS,
        lettered_words=en.LETTERED_WORDS,
        surname_words=en.SURNAME_WORDS,
        reference_words=en.REFERENCE_WORDS,
        leaning_words=en.LEANING_WORDS,
        signature_lead=en.SIGNATURE_LEAD,
        metadata_leads=en.METADATA_LEADS,
        signature_words=en.SIGNATURE_WORDS,
        numerals=numerals.ENGLISH,
        months=naming.ENGLISH_MONTHS,
        months_also_words=naming.ENGLISH_MONTHS_ALSO_WORDS,
        naming=naming.ENGLISH_NAMING,
        meaning=ENGLISH_MEANING,
        compounding=False,
        cues=en.CUES,
    ),
}


def rules_of(language: str) -> Language:
    """What is known of a language; of one that nothing is known of, what is of Dutch."""
    return LANGUAGES.get(language, LANGUAGES["nl"])


def detect_language(text: str, default: str = "nl") -> str:
    """The language whose function words are most frequent in the text.

    Works on questions of a few words too; `default` where nothing tells.
    """
    words = [word.strip(".,;:!?()'\"«»“”‘’").lower() for word in text.split()]
    counts = {
        code: sum(word in language.marker_words for word in words)
        for code, language in LANGUAGES.items()
    }
    best = max(counts, key=lambda code: (counts[code], code == default))
    return best if counts[best] else default


def as_listed(word: str) -> str:
    """A word that a pattern found, in small letters; to `re.I` also ſ is an s, and ı and İ an i."""
    return word.lower().translate({0x17F: "s", 0x131: "i", 0x307: None})
