"""The ledger: every code point of a source has exactly one role."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from qa.document import Document
from qa.reading import Span


class Role(StrEnum):
    """The part that a code point of the source plays; every one has exactly one."""

    BODY = "body"
    HEADING = "heading"
    FOOTNOTE = "footnote"
    MARK = "mark"
    FURNITURE = "furniture"
    WHITE_SPACE = "white space"


def _assigned(document: Document) -> Iterator[tuple[Span, Role]]:
    """The spans that something was made of, each with its role."""
    for section in document.sections:
        yield from ((span, Role.HEADING) for span in section.title_spans)
    for paragraph in document.paragraphs:
        yield from ((span, Role.BODY) for span in paragraph.reading.pieces)
        yield from ((span, Role.MARK) for span in paragraph.reading.marks)
    for note in document.footnotes:
        yield from ((span, Role.FOOTNOTE) for span in (note.label_span, *note.reading.pieces))
    yield from ((span, Role.FURNITURE) for span in document.furniture)


def ledger(document: Document) -> list[tuple[Span, Role]]:
    """Runs of equal role that cover the source text from end to end, without overlap.

    White space is white space wherever it stands. Raises ValueError if a character
    other than white space has no role or two.
    """
    roles: list[Role | None] = [
        Role.WHITE_SPACE if char.isspace() or char in "\ufeff\x00" else None
        for char in document.text
    ]
    for (start, end), role in _assigned(document):
        for offset in range(start, end):
            if roles[offset] is None:
                roles[offset] = role
            elif roles[offset] is not Role.WHITE_SPACE:
                raise ValueError(f"offset {offset} is {roles[offset]} and {role}")
    runs: list[tuple[Span, Role]] = []
    for offset, found in enumerate(roles):
        if found is None:
            raise ValueError(f"offset {offset} ({document.text[offset]!r}) has no role")
        if runs and runs[-1][1] is found:
            runs[-1] = ((runs[-1][0][0], offset + 1), found)
        else:
            runs.append(((offset, offset + 1), found))
    return runs


def unassigned(document: Document) -> list[Span]:
    """Spans of words that have no role, or two; line by line."""
    counts = [int(char.isspace() or char in "\ufeff\x00") for char in document.text]
    for (start, end), _ in _assigned(document):
        for offset in range(start, end):
            if not document.text[offset].isspace():
                counts[offset] += 1
    spans: list[Span] = []
    for offset, count in enumerate(counts):
        if count == 1:
            continue
        if spans and not document.text[spans[-1][1] : offset].strip(" "):
            spans[-1] = (spans[-1][0], offset + 1)
        else:
            spans.append((offset, offset + 1))
    return spans
