"""What a link cites, and what was looked for: source spans to be marked in a document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.document import Document, Footnote, Paragraph
from qa.reading import Reading, Span
from qa.result import Answer

MOST_FOUND = 500


@dataclass(frozen=True, slots=True)
class Cited:
    """What is marked: the source spans of the quote, and of the words in it that answer."""

    unit: Paragraph | Footnote
    spans: tuple[Span, ...]
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked for: the source spans of each place, and which of them is looked at."""

    places: tuple[tuple[Span, ...], ...] = ()
    at: int = 0

    @property
    def here(self) -> tuple[Span, ...]:
        """The spans of the place that is looked at."""
        return self.places[self.at] if self.places else ()

    @property
    def spans(self) -> list[Span]:
        """The spans of all places."""
        return [span for place in self.places for span in place]


NOTHING_FOUND = Found()


def find(document: Document, cite: str) -> Cited | None:
    """What an id of a sentence, paragraph or footnote stands for; None where nothing does."""
    head, _, tail = cite.rpartition(".s")
    for unit_id in (cite, head) if tail.isdigit() else (cite,):
        try:
            unit = document.unit(unit_id)
        except KeyError:
            continue
        if unit_id == cite:
            return Cited(unit, unit.reading.pieces)
        for sentence in unit.sentences if isinstance(unit, Paragraph) else ():
            if sentence.id == cite:
                return Cited(unit, unit.reading.source_spans(sentence.reading_span))
    return None


def of_answer(document: Document, answer: Answer) -> Cited:
    """The quote of an answer, with the words that answer."""
    unit = document.unit(answer.citation.id)
    if answer.span is None:
        return Cited(unit, answer.source_spans)
    start = answer.reading_span[0]
    words = unit.reading.source_spans((start + answer.span[0], start + answer.span[1]))
    return Cited(unit, answer.source_spans, words)


def find_words(document: Document, query: str) -> tuple[tuple[Span, ...], ...]:
    """Where words stand in a document, across line ends and hyphens, in the order of the source.

    Gives at most MOST_FOUND places, each as source spans; in a heading the whole heading.
    """
    words = query.split()
    if not words:
        return ()
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.I)
    units: tuple[Paragraph | Footnote, ...] = (*document.paragraphs, *document.footnotes)
    places = [
        unit.reading.source_spans(match.span())
        for unit in units
        for match in pattern.finditer(unit.text)
    ]
    places += [s.title_spans for s in document.sections if s.title and pattern.search(s.title)]
    return tuple(sorted(filter(None, places)))[:MOST_FOUND]


def reading_span(reading: Reading, spans: tuple[Span, ...]) -> Span | None:
    """The span of a reading text from the first to the last of its source spans; None if none."""
    inside = [
        (first, last + 1)
        for start, end in spans
        if (first := reading.reading_offset(start)) is not None
        and (last := reading.reading_offset(end - 1)) is not None
    ]
    return (min(s for s, _ in inside), max(e for _, e in inside)) if inside else None
