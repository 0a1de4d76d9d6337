"""Questions made ready for retrieval."""

from __future__ import annotations

from dataclasses import dataclass

from qa.analysis import content_terms
from qa.encoder import Vectors
from qa.lang import LANGUAGES, detect_language


@dataclass(frozen=True)
class Question:
    """A question made ready: its language, its vector, its terms for each language."""

    text: str
    language: str
    vector: Vectors
    asks_reference: bool
    asks_signature: bool

    def terms(self, language: str) -> list[str]:
        """Terms to find in texts of a language, without the stop words of either."""
        return content_terms(self.text, language, self.language)


def make_question(text: str, vector: Vectors) -> Question:
    """The question with its language found and its vector, shape (dimension,)."""
    language = detect_language(text)
    words = set(text.lower().replace("?", " ").replace(",", " ").split())
    rules = LANGUAGES.values()
    return Question(
        text,
        language,
        vector,
        asks_reference=any(words & rule.reference_words for rule in rules),
        asks_signature=any(words & rule.signature_words for rule in rules),
    )
