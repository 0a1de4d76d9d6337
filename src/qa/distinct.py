"""Distinct answers: two quotes that say the same are one answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qa.passages import Passage
from qa.read import Quote

_WORD = re.compile(r"\w+")
_FEWEST = 4  # words of a quote that another may be said to contain: "Nee" is in too many


def repeats(passage: Passage, quote: Quote, said: Iterable[tuple[Passage, Quote]]) -> bool:
    """Whether a quote adds nothing to those said before it.

    It does not where it stands in the same paragraph or footnote as one of them, has the same
    words or is contained in one, or contains one; and where one of the two is a footnote and
    the other quotes the sentence that refers to it.
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
    return " ".join(_WORD.findall(text.casefold()))


def _contains(one: str, other: str) -> bool:
    return other.count(" ") + 1 >= _FEWEST and _within(other, one)


def _within(words: str, others: str) -> bool:
    return f" {words} " in f" {others} "
