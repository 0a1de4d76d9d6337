"""Reading: from the best passages to the sentences that answer, verbatim."""

from __future__ import annotations

from dataclasses import dataclass

from qa.analysis import analyse
from qa.cells import find_cell
from qa.extent import (
    MOST_WORDS,
    choose_extent,
    count_words,
    names_several,
    sentences_held,
    within_limits,
)
from qa.list_marks import LIST_MARK, read_mark
from qa.list_questions import asks_list
from qa.passages import Passage
from qa.question import Question
from qa.reading import Span
from qa.retrieval.retrieve import Candidate
from qa.sentences import split_sentences
from qa.span import find_span, numbers_in
from qa.years import tells_apart, years


@dataclass(frozen=True, slots=True)
class Quote:
    """The part of a passage that answers: a sentence's id, its span, the words within it."""

    sentence_id: str
    reading_span: Span
    span: Span | None


def read(
    question: Question,
    passage: Passage,
    candidate: Candidate,
    span: Span | None = None,
    reach: Span | None = None,
) -> Quote:
    """What of a passage to quote: the sentences that hold the answer, a list whole.

    `span` is the answer in characters of the passage's text, as a reader found it, and `reach`
    how far it may go; without one the candidate's best sentence is taken. `Quote.span` is that
    part of the answer which the quote holds; without it, the words that rules find. A footnote
    is quoted whole, unless it is longer than 60 words.
    """
    note = passage.kind == "footnote"
    reach = reach or span
    if note and count_words(passage.text) <= MOST_WORDS:
        sentence_id, (start, end) = passage.sentences[0]
    else:
        sentences = _sentences(passage)
        if reach is not None:
            touched = sentences_held(sentences, reach)
            held = within_limits(passage.text, sentences, touched, reach)
        else:
            best = _nearest_sentence(question, passage) if note else candidate.best_sentence
            held = touched = (best, best)
        asks = asks_list(question)
        if reach is not None and names_several(passage.text[slice(*reach)], passage.language):
            asks = False  # the list asked for is in the sentence
        start, end = choose_extent(
            passage.text, sentences, touched, held, passage.language, asks_list=asks
        )
        sentence_id = passage.sentences[0 if note else held[0]][0]
    quoted = passage.text[start:end]
    cell = find_cell(question, passage)
    if cell and start <= cell[0] and cell[1] <= end:
        return Quote(sentence_id, (start, end), (cell[0] - start, cell[1] - start))
    # A reader takes one number for another; which stands beside the years asked about, rules tell.
    if span is None or tells_apart(question.text, quoted):
        number = bool(span and numbers_in(question.text, passage.text[slice(*span)]))
        found = find_span(question.text, quoted, number=number)
        if span is None or (found and not years(quoted[slice(*found)])):
            return Quote(sentence_id, (start, end), found)
    first, last = _in_one_sentence(passage, (max(span[0], start), min(span[1], end)))
    if passage.list_item and (mark := LIST_MARK.match(passage.text)):
        first = max(first, mark.end())
    return Quote(sentence_id, (start, end), (first - start, last - start) if first < last else None)


def _in_one_sentence(passage: Passage, span: Span) -> Span:
    """The larger part of a span over the end of a sentence that cuts it or the next one.

    Items of a list are no such sentences.
    """
    touched = [own for own in _sentences(passage) if own[0] < span[1] and span[0] < own[1]]
    if len(touched) != 2 or (touched[0][0] >= span[0] and touched[1][1] - 1 <= span[1]):
        return span
    if read_mark(passage.text[touched[1][0] :]):
        return span
    parts = [(max(own[0], span[0]), min(own[1], span[1])) for own in touched]
    return max(parts, key=lambda part: part[1] - part[0])


def _sentences(passage: Passage) -> list[Span]:
    """The sentences of a passage; those of a footnote, which the index holds as one."""
    if passage.kind == "footnote":
        return list(split_sentences(passage.text, passage.language))
    return [sentence for _, sentence in passage.sentences]


def _nearest_sentence(question: Question, passage: Passage) -> int:
    """Index of the sentence with most of the question's terms, the first of equals."""
    asked = set(question.terms(passage.language))

    def shared(span: Span) -> int:
        return len(asked & set(analyse(passage.text[slice(*span)], passage.language)))

    spans = _sentences(passage)
    return max(range(len(spans)), key=lambda index: shared(spans[index]))
