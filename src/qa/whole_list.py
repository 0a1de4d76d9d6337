"""Lists over several paragraphs: when the whole of one is the answer, and what of it is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.enumeration import list_members
from qa.extent import MOST_WORDS, count_words, names_several
from qa.list_questions import asks_list
from qa.passages import Passage
from qa.question import Question
from qa.read import Quote


def leads_list(passage: Passage, quote: Quote) -> bool:
    """Whether a quote may go on in a list: not if another sentence of the paragraph leads that."""
    return passage.text[slice(*quote.reading_span)].endswith((":", "?"))


def wants_list(question: Question, passages: Sequence[Passage], row: int, quote: Quote) -> bool:
    """Whether an item is not enough: a list is asked for, or answers a question put above it."""
    members = list_members(passages, row)
    if members and passages[members[0]].text.endswith("?"):
        return True
    quoted = passages[row].text[slice(*quote.reading_span)]
    marked = quoted[slice(*(quote.span or (0, 0)))]
    return asks_list(question) and not names_several(marked, passages[row].language)


def with_its_list(passages: Sequence[Passage], row: int, quote: Quote) -> list[tuple[int, Quote]]:
    """A quote among the members of the list that it belongs to, each other item whole.

    One from the lead goes on to the sentence that says what the items are, if that is near.
    """
    told: list[tuple[int, Quote]] = []
    members = list_members(passages, row)
    for member in members:
        passage = passages[member]
        sentence_id, last = passage.sentences[-1 if member == members[0] else 0]
        start = last[0] if member == members[0] else 0
        if member == row:
            start, end = quote.reading_span
            leads = member == members[0] and count_words(passage.text[start:]) <= MOST_WORDS
            end = len(passage.text) if leads else end
            told.append((row, replace(quote, reading_span=(start, end))))
        else:
            told.append((member, Quote(sentence_id, (start, len(passage.text)), None)))
    return told or [(row, quote)]
