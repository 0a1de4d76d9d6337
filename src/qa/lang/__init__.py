"""Language data, apart from the algorithms that use it: Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass

from qa.lang import en, nl


@dataclass(frozen=True, slots=True)
class Language:
    """What the analysis of one language needs to know; all words in lower case."""

    code: str
    stemmer: str
    stop_words: frozenset[str]
    marker_words: frozenset[str]
    abbreviations: frozenset[str]
    closing_abbreviations: frozenset[str]
    reference_words: frozenset[str]
    leaning_words: frozenset[str]
    signature_lead: str
    signature_words: frozenset[str]


LANGUAGES = {
    "nl": Language(
        "nl",
        "dutch",
        nl.STOP_WORDS,
        nl.MARKER_WORDS,
        nl.ABBREVIATIONS,
        nl.CLOSING_ABBREVIATIONS,
        nl.REFERENCE_WORDS,
        nl.LEANING_WORDS,
        nl.SIGNATURE_LEAD,
        nl.SIGNATURE_WORDS,
    ),
    "en": Language(
        "en",
        "english",
        en.STOP_WORDS,
        en.MARKER_WORDS,
        en.ABBREVIATIONS,
        en.CLOSING_ABBREVIATIONS,
        en.REFERENCE_WORDS,
        en.LEANING_WORDS,
        en.SIGNATURE_LEAD,
        en.SIGNATURE_WORDS,
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
