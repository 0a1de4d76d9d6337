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
        "nl",
        "dutch",
        nl.STOP_WORDS,
        nl.NEGATIONS,
        nl.MARKER_WORDS,
        nl.ABBREVIATIONS,
        nl.CLOSING_ABBREVIATIONS,
        nl.ORDINARY_WORDS,
        nl.LETTERED_WORDS,
        nl.SURNAME_WORDS,
        nl.REFERENCE_WORDS,
        nl.LEANING_WORDS,
        nl.SIGNATURE_LEAD,
        nl.METADATA_LEADS,
        nl.SIGNATURE_WORDS,
        numerals.DUTCH,
        naming.DUTCH_MONTHS,
        frozenset(),
        naming.DUTCH_NAMING,
        DUTCH_MEANING,
        True,
        nl.CUES,
    ),
    "en": Language(
        "en",
        "english",
        en.STOP_WORDS,
        en.NEGATIONS,
        en.MARKER_WORDS,
        en.ABBREVIATIONS,
        en.CLOSING_ABBREVIATIONS,
        en.ORDINARY_WORDS,
        en.LETTERED_WORDS,
        en.SURNAME_WORDS,
        en.REFERENCE_WORDS,
        en.LEANING_WORDS,
        en.SIGNATURE_LEAD,
        en.METADATA_LEADS,
        en.SIGNATURE_WORDS,
        numerals.ENGLISH,
        naming.ENGLISH_MONTHS,
        naming.ENGLISH_MONTHS_ALSO_WORDS,
        naming.ENGLISH_NAMING,
        ENGLISH_MEANING,
        False,
        en.CUES,
    ),
}


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
