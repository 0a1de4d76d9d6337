"""Reading: from the best passages to the sentences that answer, verbatim."""

from __future__ import annotations

from dataclasses import dataclass

from qa.analysis import analyse
from qa.lang import LANGUAGES
from qa.passages import Passage
from qa.reading import Span
from qa.retrieve import Candidate, Question
from qa.sentences import split_sentences
from qa.span import find_span

MOST_WORDS = 60


@dataclass(frozen=True, slots=True)
class Quote:
    """The part of a passage that answers: a sentence's id, its span, the words within it."""

    sentence_id: str
    reading_span: Span
    span: Span | None


def read(question: Question, passage: Passage, candidate: Candidate) -> Quote:
    """The sentence of a passage that answers best; with the one before, if it leans on it.

    A footnote is quoted whole, unless it is longer than 60 words.
    """
    best = candidate.best_sentence if passage.kind != "footnote" else 0
    sentence_id, (start, end) = passage.sentences[best]
    if passage.kind == "footnote" and _words(passage.text) > MOST_WORDS:
        start, end = _nearest_sentence(question, passage)
    if best > 0 and _leans(passage.text[start:end], passage.language):
        before = passage.sentences[best - 1][1][0]
        if _words(passage.text[before:end]) <= MOST_WORDS:
            start = before
    text = passage.text[start:end]
    return Quote(sentence_id, (start, end), find_span(question.text, text))


def _nearest_sentence(question: Question, passage: Passage) -> Span:
    """The sentence of a passage with most of the question's terms, the first of equals."""
    asked = set(question.terms(passage.language))

    def shared(span: Span) -> int:
        return len(asked & set(analyse(passage.text[slice(*span)], passage.language)))

    return max(split_sentences(passage.text, passage.language), key=shared)


def _words(text: str) -> int:
    return len(text.split())


def _leans(sentence: str, language: str) -> bool:
    """Whether a sentence begins with a word that points back ("Dit", "Daarbij")."""
    rules = LANGUAGES.get(language, LANGUAGES["nl"])
    first = sentence.split(maxsplit=1)[0].strip(".,;:«»“”\"'()").lower() if sentence else ""
    return first in rules.leaning_words
