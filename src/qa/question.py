"""Questions made ready for retrieval."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.analysis import content_terms
from qa.encoder import Vectors
from qa.lang import LANGUAGES, detect_language
from qa.sentences import split_sentences

_WORD = re.compile(r"\w+(?:-\w+)*")  # "open-source" asks for no source


@dataclass(frozen=True)
class Question:
    """A question made ready: its language, its vector, its terms for each language.

    `read` is what passages are read with: of two questions put together only the last.
    """

    text: str
    read: str
    language: str
    vector: Vectors
    asks_reference: bool
    asks_signature: bool

    def terms(self, language: str) -> list[str]:
        """Terms to find in texts of a language, without the stop words of either."""
        return content_terms(self.text, language, self.language)


def last_question(text: str) -> str:
    """The last of the questions that a text puts."""
    start, end = split_sentences(text, detect_language(text))[-1]
    return text[start:end]


def make_question(text: str, vector: Vectors, read: str | None = None) -> Question:
    """The question with its language found and its vector, shape (dimension,)."""
    language = detect_language(text)
    words = set(_WORD.findall(text.lower()))
    rules = LANGUAGES.values()
    return Question(
        text,
        read or text,
        language,
        vector,
        asks_reference=any(words & rule.reference_words for rule in rules),
        asks_signature=any(words & rule.signature_words for rule in rules),
    )
