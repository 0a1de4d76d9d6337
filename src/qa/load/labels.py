"""Labels of questions and answers: "Vraag 3", "Antwoord op vragen 3 en 4:", "Question 2"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.lang.labels import LABELS

_MOST_IN_RANGE = 50


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the beginning of a text: what it announces, its numbers, and what follows it."""

    asks: bool
    numbers: tuple[int, ...]
    rest: str


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_QUESTION = _any(tuple(word for words in LABELS for word in words.question))
_ANSWER = _any(tuple(word for words in LABELS for word in words.answer))
_OF = _any(tuple(word for words in LABELS for word in words.of))
_JOINING = _any(tuple(word for words in LABELS for word in words.joining))
_THROUGH = _any(tuple(word for words in LABELS for word in words.through))
_NUMBERS = rf"\d{{1,3}}(?:(?:\s*(?:{_THROUGH}|{_JOINING}|[,&/–-]))+\s*\d{{1,3}})*(?!\w)"
# A label ends the text, or is set off by a sign, or a capital follows; "Vraag 3 bleef" has none.
_END = r"(?:\s*$|\s*[.:)]\s+|\s*[.:]$|\s+[–-]\s+|\s+(?=[«“\"'‘(\[]*[A-ZÀ-Ý]))"
_LABEL = re.compile(
    rf"(?:(?P<answer>(?i:{_ANSWER})(?i:\s+(?:{_OF}))*(?i:\s+(?:{_QUESTION}))?)|(?i:{_QUESTION}))"
    rf"\s*(?i:nr\.?\s*)?(?P<numbers>(?i:{_NUMBERS})){_END}"
)
_BARE = re.compile(
    rf"(?:(?P<answer>(?i:{_any(tuple(words.answer[0] for words in LABELS))}))"
    rf"|(?i:{_any(tuple(words.question[0] for words in LABELS))}))\s*(?::\s*|$)"
)
_RANGE = re.compile(rf"(\d+)\s*(?:{_THROUGH}|[–-])\s*(\d+)", re.I)
_CLOSING = re.compile(rf"(?:{_any(tuple(w for words in LABELS for w in words.closing))})\b", re.I)
_STEM = re.compile(_any(tuple(words.stem for words in LABELS)), re.I)
_SOURCE = re.compile(r"(\[\d{1,2}\]|\d{1,2}\))\s")
_NUMBERED = re.compile(r"(\d{1,3})[.)](?:\s+|$)")


def read_label(text: str) -> Label | None:
    """The label that a text begins with, None if there is none.

    A label without a number is one of its own or ends in a colon; it has no numbers.
    """
    match = _LABEL.match(text)
    if match:
        return Label(match["answer"] is None, _numbers(match["numbers"]), text[match.end() :])
    match = _BARE.match(text)
    return Label(match["answer"] is None, (), text[match.end() :]) if match else None


def read_number(text: str) -> int | None:
    """The number that a text begins with: "3. Kent u …"."""
    match = _NUMBERED.match(text)
    return int(match[1]) if match else None


def read_source(text: str) -> str | None:
    """The mark that a source listed below the letter begins with: "1) ", "[1] "."""
    match = _SOURCE.match(text)
    return match[1] if match else None


def is_asked(text: str) -> bool:
    """Whether a text ends as a question does."""
    return text.rstrip(" \"'”’»)]0123456789").endswith("?")


def speaks_of_answers(text: str) -> bool:
    """Whether a text has a word for answering."""
    return _STEM.search(text) is not None


def closes(text: str) -> bool:
    """Whether a text begins what follows the last answer: an explanation of the questions."""
    return _CLOSING.match(text) is not None


def _numbers(text: str) -> tuple[int, ...]:
    """The numbers meant, those of a range included, each once and in order."""
    found = {int(number) for number in re.findall(r"\d+", text)}
    for first, last in _RANGE.findall(text):
        if int(last) - int(first) <= _MOST_IN_RANGE:
            found.update(range(int(first), int(last) + 1))
    return tuple(sorted(found))
