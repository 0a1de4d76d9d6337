"""From what people say of answers to evaluation questions, once a person has looked at it."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import dataclass
from pathlib import Path

from qa.disk import not_written
from qa.document import Document, Paragraph
from qa.errors import AlineaError
from qa.feedback import Feedback, FeedbackRow
from qa.index import Index
from qa.lang import detect_language
from qa.reading import Span
from qa.web.cited import find, reading_span

_NEAREST = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may be the right answer: its own id, that of its unit, and its place."""

    id: str
    unit: str
    text: str
    reading_span: Span


def questions_path(feedback: Feedback) -> Path:
    """The question file beside the feedback."""
    return feedback.path.with_suffix(".jsonl")


def candidates(index: Index, row: FeedbackRow) -> list[Candidate]:
    """Sentences that may be right: the one given; others of its paragraph; those found near.

    Which of these depends on the verdict. Empty where the answer is no longer in the index.
    """
    if row.verdict == "wrong passage":
        hits = index.search(row.question, k=_NEAREST, reader=True)
        return [
            one
            for hit in hits
            if not f"{row.answer}.".startswith(f"{hit.id}.")
            for one in sentences_of(index.document(hit.citation.document), hit.id)
        ]
    document_id, unit_id = row.answer.rpartition("#")[0], row.answer.rpartition(".s")[0]
    try:
        document = index.document(document_id)
        found = sentences_of(document, unit_id or row.answer)
    except (AlineaError, KeyError):
        return []
    if row.verdict == "right":
        return [one for one in found if one.id == row.answer]
    return [one for one in found if one.id != row.answer]


def sentences_of(document: Document, unit_id: str) -> list[Candidate]:
    """The sentences of a paragraph; a footnote is one. KeyError where there is no such unit."""
    unit = document.unit(unit_id)
    if isinstance(unit, Paragraph) and unit.sentences:
        return [
            Candidate(one.id, unit.id, unit.text[slice(*one.reading_span)], one.reading_span)
            for one in unit.sentences
        ]
    return [Candidate(unit.id, unit.id, unit.text, (0, len(unit.text)))]


def accept(feedback: Feedback, row: FeedbackRow, right: Candidate | None) -> None:
    """Add a question to the file: answered by a sentence, or by nothing in the documents."""
    gold = []
    if right:
        gold = [{"id": right.unit, "text": right.text, "reading_span": list(right.reading_span)}]
    question = {
        "id": f"feedback-{row.number}",
        "question": row.question,
        "lang": detect_language(row.question),
        "kind": "feedback",
        "answerable": right is not None,
        "gold": gold,
        "group": right.unit if right else f"none-feedback-{row.number}",
    }
    path = questions_path(feedback)
    line = (json.dumps(question, ensure_ascii=False) + "\n").encode("utf-8")
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "ab", buffering=0) as file:
            before = os.fstat(descriptor).st_size
            if file.write(line) < len(line):
                os.truncate(descriptor, before)  # no half of a row may stay
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    except OSError as error:
        raise not_written(path, error) from error
    feedback.settle(row.number, "accepted")


def given_text(index: Index, row: FeedbackRow) -> str | None:
    """What the answer said that somebody judged; None where it is no longer in the index."""
    try:
        document = index.document(row.answer.rpartition("#")[0])
    except AlineaError:
        return None
    cited = find(document, row.answer)
    span = reading_span(cited.unit.reading, cited.spans) if cited else None
    return cited.unit.text[slice(*span)] if cited and span else None
