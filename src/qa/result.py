"""What a question yields: answers and hits, each with its citation, and their JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from qa.boxes import Box
from qa.reading import Span

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class CitedFootnote:
    """A footnote that the cited paragraph refers to."""

    id: str
    marker: str
    text: str
    pages: tuple[int, ...] | None
    lines: Span | None
    source_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quote stands: document, section, paragraph, pages, lines, source offsets.

    `kind` is "paragraph", "footnote" or "section"; of a footnote, `paragraph` is the first
    that refers to it and `paragraph_text` the note. `boxes` has one box for each line of a
    PDF; `locator` names the element of a file without pages. What is unknown is None.
    """

    document: str
    title: str | None
    kind: str
    id: str
    section: tuple[str, ...]
    paragraph: int | None
    paragraph_in_section: int | None
    pages: tuple[int, ...] | None
    page_labels: tuple[str, ...] | None
    lines: Span | None
    source_spans: tuple[Span, ...]
    locator: str | None
    boxes: tuple[Box, ...] | None
    paragraph_text: str
    footnotes: tuple[CitedFootnote, ...]
    also_in: tuple[AlsoIn, ...] = ()


@dataclass(frozen=True, slots=True)
class AlsoIn:
    """Another document that holds the same paragraph, word for word."""

    document: str
    id: str
    pages: tuple[int, ...] | None
    lines: Span | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A quote that answers: `text` is `citation.paragraph_text[slice(*reading_span)]`.

    `span` marks the answering words within `text`; `confidence` is the calibrated
    probability that the quote answers; `rank_score` only orders answers of one result.
    """

    id: str
    text: str
    reading_span: Span
    source_spans: tuple[Span, ...]
    lines: Span | None
    pages: tuple[int, ...] | None
    span: Span | None
    rank_score: float
    confidence: float
    citation: Citation


@dataclass(frozen=True, slots=True)
class Scores:
    """The evidence behind a hit: keyword score, cosine of the passage, best sentence's cosine."""

    bm25: float
    dense: float
    sentence: float | None


@dataclass(frozen=True, slots=True)
class BestSentence:
    """The sentence of a hit nearest to the question."""

    id: str
    text: str
    reading_span: Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: a paragraph, a footnote, or a whole section."""

    id: str
    kind: str
    text: str
    rank_score: float
    scores: Scores
    best_sentence: BestSentence | None
    citation: Citation

    def to_dict(self) -> dict[str, Any]:
        """The row of `qa search --json`."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds spent on encoding the question, searching, and reading."""

    encode: float
    search: float
    read: float


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of a question. Without an answer to stand behind, `answers` is empty.

    `understood` is the full question, as it was taken after the one before it; None where
    `question` was taken as it stands.
    """

    question: str
    answered: bool
    confidence: float
    answers: tuple[Answer, ...]
    passages: tuple[Hit, ...]
    timing_ms: Timing
    id: str | None = None
    understood: str | None = None
    schema_version: int = field(default=SCHEMA_VERSION)

    def to_dict(self) -> dict[str, Any]:
        """The object of `qa ask --json`, its fields in the documented order."""
        values = asdict(self)
        first = ("schema_version", "id", "question", "understood")
        return {name: values[name] for name in first} | {
            name: value for name, value in values.items() if name not in first
        }
