"""Distinct answers: two quotes that say the same are one answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qa.lang import LANGUAGES
from qa.passages import Passage
from qa.read import Quote

# A number is one word with its sign and decimals: 3 is neither -3 nor 3,5.
_WORD = re.compile(r"(?:(?<!\w)-(?=[0-9]))?\w+(?:(?<=[0-9])[.,](?=[0-9])\w+)*")
_MINUS = re.compile(r"(?<!\w)[-−–](?:[€$£] ?)?(?=[0-9])")  # "−5", "-€ 5"
_NEGATIONS = frozenset().union(*(rules.negations for rules in LANGUAGES.values()))
_FEWEST = 4  # words of a quote that another may be said to contain: "Nee" is in too many


def repeats(passage: Passage, quote: Quote, said: Iterable[tuple[Passage, Quote]]) -> bool:
    """Whether a quote adds nothing to those said before it.

    It does not where it stands in the same paragraph or footnote as one of them, has the same
    words or is contained in one, or contains one, unless the words around it deny; and where
    one of the two is a footnote and the other quotes the sentence that refers to it.
    """
    return any(_same(passage, quote, other, told) for other, told in said)


def _same(passage: Passage, quote: Quote, other: Passage, told: Quote) -> bool:
    if (passage.document, passage.id) == (other.document, other.id):
        return True
    mine, theirs = _words(passage, quote), _words(other, told)
    if mine == theirs or _contains(mine, theirs) or _contains(theirs, mine):
        return True
    if passage.document != other.document:
        return False
    return _refers(other, theirs, passage) or _refers(passage, mine, other)


def _refers(passage: Passage, words: str, note: Passage) -> bool:
    """Whether the words quoted from a paragraph are, or hold, the one that refers to a note."""
    if note.kind != "footnote" or passage.kind == "footnote" or not note.lead:
        return False
    lead = _normalise(note.lead)
    return _within(lead, words) or _within(words, lead)


def _words(passage: Passage, quote: Quote) -> str:
    return _normalise(passage.text[slice(*quote.reading_span)])


def _normalise(text: str) -> str:
    return " ".join(_WORD.findall(_MINUS.sub("-", text.casefold())))


def _contains(one: str, other: str) -> bool:
    """Whether one holds the words of another, and says no more "not" than that does."""
    enough = other.count(" ") + 1 >= _FEWEST
    return enough and _within(other, one) and _denials(one) == _denials(other)


def _denials(words: str) -> int:
    return sum(word in _NEGATIONS for word in words.split())


def _within(words: str, others: str) -> bool:
    return f" {words} " in f" {others} "
