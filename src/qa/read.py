"""Reading: from the best passages to the sentences that answer, verbatim."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.analysis import analyse
from qa.lang import LANGUAGES
from qa.passages import Passage
from qa.reading import Span
from qa.retrieve import Candidate, Question
from qa.sentences import split_sentences

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
    return Quote(sentence_id, (start, end), find_span(question, text))


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


_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "january|february|march|may|june|july|august|october"
)
_NUMBER_WORD = (
    r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|elf|twaalf|two|three|four|five|six|seven|eight|"
    r"nine|ten|[a-zë]*(?:tien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|"
    r"honderd|duizend|teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred))"
)
_QUANTITY = re.compile(
    r"(?:(?:ruim|bijna|ongeveer|circa|meer dan|minder dan)\s+)*"
    rf"(?:\d{{1,3}}(?:[ .\u00a0]\d{{3}})+|\d+(?:[.,]\d+)?|\b{_NUMBER_WORD}\b)"
    r"(?:\s?%|\s(?:procent|percent|miljoen|miljard|euro))?"
    r"|(?:(?:meer dan|bijna|ruim)\s+)?(?:de helft|een (?:kwart|derde|vijfde|tiende)|"
    r"half of|a (?:quarter|third)|driekwart)",
    re.I,
)
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}\s+(?:{_MONTHS})(?:\s+(?:\d{{4}}|jl\.?))?|(?:{_MONTHS})\s+\d{{4}}|"
    r"(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)\d\d)?|(?:komend|afgelopen|begin)\s+\w+(?:\s\w+)?)",
    re.I,
)
_ASKS_QUANTITY = re.compile(
    r"\b(?:hoeveel|percentage|aantal|welk deel|how many|how much|number of|share|proportion)\b",
    re.I,
)
_ASKS_DATE = re.compile(r"\b(?:wanneer|welke datum|welk jaar|when|which year|what date)\b", re.I)


def find_span(question: Question, text: str) -> Span | None:
    """The words that answer a question for a number or a date; None for other questions.

    Of several the one is taken whose surroundings share most words with the question.
    """
    pattern = (
        _DATE if _ASKS_DATE.search(question.text) else
        _QUANTITY if _ASKS_QUANTITY.search(question.text) else None
    )  # fmt: skip
    if pattern is None:
        return None
    asked = {word[:5] for word in re.findall(r"\w{4,}", question.text.lower())}
    best: tuple[int, Span] | None = None
    for match in pattern.finditer(text):
        if pattern is _QUANTITY and re.fullmatch(r"(?:19|20)\d\d", match.group()):
            continue
        around = text[max(match.start() - 60, 0) : match.end() + 60].lower()
        shared = len(asked & {word[:5] for word in re.findall(r"\w{4,}", around)})
        if best is None or shared > best[0]:
            best = (shared, match.span())
    return best[1] if best else None
